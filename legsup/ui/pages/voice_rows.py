"""The rows of the voice: whose it is, and the voice file that Piper speaks by."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.domain.settings import VOICES
from legsup.ui.widgets.fields import ChoiceBox
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.settings import Settings, VoiceName
    from legsup.ui.pages.settings_form import SettingsForm

#: What the box of the voice file holds beside the path of one.
NONE, CHOOSE = "", "choose"


class VoiceRows(QObject):
    """``file_asked`` asks for a voice file to be looked for; all else is asked for through the form."""

    file_asked = Signal()

    def __init__(self, form: SettingsForm) -> None:
        super().__init__(form)
        self._form = form
        self._file = NONE
        form.choice(tr("Voice comes from"), "voice", [(_name(each), each) for each in VOICES])
        self._box = ChoiceBox(tr("Voice file for Piper"), narrow=True)
        self._box.chosen.connect(self._chosen)
        form.row(tr("Voice file for Piper"), self._box)

    def derive(self, settings: Settings) -> None:
        """Show the file that is chosen."""
        self._file = settings.piper_voice
        self._show()

    def _show(self) -> None:
        options = [(tr("None"), NONE)]
        if self._file:
            options.append((PurePath(self._file).name, self._file))
        self._box.offer([*options, (tr("A voice file\u2026"), CHOOSE)], self._file)
        self._box.setToolTip(self._file)

    def _chosen(self, chosen: str) -> None:
        if chosen == CHOOSE:
            self._show()
            self.file_asked.emit()
        else:
            self._form.asked.emit("piper_voice", chosen)


def _name(voice: VoiceName) -> str:
    names: dict[VoiceName, str] = {
        "auto": tr("The best there is"),
        "pack": tr("A voice pack of my own"),
        "shipped": tr("The voice that came with Legs Up"),
        "natural": tr("The same voice, for lines of my own too"),
        "piper": tr("Piper, by the voice file below"),
        "system": tr("The system's voice"),
    }
    return names.get(voice, voice)
