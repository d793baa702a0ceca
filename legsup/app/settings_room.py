"""Joins the Settings page to the settings, to the files of one's own bells, and to the sound check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.sound_check import SoundCheck
from legsup.domain.settings import with_bell
from legsup.services.sound.own_bell import BellError, BellFault, read_bell
from legsup.ui.pages.settings_page import SettingsPage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from legsup.app.basis import Basis


class SettingsRoom(QObject):
    """The page and what stands behind it; ``asked`` gives a setting's name and a value, ``told`` words for the person.

    ``sound_file`` lets a file be chosen and gives its path, or nothing.
    """

    asked = Signal(str, object)
    told = Signal(str)

    def __init__(self, basis: Basis, sound_file: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._basis = basis
        self._sound_file = sound_file
        self.page = SettingsPage(basis.kept.look())
        self.check = SoundCheck(basis.clock, basis.kept, basis.practices, basis.places, self)
        self.page.asked.connect(self.asked)
        self.page.bell_chosen.connect(self._change_bell)
        self.page.bell_asked.connect(self._choose_bell)
        self.check.serve(self.page.check, basis.conductor)
        basis.kept.follow(self.page.derive)

    def _change_bell(self, kind: str, own: str | None) -> None:
        """Change one bell in those that are kept now."""
        self.asked.emit("bells", with_bell(self._basis.kept.look().bells, kind, own))

    def _choose_bell(self, kind: str) -> None:
        """Have a sound file chosen for a bell; one that cannot be heard is refused with the reason."""
        file = self._sound_file()
        if not file:
            return
        try:
            read_bell(file)
        except BellError as error:
            self.told.emit(_bell_text(error))
            return
        self._change_bell(kind, file)


def _bell_text(error: BellError) -> str:
    """Say why a file cannot be a bell."""
    match error.fault:
        case BellFault.NO_LIBRARY:
            text = tr("A bell of your own needs the soundfile library ({reason}). The shipped bell stays.")
        case BellFault.UNREADABLE:
            text = tr("{file} cannot be read as sound ({reason}). The shipped bell stays.")
        case BellFault.SILENT:
            text = tr("{file} holds no sound to be heard. The shipped bell stays.")
    return text.format(file=error.file, reason=error.reason)
