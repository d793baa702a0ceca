"""What stands at the desk beat: the loudspeaker, and the tension now, never required."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legsup.domain.session import Session, Status
from legsup.ui.flow import Flow
from legsup.ui.tension_row import TensionRow
from legsup.ui.widgets import button, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.sound import SoundHealth


class DeskRow(QWidget):
    """``tension_before`` gives 0-4; where nothing can be heard, ``try_again`` and ``with_screen`` say how to go on."""

    tension_before = Signal(int)
    try_again = Signal()
    with_screen = Signal()

    def __init__(self) -> None:
        super().__init__()
        tension = TensionRow(tr("Tension now"))
        tension.answered.connect(self.tension_before)
        self._sound = label("", centred=True)
        self._ways = QWidget()
        Flow(
            self._ways,
            (
                button(tr("Try again"), self.try_again.emit, "primary", tr("Look for a loudspeaker again")),
                button(tr("Start with the screen"), self.with_screen.emit, "", tr("Begin without sound")),
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sound)
        column.addWidget(self._ways)
        column.addWidget(tension)

    def derive(self, session: Session, health: SoundHealth) -> None:
        """Show the loudspeaker's name, or why nothing is heard and what can be done."""
        mute = session.status is Status.PAUSED and not health.is_heard
        self._ways.setVisible(mute)
        if mute:
            reason = health.reason or tr("no loudspeaker was found")
            self._sound.setText(tr("Nothing can be heard: {reason}.").format(reason=reason))
        else:
            playing = tr("Sound: {device}. Hear nothing? Turn it up now.")
            self._sound.setText(playing.format(device=health.device) if health.device else "")
        self._sound.setVisible(bool(self._sound.text()))
