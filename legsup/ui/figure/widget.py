"""The figure on the screen: shows a pose, moves to another, and lets the breath shine. It holds no mode of the session."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from legsup.domain.pose import CAMERAS, Pose, View, facing, mirrored
from legsup.domain.sequence import Side
from legsup.ui.figure.motion import Moment, Motion
from legsup.ui.figure.picture import FINE, QUICK, Picture
from legsup.ui.figure.resting import RestingBody, rendered
from legsup.ui.theme import DUSK, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

#: Milliseconds between the pictures of a movement: 28 a second is smooth for a slow body and leaves the processor cool.
_INTERVAL = 36
#: Seconds in which the light comes and goes.
_LIGHT_FADE = 0.8
#: The room that is shown while no pose is known.
_NOBODY = Pose("", View.SIDE, CAMERAS[View.SIDE], (-0.6, 0.53, 0.0), facing(0.0, 0.0, 0.0))


class BodyFigure(QWidget):
    """A body in a room. Whoever owns the session calls it with values; ``poses`` are all that it can show, by id."""

    def __init__(
        self,
        poses: Mapping[str, Pose],
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._poses = poses
        self._clock = clock
        self._theme = DUSK
        self._flipped = False
        self._still = False
        self._pose: Pose | None = None
        self._motion: Motion | None = None
        self._breath: tuple[float | None, int] = (None, 0)
        self._lit_since = 0.0
        self._wanted: tuple[tuple[str, ...], str | None] | None = None
        self._resting: RestingBody | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._advance)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pose(self, pose_id: str | None, side: str | None) -> None:
        """Move from the present pose to another in 1.5 s; None, or an id without a pose, leaves the room empty."""
        if self._wanted == ((pose_id or "",), side):
            return
        self._wanted = ((pose_id or "",), side)
        pose = self._find(pose_id, side)
        before = self._present()
        self._pose = pose
        self._motion = (
            Motion((before, pose), self._clock()) if before and pose and before is not pose else None
        )
        self._restart()

    def demonstrate(self, pose_ids: Sequence[str]) -> None:
        """Show a movement through poses slowly, again and again, until ``show_pose`` is called."""
        if self._wanted == (tuple(pose_ids), "again"):
            return
        self._wanted = (tuple(pose_ids), "again")
        poses = [pose for pose in (self._find(pose_id, None) for pose_id in pose_ids) if pose]
        self._pose = poses[-1] if poses else None
        self._motion = (
            Motion(tuple(poses), self._clock(), loops=True, still=self._still) if len(poses) > 1 else None
        )
        self._restart()

    def show_breath(self, awareness: float | None, direction: int) -> None:
        """Let the light stand at an awareness (0 soles, 1 crown; None: no light), rising (1), sinking (-1) or held (0)."""
        if self._breath[0] is None and awareness is not None:
            self._lit_since = self._clock()
        self._breath = (awareness, direction)
        if self.isVisible() and self._resting and not self._motion:
            self._move_light(self._resting)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        if theme is not self._theme:
            self._theme = theme
            self._forget()

    def set_wall_side(self, side: Literal["left", "right"]) -> None:
        """Put the wall on the left or the right of the picture."""
        flipped = side == "left"
        if flipped != self._flipped:
            self._flipped = flipped
            self._wanted = None
            self._forget()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a plain property setter, as Qt's own
        """Move nothing: poses change at once, the breath fills five zones."""
        self._still = still
        self._motion = None if still and self._motion and not self._motion.loops else self._motion
        self._forget()

    @property
    def moving(self) -> bool:
        """Whether its timer runs, that is, whether it paints by itself."""
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        """Ask for room enough to see the breath well."""
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as a card."""
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a moment of a movement, or what has changed of a body at rest."""
        painter = QPainter(self)
        if self._motion:
            self._paint_moment(painter, self._motion.at(self._clock()))
        else:
            self._paint_rest(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        super().resizeEvent(event)
        self._forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on moving."""
        super().showEvent(event)
        if self._motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving: what nobody sees costs nothing."""
        super().hideEvent(event)
        self._timer.stop()

    def _find(self, pose_id: str | None, side: str | None) -> Pose | None:
        pose = self._poses.get(pose_id or "")
        if pose and side and (side == Side.LEFT) is not self._flipped:
            return mirrored(pose)
        return pose

    def _present(self) -> Pose | None:
        return self._motion.at(self._clock()).pose if self._motion else self._pose

    def _restart(self) -> None:
        if self._still and self._motion and not self._motion.loops:
            self._motion = None
        self._forget()
        if self._motion and self.isVisible():
            self._timer.start()

    def _advance(self) -> None:
        now = self._clock()
        if self._motion is None or self._motion.over(now):
            self._timer.stop()
            self._motion = None
            self._lit_since = now
            self._forget()
        elif not self._motion.resting(now):
            self.update()

    def _forget(self) -> None:
        self._resting = None
        self.update()

    def _move_light(self, resting: RestingBody) -> None:
        awareness, direction = self._breath
        strength = min(1.0, (self._clock() - self._lit_since) / _LIGHT_FADE)
        changed = resting.move(awareness, direction, still=self._still, strength=strength)
        if not changed.isEmpty():
            self.update(changed)

    def _picture(self, pose: Pose | None, detail: int) -> Picture:
        return Picture(
            pose or _NOBODY, self._theme, QRectF(self.rect()), flipped=self._flipped, detail=detail
        )

    def _paint_moment(self, painter: QPainter, moment: Moment) -> None:
        self._picture(moment.pose, QUICK).paint(painter)
        if moment.incoming and moment.fade > 0.0:
            painter.setOpacity(moment.fade)
            painter.drawPixmap(
                0, 0, rendered(self._picture(moment.incoming, QUICK), self.devicePixelRatioF())
            )

    def _paint_rest(self, painter: QPainter, area: QRect) -> None:
        ratio = self.devicePixelRatioF()
        if self._resting is None or self._resting.ratio != ratio:
            self._resting = RestingBody(self._picture(self._pose, FINE), ratio, shown=self._pose is not None)
            self._move_light(self._resting)
        self._resting.paint(painter, area)
