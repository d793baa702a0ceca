"""The rows of the bells: each as shipped, off, or a sound file of the person's own."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from legsup.domain.cues import CueKind
from legsup.domain.settings import AS_SHIPPED
from legsup.domain.sound import BELLS
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
                "Each bell can be off, or a sound file of your own. The soft note stays: it tells that all is well."
            )
        )
        self._boxes: dict[str, QComboBox] = {}
        self._bells: Mapping[str, str | None] = {}
        for kind in BELLS:
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.activated.connect(partial(self._chosen, kind))
            self._boxes[kind] = box
            form.row(_name(kind), box)

    def derive(self, settings: Settings) -> None:
        """Show what is chosen for each."""
        self._bells = settings.bells
        for kind in self._boxes:
            self._show(kind)

    def _show(self, kind: str) -> None:
        box, own = self._boxes[kind], self._bells.get(kind, AS_SHIPPED)
        with QSignalBlocker(box):
            box.clear()
            box.addItem(tr("As it came"), AS_SHIPPED)
            if kind != CueKind.NOTE:
                box.addItem(tr("Off"), OFF)
            if own:
                box.addItem(PurePath(own).name, own)
                box.setToolTip(own)
            box.addItem(tr("A file of my own …"), CHOOSE)
            box.setCurrentIndex(box.findData(OFF if own is None else own))

    def _chosen(self, kind: CueKind, _index: int) -> None:
        chosen = self._boxes[kind].currentData()
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
