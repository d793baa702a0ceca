"""Words that fade into one another in a place of their own: nothing around them moves when they change lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from legsup.ui.widgets.naming import give_role
from legsup.ui.widgets.wrapping import balanced, broken

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

#: Milliseconds in which words go and others come.
FADE = 700
#: Words too long for their place grow smaller, by such steps and no further than this.
_SMALLER, SMALLEST = 0.94, 0.55


class FadingLabel(QLabel):
    """A centred label whose text fades over; ``set_place`` keeps room for it, whatever it says."""

    def __init__(self, role: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> None:
        super().__init__()
        give_role(self, role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._align = align
        self._before = ""
        self._still = False
        self._scale = 1.0
        self._height = 0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._turn)

    def set_still(self, *, still: bool) -> None:
        """Change at once (reduced motion), or softly."""
        self._still = still

    def show_text(self, text: str) -> None:
        """Let other words come."""
        if text == self.text():
            return
        self._before = self.text()
        self.setText(text)
        if self.isVisible() and not self._still:
            self._fade.stop()
            self._fade.start()

    @property
    def fading(self) -> bool:
        """Whether words are on their way."""
        return self._fade.state() is QVariantAnimation.State.Running

    @property
    def scale(self) -> float:
        """How many times the usual size its letters have, where its words have room."""
        return self._scale

    def needed(self, texts: tuple[str, ...], width: float, scale: float) -> int:
        """Tell the height in pixels that the highest of some texts takes at a width, in letters so many times as large."""
        metrics = QFontMetricsF(self._lettered(scale))
        area = QRectF(0, 0, width, 1e5)
        return round(
            max((metrics.boundingRect(area, self._flags, text).height() for text in texts), default=0) + 0.5
        )

    def set_place(self, height: int, scale: float) -> None:
        """Keep so many pixels of height, and write in letters so many times the usual size."""
        if (height, scale) != (self._height, self._scale):
            self._height, self._scale = height, scale
            self.setFixedHeight(height)
            self.update()

    def sizeHint(self) -> QSize:
        """Take the height that is kept."""
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        """Shrink in width alone."""
        return QSize(0, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words, and while they change those before them, too."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        come = float(self._fade.currentValue()) if self.fading else 1.0
        # The old are gone before the new are clear, so that nobody reads two lines at once.
        for text, clear in ((self._before, 1.0 - 2.0 * come), (self.text(), 2.0 * come - 1.0)):
            if text and clear > 0.0:
                painter.setOpacity(clear)
                self._write(painter, text)
        painter.end()

    def _turn(self, _value: object) -> None:
        self.update()

    @property
    def _flags(self) -> int:
        return (self._align | Qt.AlignmentFlag.AlignHCenter).value | Qt.TextFlag.TextWordWrap.value

    def _lettered(self, scale: float) -> QFont:
        self.ensurePolished()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        return font

    def _write(self, painter: QPainter, text: str) -> None:
        area, scale = QRectF(self.contentsRect()), self._scale
        while (
            scale > self._scale * SMALLEST and self.needed((text,), area.width(), scale) > area.height() + 1
        ):
            scale *= _SMALLER
        font = self._lettered(scale)
        painter.setFont(font)
        text = broken(text, area.width(), QFontMetricsF(font).horizontalAdvance)
        wide = balanced(text, font, int(area.width()))
        area.adjust((area.width() - wide) / 2, 0.0, (wide - area.width()) / 2, 0.0)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as the words run, not the window
        painter.drawText(area, self._flags, text)
