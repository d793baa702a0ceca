"""Buttons: those that do something, those that stay chosen, and those that are a QAction's face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton

from legsup.ui.widgets.naming import give_role, named
from legsup.ui.widgets.pressing import is_enter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget


def button(text: str, do: Callable[[], None], role: str = "", description: str = "") -> QPushButton:
    """Make a button that does something of its own."""
    made = _plain(PressButton(text), role, description)
    made.clicked.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
    return made


def dialog_button(text: str, role: str = "", description: str = "") -> QPushButton:
    """Make a button that a dialog presses itself; it is not the dialog's default, and a double click presses it once."""
    return _plain(OnceButton(text), role, description)


def _plain(made: QPushButton, role: str, description: str) -> QPushButton:
    made.setAutoDefault(False)
    named(made, made.text(), description)
    give_role(made, role)
    return made


def choice_button(text: str, do: Callable[[], None], role: str = "", *, name: str = "") -> QPushButton:
    """Make a button that stays chosen; ``name`` says in full what ``text`` means where only its row tells."""
    made = PressButton(text)
    made.setAutoDefault(False)
    named(made, name or text)
    give_role(made, role)
    choosable(made, do)
    return made


def answer_button(
    text: str, do: Callable[[], None], *, stays: bool = False, description: str = "", role: str = ""
) -> QPushButton:
    """Make a button for what a person says about their health; ``stays`` keeps it chosen. Enter never presses it."""
    made = AnswerButton(text)
    named(made, text, description)
    give_role(made, role)
    if stays:
        choosable(made, do)
    else:
        made.clicked.connect(lambda: do())  # noqa: PLW0108 - Qt's own argument must not reach it
    return made


def choosable(button: QAbstractButton, do: Callable[[], None]) -> None:
    """Let a button be chosen, which does something; by mouse, by key, or by a screen reader, which only toggles it."""
    button.setCheckable(True)

    def chosen(on: bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
        if on:
            do()

    button.toggled.connect(chosen)


def one_of(owner: QObject, *choices: QAbstractButton) -> QButtonGroup:
    """Let one of several buttons hold at a time; ``add_choice`` adds what is made later."""
    group = QButtonGroup(owner)
    for each in choices:
        add_choice(group, each)
    return group


def add_choice(group: QButtonGroup, choice: QAbstractButton, number: int = -1) -> None:
    """Add one of several choices to a group; ``number`` is its own there, if it has one.

    A screen reader takes it for one of several only by ``autoExclusive``, which within a group does nothing else.
    """
    choice.setAutoExclusive(True)
    group.addButton(choice, number)


def show_chosen(button: QAbstractButton, *, on: bool) -> None:
    """Show whether a button is the chosen one, without choosing it."""
    with QSignalBlocker(button):
        button.setChecked(on)


def rename(button: QAbstractButton, text: str, description: str = "") -> None:
    """Say what a button does now."""
    button.setText(text)
    named(button, text, description)


def show_able(button: QAbstractButton, text: str, description: str, why: str) -> None:
    """Let a button be pressed unless something is in its way, which its words say beside what it does."""
    rename(button, with_why(text, why), description)
    button.setEnabled(not why)


def with_why(text: str, why: str) -> str:
    """Write what something does, and why it cannot be done now, if it cannot."""
    return " · ".join(filter(None, (text, why)))


def measure(parent: QWidget, role: str = "") -> QPushButton:
    """Make a button that is never shown, to take the measure of others in its look."""
    made = _plain(QPushButton(parent), role, "")
    made.hide()
    return made


def room_for(measure: QPushButton, labels: Iterable[str]) -> int:
    """Tell how many pixels the widest of some labels takes on a button that looks like ``measure``."""
    widths: list[int] = []
    for label in labels:
        measure.setText(label)
        widths.append(measure.sizeHint().width())
    return max(widths, default=0)


class PressButton(QPushButton):
    """A button that Enter presses too, as some desktops have it and others not; held down it presses once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for Space; here and not in the window, where Enter from a field comes that gave the focus away."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class OnceButton(PressButton):
    """A button that a double click presses once: the second click was not meant for what has come meanwhile."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click for nothing."""
        event.accept()


class AnswerButton(QPushButton):
    """A button that is no dialog's default, and that a key pressed out of habit does not press."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter end here: some desktops press a focused button by it, and dialogs their default one."""
        if is_enter(event):
            event.accept()
        else:
            super().keyPressEvent(event)


class ActionButton(OnceButton):
    """A button that is nothing but a QAction's face: its text, its being enabled and its doing."""

    def __init__(self, action: QAction, role: str = "") -> None:
        super().__init__()
        self._action = action
        give_role(self, role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._derive)
        self._derive()

    @property
    def action_shown(self) -> QAction:
        """The action whose face it is."""
        return self._action

    def _derive(self) -> None:
        # A menu has room for why it cannot be done; a button says that when it is pointed at.
        rename(self, self._action.iconText(), self._action.toolTip())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
