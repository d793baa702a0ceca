"""The floor view: the whole screen as a light that breathes, a few large words, and nothing to aim at."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter

from legsup.domain.session import Status
from legsup.ui.breath_light import BreathLight
from legsup.ui.breath_words import clearness, word_of
from legsup.ui.figure.dither import even
from legsup.ui.floor_light import DIMMEST, Colours, colours, shade_at
from legsup.ui.floor_words import MOST_WORDS, FloorPicture, painted
from legsup.ui.session_words import few_words
from legsup.ui.theme import DUSK
from legsup.ui.widgets.pressing import is_any_key
from legsup.ui.widgets.telling import TellingWidget
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import (
        QBrush,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

    from legsup.domain.body.pose import Pose
    from legsup.domain.breath import Breath
    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor
    from legsup.ui.actions import SessionActions
    from legsup.ui.theme import Theme

#: Milliseconds that make a press long, and between two looks at the breath: 20 a second are enough for so soft a light.
LONG_PRESS, FRAME = 800, 50
#: Pixels of a row of light; rows are painted anew when their shade changes.
ROW = 4
#: Nothing burns in: what stands there wanders so many pixels, once round in so many seconds.
DRIFT, DRIFT_SECONDS = 7, 240.0


class FloorView(TellingWidget):
    """Fills the screen; a click pauses or goes on, a long press comes out, R turns it, Esc leaves it when done.

    Plus and minus brighten and dim it. ``covers`` tells whether it hides what is behind it, ``dimmed`` how far it was dimmed.
    ``pose_of`` gives the pose that a session's figure has now.
    """

    covers = Signal(bool)
    dimmed = Signal(int)

    def __init__(
        self, conductor: Conductor, actions: SessionActions, pose_of: Callable[[Session], Pose | None]
    ) -> None:
        super().__init__()
        self.setWindowTitle(tr("Floor view"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._conductor = conductor
        self._actions = actions
        self._pose_of = pose_of
        self._turns = 0
        self._theme, self._dim = DUSK, 0
        self._outlined = self._flipped = self._still = self._is_second = False
        self._shades: tuple[int, ...] = ()
        self._brushes: dict[int, QBrush] = {}
        self._shown: tuple[str, float] = ("", 1.0)
        self._picture: FloorPicture | None = None
        self._drift = (0, 0)
        self._press = QTimer(self)
        self._press.setSingleShot(True)
        self._press.setInterval(LONG_PRESS)
        self._press.timeout.connect(self._pressed_long)
        self.addActions(actions.letters)
        BreathLight(conductor, self, self._show_breath, FRAME)
        conductor.changed.connect(self._derive)
        conductor.cued.connect(self._write)

    def set_look(self, theme: Theme, *, dim: int, outlined: bool, flipped: bool, still: bool) -> None:
        """Wear a theme, dimmed by 0-3; ``outlined`` draws the figure in holds too, ``still`` keeps the light unmoved."""
        self._theme, self._dim = theme, dim
        self._outlined, self._flipped, self._still = outlined, flipped, still
        self._anew()

    @property
    def text(self) -> str:
        """The few words of the moment, apart from the breath's own."""
        session = self._conductor.session
        return "" if session is None else few_words(session, MOST_WORDS)

    @property
    def shown(self) -> tuple[str, float]:
        """The words that stand there, and how clearly (0-1)."""
        return self._shown

    @property
    def shades(self) -> tuple[int, ...]:
        """The shade of every row, from the bottom up."""
        return self._shades

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows of light that have changed, and the words over them."""
        painter = QPainter(self)
        area = event.rect()
        start = 0
        for end in range(1, len(self._shades) + 1):
            if end == len(self._shades) or self._shades[end] != self._shades[start]:
                rect = self._rows(start, end).intersected(area)
                if not rect.isEmpty():
                    painter.fillRect(rect, self._brush(self._shades[start]))
                start = end
        if self._picture is None:
            self._picture = self._painted()
        place = self._picture.area.translated(*self._drift)
        if place.intersects(area):
            painter.setOpacity(1.0)
            painter.drawPixmap(place.topLeft(), self._picture.figure)
            painter.setOpacity(self._shown[1])
            painter.drawPixmap(place.topLeft(), self._picture.words)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Light the new size."""
        super().resizeEvent(event)
        self._anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that nothing behind it is seen now."""
        super().showEvent(event)
        self.covers.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that what is behind it is seen again."""
        super().hideEvent(event)
        self.covers.emit(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any button, anywhere: the beginning of a click or of a long press; a double click's second is no other click."""
        self._press.start()
        self._is_second = event.type() is QEvent.Type.MouseButtonDblClick
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A short press answers, pauses or goes on."""
        if self._press.isActive():
            self._press.stop()
            if not self._is_second:
                self._actions.answer.trigger()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R turns the view, plus and minus brighten and dim it, F leaves it, Space answers; Esc comes out, where there is a way out to come, else it leaves it."""
        if event.isAutoRepeat():  # a key that is held down is one wish, here and in the window behind
            return
        match event.key():
            case Qt.Key.Key_R:
                self._turns = (self._turns + 1) % 4
                self._anew()
            case Qt.Key.Key_Minus:
                self.dimmed.emit(min(DIMMEST, self._dim + 1))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.dimmed.emit(max(0, self._dim - 1))
            case Qt.Key.Key_F | Qt.Key.Key_F11:
                self.leave()
            case Qt.Key.Key_Escape:
                self._come_out_or_leave()
            case Qt.Key.Key_Space:
                self._actions.answer.trigger()
            case _ if is_any_key(event):
                self._actions.press_any_key()
            case _:
                super().keyPressEvent(event)

    def _come_out_or_leave(self) -> None:
        """Esc comes out; before one is down, in the way out and in the rest it gives the screen back."""
        session = self._conductor.session
        if session is None or (session.is_coming_out and session.status is not Status.PAUSED):
            self.leave()
        else:
            self._pressed_long()

    def _pressed_long(self) -> None:
        """Come out; before one is down there is nothing to come out of, and one touch ends no practice."""
        session = self._conductor.session
        if session is not None and not session.went_down:
            self.leave()
        else:
            self._actions.come_out.trigger()

    def leave(self) -> None:
        """Give the screen back."""
        self.hide()

    def _derive(self, session: Session | None) -> None:
        if session is None:
            return
        if self.isVisible() and not session.is_active:
            self.leave()
        self._write(session)
        self._picture = None
        self.update()

    def _write(self, session: Session) -> None:
        """Say what there is to be read: in a pause other words come with time."""
        self.setAccessibleName(self.text)
        self._show_breath(session.breath(self._conductor.now))

    def _show_breath(self, breath: Breath | None) -> None:
        """Move light and words to a moment of the breath, and ask for what has changed to be painted."""
        shown = (
            (self.text, 1.0) if breath is None else (word_of(breath), clearness(breath, still=self._still))
        )
        before, self._shown = self._shown, shown
        if shown[0] != before[0]:
            self._change_words()
        elif shown != before and self._picture is not None:
            self.update(self._picture.area.translated(*self._drift))
        awareness = 0.0 if breath is None else breath.awareness
        self._light(0.5 if self._still and breath is not None else awareness)

    def _light(self, awareness: float) -> None:
        count = -(-self._length // ROW)
        shades = tuple(shade_at((at + 0.5) / count, awareness) for at in range(count))
        before, self._shades = self._shades, shades
        if len(before) != count:
            self.update()
            return
        changed = [at for at in range(count) if shades[at] != before[at]]
        if changed:
            self.update(self._rows(changed[0], changed[-1] + 1))

    def _rows(self, start: int, end: int) -> QRect:
        """Give the rows from one to before another, counted from the bottom as the view is turned."""
        low, high = start * ROW, min(end * ROW, self._length)
        match self._turns:
            case 0:
                return QRect(0, self.height() - high, self.width(), high - low)
            case 1:
                return QRect(low, 0, high - low, self.height())
            case 2:
                return QRect(0, low, self.width(), high - low)
            case _:
                return QRect(self.width() - high, 0, high - low, self.height())

    @property
    def _length(self) -> int:
        return max(1, self.width() if self._turns % 2 else self.height())

    @property
    def _colours(self) -> Colours:
        return colours(self._theme, self._dim)

    def _brush(self, shade: int) -> QBrush:
        """Give what to paint a shade with, made when it is first needed."""
        if shade not in self._brushes:
            self._brushes[shade] = even(self._colours.tones[shade], self.devicePixelRatioF())
        return self._brushes[shade]

    def _anew(self) -> None:
        self._brushes, self._shades, self._picture = {}, (), None
        session = self._conductor.session
        self._show_breath(None if session is None else session.breath(self._conductor.now))
        self.update()

    def _change_words(self) -> None:
        """Let the words come that are shown now, a little aside from where the last ones were; unseen, none are painted."""
        if self._picture is not None:
            self.update(self._picture.area.translated(*self._drift))
        turn = 2.0 * pi * (self._conductor.now % DRIFT_SECONDS) / DRIFT_SECONDS
        self._drift = (round(DRIFT * cos(turn)), round(DRIFT * sin(turn)))
        self._picture = self._painted() if self.isVisible() else None
        if self._picture is not None:
            self.update(self._picture.area.translated(*self._drift))

    def _painted(self) -> FloorPicture:
        session = self._conductor.session
        figure = session is not None and session.is_active and (self._outlined or session.is_coming_out)
        pose = self._pose_of(session) if figure and session is not None else None
        return painted(
            self._shown[0],
            pose,
            self.size(),
            turns=self._turns,
            colour=self._colours.words,
            flipped=self._flipped,
            ratio=self.devicePixelRatioF(),
        )
