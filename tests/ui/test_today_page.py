"""The Today page as a person meets it: what is seen at once at every size, and the other practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QScrollArea, QWidget

from legsup.domain.needs import Need
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.living_figure import LivingFigure
from legsup.ui.need_pictures import need_name, need_picture, needs_text
from legsup.ui.pages.learn_page import LearnPage
from legsup.ui.pages.minutes_row import MinutesRow
from legsup.ui.screening.safety_rows import SafetyRows
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.widgets.folds import FoldLine
from tests.screened import UNTOUCHED, answered
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def cards(desk: Desk) -> list[PictureCard]:
    return desk.app.front.today.page.findChildren(PictureCard)


def seen_cards(desk: Desk) -> list[PictureCard]:
    return [each for each in cards(desk) if each.isVisible()]


def resized(desk: Desk, width: int, height: int) -> QWidget:
    window = desk.app.front.window
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return window


@pytest.mark.parametrize(("width", "height"), [(480, 360), (1000, 720), (1280, 800), (1920, 1080)])
def test_title_minutes_and_begin_are_seen_at_once(desk: Desk, width: int, height: int) -> None:
    window = resized(desk, width, height)
    title = next(each for each in window.findChildren(QLabel) if each.text().startswith("Legs up the wall"))
    for each in (title, desk.button("10 min → 4"), desk.button("25 min → 18"), desk.button("Begin")):
        place = each.mapTo(window, QPoint(0, 0))
        assert place.y() + each.height() <= window.height(), f"{each.property('text')} is below the fold"
        assert place.x() + each.width() <= window.width()
    assert desk.button("Begin").hasFocus()
    figure = window.findChildren(BodyFigure)[0]
    assert figure.isVisible()
    assert figure.width() >= width * 0.3


@pytest.mark.parametrize(("width", "columns"), [(480, 2), (1000, 4), (1280, 4), (1920, 7)])
def test_the_other_practices_stand_on_even_cards_at_every_width(desk: Desk, width: int, columns: int) -> None:
    resized(desk, width, 800)
    shown = seen_cards(desk)
    assert len(shown) == len(desk.practices.sequences) - 1
    assert len({each.width() for each in shown}) == 1
    assert len({each.x() for each in shown}) == columns
    lowest = max(each.y() for each in shown)
    assert sum(each.y() == lowest for each in shown) > 1 or columns == 2, "none is left alone in the last row"
    assert all(each.height() >= each.heightForWidth(each.width()) for each in shown)


@pytest.mark.parametrize("size", [(1000, 720), (1100, 760)])
def test_the_figure_ends_where_what_stands_beside_it_ends(desk: Desk, size: tuple[int, int]) -> None:
    until(lambda: bool(desk.app.front.window.findChildren(BodyFigure)), 10.0)
    resized(desk, *size)
    hero = desk.app.front.today.page.hero

    def bottom(part: QWidget) -> int:
        return part.mapTo(hero, part.rect().bottomLeft()).y()

    (figure,) = hero.findChildren(BodyFigure)
    (safety,) = hero.findChildren(SafetyRows)
    (card,) = (each for each in safety.findChildren(QFrame) if each.property("role") == "card")
    assert abs(bottom(figure) - bottom(card)) <= 1
    begin = next(each for each in hero.findChildren(QAbstractButton) if each.text() == "Begin")
    begin.setMinimumHeight(begin.height() + 30)
    resized(desk, *size)
    assert abs(bottom(figure) - bottom(card)) <= 1, "what becomes higher takes it along"


@pytest.mark.parametrize("width", [480, 1000, 1280, 1920])
def test_who_says_what_stands_by_what_the_articles_say(desk: Desk, width: int) -> None:
    resized(desk, width, 800)
    (said,) = (
        each for each in desk.app.front.window.findChildren(QLabel) if each.text().startswith("Three art")
    )
    link = desk.button("Who says what")
    right = said.x() + said.fontMetrics().horizontalAdvance(said.text())
    assert link.y() >= said.y() + said.height() or 0 <= link.x() - right <= 12


def test_nothing_is_wider_than_the_window_with_large_text(tmp_path: Path) -> None:
    desk = opened(tmp_path, text_size=200)
    resized(desk, 480, 360)
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    assert area.horizontalScrollBar().maximum() == 0
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()
    desk.close()


def test_what_is_chosen_becomes_large_and_its_begin_has_the_focus(desk: Desk) -> None:
    resized(desk, 1000, 720)
    area = desk.app.front.today.page.findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(300)
    butterfly = next(each for each in cards(desk) if each.text() == "Butterfly")
    butterfly.setFocus()
    butterfly.click()
    assert area.verticalScrollBar().value() == 0
    assert desk.button("Begin").hasFocus()
    assert not butterfly.isVisible()
    assert "Legs up the wall" in [each.text() for each in seen_cards(desk)]
    assert desk.button("Begin").accessibleName().replace("\u00a0", " ") == "Begin: Butterfly · 2 min"


def test_after_the_first_practice_the_proposed_minutes_are_marked_in_a_break_of_their_own(desk: Desk) -> None:
    desk.app.front.change("practised", value=True)
    resized(desk, 1000, 720)
    row = desk.app.front.today.page.findChildren(MinutesRow)[0]
    assert "Legs up the wall · 5 min" in desk.texts()
    assert [each.text() for each in row.choices if each.isChecked()] == ["11 min → 5"]
    places = [each.mapTo(row, QPoint(0, 0)).x() for each in row.choices]
    assert places == sorted(places)
    assert len({each.mapTo(row, QPoint(0, 0)).y() for each in row.choices}) == 1, "all stand in one row"
    own = row.choices[1]
    own.setFocus()
    QTest.keyClick(own, Qt.Key.Key_Right)
    assert [each.text() for each in row.choices] == ["8 min → 2", "10 min → 4", "15 min → 9", "25 min → 18"]
    assert [each.text() for each in row.choices if each.isChecked()] == ["15 min → 9"]
    assert desk.button("15 min → 9").hasFocus()


def test_a_break_that_is_too_short_says_so_to_who_points_at_it(desk: Desk) -> None:
    desk.app.front.today.page.chosen.emit("supported-cushion")
    for each in desk.app.front.today.page.findChildren(MinutesRow)[0].choices:
        assert each.isEnabled() is not bool(each.toolTip())


def test_a_card_tells_what_is_needed_to_those_who_do_not_see_it(desk: Desk) -> None:
    blocks = next(each for each in cards(desk) if each.text() == "Supported by blocks")
    assert "Needs a wall, blocks, a strap." in blocks.accessibleDescription()
    assert "2–20 min" in blocks.accessibleDescription()


@pytest.mark.parametrize("need", Need)
def test_every_need_has_a_picture_and_a_name(need: Need) -> None:
    picture = need_picture(need, "#ffffff", 20, 1.0).toImage()
    painted = [(x, y) for x in range(20) for y in range(20) if picture.pixelColor(x, y).alpha() > 128]
    assert len(painted) > 20
    assert need_name(need) in needs_text((need,))
    assert needs_text(()) == ""


def test_a_practice_that_was_chosen_before_is_chosen_by_one_press(desk: Desk) -> None:
    by_name = {each.accessibleName(): each for each in cards(desk)}
    for name, sequence in (("Butterfly", "butterfly"), ("In bed", "in-bed"), ("Butterfly", "butterfly")):
        by_name[name].click()
        assert desk.settings.sequence == sequence


def test_a_fold_says_what_it_does_now(desk: Desk) -> None:
    line = next(each for each in desk.app.front.today.page.findChildren(FoldLine) if each.text() == "More")
    told = [line.accessibleDescription()]
    for _ in range(2):
        line.click()
        told.append(line.accessibleDescription())
    assert told == ["Opens what is folded away", "Folds it away again", "Opens what is folded away"]


def test_closed_practices_are_folded_under_one_line_that_opens(desk: Desk) -> None:
    desk.app.basis.outcome.answered(answered("8"))
    resized(desk, 1000, 720)
    closed = [each for each in cards(desk) if each.text().endswith("Closed for now")]
    assert closed
    assert not any(each.isVisible() for each in closed)
    assert desk.button("Seated breath instead").hasFocus()
    assert desk.app.front.today.page.findChildren(QScrollArea)[0].verticalScrollBar().value() == 0
    line = next(
        each
        for each in desk.app.front.today.page.findChildren(FoldLine)
        if each.text().startswith("Closed for now")
    )
    others = [each for each in closed if each.accessibleName() != "Legs up the wall"]
    assert line.text() == f"Closed for now: {len(others)}"
    line.click()
    QApplication.processEvents()
    assert all(each.isVisible() for each in others)
    assert "Open to you now" in others[0].accessibleDescription()
    desk.app.basis.outcome.answered(UNTOUCHED)
    QApplication.processEvents()
    assert not line.isVisible()
    assert len(seen_cards(desk)) == len(desk.practices.sequences) - 1


def test_what_to_do_about_what_can_wait_opens_and_a_heavy_day_keeps_it_open(desk: Desk) -> None:
    page = desk.app.front.today.page
    line = next(each for each in page.findChildren(FoldLine) if each.text() == "More")
    heavy = next(each for each in page.findChildren(QAbstractButton) if each.text().startswith("A heavy day"))
    assert not heavy.isVisible()
    line.click()
    assert heavy.isVisible()
    line.click()
    heavy.click()
    assert heavy.isVisible()


def test_who_says_what_leads_to_the_ruler(desk: Desk) -> None:
    desk.button("Who says what").click()
    QApplication.processEvents()
    page = desk.app.front.window.findChildren(LearnPage)[0]
    assert page.isVisible()
    assert page.reader.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("high", "seen_closed"), [(380, False), (720, True)])
def test_in_a_low_window_why_a_practice_is_closed_comes_before_its_figure(
    desk: Desk, high: int, *, seen_closed: bool
) -> None:
    window = resized(desk, 1000, high)
    (living,) = window.findChildren(LivingFigure)
    assert living.figure.isVisible()
    desk.app.basis.outcome.answered(answered("8"))
    QApplication.processEvents()
    assert living.figure.isVisible() is seen_closed


def test_what_a_practice_needs_is_read_aloud_with_its_card(desk: Desk) -> None:
    told = {each.accessibleName(): each.accessibleDescription() for each in cards(desk)}
    assert "Needs a chair" in told["Calves on a chair"]
    card = next(each for each in cards(desk) if each.accessibleName() == "Calves on a chair")
    assert any(not each.pixmap().isNull() for each in card.findChildren(QLabel)), "and seen on it"
