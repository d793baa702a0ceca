"""A body that moves: the places that it passes are reckoned once; between them, and where it fades, little is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.ui.figure.resting import rendered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter, QPixmap

    from legsup.domain.body.pose import Pose
    from legsup.ui.figure.motion import Moment
    from legsup.ui.figure.picture import Picture
    from legsup.ui.figure.seen import Seen


class MovingBody:
    """A movement's pictures, each made by ``make`` from a pose, for ``ratio`` device pixels to a pixel.

    Poses are known by identity, since a pose and its mirror have one name: the movement keeps them alive.
    """

    def __init__(self, make: Callable[[Pose], Picture], ratio: float) -> None:
        self.ratio = ratio
        self._make = make
        self._passed: dict[int, Seen] = {}
        self._faded: dict[int, QPixmap] = {}

    def paint(self, painter: QPainter, moment: Moment) -> None:
        """Paint a moment of the movement."""
        if moment.incoming is None:
            picture = self._make(moment.pose)
            if moment.passed:
                low, high, fraction = moment.passed
                picture.seen = self._seen(low).toward(self._seen(high), fraction)
            picture.paint(painter, calm=moment.calm)
            return
        painter.drawPixmap(0, 0, self._whole(moment.pose))
        painter.setOpacity(moment.fade)
        painter.drawPixmap(0, 0, self._whole(moment.incoming))

    def _seen(self, pose: Pose) -> Seen:
        if id(pose) not in self._passed:
            self._passed[id(pose)] = self._make(pose).seen
        return self._passed[id(pose)]

    def _whole(self, pose: Pose) -> QPixmap:
        """Give a picture that stays the same while it fades, painted once."""
        if id(pose) not in self._faded:
            self._faded[id(pose)] = rendered(self._make(pose), self.ratio)
        return self._faded[id(pose)]
