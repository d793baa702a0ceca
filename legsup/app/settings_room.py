"""Joins the Settings page to the settings, to the files of one's own bells, and to the sound check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.app.sound_check import SoundCheck
from legsup.domain.settings import with_bell
from legsup.services.voice.piper import language_of
from legsup.ui.pages.settings_page import SettingsPage
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legsup.app.basis import Basis
    from legsup.app.dialogs import Dialogs
    from legsup.services.sound.own_bell import BellError


class SettingsRoom(QObject):
    """The page and what stands behind it; ``asked`` gives a setting's name and a value, ``told`` words for the person.

    ``dialogs`` let a sound file or a voice file be chosen over the window.
    """

    asked = Signal(str, object)
    told = Signal(str)

    def __init__(self, basis: Basis, dialogs: Dialogs, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._basis = basis
        self._dialogs, self._window = dialogs, window
        self.page = SettingsPage(basis.kept.look())
        self.check = SoundCheck(basis.clock, basis.kept, basis.practices, basis.places, self)
        self.page.asked.connect(self.asked)
        self.page.bell_chosen.connect(self._change_bell)
        self.page.bell_asked.connect(self._choose_bell)
        self.page.voice_file_asked.connect(self._choose_voice_file)
        self.page.voicing_asked.connect(self._hear_voicing)
        self.check.serve(self.page.check, basis.conductor)
        basis.kept.follow(self.page.derive)

    def _change_bell(self, kind: str, own: str | None) -> None:
        """Change one bell in those that are kept now."""
        self.asked.emit("bells", with_bell(self._basis.kept.look().bells, kind, own))

    def _choose_bell(self, kind: str) -> None:
        """Have a sound file chosen for a bell; one that cannot be heard is refused with the reason."""
        from legsup.services.sound.own_bell import BellError, read_bell  # noqa: PLC0415 - loads numpy

        file = self._dialogs.sound_file(self._window)
        if not file:
            return
        try:
            read_bell(file)
        except BellError as error:
            self.told.emit(_bell_text(error))
            return
        self._change_bell(kind, file)

    def _choose_voice_file(self) -> None:
        """Have a voice file chosen for Piper; one that tells no language is refused with the reason."""
        file = self._dialogs.voice_file(self._window)
        if not file:
            return
        if language_of(Path(file)) is None:
            reason = tr("{file} is not a voice for Piper, or {beside} is missing beside it.")
            self.told.emit(reason.format(file=file, beside=f"{Path(file).name}.json"))
            return
        self.asked.emit("piper_voice", file)

    def _hear_voicing(self, voicing: str) -> None:
        """Choose how the breath sounds, and let three breaths of it be heard from their beginning."""
        self.asked.emit("voicing", voicing)
        if self.check.is_running:
            self.check.stop()
        self.page.check.asked.emit()


def _bell_text(error: BellError) -> str:
    """Say why a file cannot be a bell."""
    from legsup.services.sound.own_bell import BellFault  # noqa: PLC0415 - only where one was read

    match error.fault:
        case BellFault.NO_LIBRARY:
            text = tr("A bell of your own needs the soundfile library ({reason}). The shipped bell stays.")
        case BellFault.UNREADABLE:
            text = tr("{file} cannot be read as sound ({reason}). The shipped bell stays.")
        case BellFault.SILENT:
            text = tr("{file} is silent. The shipped bell stays.")
    return text.format(file=error.file, reason=error.reason)
