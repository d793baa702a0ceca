"""The row of the voicings: a button each, which chooses it and lets it be heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legsup.domain.voicing import VOICINGS
from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import dialog_button, named, rename, show_chosen
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from legsup.domain.settings import Settings
    from legsup.domain.voicing import VoicingName


class VoicingRow(QWidget):
    """``chosen`` gives the voicing whose button was pressed, the chosen one too: pressed again it is heard again."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._voicing: VoicingName | None = None
        named(self, tr("The breath sounds as"))
        self._buttons: dict[VoicingName, QPushButton] = {
            each: dialog_button(_name(each), description=_told(each)) for each in VOICINGS
        }
        for each, made in self._buttons.items():
            made.setCheckable(True)
            # Toggled, not clicked: a screen reader toggles. The chosen one is let go by a press, and heard again.
            made.toggled.connect(partial(self._press, each))
            made.setToolTip(made.accessibleDescription())
        FlowLayout(self, self._buttons.values(), begins=True)
        self.setFocusProxy(self._buttons[VOICINGS[0]])

    def derive(self, settings: Settings) -> None:
        """Show which is chosen, in words as well."""
        self._voicing = settings.voicing
        self._show()

    def _show(self) -> None:
        for each, made in self._buttons.items():
            on = each == self._voicing
            name = tr("{voicing}, chosen").format(voicing=_name(each)) if on else _name(each)
            rename(made, f"\u2713 {_name(each)}" if on else _name(each), _told(each))
            named(made, name, _told(each))
            show_chosen(made, on=on)

    def _press(self, voicing: VoicingName, _on: bool) -> None:  # noqa: FBT001 - a slot takes what Qt gives
        """Ask for a voicing; which one is chosen, and so stays pressed, comes from the settings alone."""
        self._show()
        self.chosen.emit(voicing)


def _name(voicing: VoicingName) -> str:
    match voicing:
        case "glide":
            return tr("Glide")
        case "steps":
            return tr("Steps")
        case "pad":
            return tr("Chord")


def _told(voicing: VoicingName) -> str:
    match voicing:
        case "glide":
            return tr("One soft voice rises and falls. Plays three breaths.")
        case "steps":
            return tr("Five notes, from the feet to the crown and back. Plays three breaths.")
        case "pad":
            return tr("A still chord opens and closes. Plays three breaths.")
