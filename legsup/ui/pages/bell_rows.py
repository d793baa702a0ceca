"""The rows of the bells: each as shipped, off, or a sound file of the person's own."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legsup.domain.cues import CueKind
from legsup.domain.settings import AS_SHIPPED
from legsup.domain.sound import BELLS
from legsup.ui.widgets.fields import ChoiceBox
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.settings import Settings
    from legsup.ui.pages.settings_form import SettingsForm

#: What a box holds beside the path of a file.
OFF, CHOOSE = "off", "choose"


class BellRows(QObject):
    """One box a bell.

    ``chosen`` gives the kind of a bell, and None for off, a file of the person's own, or ``AS_SHIPPED``; ``file_asked``
    names the kind for which a file is to be looked for.
    """

    chosen = Signal(str, object)
    file_asked = Signal(str)

    def __init__(self, form: SettingsForm) -> None:
        super().__init__(form)
        form.heading(tr("Bells"))
        form.note(
            tr(
                "Each bell can be off, or a sound file of your own. The soft note stays: it says that all is well."
            )
        )
        self._boxes: dict[str, ChoiceBox] = {}
        self._bells: Mapping[str, str | None] = {}
        for kind in BELLS:
            box = ChoiceBox(_name(kind), narrow=True)
            box.chosen.connect(partial(self._chosen, kind))
            self._boxes[kind] = box
            form.row(_name(kind), box)

    def derive(self, settings: Settings) -> None:
        """Show what is chosen for each."""
        self._bells = settings.bells
        for kind in self._boxes:
            self._show(kind)

    def _show(self, kind: str) -> None:
        box, own = self._boxes[kind], self._bells.get(kind, AS_SHIPPED)
        options = [(tr("As it came"), AS_SHIPPED)]
        if kind != CueKind.NOTE:
            options.append((tr("Off"), OFF))
        if own:
            options.append((PurePath(own).name, own))
            box.setToolTip(own)
        options.append((tr("A file of my own…"), CHOOSE))
        box.offer(options, OFF if own is None else own)

    def _chosen(self, kind: CueKind, chosen: str) -> None:
        if chosen == CHOOSE:
            self._show(kind)
            self.file_asked.emit(kind.value)
            return
        self.chosen.emit(kind.value, None if chosen == OFF else chosen)


def _name(kind: CueKind) -> str:
    names = {
        CueKind.BEGIN: tr("Begin"),
        CueKind.STEP: tr("Next step"),
        CueKind.NOTE: tr("Soft note before words"),
        CueKind.SWITCH_SIDES: tr("Switch sides"),
        CueKind.HALF_WAY: tr("Half way"),
        CueKind.ONE_MINUTE_LEFT: tr("A minute left"),
        CueKind.COME_OUT: tr("Come out"),
        CueKind.RESUMED: tr("Going on"),
        CueKind.RECALL: tr("Still resting?"),
        CueKind.END: tr("End"),
    }
    return names[kind]
