"""What stands where nothing can be heard: why, and how to go on; nobody is sent to the floor in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legsup.ui.flow_layout import FlowLayout
from legsup.ui.widgets import button, card, keep_readable, label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

#: The widest that it becomes, in lines of text.
WIDEST = 35


class NoSoundRow(QWidget):
    """Its focus is on trying again; ``try_again`` and ``with_screen`` are what its two buttons do."""

    def __init__(self, try_again: Callable[[], None], with_screen: Callable[[], None]) -> None:
        super().__init__()
        self._why = label("", "note", centred=True)
        self._again = button(tr("Try again"), try_again, "primary")
        ways = QWidget()
        FlowLayout(
            ways,
            (self._again, button(tr("Start with the screen"), with_screen, "", tr("Begin without sound"))),
        )
        frame = card(tr("No sound yet"))
        keep_readable(frame, WIDEST)
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(20, 10, 20, 10)
        rows.setSpacing(6)
        rows.addWidget(label(tr("No sound yet"), "heading", centred=True))
        rows.addWidget(ways)
        rows.addWidget(self._why)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(frame, 100, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
        self.setFocusProxy(self._again)
        self.show_reason("")

    def show_reason(self, reason: str) -> None:
        """Say why nothing can be heard."""
        why = tr("Nothing can be heard: {reason}.").format(reason=reason) if reason else ""
        self._why.setText(why)
        # The focus lands here: what is read with it says why.
        look = tr("Look for a loudspeaker again")
        self._again.setAccessibleDescription(" ".join(filter(None, (why, look))))
