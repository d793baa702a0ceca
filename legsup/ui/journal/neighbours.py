"""The ways from one record to those beside it in the list: Earlier and Later, by Alt and an arrow too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from legsup.ui.widgets import button
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

#: The arrows, and by how much they move where one reads from the left.
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Neighbours(QWidget):
    """Two quiet buttons, whose keys work in all of ``about``; ``move`` is told -1 for earlier and 1 for later."""

    def __init__(self, about: QWidget, move: Callable[[int], None]) -> None:
        super().__init__()
        self._ways = {
            -1: button(tr("Earlier"), partial(move, -1), "quiet", tr("The session before this one")),
            1: button(tr("Later"), partial(move, 1), "quiet", tr("The session after this one")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for way in self._ways.values():
            # Where one ends the other does not come under the pointer.
            policy = way.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            way.setSizePolicy(policy)
            row.addWidget(way)
        for arrow, by in _ARROWS.items():
            keys = QKeySequence(Qt.Modifier.ALT | arrow)
            key = QShortcut(keys, about, partial(self._press, by))
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def offer(self, *, earlier: bool, later: bool, otherwise: QWidget) -> None:
        """Show the ways that there are; the focus of one that ends goes to the other, or else ``otherwise``."""
        there = {-1: earlier, 1: later}
        for by, way in self._ways.items():
            if way.hasFocus() and not there[by]:
                other = self._ways[-by]
                other.setVisible(there[-by])
                (other if there[-by] else otherwise).setFocus()
            way.setVisible(there[by])
        for by, way in self._ways.items():
            keys = QKeySequence(Qt.Modifier.ALT | self._arrow(by))
            way.setToolTip(
                f"{way.accessibleDescription()} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})"
            )

    def _arrow(self, by: int) -> Qt.Key:
        """Name the arrow that points to where a way stands."""
        forward = by if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -by
        return Qt.Key.Key_Right if forward > 0 else Qt.Key.Key_Left

    def _press(self, arrow: int) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        way = self._ways[-arrow if mirrored else arrow]
        if not way.isHidden():
            way.click()
