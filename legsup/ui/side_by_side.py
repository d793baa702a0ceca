"""A layout of a name and its field: side by side where there is room for both, else the field below its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from legsup.ui.kept_items import KeptItems

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

#: The share of a row that its name takes, and the letters of it that make side by side worth while.
NAME_SHARE, LETTERS = 0.42, 22
#: Pixels between the two.
GAP = 20
#: A field of a size of its own that takes no more than this share of a row stays at its end.
SMALL = 0.35


class SideBySide(KeptItems):
    """Lays out one name and one field on ``parent``; each row of a form is such a one, so that fields are aligned.

    What of a field hangs over its visible edge (its property ``overhang``, in pixels at either side) reaches beyond its
    place, and may need that much room beside the row.
    """

    def __init__(self, parent: QWidget, name: QLabel, field: QWidget) -> None:
        super().__init__(parent)
        self._name, self._field = name, field
        self._over = int(field.property("overhang") or 0)
        self.addWidget(name)
        self.addWidget(field)

    def heightForWidth(self, width: int) -> int:
        """Tell how high the row is at a width."""
        name, field = self._places(width)
        return max(name.bottom(), field.bottom()) + 1

    def sizeHint(self) -> QSize:
        """Ask for both side by side."""
        name, field = self._name.sizeHint(), self._field.sizeHint()
        return QSize(name.width() + GAP + field.width(), max(name.height(), field.height()))

    def minimumSize(self) -> QSize:
        """Shrink as far as the field."""
        least = self._field.minimumSizeHint().expandedTo(self._field.minimumSize())
        return QSize(least.width() - 2 * self._over, max(least.height(), self._name.minimumHeight()))

    def setGeometry(self, rect: QRect) -> None:
        """Set both in their places, in the direction in which one reads."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            self._set(item, place.translated(rect.topLeft()), rect)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Give the places of name and field in a row of a width."""
        over = self._over
        own = self._field.sizeHint().width() - 2 * over
        fixed = self._field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
        named = int(NAME_SHARE * width)
        if named < LETTERS * self._name.fontMetrics().averageCharWidth():
            named = width - own - GAP if fixed and own <= SMALL * width else 0
        if not named or width - named - GAP < self._least():
            high = self._name_height(width)
            below = QRect(0, high, width, self._field_height(width))
            return QRect(0, 0, width, high), below.adjusted(-over, 0, over, 0)
        wide = width - named - GAP
        name, field = self._name_height(named), self._field_height(wide)
        beside = QRect(named + GAP, max(0, (name - field) // 2), min(wide, own) if fixed else wide, field)
        return QRect(0, max(0, (field - name) // 2), named, name), beside.adjusted(-over, 0, over, 0)

    def _least(self) -> int:
        return self._field.minimumSizeHint().width() - 2 * self._over

    def _name_height(self, width: int) -> int:
        return max(self._name.minimumHeight(), self._name.heightForWidth(width))

    def _field_height(self, width: int) -> int:
        if self._field.hasHeightForWidth():
            return self._field.heightForWidth(width)
        return self._field.sizeHint().height()
