"""The questions that the app asks over its window; each dialog is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.domain.screening import DoNotDoList

#: Sound files that can be chosen for a bell.
SOUND_FILES = "*.wav *.flac *.ogg *.opus *.mp3 *.aiff"


def ask_in_dialog(do_not_do: DoNotDoList, window: QWidget) -> bool:
    """Show who should not do this pose, and tell whether nothing on the list applies."""
    from legsup.ui.screening_dialog import ask_in_dialog as ask  # noqa: PLC0415 - needed once in the app's life

    return ask(do_not_do, window)


def pick_sound(window: QWidget) -> str:
    """Let a sound file be chosen; gives its path, or nothing."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked for

    kinds = tr("Sound files ({kinds})").format(kinds=SOUND_FILES)
    return QFileDialog.getOpenFileName(window, tr("A bell of your own"), "", kinds)[0]
