"""Keys that nothing wanted: which of them are any key, and which is Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

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
    Qt.Key.Key_MicMute,
    Qt.Key.Key_KeyboardLightOnOff,
    Qt.Key.Key_KeyboardBrightnessDown,
    Qt.Key.Key_KeyboardBrightnessUp,
    Qt.Key.Key_TouchpadToggle,
    Qt.Key.Key_TouchpadOn,
    Qt.Key.Key_TouchpadOff,
    Qt.Key.Key_WLAN,
    Qt.Key.Key_Bluetooth,
    Qt.Key.Key_Display,
    Qt.Key.Key_ScreenSaver,
    Qt.Key.Key_Sleep,
    Qt.Key.Key_Suspend,
    Qt.Key.Key_Hibernate,
    Qt.Key.Key_PowerOff,
    Qt.Key.Key_WakeUp,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}
_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, wherever it stands on the keyboard."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_any_key(event: QKeyEvent) -> bool:
    """Whether a key is one that somebody presses who was asked for any key."""
    return event.key() not in _NOT_ANY and not event.modifiers() & _WITH_OTHERS
