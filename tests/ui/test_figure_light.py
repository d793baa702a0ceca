"""The light of breath as numbers: it fills from the soles, drains back to them, and tells its direction in a still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from legsup.domain.body.body_path import body_path
from legsup.domain.body.pose import CAMERAS, Pose, View, facing
from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.glow import PELVIS, ZONES, brightness, gleam, still_brightness
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.resting import RestingBody
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = [step / 100 for step in range(101)]


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([-1, 0, 1]))
def test_brightness_is_a_share(place: float, awareness: float, direction: int) -> None:
    assert 0 <= brightness(place, awareness, direction) <= 1


@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize("awareness", [0.3, 0.5, 0.8])
def test_the_band_is_at_least_a_quarter_of_the_body(awareness: float, direction: int) -> None:
    peak = brightness(awareness, awareness, direction)
    assert sum(brightness(place, awareness, direction) > peak / 2 for place in PLACES) >= 25


@pytest.mark.parametrize("awareness", [0.3, 0.5, 0.8])
def test_a_still_tells_the_direction(awareness: float) -> None:
    def above(direction: int) -> float:
        return brightness(min(1.0, awareness + 0.15), awareness, direction)

    def below(direction: int) -> float:
        return brightness(max(0.0, awareness - 0.15), awareness, direction)

    assert below(1) > above(1) + 0.25, "filled behind, dark ahead"
    assert above(-1) > above(1) + 0.2, "an afterglow above"
    assert below(-1) < below(1) - 0.1, "draining below"


def test_the_inhale_fills_the_body_and_the_exhale_empties_it() -> None:
    def whole(awareness: float, direction: int) -> float:
        return sum(brightness(place, awareness, direction) for place in PLACES)

    rising = [whole(step / 10, 1) for step in range(11)]
    sinking = [whole(step / 10, -1) for step in range(10, -1, -1)]
    assert rising[-1] > 3 * rising[0]
    assert sinking[0] > 3 * sinking[-1]


@pytest.mark.parametrize("place", PLACES[::10])
def test_a_turn_of_the_breath_never_flashes(place: float) -> None:
    for awareness in (0.0, 1.0):
        assert brightness(place, awareness, 1) == pytest.approx(brightness(place, awareness, -1), abs=0.06)


def test_the_pelvis_is_least_bright() -> None:
    filled = [brightness(place, 1.0, 1) for place in PLACES[:85]]
    assert PLACES[filled.index(min(filled))] == pytest.approx(PELVIS, abs=0.02)


@pytest.mark.parametrize("direction", [1, -1])
def test_a_halo_is_whole_but_at_the_pelvis(direction: int) -> None:
    def halo(place: float) -> float:
        return gleam(brightness(place, place, direction), 1)

    assert [halo(place) for place in (0.0, 0.2, 0.3, 0.9, 1.0)] == [1.0] * 5
    assert halo(PELVIS) == pytest.approx(0.51, abs=0.03)
    assert 1.0 < 2 * gleam(1.0, 2) < 1.2, "two meet on the same wall"


def test_the_dim_place_is_the_pelvis_of_the_path() -> None:
    path = body_path(Pose("upright", View.SIDE, CAMERAS[View.SIDE], (-1, 0.53, 0), facing(0, 0, 0)))
    assert path.place("hip") - 0.03 < PELVIS < path.place("waist")


@pytest.mark.parametrize("direction", [1, -1])
def test_the_still_figure_has_five_zones_that_wait_for_the_turn(direction: int) -> None:
    moments = [[still_brightness(place, step / 10, direction) for place in PLACES] for step in range(11)]
    assert all(moment == moments[0] for moment in moments)
    assert len(set(moments[0])) == ZONES
    assert moments[0] == sorted(moments[0], reverse=direction < 0)


def test_the_still_figure_is_even_while_the_breath_is_held() -> None:
    full, empty = still_brightness(0.2, 1.0, 0), still_brightness(0.9, 0.0, 0)
    assert still_brightness(0.8, 1.0, 0) == full > empty


def shining(pose: Pose, places: Iterable[float], *, still: bool) -> list[float]:
    """Tell how far toward the colour of light each place of the path goes in a full body (0-1)."""
    area = QRect(0, 0, 400, 300)
    picture = Picture(pose, DUSK, QRectF(area), breath=0.5)
    resting = RestingBody(picture, 1.0, shown=True)
    shown: list[QImage] = []
    for awareness in (None, 1.0):
        image = QImage(area.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        resting.move(awareness, 0 if still else 1, still=still, strength=1.0)
        resting.paint(painter, area)
        painter.end()
        shown.append(image)
    path = body_path(pose)
    spots = [QPointF(*picture.screen.point(path.at(place)[1])).toPoint() for place in places]
    dark, lit = shown
    goal = QColor(DUSK.glow).red()
    pairs = [(dark.pixelColor(spot).red(), lit.pixelColor(spot).red()) for spot in spots]
    return [(after - before) / (goal - before) for before, after in pairs]


@pytest.mark.usefixtures("qtbot")
def test_on_the_picture_too_the_pelvis_is_least_bright() -> None:
    poses, _ = load_poses(assets() / "poses")
    thigh, pelvis, chest = shining(poses["legs-up"], (0.42, PELVIS, 0.75), still=False)
    assert 0.2 < pelvis < 0.92 * min(thigh, chest)


@pytest.mark.usefixtures("qtbot")
def test_two_legs_side_by_side_do_not_shine_twice() -> None:
    poses, _ = load_poses(assets() / "poses")
    shin, thigh, chest = shining(poses["legs-up"], (0.25, 0.47, 0.75), still=True)
    assert thigh == pytest.approx(chest, rel=0.25)
    assert shin == pytest.approx(thigh, rel=0.35)
