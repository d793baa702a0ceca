"""The figure on the screen: shows a pose, moves to another, and lets the breath shine. It holds no mode of the session."""

from __future__ import annotations

from time import monotonic, thread_time
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from legsup.domain.body.bed import in_bed
from legsup.domain.body.blending import way
from legsup.domain.body.pose import CAMERAS, Pose, View, facing, mirrored
from legsup.ui.figure.breathing import Breathing
from legsup.ui.figure.motion import Kind, Moment, Motion, interval, moved
from legsup.ui.figure.moving import MovingBody
from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.figure.placed import placed, turns_over
from legsup.ui.figure.resting import RestingBody
from legsup.ui.theme import DUSK, Theme
from legsup.ui.widgets.telling import TellingWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

#: How much the last picture counts in what one is thought to cost, and what one is thought to cost at first, in seconds.
_NEWEST, _FIRST_COST = 0.2, 0.010
_STILL_INTERVAL = 500
#: What is wanted: pose ids, and a side or that they are shown again and again.
_Wanted = tuple[tuple[str | None, ...], str | None]
_AGAIN = "again"
_NOTHING: _Wanted = ((None,), None)
#: The room that is shown while no pose is known.
_NOBODY = Pose("", View.SIDE, CAMERAS[View.SIDE], (-0.6, 0.53, 0.0), facing(0.0, 0.0, 0.0))


class BodyFigure(TellingWidget):
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
        self._in_bed = False
        self._breathing = Breathing(clock)
        self._pose: Pose | None = None
        self._motion: Motion | None = None
        self._wanted = _NOTHING
        self._due = False
        self._stays: float | None = None
        self._cost = _FIRST_COST
        self._passing: MovingBody | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pose(self, pose_id: str | None, side: str | None) -> None:
        """Move from the present pose to another in 1.5 s; None, or an id without a pose, leaves the room empty.

        After a demonstration the picture fades over instead: what was shown did not happen. So it does between the
        floor and a bed.
        """
        self._go_on()
        if self._wanted == ((pose_id,), side):
            return
        self._wanted = ((pose_id,), side)
        pose = self._find(pose_id, side)
        before = self._present()
        fades = self._motion is not None and self._motion.kind is Kind.LOOP
        self._pose = pose
        if before is None or pose is None or before is pose or self._breathing.still:
            self._begin(None)
        elif fades:
            self._begin(Motion((before, pose), self._clock(), Kind.FADE))
        else:
            # What is passed on the way is turned to the same side.
            on_the_way = self._poses
            if turns_over(side, flipped=self._flipped):
                on_the_way = {name: mirrored(each) for name, each in self._poses.items()}
            self._begin(moved(on_the_way, before, pose, self._clock()))

    def pose_for(self, pose_id: str | None, side: str | None) -> Pose | None:
        """Give the pose that an id and a side stand for, as it is shown here: in bed, and for the wall's side."""
        return self._find(pose_id, side)

    def demonstrate(self, pose_ids: Sequence[str]) -> None:
        """Show a movement through poses slowly, again and again, until ``show_pose`` is called."""
        self._go_on()
        if self._wanted == (tuple(pose_ids), _AGAIN):
            return
        self._wanted = (tuple(pose_ids), _AGAIN)
        before = None if self._breathing.still else self._present()
        poses = way(self._poses, [pose for pose_id in pose_ids if (pose := self._find(pose_id, None))])
        self._pose = poses[-1] if poses else None
        more = len(poses) > 1
        self._begin(Motion(poses, self._clock(), Kind.LOOP, self._breathing.still, before) if more else None)

    def stay(self) -> None:
        """Stay as it is at this moment, one body and still, until it is told to show something: then it goes on from there."""
        if self._stays is None:
            self._stays = self._clock()
            self._timer.stop()
            self.update()

    def _go_on(self) -> None:
        if self._stays is not None:
            stayed, self._stays = self._clock() - self._stays, None
            if self._motion:
                self._motion = self._motion.later(stayed)
                self._go_on_moving(self._motion)

    def show_breath(self, awareness: float | None, direction: int) -> None:
        """Let the light stand at an awareness (0 soles, 1 crown; None: no light), rising (1), sinking (-1) or held (0)."""
        changed = self._breathing.tell(awareness, direction)
        if changed:
            left, top, right, bottom = changed
            self.update(left, top, right - left, bottom - top)

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
            self._again()

    def set_bed(self, in_bed: bool) -> None:  # noqa: FBT001 - a plain property setter, as Qt's own
        """Show what the floor's poses are in bed, or on the floor again."""
        if in_bed != self._in_bed:
            self._in_bed = in_bed
            self._again()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a plain property setter, as Qt's own
        """Move nothing: poses change at once, the breath fills five zones."""
        if still != self._breathing.still:
            self._breathing.still = still
            self._again()

    @property
    def light(self) -> tuple[float | None, int]:
        """Where the light was last told to stand: its awareness, and where it travels."""
        return self._breathing.told

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
        body = self._breathing.body
        if body and body.ratio == self.devicePixelRatioF():
            body.paint(painter, event.rect())
        elif self._motion:
            begun = thread_time()
            self._paint_moment(painter, self._moment(self._motion))
            self._cost += _NEWEST * (thread_time() - begun - self._cost)
        else:
            self._settled().paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        super().resizeEvent(event)
        self._forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on moving."""
        super().showEvent(event)
        if self._motion:
            self._go_on_moving(self._motion)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving: what nobody sees costs nothing."""
        super().hideEvent(event)
        self._timer.stop()

    def _find(self, pose_id: str | None, side: str | None) -> Pose | None:
        pose = self._poses.get(pose_id or "")
        if pose and self._in_bed:
            pose = in_bed(pose)
        return placed(pose, side, flipped=self._flipped) if pose else None

    def _present(self) -> Pose | None:
        return self._moment(self._motion).pose if self._motion else self._pose

    def _moment(self, motion: Motion) -> Moment:
        return motion.at(self._clock()) if self._stays is None else motion.alone(self._stays)

    def _again(self) -> None:
        """Show at once, in a new way, what is wanted."""
        (ids, side), self._wanted = self._wanted, _NOTHING
        stays, self._stays = self._stays is not None, None
        self._motion = None
        self._pose = None
        self._forget()
        if side == _AGAIN:
            self.demonstrate([pose_id for pose_id in ids if pose_id])
        else:
            self.show_pose(ids[0], side)
        if stays:
            self.stay()

    def _begin(self, motion: Motion | None) -> None:
        self._motion = motion
        self._forget()
        if motion:
            self._go_on_moving(motion)
        else:
            self._timer.stop()

    def _go_on_moving(self, motion: Motion) -> None:
        if self.isVisible() and self._stays is None:
            self._timer.start(self._interval(motion))

    def _advance(self) -> None:
        now = self._clock()
        if self._motion is None or self._motion.over(now):
            self._breathing.begin()
            self._begin(None)
        elif self._due or not self._motion.resting(now):
            self._due = not self._motion.resting(now)
            # Set anew it would begin anew, and come later each time.
            if self._timer.interval() != self._interval(self._motion):
                self._timer.setInterval(self._interval(self._motion))
            self.update()

    def _interval(self, motion: Motion) -> int:
        return _STILL_INTERVAL if motion.still else interval(self._cost)

    def _forget(self) -> None:
        self._breathing.body = None
        self._passing = None
        self.update()

    def _picture(self, pose: Pose | None, grade: Grade) -> Picture:
        return Picture(pose or _NOBODY, self._theme, QRectF(self.rect()), flipped=self._flipped, grade=grade)

    def _paint_moment(self, painter: QPainter, moment: Moment) -> None:
        ratio = self.devicePixelRatioF()
        if self._passing is None or self._passing.ratio != ratio:
            self._passing = MovingBody(lambda pose: self._picture(pose, Grade.MOVING), ratio)
        self._passing.paint(painter, moment)

    def _settled(self) -> RestingBody:
        """Give a body that has come to rest; all of it is to be painted then."""
        picture = self._picture(self._pose, Grade.REST)
        body = RestingBody(picture, self.devicePixelRatioF(), shown=self._pose is not None)
        self._breathing.body = body
        self._breathing.shine()
        return body
