"""The Settings page: what can be chosen so far, each change told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.breath import OWN_PACE, PRESETS
from legsup.domain.ranges import SPEECH_RATES
from legsup.domain.sequence import Guidance
from legsup.ui.pages.bell_rows import BellRows
from legsup.ui.pages.settings_form import SettingsForm
from legsup.ui.pages.sound_check_row import SoundCheckRow
from legsup.ui.widgets import column, label, scrolling
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.settings import Settings


class SettingsPage(QWidget):
    """Shows the settings it is given and asks for others by ``asked``; it keeps none.

    ``bell_asked`` names the kind of cue for which a file of one's own is to be looked for.
    """

    asked = Signal(object)
    bell_asked = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        content = QWidget()
        rows = column(content, width=760)
        rows.addWidget(label(tr("Settings"), "title"))
        self._form = SettingsForm(rows, settings, self)
        self._form.asked.connect(self.asked)
        self.check = SoundCheckRow()
        self._practice()
        self._look()
        self._sound()
        self._bells = BellRows(self._form)
        self._bells.file_asked.connect(self.bell_asked)
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def take(self, settings: Settings) -> None:
        """Know the settings as they are now, so that the next change is made to them."""
        self._form.settings = settings
        self._bells.derive(settings)

    def _practice(self) -> None:
        form = self._form
        form.heading(tr("Practice"))
        patterns = [(f"{pattern.inhale:g} in, {pattern.exhale:g} out", str(pattern)) for pattern in PRESETS]
        form.choice(tr("Breath"), "pattern", [*patterns, (tr("My own, not paced"), OWN_PACE)])
        form.switch(tr("Ease into the slow breath"), "ease_in")
        guidance = [
            (tr("All words"), Guidance.FULL.value),
            (tr("Few words"), Guidance.SHORT.value),
            (tr("Bells"), Guidance.BELLS.value),
        ]
        form.choice(tr("Guidance"), "guidance", guidance)
        form.switch(tr("Tell half way, from 10 minutes on"), "half_way")
        form.switch(tr("A key or mouse is within reach while I get in"), "hands_near")

    def _look(self) -> None:
        form = self._form
        form.heading(tr("Look"))
        form.choice(
            tr("Colours"),
            "look",
            [(tr("As the system"), "system"), (tr("Dusk"), "dusk"), (tr("Linen"), "linen")],
        )
        form.choice(tr("My wall is on my"), "wall_side", [(tr("right"), "right"), (tr("left"), "left")])
        form.switch(tr("Still figure (less movement)"), "still_figure")
        form.per_cent(tr("Text size"), "text_size", (80, 200))

    def _sound(self) -> None:
        form = self._form
        form.heading(tr("Sound"))
        outputs = [
            (tr("The computer's loudspeaker"), "sounddevice"),
            (tr("simpleaudio (Python before 3.12)"), "simpleaudio"),
            (tr("None: the screen leads"), "silent"),
        ]
        form.choice(tr("Sound comes from"), "sound", outputs)
        form.switch(tr("Mute"), "muted")
        form.slider(tr("Tones and bells"), "cues_volume")
        form.slider(tr("Voice"), "voice_volume")
        form.slider(tr("Sea"), "sea_volume")
        voices = [
            (tr("The best there is"), "auto"),
            (tr("A voice pack of my own"), "pack"),
            (tr("The system's voice"), "system"),
            ("espeak-ng", "espeak-ng"),
            ("flite", "flite"),
            (tr("The voice that came with Legs Up"), "shipped"),
        ]
        form.choice(tr("Voice of"), "voice", voices)
        low, high = (round(100 * rate) for rate in SPEECH_RATES)
        form.per_cent(tr("Pace of the voice"), "voice_rate", (low, high), share=True)
        form.note(tr("A recorded voice, your own or the one that came with Legs Up, keeps its own pace."))
        form.row(tr("Try the sound"), self.check)
