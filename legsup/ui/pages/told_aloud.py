"""What a screen reader is told of a practice: where one is, once, and not over the voice that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.domain.caption import caption, is_said_now
from legsup.domain.hearing import NO_EARS
from legsup.ui.session_words import done_text, pause_reason
from legsup.ui.widgets import read_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.domain.hearing import Ears
    from legsup.domain.session import Session


class ToldAloud(QObject):
    """Tells words when they change: at steps and lines, never at a turn of the breath; ``told`` gives what it told.

    ``ears`` know whether the app's own voice says a line so that it is heard; with ``too`` a reader says it as well.
    """

    told = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words = self._pause = ""
        self.ears: Ears = NO_EARS
        self.too = False

    def derive(self, session: Session) -> None:
        """Tell where a session is, where that is new."""
        if not self._page.isVisible():
            return
        pause = pause_reason(session)
        if pause != self._pause:
            self._pause = pause
            self.say(pause)
            if not pause:
                self._words = ""  # whoever goes on hears again where they are
        words = caption(session, self.ears) if session.is_active else done_text(session)
        if words != self._words:
            self._words = words
            if self.too or not self._is_spoken(session, words):
                self.say(words)

    def say(self, text: str) -> None:
        """Tell a text once."""
        if text:
            read_out(self._page, text)
            self.told.emit(text)

    def _is_spoken(self, session: Session, words: str) -> bool:
        """Whether the voice says it now; a step's title is not said, but what it is about, mostly at once."""
        lines = session.beat.words
        about = lines[0].text if lines and words == session.beat.text.title else words
        return is_said_now(about, session) and self.ears.says(about)
