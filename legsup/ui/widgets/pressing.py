"""Keys that nothing wanted: Enter presses what has the focus on every desktop, and which keys are any key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton

#: Keys that are held with others, move the focus, or belong to the system: pressing them asks for nothing.
_NOT_ANY = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_Print,
    Qt.Key.Key_VolumeDown,
    Qt.Key.Key_VolumeUp,
    Qt.Key.Key_VolumeMute,
    Qt.Key.Key_MonBrightnessDown,
    Qt.Key.Key_MonBrightnessUp,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}
_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)

_AT_ONCE = QToolButton.ToolButtonPopupMode.InstantPopup


def press(button: QAbstractButton) -> None:
    """Press a button as Space does; one that opens a menu opens it."""
    if isinstance(button, QToolButton) and button.popupMode() is _AT_ONCE and button.isEnabled():
        button.showMenu()
    else:
        button.click()


def is_any_key(event: QKeyEvent) -> bool:
    """Whether a key is one that somebody presses who was asked for any key."""
    return event.key() not in _NOT_ANY and not event.modifiers() & _WITH_OTHERS
