"""Sliders: a share from nothing to the whole, with its value in words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from legsup.ui.widgets.labels import label
from legsup.ui.widgets.naming import named
from legsup.ui.words import in_one_system

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

WHOLE = 100


class ShareSlider(QSlider):
    """A share in per cent, 0-100; a wheel that rolls over it changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.told = label("", wraps=False)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        named(self, name)
        self.setRange(0, WHOLE)
        self.setPageStep(10)
        self.sliderChange(QSlider.SliderChange.SliderValueChange)

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Write the value beside it, whoever changed it."""
        super().sliderChange(change)
        self.told.setText(per_cent_text(self.value()))
        # The widest value keeps its room, so that the slider's end never moves.
        self.told.setMinimumWidth(self.told.fontMetrics().horizontalAdvance(per_cent_text(WHOLE)) + 4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def with_value(slider: ShareSlider) -> QWidget:
    """Put a slider and its value into one row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(slider, 1)
    row.addWidget(slider.told)
    made.setFocusProxy(slider)
    return made


def per_cent_text(share: int) -> str:
    """Write per cent as the person's country does."""
    return f"{in_one_system(QLocale().toString(share))} {QLocale().percent()}"
