"""The Settings page: what can be chosen so far, each change told at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from legsup.domain.breath import OWN_PACE, PRESETS
from legsup.domain.sequence import Guidance
from legsup.ui.widgets import column, label, scrolling
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from legsup.domain.settings import Settings


class SettingsPage(QWidget):
    """Shows the settings it is given and asks for others by ``asked``; it keeps none."""

    asked = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        content = QWidget()
        rows = column(content, width=760)
        rows.addWidget(label(tr("Settings"), "title"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addLayout(form)
        self._form = form
        self._breath()
        self._look()
        self._sound()
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def take(self, settings: Settings) -> None:
        """Know the settings as they are now, so that the next change is made to them."""
        self._settings = settings

    def _breath(self) -> None:
        patterns = [(f"{pattern.inhale:g} in, {pattern.exhale:g} out", str(pattern)) for pattern in PRESETS]
        self._choice(tr("Breath"), "pattern", [*patterns, (tr("My own, not paced"), OWN_PACE)])
        self._switch(tr("Ease into the slow breath"), "ease_in")
        guidance = [
            (tr("All words"), Guidance.FULL.value),
            (tr("Few words"), Guidance.SHORT.value),
            (tr("Bells"), Guidance.BELLS.value),
        ]
        self._choice(tr("Guidance"), "guidance", guidance)
        self._switch(tr("Tell half way (from 10 minutes on)"), "half_way")
        self._switch(tr("A key or mouse is within reach while I get in"), "hands_near")

    def _look(self) -> None:
        looks = [(tr("As the system"), "system"), (tr("Dusk"), "dusk"), (tr("Linen"), "linen")]
        self._choice(tr("Look"), "look", looks)
        self._choice(tr("My wall is on my"), "wall_side", [(tr("right"), "right"), (tr("left"), "left")])
        self._switch(tr("Still figure (less movement)"), "still_figure")
        size = QSpinBox()
        size.setRange(80, 200)
        size.setSingleStep(10)
        size.setSuffix(" %")
        size.setValue(self._settings.text_size)
        size.valueChanged.connect(self._asker("text_size"))
        self._row(tr("Text size"), size)

    def _sound(self) -> None:
        outputs = [
            (tr("The computer's loudspeaker"), "sounddevice"),
            (tr("simpleaudio (Python before 3.12)"), "simpleaudio"),
            (tr("None: the screen leads"), "silent"),
        ]
        self._choice(tr("Sound comes from"), "sound", outputs)
        voices = [
            (tr("The best there is"), "auto"),
            (tr("A voice pack of my own"), "pack"),
            (tr("The system's voice"), "system"),
            ("espeak-ng", "espeak-ng"),
            ("flite", "flite"),
            (tr("The voice that came with Legs Up"), "shipped"),
        ]
        self._choice(tr("Voice of"), "voice", voices)
        self._switch(tr("Mute"), "muted")
        for text, name in (
            (tr("Tones and bells"), "cues_volume"),
            (tr("Voice"), "voice_volume"),
            (tr("Sea"), "sea_volume"),
        ):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, 100)
            slider.setValue(round(100 * getattr(self._settings, name)))
            slider.valueChanged.connect(self._asker(name, 100.0))
            self._row(text, slider)

    def _choice(self, text: str, name: str, options: Sequence[tuple[str, str]]) -> None:
        box = QComboBox()
        for option, value in options:
            box.addItem(option, value)
        box.setCurrentIndex(max(0, box.findData(getattr(self._settings, name))))
        box.currentIndexChanged.connect(lambda: self._ask(name, box.currentData()))
        self._row(text, box)

    def _switch(self, text: str, name: str) -> None:
        box = QCheckBox()
        box.setChecked(getattr(self._settings, name))
        box.toggled.connect(self._asker(name))
        self._row(text, box)

    def _row(self, text: str, field: QWidget) -> None:
        field.setAccessibleName(text)
        name = label(text)
        name.setBuddy(field)
        self._form.addRow(name, field)

    def _asker(self, name: str, whole: float | None = None) -> Callable[[int | bool], None]:
        """Make a slot that asks for a value, or for its share of a whole."""

        def ask(value: int | bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
            self._ask(name, value if whole is None else value / whole)

        return ask

    def _ask(self, name: str, value: Any) -> None:  # noqa: ANN401 - each setting has a type of its own
        self.asked.emit(replace(self._settings, **{name: value}))
