"""The Session page: the figure, the present words, and what can be done; all of it derived from the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.caption import tips_of
from legsup.domain.outlook import seconds_left
from legsup.domain.session import Status
from legsup.domain.showing import movement, pose_shown, side_shown, stays
from legsup.ui import words
from legsup.ui.breath_light import BreathLight, direction_of
from legsup.ui.figure.breath_word import BreathWord
from legsup.ui.figure.evening import EveningLight
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.pages.desk_row import DeskRow
from legsup.ui.pages.end_row import EndRow
from legsup.ui.pages.session_buttons import SessionButtons
from legsup.ui.pages.spoken_words import SpokenWords
from legsup.ui.pages.told_aloud import ToldAloud
from legsup.ui.pages.way_line import WayLine
from legsup.ui.session_words import pause_reason
from legsup.ui.widgets import give_role, label, named, show_role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from legsup.domain.body.pose import Pose
    from legsup.domain.breath import Breath
    from legsup.domain.plan import Plan
    from legsup.domain.session import Session
    from legsup.domain.settings import WallSide
    from legsup.domain.sound import SoundHealth
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions
    from legsup.ui.theme import Theme


#: From this many lines of words in height on, there is room for a figure beside anything else.
TALL = 27
#: With fewer lines than this for today's list, it takes the place of the words too.
SMALL = 6
#: The figure keeps this share of the room that buttons leave, and at least so many pixels.
FIGURE_SHARE, LEAST_FIGURE = 0.5, 84
#: Words grow with a window higher than so many lines, up to so many times their usual size.
USUAL_LINES, LARGEST = 42, 1.8
#: The share of a figure's height in which no body reaches, at its top.
SKY = 0.09
#: Pixels between rows, and all that rows and margins take beside words, state and buttons.
SPACING = 6
#: Pixels left free beside words, and above what stands apart from them.
EDGE, APART = 24, 4
FIXED = 10 + 12 + 4 * SPACING


class SessionPage(QWidget):
    """Leads through a session; ``aloud`` tells a screen reader of it."""

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
        self._mark: tuple[object, ...] = ()
        self._fitted: Plan | None = None
        #: Pixels of height that buttons and words leave to the figure, or to what is asked.
        self._free = LEAST_FIGURE
        self._rows_height = 0
        self.aloud = ToldAloud(self)
        self.figure = BodyFigure(poses)
        self.figure.setMinimumHeight(LEAST_FIGURE)
        self._evening = EveningLight(self.figure)
        self.breath_word = BreathWord(self.figure)
        self.spoken = SpokenWords()
        self._way = WayLine()
        self._state = label("", "note", centred=True)
        self._frequency = label("", "note", centred=True)
        self._health = health
        self.desk = DeskRow()
        self.end = EndRow()
        self._buttons = SessionButtons(actions, views)
        self._lay_out()
        self._light = BreathLight(conductor, self.figure, self._show_breath)
        conductor.changed.connect(self.derive)
        conductor.cued.connect(self.derive)
        conductor.ticked.connect(self._pass_time)

    def set_look(self, theme: Theme, *, wall_side: WallSide, still: bool) -> None:
        """Wear a theme, with the wall on a side; ``still`` lets nothing move (reduced motion)."""
        self.figure.set_theme(theme)
        self.figure.set_wall_side(wall_side)
        self.figure.set_still(still)
        self.breath_word.set_look(theme, flipped=wall_side == "left", still=still)
        self._evening.set_look(theme, flipped=wall_side == "left")
        self.spoken.set_still(still=still)
        self._fit()

    def pose_of(self, session: Session) -> Pose | None:
        """Give the pose in which a session's figure is shown."""
        return self.figure.pose_for(session.beat.step.pose, side_shown(session))

    def cover(self, covered: bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
        """Rest while the floor view hides the page."""
        self._light.cover(covered=covered)

    def derive(self, session: Session | None) -> None:
        """Show a session as it stands."""
        if session is None:
            return
        beat = session.beat
        self._show_parts(session)
        self._show_state(session)
        self._lead_focus(session)
        self.figure.set_bed(session.plan.in_bed)
        self._move_figure(session)
        tips = " ".join(tips_of(session, self.spoken.ears))
        named(self.figure, *((beat.text.title, tips) if session.is_active else ("", "")))
        self.spoken.derive(session)
        self.end.fit(self.height() - self.spoken.sizeHint().height() - FIXED)
        self._way.derive(session)
        self.aloud.derive(session)

    def _move_figure(self, session: Session) -> None:
        shown = movement(session)
        if stays(session):
            self.figure.stay()
        elif shown:
            self.figure.demonstrate(shown)
        else:
            self.figure.show_pose(pose_shown(session), side_shown(session))
        self._evening.setVisible(session.status is Status.ENDED)

    def _show_parts(self, session: Session) -> None:
        """Show what a moment needs, as far as there is room: words and what can be done come before the figure."""
        self._buttons.derive(session)
        # Where even few buttons need a second row, it is at the cost of the figure.
        if session.plan is not self._fitted or self._buttons.rows_height(self.width()) != self._rows_height:
            self._fit()
        active, health = session.is_active, self._health()
        room = self._free - self._show_frequency(session, health)
        self.desk.derive(session, health, roomy=self._is_tall, room=room)
        # At the desk today's list is what is read, at the end what is asked; a small window has no room for the figure.
        listed = self.desk.shows_list
        self._column.setStretchFactor(self.desk, 2 if listed else 0)
        # Where a window is small for its text, what is to be read or done at the desk is all that there is room for.
        small = room < SMALL * self.fontMetrics().lineSpacing()
        crowded = not self._is_tall and (self.desk.primary is not None or (listed and small))
        self.spoken.setVisible(not crowded)
        fits = room >= LEAST_FIGURE
        in_session = self._is_tall or (not listed and fits)
        self.figure.setVisible(in_session if active else self._end_has_room)
        self.desk.bound(on=listed and in_session)
        # Words that begin a page keep off its edge; a figure reaches to it.
        self._column.setContentsMargins(0, 0 if self.figure.isVisibleTo(self) else SPACING, 0, 12)
        self._way.setVisible(active and not listed and fits)
        self._buttons.setVisible(active)
        # Where it waits for sound in a small window, that says so.
        self._state.setVisible(active and not (crowded and self.desk.primary is not None))
        self.end.setVisible(not active)

    def _show_frequency(self, session: Session, health: SoundHealth) -> int:
        """Show in the first step how often one practises; gives how many pixels of height that takes.

        It goes with that step, and before that where it would leave too little room to what is asked.
        """
        line = self._frequency
        high = line.heightForWidth(self.width()) if line.text() else 0
        room = self._free
        if session.beat.desk and not self._is_tall:
            room += self.spoken.sizeHint().height()  # the words make room, too
        first = session.is_active and session.beat_index == 0
        shown = first and 0 < high <= room - self.desk.least(session, health, roomy=self._is_tall)
        comes = shown and line.isHidden()
        line.setVisible(shown)
        if comes:
            self.aloud.say(line.text())
        return high if shown else 0

    def free_above(self, lost: int) -> int:
        """Tell how many pixels at the top of the page a message may lie over; it took ``lost`` of its height."""
        return round(SKY * (self.figure.height() + lost)) if self.figure.isVisibleTo(self) else 0

    def show_frequency(self, text: str) -> None:
        """Say a line on how often one practises while one is still on one's feet; an empty one says nothing."""
        self._frequency.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew in the room that there is."""
        super().resizeEvent(event)
        self._fit()
        self.derive(self._conductor.session)

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew when the size of the text changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fitted = None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        """Move the focus on at Tab; where what had it went away, give it to what Space means."""
        left, primary = self.focusWidget(), self.focusProxy()
        is_lost = not (left is None or (left.isEnabled() and left.isVisible()))  # pyright: ignore[reportUnnecessaryComparison] - none may have it
        if is_lost and primary is not None and primary.isEnabled():
            primary.setFocus()
            return True
        return super().focusNextPrevChild(next)

    @property
    def _is_tall(self) -> bool:
        """Whether a line of words fits beside a large figure."""
        return self.height() > TALL * self.fontMetrics().lineSpacing()

    @property
    def _end_has_room(self) -> bool:
        """Whether a figure fits beside what is asked at the end."""
        asked = max(self.end.heightForWidth(self.width()), self.end.sizeHint().height())
        return self.height() - asked - self.spoken.sizeHint().height() - FIXED >= 2 * LEAST_FIGURE

    def _fit(self) -> None:
        """Set the words so that the figure keeps its share of the room."""
        session = self._conductor.session
        if session is None:
            return
        self.ensurePolished()
        self._fitted = session.plan
        line = max(1, self.fontMetrics().lineSpacing())
        self._buttons.fit(session.plan, self.width())
        self._rows_height = self._buttons.rows_height(self.width())
        free = self.height() - self._rows_height - line - APART - FIXED
        scale = max(1.0, min(LARGEST, self.height() / (USUAL_LINES * line)))
        share = round(free * (1.0 - FIGURE_SHARE))
        taken = self.spoken.fit(session.plan, self.width(), share, scale)
        # Very large text in a very small window: words and buttons come first.
        self._free = free - taken

    def _lead_focus(self, session: Session) -> None:
        """Give the focus to what Space means, whenever anything but time has changed; it never stays on the menu.

        What is answered at the desk and at the end keeps it.
        """
        if not session.is_active:
            primary: QWidget = self.end
        else:
            primary = self.desk.primary or self._buttons.primary
        moved = primary is not self.focusProxy()
        # What is read at the desk changes nothing but how long it lasts.
        changed = session.mark[1:] != self._mark[1:] if session.beat.desk else session.mark != self._mark
        at_row = self._buttons.isAncestorOf(self.focusWidget()) if self.focusWidget() else True
        if moved or (changed and at_row):
            self.setFocusProxy(primary)
            primary.setFocus()
        self._mark = session.mark

    def _pass_time(self, session: Session) -> None:
        """Move what moves with time alone: the way, the tips, and "up by" while somebody pauses or a step waits."""
        if not self.isVisible():
            return
        self._way.derive(session)
        self.spoken.derive(session)
        if session.status in {Status.PAUSED, Status.WAITING}:
            self._show_state(session)

    def _show_state(self, session: Session) -> None:
        """Say plainly that it is paused, and when one is up; where there is no room for both, the pause alone."""
        reason = pause_reason(session)
        show_role(self._state, "strong" if reason else "note")
        untold = not session.is_active or session.beat.up or session.plan.choices.bedtime
        by = "" if untold else words.up_by(seconds_left(session))
        whole = " · ".join(each for each in (reason, by) if each)
        fits = self._state.fontMetrics().horizontalAdvance(whole) <= self.width() - 2 * EDGE
        self._state.setText(whole if fits or not reason else reason)

    def _show_breath(self, breath: Breath | None) -> None:
        awareness = None if breath is None else breath.awareness
        self.figure.show_breath(awareness, direction_of(breath))
        self.breath_word.show_breath(breath)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(SPACING)
        column.addWidget(self.figure, 1)
        for each in (self._way, self.spoken, self._frequency, self.desk, self._state):
            column.addWidget(each)
        for each in (self._frequency, self.desk, self._state):
            each.setContentsMargins(EDGE, APART if each is self._state else 0, EDGE, 0)
        column.addWidget(self._buttons)
        column.addWidget(self.end)
        self.end.hide()
