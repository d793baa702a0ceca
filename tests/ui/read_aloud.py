"""What a screen reader finds in a window: the tree that Qt gives it, and what would be wrong to hear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

_Role = QAccessible.Role
#: What one does something with: each of them is read when the focus comes there.
USED = frozenset(
    {
        _Role.Button,
        _Role.ButtonMenu,
        _Role.ButtonDropDown,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.ComboBox,
        _Role.SpinBox,
        _Role.Slider,
        _Role.EditableText,
        _Role.List,
        _Role.Table,
    }
)
#: What is pressed by a reader's own key, which asks for an action.
PRESSED = frozenset({_Role.Button, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.CheckBox, _Role.RadioButton})


#: A name of more words than this is not heard again in what is told of it.
LONG = 2


@dataclass(frozen=True, slots=True)
class Read:
    """One thing that is read."""

    widget: QWidget
    role: QAccessible.Role
    name: str
    description: str
    actions: tuple[str, ...]

    def __str__(self) -> str:
        """Tell it as a reader would."""
        return f"{self.role.name} {self.name!r} ({self.description!r})"


def read(window: QWidget) -> list[Read]:
    """Give all that a reader comes by in a window, in its order; what is not shown is not read."""
    top = QAccessible.queryAccessibleInterface(window)
    return [] if top is None else list(_walk(top))  # pyright: ignore[reportUnnecessaryComparison] - the stubs forget None


def _walk(node: QAccessibleInterface) -> Iterator[Read]:
    widget = node.object()
    if not isinstance(widget, QWidget) or not widget.isVisible():
        return
    doing = node.actionInterface()
    actions = tuple(doing.actionNames()) if doing else ()
    texts = QAccessible.Text
    name = named_by(widget) if node.role() is _Role.ComboBox else node.text(texts.Name)
    yield Read(widget, node.role(), name, node.text(texts.Description), actions)
    if isinstance(widget, (QComboBox, QAbstractItemView)):
        return  # its lines are told by Qt itself, also those of a list that is not open
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:  # pyright: ignore[reportUnnecessaryComparison] - the stubs forget None
            yield from _walk(child)


def named_by(box: QWidget) -> str:
    """Give the name of a box: on Linux Qt tells its value as its name, and its name by the label that leads there alone."""
    node = QAccessible.queryAccessibleInterface(box)
    labels = (other for other, how in node.relations() if how == QAccessible.RelationFlag.Label)
    return " ".join(each.text(QAccessible.Text.Name) for each in labels)


def faults(window: QWidget) -> list[str]:
    """Tell what would be heard wrongly, or not at all."""
    found = read(window)
    wrong = [f"{each}: {fault}" for each in found for fault in _of_one(each)]
    used = [each for each in found if each.role in USED]
    for one, other in pairwise(used):
        if (one.role, one.name, one.description) == (other.role, other.name, other.description):
            wrong.append(f"{one}: nothing tells it from the next")
    return wrong


def _is_said_twice(name: str, description: str) -> bool:
    """Whether a description says a name again that is more than a word or two, or nothing else."""
    return description == name or (len(name.split()) > LONG and name in description)


def _of_one(each: Read) -> list[str]:
    wrong: list[str] = []
    come_by = each.widget.focusPolicy() & Qt.FocusPolicy.TabFocus and each.widget.focusProxy() is None
    if (each.role in USED or come_by) and not any(letter.isalnum() for letter in each.name):
        wrong.append("has no name")
    if each.role is _Role.Graphic and not each.name:
        wrong.append("is read, and says nothing")
    if each.role in USED and _is_said_twice(each.name.lower(), each.description.lower()):
        wrong.append("is said twice")
    if each.role in PRESSED and each.widget.isEnabled() and not each.actions:
        wrong.append("cannot be pressed by a reader")
    if each.widget.property("role") == "card" and not each.name:
        wrong.append("is entered, and says nothing")
    if isinstance(each.widget, QAbstractButton):
        group = each.widget.group()
        one_of = group is not None and group.exclusive()  # pyright: ignore[reportUnnecessaryComparison] - the stubs forget None
        if one_of is not (each.role is _Role.RadioButton):
            wrong.append("is one of several, or is told as that")
    return wrong
