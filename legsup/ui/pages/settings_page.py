"""The Settings page: what can be chosen so far, each change told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from legsup.domain.breath import OWN_PACE, PRESETS
from legsup.domain.ranges import SPEECH_RATES
from legsup.domain.settings import GUIDANCES, LOOKS, OUTPUTS, TEXT_SIZES, WALL_SIDES
from legsup.ui.pages.bell_rows import BellRows
from legsup.ui.pages.reminder_rows import ReminderRows
from legsup.ui.pages.section_list import SectionList
from legsup.ui.pages.settings_form import SettingsForm
from legsup.ui.pages.sound_check_row import SoundCheckRow
from legsup.ui.pages.voice_rows import VoiceRows
from legsup.ui.pages.voicing_row import VoicingRow
from legsup.ui.record_words import pattern_text
from legsup.ui.setting_words import guidance_text, look_text, side_text
from legsup.ui.widgets import button, column, label, scrolling, widest
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from legsup.domain.settings import OutputName, Settings

#: In lines of text: the widest that the sections become, and what they keep where the list of them stands beside.
WIDEST, BESIDE = 48, 43


class SettingsPage(QWidget):
    """Shows the settings it is given and asks for another value by ``asked``, with the setting's name; it keeps none.

    ``bell_chosen`` gives the kind of a bell and what it is to be (see ``BellRows``); ``bell_asked`` the kind for which a
    file of one's own is to be looked for; ``changed`` asks the questions about one's health anew. ``voice_file_asked`` asks
    for a voice file of one's own, ``voicing_asked`` for a way of sounding the breath, to be heard at once.
    """

    asked = Signal(str, object)
    changed = Signal()
    bell_chosen = Signal(str, object)
    bell_asked = Signal(str)
    voice_file_asked = Signal()
    voicing_asked = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        content = QWidget()
        rows = column(content, lines=WIDEST)
        rows.addWidget(label(tr("Settings"), "title"))
        self._form = SettingsForm(rows, self)
        self._form.asked.connect(self.asked)
        self.check = SoundCheckRow()
        self._practice()
        self._questions()
        self._look()
        self._sound()
        self._bells = BellRows(self._form)
        self._bells.chosen.connect(self.bell_chosen)
        self._bells.file_asked.connect(self.bell_asked)
        self._reminders = ReminderRows(self._form)
        self._reminders.asked.connect(self.asked)
        self.derive(settings)
        rows.addStretch(1)
        self._area = area = scrolling(content)
        self._list = SectionList(self._form.sections, area)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._list)
        beside.addWidget(area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list of sections where there is room for it; both stand together in the middle."""
        super().resizeEvent(event)
        free = self.width() - self._list.wide
        beside = free >= widest(self, BESIDE)
        self._list.setVisible(beside)
        self._list.stand_off(max(0, (free - widest(self, WIDEST)) // 2))
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter)

    def derive(self, settings: Settings) -> None:
        """Show the settings as they are now."""
        self._form.derive(settings)
        self._bells.derive(settings)
        self._reminders.derive(settings)
        self._voice.derive(settings)
        self._voicing.derive(settings)

    def _practice(self) -> None:
        form = self._form
        form.heading(tr("Practice"))
        patterns = [(pattern_text(str(pattern)), str(pattern)) for pattern in PRESETS]
        form.choice(tr("Breath"), "pattern", [*patterns, (tr("My own, not paced"), OWN_PACE)])
        form.switch(tr("Ease into the slow breath"), "ease_in")
        form.choice(tr("Guidance"), "guidance", [(guidance_text(each), each) for each in reversed(GUIDANCES)])
        form.switch(tr("A bell half way, from 10 minutes on"), "half_way")
        form.switch(tr("A key, mouse or headset button is within reach while I get in"), "hands_near")
        form.switch(tr("At the end, ask about my legs too"), "ask_legs")
        form.switch(tr("At the end, offer a line for a note"), "ask_note")

    def show_outcome(self, text: str) -> None:
        """Say what is open, and since when."""
        self._outcome.setText(text)
        self._outcome.setVisible(bool(text))

    def _questions(self) -> None:
        form = self._form
        form.heading(tr("Is this pose for you?"))
        self._outcome = form.note("")
        about = tr("Asks the questions about your health anew")
        form.row(tr("The health questions"), button(tr("Answer them again"), self.changed.emit, "", about))

    def _look(self) -> None:
        form = self._form
        form.heading(tr("Look"))
        form.choice(tr("Colours"), "look", [(look_text(each), each) for each in LOOKS])
        form.choice(tr("My wall is on my"), "wall_side", [(side_text(each), each) for each in WALL_SIDES])
        form.switch(tr("Still figure (less movement)"), "still_figure")
        form.switch(tr("The figure's outline in floor view"), "floor_figure")
        form.per_cent(tr("Text size"), "text_size", TEXT_SIZES)

    def _sound(self) -> None:
        form = self._form
        form.heading(tr("Sound"))
        form.choice(tr("Sound comes from"), "sound", [(_output(each), each) for each in OUTPUTS])
        form.switch(tr("Mute"), "muted")
        form.slider(tr("Tones and bells"), "cues_volume")
        form.slider(tr("Voice"), "voice_volume")
        form.slider(tr("Sea"), "sea_volume")
        form.switch(tr("Sea from beginning to end"), "sea_throughout")
        self._voicing = VoicingRow()
        self._voicing.chosen.connect(self.voicing_asked)
        form.row(tr("The breath sounds as"), self._voicing)
        self._voice = VoiceRows(form)
        self._voice.file_asked.connect(self.voice_file_asked)
        low, high = (round(100 * rate) for rate in SPEECH_RATES)
        form.per_cent(tr("Pace of the voice"), "voice_rate", (low, high), share=True)
        form.note(tr("A recorded voice, your own or the one that came with Legs Up, keeps its own pace."))
        form.row(tr("Try the sound"), self.check)
        form.switch(tr("A screen reader says the words, too"), "read_too")
        form.note(
            tr(
                "Otherwise it says only what the voice here does not. For the reader alone, set the voice to 0."
            )
        )


def _output(output: OutputName) -> str:
    match output:
        case "sounddevice":
            return tr("The computer's loudspeaker")
        case "simpleaudio":
            return tr("simpleaudio (Python before 3.12)")
        case "silent":
            return tr("None: the screen leads")
