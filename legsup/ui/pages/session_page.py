"""The Session page: the figure, the present words, and what can be done; all of it derived from the session."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.domain.caption import caption
from legsup.domain.outlook import end_sign
from legsup.domain.session import Status
from legsup.ui import words
from legsup.ui.breath_light import BreathLight, direction_of
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.pages.desk_row import DeskRow
from legsup.ui.pages.end_row import EndRow
from legsup.ui.widgets import ActionButton, label, menu_button
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from legsup.domain.breath import Breath
    from legsup.domain.pose import Pose
    from legsup.domain.session import Session
    from legsup.domain.sound import SoundHealth
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions


class SessionPage(QWidget):
    """Leads through a session."""

    def __init__(
        self,
        conductor: Conductor,
        actions: SessionActions,
        floor: QAction,
        poses: Mapping[str, Pose],
        health: Callable[[], SoundHealth],
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._conductor = conductor
        self._actions = actions
        self._announced = ""
        self.figure = BodyFigure(poses)
        self.figure.setMinimumHeight(96)
        self._title = label("", "heading", centred=True)
        self._caption = label("", "caption", centred=True)
        self._tips = label("", "note", centred=True)
        self._state = label("", "note", centred=True)
        self._health = health
        self.desk = DeskRow()
        self.end = EndRow()
        self._buttons = QWidget()
        self._lay_out(floor)
        BreathLight(conductor, self.figure, self._show_breath)
        conductor.changed.connect(self.derive)
        conductor.given.connect(self._take_cues)

    def derive(self, session: Session | None) -> None:
        """Show a session as it stands."""
        if session is None:
            return
        beat = session.beat
        self._title.setText(beat.text.title)
        self._caption.setText(caption(session))
        self._caption.setVisible(caption(session) != beat.text.title)
        self._tips.setText("\n".join(beat.text.tips))
        self._tips.setVisible(bool(beat.text.tips))
        self.desk.setVisible(session.is_active and beat.desk)
        self.desk.derive(session, self._health())
        self._buttons.setVisible(session.is_active)
        self.end.setVisible(not session.is_active)
        self._state.setText(self._state_of(session))
        if beat.step.demonstrates and session.status is Status.WAITING:
            self.figure.demonstrate(beat.step.demonstrates)
        else:
            self.figure.show_pose(beat.step.pose, beat.side)
        self.figure.setAccessibleName(beat.text.title)
        self.figure.setAccessibleDescription(" ".join(beat.text.tips))
        self._announce(caption(session))

    def _take_cues(self, _cues: object) -> None:
        self.derive(self._conductor.session)

    def _state_of(self, session: Session) -> str:
        reason = words.pause_reason(session)
        if not session.is_active or session.beat.up:
            return reason
        left = end_sign(session) - session.seen
        by = words.up_by(datetime.now().astimezone() + timedelta(seconds=left))
        return f"{reason} · {by}" if reason else by

    def _announce(self, text: str) -> None:
        """Tell a screen reader the words when they change: at steps and lines, never at a turn of the breath."""
        if text == self._announced or not self.isVisible():
            return
        self._announced = text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._caption, text))

    def _show_breath(self, breath: Breath | None) -> None:
        awareness = None if breath is None else breath.awareness
        self.figure.show_breath(awareness, direction_of(breath))

    def _lay_out(self, floor: QAction) -> None:
        actions = self._actions
        more = (actions.add_minute, actions.tingle, actions.dizzy, floor, actions.stop)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(ActionButton(actions.back, "quiet"))
        row.addWidget(ActionButton(actions.pause))
        row.addWidget(ActionButton(actions.next, "primary"))
        row.addWidget(ActionButton(actions.come_out))
        row.addWidget(
            menu_button("⋯", more, tr("More: add a minute, my legs tingle, I feel dizzy, floor view"))
        )
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(6)
        column.addWidget(self.figure, 1)
        for each in (self._title, self._caption, self._tips, self.desk, self._state):
            column.addWidget(each)
            each.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self._buttons)
        column.addWidget(self.end)
        self.end.hide()
