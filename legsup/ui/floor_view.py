"""The floor view: the whole screen as a light that breathes, a few large words, and nothing to aim at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from legsup.domain.session import Status
from legsup.ui.breath_light import BreathLight
from legsup.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from legsup.domain.breath import Breath
    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions
    from legsup.ui.theme import Theme

#: Milliseconds that make a press long.
LONG_PRESS = 800
#: The least height of a small letter, as a share of the screen's height.
X_HEIGHT = 1.0 / 12.0
MOST_WORDS = 5
#: Steps of brightness that are told apart: the screen is painted anew only when one is passed.
SHADES = 160


class FloorView(QWidget):
    """Fills the screen; a click pauses or goes on, a long press comes out, R turns it, Esc leaves it when done.

    ``closed`` tells that it was left.
    """

    closed = Signal()

    def __init__(self, conductor: Conductor, actions: SessionActions) -> None:
        super().__init__()
        self.setWindowTitle(tr("Legs Up: floor view"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._conductor = conductor
        self._actions = actions
        self._turns = 0
        self._shade = 0
        self._theme: Theme | None = None
        self._press = QTimer(self)
        self._press.setSingleShot(True)
        self._press.setInterval(LONG_PRESS)
        self._press.timeout.connect(actions.come_out.trigger)
        self.addActions(actions.letters)
        BreathLight(conductor, self, self._show_breath)
        conductor.changed.connect(self._derive)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self.update()

    @property
    def text(self) -> str:
        """The few words of the moment."""
        session = self._conductor.session
        if session is None:
            return ""
        if session.status is Status.PAUSED:
            return tr("Paused")
        return " ".join(session.beat.text.title.split()[:MOST_WORDS])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the screen with the breath's light, and write the words so large that they are read from the floor."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour())
        if self._theme is None:
            return
        area = QRectF(self.rect())
        painter.translate(area.center())
        painter.rotate(90.0 * self._turns)
        lying = self._turns % 2 == 1
        width, height = (area.height(), area.width()) if lying else (area.width(), area.height())
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(_large(painter.font(), self.height() * X_HEIGHT))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(-width / 2.2, -height / 2, width / 1.1, height), flags, self.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any button, anywhere: the beginning of a click or of a long press."""
        self._press.start()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A short press answers, pauses or goes on."""
        if self._press.isActive():
            self._press.stop()
            self._actions.answer.trigger()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R turns the view, F leaves it, Space answers; Esc comes out, and in the way out leaves it."""
        match event.key():
            case Qt.Key.Key_R:
                self._turns = (self._turns + 1) % 4
                self.update()
            case Qt.Key.Key_F | Qt.Key.Key_F11:
                self.leave()
            case Qt.Key.Key_Escape:
                self._come_out_or_leave()
            case Qt.Key.Key_Space:
                self._actions.answer.trigger()
            case _:
                super().keyPressEvent(event)

    def _come_out_or_leave(self) -> None:
        """Esc comes out; in the way out and the rest it gives the screen back."""
        session = self._conductor.session
        if session is None or (session.is_coming_out and session.status is not Status.PAUSED):
            self.leave()
        else:
            self._actions.come_out.trigger()

    def leave(self) -> None:
        """Give the screen back."""
        self.hide()
        self.closed.emit()

    def _derive(self, session: Session) -> None:
        if self.isVisible() and not session.is_active:
            self.leave()
        self.setAccessibleName(self.text)
        self.update()

    def _show_breath(self, breath: Breath | None) -> None:
        shade = 0 if breath is None else round(breath.awareness * SHADES)
        if shade != self._shade:
            self._shade = shade
            self.update()

    def _colour(self) -> QColor:
        if self._theme is None:
            return QColor(Qt.GlobalColor.black)
        dark, light = QColor(self._theme.night_top), QColor(self._theme.glow)
        # Half the way to the glow at most: bright enough to be seen through closed lids, never glaring.
        share = 0.5 * self._shade / SHADES if self._theme.dark else 0.6 * self._shade / SHADES
        mixed = [round(a + (b - a) * share) for a, b in zip(_rgb(dark), _rgb(light), strict=True)]
        return QColor(*mixed)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _large(font: QFont, x_height: float) -> QFont:
    """Make a font whose small letters have a height in pixels."""
    large = QFont(font)
    large.setPixelSize(100)
    large.setPixelSize(max(8, round(100 * x_height / QFontMetricsF(large).xHeight()) + 1))
    return large
