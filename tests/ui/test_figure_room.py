"""The room around the figure: floor and walls run on to the edges of every picture, however wide and low it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from legsup.domain.body.pose import CAMERAS, View
from legsup.ui.figure.camera import Frame, Lens, Screen
from legsup.ui.figure.room import paint_room
from legsup.ui.theme import DUSK, LINEN, Theme

pytestmark = pytest.mark.uncounted

SIZES = [QSize(640, 480), QSize(1600, 500), QSize(2560, 600), QSize(1280, 400), QSize(3840, 480)]
FRAME = Frame(-1.1, -0.2, 1.3, 1.2)
#: From one pixel to the next a soft wall changes by less than this (0-255 a channel).
STEP = 4


def room(size: QSize, view: View, theme: Theme, *, flipped: bool) -> QImage:
    """Paint a room without anybody in it."""
    image = QImage(size, QImage.Format.Format_RGB32)
    area = QRectF(0, 0, size.width(), size.height())
    painter = QPainter(image)
    lens = Lens(CAMERAS[view], flipped=flipped)
    paint_room(painter, Screen(lens, FRAME, area.width(), area.height()), theme, area)
    painter.end()
    return image


def edges(image: QImage, y: int) -> int:
    """Count the sharp edges along a row."""
    row = bytes(image.constBits()[y * image.bytesPerLine() : (y + 1) * image.bytesPerLine()])
    channels = [row[channel::4] for channel in range(3)]
    steps = zip(*([abs(one - other) for one, other in pairwise(each)] for each in channels), strict=True)
    sharp = [max(step) > STEP for step in steps]
    return sum(now and not before for before, now in pairwise([False, *sharp]))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("flipped", [False, True])
def test_no_wall_and_no_floor_ends_within_the_picture(size: QSize, view: View, flipped: bool) -> None:  # noqa: FBT001 - a parameter
    for theme in (DUSK, LINEN):
        image = room(size, view, theme, flipped=flipped)
        # Above: where two walls meet. Below: where either meets the floor.
        assert edges(image, 2) <= 1
        assert all(edges(image, y) <= 2 for y in range(0, size.height(), size.height() // 12))
