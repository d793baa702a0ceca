"""What a control is called, for those who do not see it, and which look it wears."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def named(widget: QWidget, name: str, description: str = "") -> None:
    """Name a control for screen readers."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)


def read_out(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text once, when it has said what it is at; nothing where the widget is not seen."""
    if not widget.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not before the first paint

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def give_role(widget: QWidget, role: str) -> None:
    """Give a new widget its look (the roles are listed in ``legsup.ui.style``); an empty one leaves it plain."""
    if role:
        widget.setProperty("role", role)


def show_role(widget: QWidget, role: str) -> None:
    """Give a widget that is seen already another look; nothing happens where it has it already."""
    _show(widget, "role", role)


def show_dense(widget: QWidget, *, on: bool) -> None:
    """Leave little air beside a button's words, where the room is narrow for the size of the text; it has air from the start.

    Nothing is asked of a style before that: naming one loads hundreds of enums, and the window's first paint would wait for them.
    """
    if on or widget.property("dense") is not None:
        _show(widget, "dense", "true" if on else "false")


def show_over(widget: QWidget, *, on: bool) -> None:
    """Give words that stand above others a ground of their own, where they lie over a picture."""
    _show(widget, "over", "true" if on else "false")


def _show(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()
