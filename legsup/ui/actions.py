"""The actions of a session: the same in the window, the floor view and the tray, enabled by the session alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from legsup.domain.session import Event, Session, Status
from legsup.domain.wish import Wish, event_of, pause_or_go_on
from legsup.ui import why_not
from legsup.ui.session_words import (
    answer_tip,
    come_out_label,
    come_out_tip,
    next_label,
    next_tip,
    pause_label,
)
from legsup.ui.widgets import with_why
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.services.conductor import Conductor


class SessionActions(QObject):
    """One QAction for each thing that a person can do to the session; ``all`` lists them for a window to take up."""

    def __init__(self, conductor: Conductor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._tips: dict[QAction, str] = {}
        self.pause = self._action(tr("Pause"), tr("Pause, or go on"), self._pause_or_go_on)
        self.next = self._action(tr("Next"), tr("Go to the next step"), self._wisher(Wish.NEXT))
        self.back = self._action(tr("Back"), tr("Go to the step before"), self._wisher(Wish.BACK))
        self.come_out = self._action(
            tr("Come out"), tr("Go to the slow way out"), self._wisher(Wish.OUT), "Esc"
        )
        self.stop = self._action(tr("I'm already up"), tr("End the practice now"), self._wisher(Wish.UP))
        self.add_minute = self._action(
            tr("Add a minute"), tr("Hold a minute longer"), self._wisher(Wish.MINUTE)
        )
        self.dizzy = self._action(
            tr("I feel dizzy"), tr("The way out for a dizzy head"), self._wisher(Wish.DIZZY), "D"
        )
        self.tingle = self._action(
            tr("My legs tingle"), tr("Pause and ease the legs"), self._wisher(Wish.TINGLE), "T"
        )
        self.help = self._action(tr("Say the keys"), tr("Help, spoken"), self._wisher(Wish.HELP), "H")
        # Space is no shortcut: it must reach a button that has the focus first. Windows trigger this themselves.
        self.answer = self._action(
            tr("Pause or answer"), tr("Space: pause, go on, or answer"), self._wisher(Wish.ANSWER)
        )
        #: What a key does that means nothing else: it goes on where the voice asked for any key.
        self.press_any_key = self._wisher(Wish.ANY)
        conductor.changed.connect(self.derive)
        conductor.ticked.connect(self._derive_timed)
        self.derive(conductor.session)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, so that their keys work wherever they are added."""
        return tuple(self.findChildren(QAction))

    @property
    def letters(self) -> list[QAction]:
        """What a letter stands for, in every window of a session."""
        return [self.dizzy, self.tingle, self.help]

    def derive(self, session: Session | None) -> None:
        """Enable and label everything from the session."""
        if session is None or not session.is_active:
            for action in self.all:
                action.setEnabled(False)
            return
        unheard = why_not.not_heard() if self._conductor.refuses(Event.RESUME) else ""
        for action in (*self.letters, self.stop):
            action.setEnabled(True)
        self.answer.setEnabled(not unheard)
        self._show(self.pause, pause_label(session), unheard or why_not.not_paused(session))
        # In a pause too: it answers one that the computer's sleep made.
        self._show(self.tingle, tr("My legs tingle"), why_not.not_tingling(session))
        self._tips[self.come_out] = come_out_tip(session)
        self._show(self.come_out, come_out_label(session), why_not.not_out(session))
        self._show_longer(session)
        self._derive_timed(session)

    def _derive_timed(self, session: Session) -> None:
        """Enable what time alone lets come or go: the next step once it may come, the step before, a minute more."""
        if not session.is_active:
            return
        self._derive_next(session)
        unheard = why_not.not_heard() if self._conductor.refuses(Event.BACK) else ""
        self._show(self.back, tr("Back"), unheard or why_not.not_back(session))
        # While a hold runs time changes nothing about its most; in a pause the legs stay up the longer.
        if session.status is Status.PAUSED:
            self._show_longer(session)

    def _show_longer(self, session: Session) -> None:
        self._show(self.add_minute, tr("Add a minute"), why_not.not_longer(session))

    def _derive_next(self, session: Session) -> None:
        """Until the next step may come, the action says what it waits for."""
        unheard = why_not.not_heard() if self._conductor.refuses(Event.NEXT) else ""
        waits = why_not.not_next(session)
        self._tips[self.next] = answer_tip(session)
        self._show(self.next, next_label(session), unheard or waits)
        if waits and not unheard:
            self.next.setToolTip(next_tip(session))

    def _show(self, action: QAction, text: str, why: str) -> None:
        """Label an action, and enable it unless something is in its way: menus say what, beside it, and buttons as a tip.

        The words alone are its ``iconText``, which buttons show.
        """
        tip = self._tips[action]
        action.setEnabled(not why)
        action.setIconText(text)
        action.setText(with_why(text, why))
        action.setToolTip(with_why(tip, why))

    def _pause_or_go_on(self) -> None:
        session = self._conductor.session
        if session is not None:
            self._conductor.send(pause_or_go_on(session))

    def _wisher(self, wish: Wish) -> Callable[[], None]:
        """Make what turns a wish into the event that it means when it comes."""

        def ask() -> None:
            session = self._conductor.session
            event = None if session is None else event_of(wish, session, self._conductor.now)
            if event is not None:
                self._conductor.send(event)

        return ask

    def _action(self, text: str, tip: str, do: Callable[[], None], key: str | None = None) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        self._tips[action] = tip
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setAutoRepeat(False)  # a key that is held down is one wish
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
        return action
