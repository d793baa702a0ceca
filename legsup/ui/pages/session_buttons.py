"""The row of buttons below a session: one row, always; what finds no room in it is in its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legsup.domain.session import Status
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import ActionButton, show_dense, show_role
from legsup.ui.widgets.menus import menu_button
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from legsup.domain.session import Session
    from legsup.ui.actions import SessionActions

#: A window narrower than so many lines of text are high has buttons with little air.
DENSE = 22


class SessionButtons(QWidget):
    """Derives from the session; ``primary`` is what Space means now."""

    def __init__(self, actions: SessionActions, views: tuple[QAction, ...]) -> None:
        super().__init__()
        self._actions = actions
        self._more = (actions.add_minute, *actions.letters, *views, actions.stop)
        self._next = ActionButton(actions.next)
        self._pause = ActionButton(actions.pause)
        # Never shown: it tells how high the row becomes where a step waits, so that this moves nothing.
        self._tallest = ActionButton(actions.next, "primary")
        self._tallest.setParent(self)
        self._tallest.hide()
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
        self._waits = False
        self._wanted: frozenset[QWidget] = frozenset(self._all)

    @property
    def primary(self) -> ActionButton:
        """The button that Space presses."""
        return self._next if self._waits else self._pause

    def derive(self, session: Session) -> None:
        """Show what can be done now."""
        self._waits = session.status is Status.WAITING
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

    def fit(self, width: int) -> None:
        """Use so many pixels of width, with little air in the buttons where that is narrow for the size of the text."""
        self.ensurePolished()
        dense = width < DENSE * self.fontMetrics().lineSpacing()
        for each in (*self._all, self._tallest):
            each.ensurePolished()
            show_dense(each, on=dense)
        self.setMinimumHeight(self._tallest.sizeHint().height())
        self._settle(width)

    def rows_height(self, width: int) -> int:
        """Tell the height that is taken at a width now: of one row, unless even few buttons are too wide for that."""
        return max(self.minimumHeight(), self._row.heightForWidth(width))

    def _settle(self, width: int = 0) -> None:
        """Leave to the menu what finds no room in one row: first the step before, then one that nothing waits for."""
        room = width or self.width()
        left_out: list[ActionButton] = []
        for each in (self._back, self._next):
            if each is not self.primary and self._needs(left_out) > room:
                left_out.append(each)
        for each in self._all:
            each.setVisible(each in self._wanted and each not in left_out)
        self._menu.offer((*(each.action_shown for each in left_out), *self._more))

    def _needs(self, left_out: list[ActionButton]) -> int:
        kept = [each for each in self._all if each in self._wanted and each not in left_out]
        return sum(each.sizeHint().width() for each in kept) + self._row.gap * (len(kept) - 1)
