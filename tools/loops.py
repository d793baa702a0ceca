"""Makes the moving pictures of the README from the figure itself: one breath of the hold, and the way in.

``.venv/bin/python -m tools.loops`` writes them to ``docs/pictures``. It needs no display.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from legsup.domain.body.blending import blend
from legsup.domain.breath import DEFAULT_PATTERN, Cycle, breath_in
from legsup.services.library.poses import load_poses
from legsup.ui.breath_light import DIRECTIONS
from legsup.ui.figure.motion import eased
from legsup.ui.figure.picture import Grade, Picture
from legsup.ui.figure.resting import RestingBody
from legsup.ui.theme import DUSK, LINEN
from tools import ROOT
from tools.apng import apng

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from legsup.domain.body.pose import Pose

PICTURES = ROOT / "docs" / "pictures"
WAY_IN = ("sit-sideways", "lean-back", "turn-down", "soles-on-wall", "walk-up", "legs-up")
#: Frames a second, and seconds of a movement and of the rest after it, and of the rest at the end.
RATE, MOVE, REST, LAST = 10, 1.5, 0.5, 1.5
SIZE = QSize(432, 288)


def hold(poses: Mapping[str, Pose]) -> Iterator[QImage]:
    """One breath, rising and sinking in legs up the wall."""
    area = QRectF(0, 0, SIZE.width(), SIZE.height())
    body = RestingBody(Picture(poses["legs-up-belly"], DUSK, area), 1.0, shown=True)
    cycle = Cycle(0.0, DEFAULT_PATTERN)
    for frame in range(round(RATE * cycle.pattern.seconds)):
        breath = breath_in(cycle, frame / RATE)
        body.move(breath.awareness, DIRECTIONS[breath.phase], still=False, strength=1.0)
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        body.paint(painter, image.rect())
        painter.end()
        yield image


def way_in(poses: Mapping[str, Pose]) -> Iterator[QImage]:
    """From sitting beside the wall to legs up it."""
    first = poses[WAY_IN[0]]
    yield from [_posed(first)] * round(RATE * REST)
    for name, following in pairwise(WAY_IN):
        for frame in range(1, round(RATE * MOVE) + 1):
            yield _posed(blend(poses[name], poses[following], eased(frame / (RATE * MOVE))))
        yield from [_posed(poses[following])] * round(RATE * REST)
    yield from [_posed(poses[WAY_IN[-1]])] * round(RATE * LAST)


def _posed(pose: Pose) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    area = QRectF(QPoint(0, 0), SIZE)
    Picture(pose, LINEN, area, grade=Grade.MOVING).paint(painter)
    painter.end()
    return image


def main() -> int:
    """Make both."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    poses, _ = load_poses(ROOT / "assets" / "poses")
    for name, frames, soft in (("hold", hold(poses), True), ("way-in", way_in(poses), False)):
        written = Path(PICTURES / f"{name}.png").write_bytes(apng(list(frames), RATE, soft=soft))
        print(f"{name}.png: {written / 1e6:.2f} MB")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
