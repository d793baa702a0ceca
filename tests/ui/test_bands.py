"""Soft gradients show no bands: a tone goes over into the next under a noise, and never at an edge."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.dither import SIDE, Shading, even
from legsup.ui.figure.evening import EveningLight
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.resting import rendered
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.theme import DUSK, LINEN, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.uncounted]

LOOKS = pytest.mark.parametrize("look", [DUSK, LINEN], ids=["dusk", "linen"])
POSES, _ = load_poses(assets() / "poses")
#: A band ends at an edge of a whole step of the screen's (0-255 a channel); from one line to the next a soft one goes on by less.
EDGE = 0.6


def means(image: QImage, area: QRect, *, across: bool = False) -> list[tuple[float, ...]]:
    """Give the mean of red, green and blue in each row of an area, or in each column."""
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB888)
    wide, step, bits = part.width(), part.bytesPerLine(), bytes(part.constBits())
    rows = [bits[y * step : y * step + 3 * wide] for y in range(part.height())]
    if across:
        joined = b"".join(rows)
        found = [[joined[3 * x + channel :: 3 * wide] for channel in range(3)] for x in range(wide)]
    else:
        found = [[row[channel::3] for channel in range(3)] for row in rows]
    return [tuple(sum(each) / len(each) for each in line) for line in found]


def steepest(lines: list[tuple[float, ...]]) -> float:
    """Tell by how much a channel changes at most from a line to the next."""
    return max(abs(a - b) for one, other in pairwise(lines) for a, b in zip(one, other, strict=True))


def filled(brush: QBrush, size: QSize) -> QImage:
    """Fill a picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.fillRect(image.rect(), brush)
    painter.end()
    return image


@pytest.mark.parametrize("across", [False, True])
def test_a_shading_has_its_tones_and_no_edge_between(across: bool) -> None:  # noqa: FBT001 - a parameter
    shading = Shading((DUSK.wall_far, DUSK.wall), (700.0, 100.0), 800.0, across=across)
    image = filled(shading.brush(1.0), QSize(800, 4 * SIDE) if across else QSize(4 * SIDE, 800))
    found = means(image, image.rect(), across=across)
    for place, name in ((0, DUSK.wall), (799, DUSK.wall_far)):
        assert found[place] == pytest.approx([int(name[at : at + 2], 16) for at in (1, 3, 5)], abs=0.2)
    assert steepest(found) < EDGE
    assert len({tuple(round(channel, 1) for channel in line) for line in found}) > 100


def test_a_tone_between_two_of_the_screens_is_one_on_the_whole() -> None:
    image = filled(even((40.5, 80.25, 120.0), 2.0), QSize(2 * SIDE, 2 * SIDE))
    found = means(image, image.rect())
    on_the_whole = [sum(each) / len(each) for each in zip(*found, strict=True)]
    assert on_the_whole == pytest.approx([40.5, 80.25, 120.0], abs=0.05)


@LOOKS
def test_the_room_behind_a_figure_shows_no_band(look: Theme) -> None:
    image = rendered(Picture(POSES["legs-up"], look, QRectF(0, 0, 1280, 800)), 1.0).toImage()
    assert steepest(means(image, QRect(20, 10, 400, 480))) < EDGE, "the wall behind"
    assert steepest(means(image, QRect(950, 100, 320, 400), across=True)) < EDGE, "the wall of the practice"
    assert steepest(means(image, QRect(20, 730, 400, 60))) < EDGE, "the floor"


@LOOKS
def test_the_evening_light_shows_no_ring(qtbot: QtBot, look: Theme) -> None:
    figure = BodyFigure(POSES)
    qtbot.addWidget(figure)
    figure.set_theme(look)
    figure.resize(1280, 800)
    light = EveningLight(figure)
    light.set_look(look, flipped=False)
    light.setGeometry(figure.rect())
    light.show()
    image = figure.grab().toImage()
    # Rings are all but straight so far from where it comes from.
    assert steepest(means(image, QRect(1000, 370, 270, 60), across=True)) < EDGE
