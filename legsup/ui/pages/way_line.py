"""The line of the way: the parts of a practice as a fine row of strokes, the present one filling; no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from legsup.domain.along import Leg, along
from legsup.domain.stages import Stage
from legsup.ui.session_words import stage_text
from legsup.ui.widgets import named
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from legsup.domain.session import Session

#: Pixels: the row's height and greatest width, the gaps, and how thick what is past, present and to come is.
_HEIGHT, _WIDEST, _GAP = 10, 420, 6
#: In wide windows it takes this share of the width.
_WIDE = 0.34
_PAST, _PRESENT, _TO_COME = 2.6, 4.0, 1.2
#: A hold is drawn so many times as long as another part.
_HOLD = 2.5


class WayLine(QWidget):
    """Derives from the session; says in words, for those who do not see it, which part one is in and what follows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._legs: tuple[Leg, ...] = ()

    def derive(self, session: Session) -> None:
        """Show where a session is."""
        legs = tuple(_rounded(leg) for leg in along(session))
        if legs != self._legs:
            self._legs = legs
            self.update()
            self._say()

    def sizeHint(self) -> QSize:
        """Take a fine row."""
        return QSize(_WIDEST, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a stroke a part, in the direction in which one reads."""
        weights = [_HOLD if leg.stage is Stage.HOLD else 1.0 for leg in self._legs]
        wide = min(max(_WIDEST, _WIDE * self.width()), self.width() - 48)
        unit = (wide - _GAP * (len(weights) - 1)) / sum(weights) if weights else 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        left = (self.width() - wide) / 2
        for leg, weight in zip(self._legs, weights, strict=True):
            self._stroke(painter, leg, left, weight * unit)
            left += weight * unit + _GAP
        painter.end()

    def _stroke(self, painter: QPainter, leg: Leg, left: float, length: float) -> None:
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        _bar(painter, left, length, _PAST if leg.behind >= 1.0 else _TO_COME, quiet)
        if leg.present:
            done = max(_PRESENT, leg.behind * length)
            _bar(painter, left, done, _PRESENT, self.palette().color(QPalette.ColorRole.Highlight))

    def _say(self) -> None:
        now = next((stage_text(leg.stage) for leg in self._legs if leg.present), "")
        after = [stage_text(leg.stage) for leg in self._legs if not leg.present and leg.behind <= 0.0]
        told = tr("Now: {stage}.").format(stage=now) if now else ""
        if after:
            told += " " + tr("Then: {stages}.").format(stages=", ".join(after))
        if told != self.accessibleDescription():
            named(self, tr("Where you are on the way"), told)


def _rounded(leg: Leg) -> Leg:
    # Finer steps than a pixel or two cannot be seen.
    return Leg(leg.stage, round(leg.behind, 2), leg.present)


def _bar(painter: QPainter, left: float, length: float, thick: float, tone: QColor) -> None:
    painter.setBrush(tone)
    painter.drawRoundedRect(QRectF(left, (_HEIGHT - thick) / 2, length, thick), thick / 2, thick / 2)
