"""What Tab comes by: one control after another as they are read, one of a row of choices, and never out of sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QScrollArea, QWidget

#: Pixels that are seen round what has come into sight.
AROUND = 24


def move_on(window: QWidget, *, forward: bool) -> bool:
    """Move the focus of a window to what comes next, or what came before, and scroll there; gives whether there is such.

    Qt itself takes a page for the control that it gives its focus to, and passes by all that stands before that.
    """
    found = following(window.focusWidget() or window, window, forward=forward)
    if found is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found.setFocus(reason)
    bring_into_sight(found)
    return True


def following(widget: QWidget, window: QWidget, *, forward: bool) -> QWidget | None:
    """Find where Tab leads from a widget of a window, or nothing.

    The order is that in which a screen reader reads, and not Qt's own, in which what is made anew in the midst of a
    page comes last.
    """
    row = _row(widget)
    every = window.findChildren(QWidget)
    place = every.index(widget) if widget in every else -1
    after = every[place + 1 :] + every[: max(0, place)]
    for each in after if forward else reversed(after):
        if _stops(each, window) and not (row and each in row):
            return each
    return None


def read_down(rows: QBoxLayout) -> None:
    """Let Tab and a screen reader go down a column as it stands now: both go by the order of a widget's children."""
    for place in range(rows.count()):
        item = rows.itemAt(place)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.raise_()


def bring_into_sight(widget: QWidget) -> None:
    """Scroll all that it lies in until it is seen."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 0, AROUND)
        area = area.parentWidget()


def _stops(widget: QWidget, window: QWidget) -> bool:
    """Tell whether Tab stops here; at a row of choices it stops at the chosen one, or the first where none is."""
    able = widget.window() is window and widget.isVisible() and widget.isEnabled()
    if not able or widget.focusProxy():
        return False
    row = _row(widget)
    if not row:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    seen = [each for each in row if each.isVisible() and each.isEnabled()]
    return widget is next((each for each in seen if each.isChecked()), seen[0])


def _row(widget: QWidget) -> list[QAbstractButton]:
    """Give the choices of which a widget is one: between them one goes with the arrows."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []
