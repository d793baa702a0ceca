"""The Session page: the figure, the present words, and what can be done; all of it derived from the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.caption import caption
from legsup.domain.outlook import seconds_left
from legsup.domain.session import Status
from legsup.domain.showing import movement
from legsup.ui import words
from legsup.ui.breath_light import BreathLight, direction_of
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.pages.desk_row import DeskRow
from legsup.ui.pages.end_row import EndRow
from legsup.ui.session_words import pause_reason
from legsup.ui.widgets import ActionButton, give_role, label, menu_button, named, show_role
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from legsup.domain.body.pose import Pose
    from legsup.domain.breath import Breath
    from legsup.domain.session import Session
    from legsup.domain.sound import SoundHealth
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions


#: From this many lines of words in height on, room for one is kept free for them.
TALL = 18


class SessionPage(QWidget):
    """Leads through a session; ``announced`` gives what a screen reader was told."""

    announced = Signal(str)

    def __init__(
        self,
        conductor: Conductor,
        actions: SessionActions,
        views: tuple[QAction, ...],
        poses: Mapping[str, Pose],
        health: Callable[[], SoundHealth],
    ) -> None:
        super().__init__()
        give_role(self, "page")
        self._conductor = conductor
        self._actions = actions
        self._announced = ""
        self.figure = BodyFigure(poses)
        self.figure.setMinimumHeight(96)
        self._title = label("", "heading", centred=True)
        self._caption = label("", "caption", centred=True)
        self._tips = label("", "note", centred=True)
        self._state = label("", "note", centred=True)
        self._frequency = label("", "note", centred=True)
        self._health = health
        self.desk = DeskRow()
        self.end = EndRow()
        self._buttons = QWidget()
        self._next = ActionButton(actions.next)
        self._pause = ActionButton(actions.pause)
        self._come_out = ActionButton(actions.come_out)
        self._stop = ActionButton(actions.stop)
        self._lay_out(views)
        BreathLight(conductor, self.figure, self._show_breath)
        conductor.changed.connect(self.derive)
        conductor.cued.connect(self.derive)
        conductor.ticked.connect(self._move_up_by)

    def derive(self, session: Session | None) -> None:
        """Show a session as it stands."""
        if session is None:
            return
        beat = session.beat
        words_now = caption(session)
        self._title.setText(beat.text.title if session.is_active else session.plan.phrases.closing_short)
        self._caption.setText(words_now if words_now != beat.text.title else "")
        self._caption.setVisible(session.is_active and (bool(self._caption.text()) or self._is_tall))
        # Words come and go; where there is room for them they do not push the figure about.
        self._caption.setMinimumHeight(self._caption.fontMetrics().lineSpacing() if self._is_tall else 0)
        self._tips.setText("\n".join(beat.text.tips))
        self.desk.derive(session, self._health(), roomy=self._is_tall)
        # At the desk today's list is what is read, at the end what is asked; a small window has no room for the figure.
        listed = self.desk.shows_list
        self._column.setStretchFactor(self.desk, 2 if listed else 0)
        self.figure.setVisible(self._is_tall or (session.is_active and not listed))
        tips = session.is_active and bool(beat.text.tips) and not listed
        self._tips.setVisible(tips and self._has_room())
        self._frequency.setVisible(
            bool(self._frequency.text()) and session.is_active and not session.went_down
        )
        self._buttons.setVisible(session.is_active)
        self.end.setVisible(not session.is_active)
        self.end.fit()
        self._state.setText(self._state_of(session))
        # It stands out only where it is waited for: nobody is to skip a hold by the largest button.
        show_role(self._next, "primary" if session.status is Status.WAITING else "")
        self._come_out.setVisible(not session.is_coming_out or session.status is Status.PAUSED)
        self._stop.setVisible(session.is_coming_out and not session.beat.up)
        self._lead_focus(session)
        self.figure.set_bed(session.plan.in_bed)
        shown = movement(session)
        if shown:
            self.figure.demonstrate(shown)
        else:
            self.figure.show_pose(beat.step.pose, beat.side)
        named(self.figure, beat.text.title, " ".join(beat.text.tips))
        self._announce(words_now)

    def show_frequency(self, text: str) -> None:
        """Say a line on how often one practises while one is still on one's feet; an empty one says nothing."""
        self._frequency.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tips only where they leave room for the figure."""
        super().resizeEvent(event)
        self.derive(self._conductor.session)

    @property
    def _is_tall(self) -> bool:
        """Whether a line of words fits beside a large figure."""
        return self.height() > TALL * self._caption.fontMetrics().lineSpacing()

    def _has_room(self) -> bool:
        """Whether figure, words and tips all fit: the figure keeps a third of the height."""
        width = self.width() - 48
        texts = sum(
            each.heightForWidth(width) for each in (self._title, self._caption, self._tips, self._state)
        )
        return texts + self._buttons.sizeHint().height() < self.height() * 0.66

    def _lead_focus(self, session: Session) -> None:
        """Give the focus to what Space means, when that becomes another button; it never wanders to the menu."""
        if not session.is_active:
            primary: QWidget = self.end
        else:
            primary = self._next if session.status is Status.WAITING else self._pause
        if primary is not self.focusProxy():
            self.setFocusProxy(primary)
            primary.setFocus()

    def _move_up_by(self, session: Session) -> None:
        """Move "up by" with the time while somebody pauses, or a step waits: it is the later the longer they do."""
        if session.status in {Status.PAUSED, Status.WAITING} and self.isVisible():
            self._state.setText(self._state_of(session))

    def _state_of(self, session: Session) -> str:
        reason = pause_reason(session)
        if not session.is_active or session.beat.up or session.plan.choices.bedtime:
            return reason
        by = words.up_by(seconds_left(session))
        return f"{reason} · {by}" if reason else by

    def _announce(self, text: str) -> None:
        """Tell a screen reader the words when they change: at steps and lines, never at a turn of the breath."""
        if text == self._announced or not self.isVisible():
            return
        self._announced = text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._caption, text))
        self.announced.emit(text)

    def _show_breath(self, breath: Breath | None) -> None:
        awareness = None if breath is None else breath.awareness
        self.figure.show_breath(awareness, direction_of(breath))

    def _lay_out(self, views: tuple[QAction, ...]) -> None:
        actions = self._actions
        more = (actions.add_minute, *actions.letters, *views, actions.stop)
        buttons = (
            ActionButton(actions.back, "quiet"),
            self._pause,
            self._next,
            self._come_out,
            self._stop,
            menu_button(
                "⋯",
                more,
                tr("More: add a minute, I feel dizzy, my legs tingle, the keys, floor view, safety card"),
            ),
        )
        FlowLayout(self._buttons, buttons)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(6)
        column.addWidget(self.figure, 1)
        for each in (self._title, self._caption, self._tips, self._frequency, self.desk, self._state):
            column.addWidget(each)
            each.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self._buttons)
        column.addWidget(self.end)
        self.end.hide()
