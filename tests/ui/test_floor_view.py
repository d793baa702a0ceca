"""The floor view: a light that rises and sinks over the whole screen, and words that stand out from every shade of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from legsup.places import assets
from legsup.services.library import Library
from legsup.services.library.poses import load_poses
from legsup.services.settings.store import SettingsStore
from legsup.ui.floor_light import DIMMEST, SHADES, colours, shade_at
from legsup.ui.floor_view import DRIFT, LONG_PRESS, FloorView
from legsup.ui.floor_words import X_HEIGHT, lettered, painted
from legsup.ui.theme import DUSK, LINEN, contrast
from tests.ui.desk import Desk, second_click, until

if TYPE_CHECKING:
    from legsup.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")

PARTS = Library(assets()).parts()

#: Two places of one row of light differ by no more than this, in a channel of 0-255.
NOISE = 4

LOOKS = pytest.mark.parametrize("look", [DUSK, LINEN], ids=["dusk", "linen"])


@LOOKS
@pytest.mark.parametrize("dim", range(DIMMEST + 1))
def test_words_stand_out_from_every_shade_of_the_whole_breath(look: Theme, dim: int) -> None:
    worn = colours(look, dim)
    assert len(worn.shades) == SHADES
    assert min(contrast(worn.words, shade) for shade in worn.shades) >= 4.5


def test_each_dimming_is_darker() -> None:
    for look in (DUSK, LINEN):
        for lighter, darker in pairwise(colours(look, dim) for dim in range(DIMMEST + 1)):
            for at in (0, SHADES // 2, SHADES - 1):
                assert _luminance(darker.shades[at]) < _luminance(lighter.shades[at])


def test_the_whole_screen_brightens_with_the_inhale_and_the_light_rises() -> None:
    heights = [at / 50 for at in range(51)]
    moments = [[shade_at(height, awareness / 40) for height in heights] for awareness in range(41)]
    assert all(0 <= shade < SHADES for moment in moments for shade in moment)
    sums = [sum(moment) for moment in moments]
    assert all(before < after for before, after in pairwise(sums))
    crests = [moment.index(max(moment)) for moment in moments]
    assert crests == sorted(crests)
    assert crests[0] == 0
    assert crests[-1] >= 45
    assert moments[-1][0] > moments[0][0] + SHADES // 4
    for before, after in pairwise(moments):
        assert max(abs(a - b) for a, b in zip(before, after, strict=True)) <= SHADES // 10, "it never jumps"


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(2560, 1440), QSize(480, 360)])
@pytest.mark.parametrize("turns", range(4))
def test_words_are_large_enough_and_within_the_screen_however_it_is_turned(size: QSize, turns: int) -> None:
    assert QFontMetricsF(lettered(size.height() * X_HEIGHT)).xHeight() >= size.height() / 12
    poses, _ = load_poses(assets() / "poses")
    longest = max((net.text["en"].tingling_short for net in PARTS.net.values()), key=len)
    for text, pose in (
        ("Feet down the wall", None),
        ("Feet down the wall", poses["soles-on-wall"]),
        (longest, None),
    ):
        shown = painted(text, pose, size, turns=turns, colour="#ffffff", flipped=False, ratio=1.0)
        assert shown.area.top() >= DRIFT
        assert shown.area.bottom() <= size.height() - DRIFT
        assert shown.area.left() >= DRIFT
        assert shown.area.right() <= size.width() - DRIFT
        assert shown.words.size() == shown.area.size()
        assert _painted(shown.figure.toImage().scaled(160, 100)) is (pose is not None)


def test_it_fills_the_screen_on_which_the_window_stands(desk: Desk) -> None:
    window, view = desk.app.front.window, _opened(desk)
    first, second = QGuiApplication.screens()
    for screen in (second, first):
        view.close()
        window.move(screen.geometry().topLeft() + QPoint(20, 20))
        desk.views.open_floor_view()
        assert (view.screen(), view.geometry()) == (screen, screen.geometry())


def test_in_and_out_are_shown_and_never_told_to_a_screen_reader(desk: Desk) -> None:
    view = _opened(desk)
    told = view.accessibleName()
    pattern = desk.session.stretch.cycles[0].pattern
    desk.clock.now += pattern.inhale / 2
    until(lambda: view.shown == ("In", 1.0))
    desk.clock.now += (pattern.inhale + pattern.exhale) / 2
    until(lambda: view.shown == ("Out", 1.0))
    assert view.accessibleName() == told == desk.session.beat.text.title
    desk.actions.pause.trigger()
    assert view.shown == ("Paused", 1.0)
    desk.actions.come_out.trigger()
    assert view.shown[0] == " ".join(desk.session.beat.text.title.split()[:5])


def test_the_word_that_is_painted_is_that_of_the_breath(desk: Desk) -> None:
    desk.app.basis.kept.change(still_figure=True)
    view = _opened(desk)
    pattern = desk.session.stretch.cycles[0].pattern
    inked: list[int] = []
    for word, seconds in (("In", pattern.inhale / 2), ("Out", pattern.inhale), ("In", pattern.exhale)):
        desk.clock.now += seconds
        until(lambda word=word: view.shown[0] == word)  # pyright: ignore[reportUnknownLambdaType] - bound at once
        inked.append(_inked_width(view))
    assert inked[0] == inked[2] < inked[1], "Out is the longer word"


def test_what_eases_the_legs_is_read_from_the_floor_until_it_is_asked_whether_to_go_on(desk: Desk) -> None:
    view = _opened(desk)
    desk.actions.tingle.trigger()
    assert view.shown == ("Bend or shake your legs", 1.0)
    desk.wait(170)
    assert view.shown[0] == view.accessibleName() == "Bend or shake your legs"
    desk.wait(12)
    assert view.shown[0] == view.accessibleName() == "Paused: any key goes on"
    desk.actions.tingle.trigger()
    assert view.shown[0] == "Bend or shake your legs", "it is said again"
    desk.actions.pause.trigger()
    assert view.shown[0] in {"In", "Out"}


def test_a_pause_says_so_until_it_is_asked_about(desk: Desk) -> None:
    view = _opened(desk)
    desk.actions.pause.trigger()
    assert view.shown[0] == "Paused"
    desk.wait(182)
    assert view.shown[0] == "Paused: any key goes on"


def test_the_light_is_where_the_breath_is_and_only_what_changed_is_painted(desk: Desk) -> None:
    view = _opened(desk)
    pattern = desk.session.stretch.cycles[0].pattern
    low = sum(view.shades)
    desk.clock.now += pattern.inhale
    until(lambda: sum(view.shades) > low + SHADES)
    image = view.grab().toImage()
    assert image.pixelColor(2, 2).lightness() > 60
    QTest.keyClick(view, Qt.Key.Key_R)
    assert len(view.shades) == -(-view.width() // 4)
    before = view.shades
    until(lambda: view.shades == before)


def test_it_is_dimmed_by_keys_and_stays_so(desk: Desk) -> None:
    view = _opened(desk)
    bright = view.grab().toImage().pixelColor(2, 2).lightness()
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert desk.settings.floor_dim == DIMMEST
    assert SettingsStore(desk.app.basis.places.settings).load().floor_dim == DIMMEST
    assert view.grab().toImage().pixelColor(2, 2).lightness() < bright
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert desk.settings.floor_dim == DIMMEST - 1


def test_the_page_behind_it_rests_and_goes_on_afterwards(desk: Desk) -> None:
    view = _opened(desk)
    figure = desk.views.page.figure
    pattern = desk.session.stretch.cycles[0].pattern
    shaded, before = view.shades, figure.light
    desk.clock.now += pattern.inhale / 2
    until(lambda: view.shades != shaded)
    assert figure.light == before
    view.leave()
    until(lambda: figure.light != before)


def test_the_figure_is_drawn_in_the_way_out_and_in_a_hold_where_it_is_chosen(desk: Desk) -> None:
    view = _opened(desk)
    assert not _has_lines(view)
    desk.app.basis.kept.change(floor_figure=True)
    assert _has_lines(view)
    desk.app.basis.kept.change(floor_figure=False)
    desk.actions.come_out.trigger()
    assert _has_lines(view)


def test_the_figure_lies_with_its_wall_where_the_person_has_it(desk: Desk) -> None:
    view = _opened(desk)
    desk.app.basis.kept.change(floor_figure=True)
    inked: list[tuple[int, ...]] = []
    for side in ("right", "left"):
        desk.app.basis.kept.change(wall_side=side)
        inked.append(_halves(view))
    (left, right), (left_then, right_then) = inked
    assert left != right, "the wall is on one side"
    assert left_then == pytest.approx(right, rel=0.1)
    assert right_then == pytest.approx(left, rel=0.1)


def test_a_click_is_over_with_its_release_and_no_long_press_follows(desk: Desk) -> None:
    view = _opened(desk)
    (press,) = (each for each in view.findChildren(QTimer) if each.interval() == LONG_PRESS)
    QTest.mousePress(view, Qt.MouseButton.LeftButton)
    assert press.isActive()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.shown[0] == "Paused"
    assert not press.isActive()


def test_a_double_click_pauses_once_and_its_second_press_held_down_still_comes_out(desk: Desk) -> None:
    view = _opened(desk)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    second_click(view, release=False)
    (press,) = (each for each in view.findChildren(QTimer) if each.interval() == LONG_PRESS)
    assert press.isActive()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.shown[0] == "Paused"


def test_a_still_light_stands_while_the_words_tell_the_breath(desk: Desk) -> None:
    desk.app.basis.kept.change(still_figure=True)
    view = _opened(desk)
    pattern = desk.session.stretch.cycles[0].pattern
    desk.clock.now += pattern.inhale / 2
    until(lambda: view.shown == ("In", 1.0))
    stands = view.shades
    desk.clock.now += pattern.inhale / 2 + 1.0
    until(lambda: view.shown == ("Out", 1.0))
    assert view.shades == stands


def _halves(view: FloorView) -> tuple[int, ...]:
    """How much is drawn over the light in the left and in the right half of the upper third."""
    QApplication.processEvents()
    image = view.grab().toImage()
    middle = image.width() // 2
    return tuple(
        sum(
            _drawn(image, x, y)
            for y in range(8, image.height() // 3, 4)
            for x in range(start, start + middle, 2)
        )
        for start in (0, middle)
    )


def _has_lines(view: FloorView) -> bool:
    """Whether something other than light stands in the upper third."""
    QApplication.processEvents()
    image = view.grab().toImage()
    return any(
        _drawn(image, x, y) for y in range(8, image.height() // 3, 4) for x in range(0, image.width(), 2)
    )


def _drawn(image: QImage, x: int, y: int) -> bool:
    """Whether a place is of another colour than its row of light, whose noise is of two steps at most."""
    here, light = image.pixelColor(x, y), image.pixelColor(2, y)
    apart = (here.red() - light.red(), here.green() - light.green(), here.blue() - light.blue())
    return max(map(abs, apart)) > NOISE


def _inked_width(view: FloorView) -> int:
    """How many columns of the middle third have something drawn over the light."""
    image = view.grab().toImage()
    rows = range(image.height() // 3, 2 * image.height() // 3, 2)
    return sum(any(_drawn(image, x, y) for y in rows) for x in range(0, image.width(), 4))


def _opened(desk: Desk) -> FloorView:
    desk.button("Begin").click()
    desk.to("legs-up")
    desk.app.front.window.floor_action.trigger()
    view = desk.views.floor_view
    until(view.isVisible)
    return view


def _painted(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() > 0 for x in range(160) for y in range(100))


def _luminance(colour: str) -> float:
    return 1.0 / contrast(colour, "#ffffff")
