"""The row of buttons below a session: one row, always; what finds no room in it is in its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legsup.domain.session import Status
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.session_words import answer_labels, out_labels, pause_labels
from legsup.ui.widgets import ActionButton, measure, room_for, show_dense, show_role
from legsup.ui.widgets.menus import menu_button
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from legsup.domain.plan import Plan
    from legsup.domain.session import Session
    from legsup.ui.actions import SessionActions

#: A window narrower than so many lines of text are high has buttons with little air.
DENSE = 22


class Places(NamedTuple):
    """Pixels of width: of the button that pauses, of the one that answers where a step waits, and of the way out."""

    pause: int = 0
    answer: int = 0
    out: int = 0


class SessionButtons(QWidget):
    """Derives from the session; ``primary`` is what Space means now."""

    def __init__(self, actions: SessionActions, views: tuple[QAction, ...]) -> None:
        super().__init__()
        self._actions = actions
        self._more = (actions.add_minute, *actions.letters, *views, actions.stop)
        self._next = ActionButton(actions.next)
        self._pause = ActionButton(actions.pause)
        # Never shown: they tell how much room a button takes whatever it is called, so that other words move nothing.
        self._plain, self._tallest = measure(self), measure(self, "primary")
        self._come_out = ActionButton(actions.come_out)
        self._stop = ActionButton(actions.stop)
        self._back = ActionButton(actions.back, "quiet")
        self._menu = menu_button(
            "⋯",
            self._more,
            tr("More"),
            tr("Add a minute, I feel dizzy, my legs tingle, the keys, floor view, safety card"),
        )
        # A click leaves the focus where Space is meant to be; Tab reaches them all.
        for each in (self._back, self._come_out, self._stop, self._menu):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all = (self._back, self._pause, self._next, self._come_out, self._stop, self._menu)
        self._row = FlowLayout(self, self._all)
        self._places = Places()
        self._waits = self._is_last = False
        self._wanted: frozenset[QWidget] = frozenset(self._all)

    @property
    def primary(self) -> ActionButton:
        """The button that Space presses."""
        return self._next if self._waits else self._pause

    def derive(self, session: Session) -> None:
        """Show what can be done now."""
        self._waits = session.status is Status.WAITING
        self._is_last = session.beat.up
        # It stands out only where it is waited for: nobody is to skip a hold by the largest button.
        show_role(self._next, "primary" if self._waits else "")
        unwanted: set[QWidget] = set()
        # Where a step waits there is nothing to pause.
        if self._waits:
            unwanted.add(self._pause)
        # In the way out, going on is coming out.
        if session.is_coming_out:
            unwanted.add(self._come_out)
        if not session.is_coming_out or session.beat.up:
            unwanted.add(self._stop)
        self._wanted = frozenset(self._all) - unwanted
        self._settle()

    def fit(self, plan: Plan, width: int) -> None:
        """Use so many pixels of width, with little air in the buttons where that is narrow for the size of the text."""
        self.ensurePolished()
        dense = width < DENSE * self.fontMetrics().lineSpacing()
        for each in (*self._all, self._plain, self._tallest):
            each.ensurePolished()
            show_dense(each, on=dense)
        high = self._tallest.sizeHint().height()
        self.setMinimumHeight(high)
        self._row.keep_height(high)
        pause, out = (room_for(self._plain, labels) for labels in (pause_labels(), out_labels()))
        running = pause + self._row.gap + room_for(self._plain, (tr("Next"),))
        self._places = Places(pause, max(running, room_for(self._tallest, answer_labels(plan))), out)
        self._settle(width)

    def rows_height(self, width: int) -> int:
        """Tell the height that is taken at a width now: of one row, unless even few buttons are too wide for that."""
        return max(self.minimumHeight(), self._row.heightForWidth(width))

    def _settle(self, width: int = 0) -> None:
        """Keep each place as wide as anything that may stand there; where there is no room for that, as its words alone.

        What finds none in one row even so is left to the menu: first the step before, then one that nothing waits for.
        """
        room = width or self.width()
        self._keep_places(room)
        left_out: list[ActionButton] = []
        for each in (self._back, self._next):
            if each is not self.primary and self._needs(left_out) > room:
                left_out.append(each)
        for each in self._all:
            each.setVisible(each in self._wanted and each not in left_out)
        self._menu.offer((*(each.action_shown for each in left_out), *self._more))

    def _keep_places(self, room: int) -> None:
        gap, places = self._row.gap, self._places
        edges = self._back.sizeHint().width() + self._menu.sizeHint().width()
        fits = edges + places.answer + places.out + 3 * gap <= room
        answer = places.answer - (0 if self._waits else places.pause + gap)
        # At the end nothing stands beside it.
        answer += gap + places.out if self._is_last and self._waits else 0
        for each, kept in (
            (self._pause, places.pause),
            (self._next, answer),
            (self._come_out, places.out),
            (self._stop, places.out),
        ):
            each.setMinimumWidth(kept if fits else 0)

    def _needs(self, left_out: list[ActionButton]) -> int:
        kept = [each for each in self._all if each in self._wanted and each not in left_out]
        widths = (max(each.sizeHint().width(), each.minimumWidth()) for each in kept)
        return sum(widths) + self._row.gap * (len(kept) - 1)
