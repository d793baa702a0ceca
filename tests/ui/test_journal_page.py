"""The Journal page over a real journal: what it shows, tells and does, by mouse and by keys, in either direction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea

from legsup.domain.breath import Pattern
from legsup.domain.session import Outcome
from legsup.ui.journal.bar_chart import BarChart
from legsup.ui.journal.charts import Kind, chart_of
from legsup.ui.journal.record_model import PIECE
from legsup.ui.widgets.cards import CardPicture
from tests.services.test_journal import record
from tests.ui.desk import opened
from tests.ui.journal_year import TODAY, over_a_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from legsup.app.journal_room import JournalRoom
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with over_a_year(tmp_path) as made:
        yield made


def room(desk: Desk) -> JournalRoom:
    return desk.app.front.journal


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def test_the_empty_journal_says_in_one_sentence_what_will_be_here(tmp_path: Path) -> None:
    made = opened(tmp_path)
    made.app.front.window.open("journal")
    assert "What you practise will stand here, on this computer alone, day by day." in made.texts()
    page = room(made).page
    assert not page.rows.isVisible()
    assert not page.week.isVisible()
    made.close()


def test_the_empty_journal_shows_a_figure_where_there_is_room_and_leads_to_a_practice(tmp_path: Path) -> None:
    made = opened(tmp_path)
    window = made.app.front.window
    window.open("journal")
    figure = room(made).page.empty.findChild(CardPicture)
    assert figure is not None
    for height, seen in ((360, False), (720, True)):
        window.resize(1000, height)
        QApplication.processEvents()
        assert figure.isVisible() is seen
        assert made.button("Choose a practice").mapTo(window, QPoint(0, 44)).y() <= height
    colours = figure.grab().toImage()
    assert len({colours.pixel(x, colours.height() // 2) for x in range(colours.width())}) > 20, (
        "a body is painted"
    )
    made.button("Choose a practice").click()
    assert made.button("Begin").hasFocus()
    made.close()


def test_more_is_read_as_one_scrolls_and_nothing_twice(desk: Desk) -> None:
    model = room(desk).page.rows.records
    everything = desk.journal.records()
    assert model.rowCount() == PIECE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [model.record(model.index(row)) for row in range(model.rowCount())] == everything


def test_no_line_says_how_a_session_ended(desk: Desk) -> None:
    desk.journal.put(replace(record(1), outcome=Outcome.STOPPED))
    desk.journal.put(replace(record(2), outcome=Outcome.CAME_OUT_EARLY, held=181.0))
    desk.journal.flush()
    room(desk).refresh()
    model = room(desk).page.rows.records
    lines = [str(model.data(model.index(row))) for row in range(model.rowCount())]
    assert not any(word in line for line in lines for word in ("early", "stopped", "completed"))
    assert any("3 min" in line for line in lines)


def test_a_record_tells_all_that_is_known_and_its_note_can_be_changed(desk: Desk) -> None:
    shown = replace(
        record(9),
        sequence="legs-up-the-wall",
        legs=3,
        pauses=1,
        held=125.0,
        started=desk.journal.records()[0].started,
    )
    desk.journal.put(shown)
    desk.journal.flush()
    page = room(desk).page
    room(desk).refresh()
    page.rows.opened.emit(shown)
    texts = desk.texts()
    for text in (
        "Legs up the wall",
        "2 min legs up",
        "5 min",
        "4 in, 6 out · 30 breaths",
        "1 pause",
        "some → a little",
        "a lot",
    ):
        assert text in texts, text
    field = next(each for each in page.record.findChildren(QLineEdit) if each.isVisible())
    field.setText("  a draught from the door ")
    field.editingFinished.emit()
    assert [each.note for each in desk.journal.records() if each.uuid == shown.uuid] == [
        "a draught from the door"
    ]
    assert desk.journal.records()[0].note in {"", "a draught from the door"}


def test_a_record_is_read_whole_where_the_focus_lands(desk: Desk) -> None:
    page = room(desk).page
    page.rows.opened.emit(desk.journal.records()[0])
    landed = desk.app.front.window.focusWidget()
    shown = [each.text() for each in page.record.findChildren(QLabel) if each.isVisible() and each.text()]
    heard = f"{landed.accessibleName()} {landed.accessibleDescription()}"
    assert len(shown) > 8
    assert [text for text in shown if text not in heard and text != "Note"] == []


def test_the_name_of_the_note_stands_before_it_alone(desk: Desk) -> None:
    page = room(desk).page
    page.rows.opened.emit(desk.journal.records()[0])
    field = next(each for each in page.record.findChildren(QLineEdit) if each.isVisible())
    assert (field.accessibleName(), field.placeholderText()) == ("Note", "")
    assert [each.text() for each in page.record.findChildren(QLabel) if each.isVisible()].count("Note") == 1


def test_of_a_session_that_runs_it_is_said_why_it_cannot_be_deleted(desk: Desk) -> None:
    panel, record = room(desk).page.record, desk.journal.records()[0]
    for shown, text, able in (
        (replace(record, outcome=None), "Delete · it is running", False),
        (record, "Delete", True),
    ):
        panel.show_record(shown, "Legs up the wall", None, legs_up=True, may_repeat=True)
        (found,) = [each for each in panel.findChildren(QPushButton) if each.text().startswith("Delete")]
        assert (found.text(), found.accessibleName(), found.isEnabled()) == (text, text, able)


def test_a_deleted_record_comes_back_whole_by_undo(desk: Desk) -> None:
    page, before = room(desk).page, desk.journal.records()
    page.rows.opened.emit(before[3])
    desk.button("Delete").click()
    assert before[3] not in desk.journal.records()
    assert any(text.startswith("Deleted: ") for text in desk.texts())
    desk.button("Undo").click()
    assert desk.journal.records() == before
    assert page.rows.hasFocus()
    assert page.rows.records.record(page.rows.currentIndex()) == before[3]
    assert not any(text.startswith("Deleted: ") for text in desk.texts())


@pytest.mark.parametrize("size", [(480, 360), (1000, 720)])
def test_the_only_session_there_was_comes_back_by_undo_too(tmp_path: Path, size: tuple[int, int]) -> None:
    made = opened(tmp_path)
    made.app.front.window.resize(*size)
    made.journal.put(record(1))
    made.journal.flush()
    made.app.front.window.open("journal")
    QApplication.processEvents()
    before = made.journal.records()
    room(made).page.rows.opened.emit(before[0])
    made.button("Delete").click()
    QApplication.processEvents()
    assert not made.journal.records()
    undo = made.button("Undo")
    assert undo.isVisible()
    assert undo.hasFocus()
    undo.click()
    assert made.journal.records() == before
    assert not any(text.startswith("Deleted: ") for text in made.texts())
    made.close()


def test_a_practice_is_begun_again_by_the_door(desk: Desk) -> None:
    again = next(
        each for each in desk.journal.records() if each.sequence == "legs-up-the-wall" and each.minutes == 5.0
    )
    desk.journal.put(replace(again, pattern="5-7"))
    desk.journal.flush()
    room(desk).page.rows.opened.emit(replace(again, pattern="5-7"))
    desk.button("Practise this again").click()
    assert desk.session.plan.sequence == "legs-up-the-wall"
    assert desk.session.plan.minutes == 5.0
    assert desk.session.plan.choices.pattern == Pattern(5, 7)


def test_a_day_of_the_calendar_shows_its_sessions_alone(desk: Desk) -> None:
    page, day = room(desk).page, desk.journal.records()[0].day
    room(desk).month = day.replace(day=1)
    page.month.day_chosen.emit(day)
    model = page.rows.records
    assert {model.record(model.index(row)).day for row in range(model.rowCount())} == {day}
    desk.button("All sessions").click()
    assert model.rowCount() == PIECE


def test_months_are_turned_by_button_and_key_but_not_beyond_today(desk: Desk) -> None:
    first = room(desk).month
    page = room(desk).page
    page.turned.emit(1)
    assert room(desk).month == first
    press(page.month, Qt.Key.Key_PageUp)
    assert room(desk).month < first
    press(page.month, Qt.Key.Key_PageDown)
    assert room(desk).month == first


@pytest.mark.parametrize("kind", list(Kind))
def test_every_chart_tells_the_same_as_bars_and_as_a_table(desk: Desk, kind: Kind) -> None:
    page = room(desk).page
    desk.button("More").click()
    page.more.asked.emit(kind)
    chart = page.more.findChild(BarChart)
    assert chart is not None
    assert chart.count() > 0
    seen: list[str] = []
    chart.told.connect(seen.append)
    press(chart, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * (chart.count() - 1))
    told = [text for text in seen if text]
    assert len(told) == chart.count()
    desk.button("As a table").click()
    QApplication.processEvents()
    assert not chart.isVisible()
    desk.button("As a table").click()
    assert chart.isVisible()


def test_pairs_are_told_with_their_number_and_what_they_cannot_show(desk: Desk) -> None:
    both = sum(each.before is not None and each.after is not None for each in desk.journal.records())
    sums = desk.journal.sums("pair")
    chart = chart_of(Kind.PAIR, sums, TODAY, {})
    assert chart.caption == (
        f"{both} sessions with both. People often feel easier after any rest; this cannot show what caused it."
    )
    assert sum(bar.value for bar in chart.bars) == both


def test_a_small_window_shows_the_list_or_the_month_and_cuts_nothing_off(desk: Desk) -> None:
    window, page = desk.app.front.window, room(desk).page
    window.resize(480, 360)
    QApplication.processEvents()
    assert page.rows.isVisible()
    assert not page.month.isVisible()
    scrolled = [each.verticalScrollBar() for each in page.findChildren(QScrollArea) if each.isVisible()]
    assert [bar.maximum() for bar in scrolled] == [0], "the list scrolls, and not the page for a pixel or two"
    desk.button("Month").click()
    assert page.month.isVisible()
    assert not page.rows.isVisible()
    desk.button("Month").click()
    assert page.rows.isVisible()
    assert not page.month.isVisible()
    desk.button("Month").click()
    page.month.day_chosen.emit(desk.journal.records()[0].day)
    assert page.rows.isVisible(), "a chosen day shows its sessions"
    assert not page.month.isVisible()
    desk.button("Month").click()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert page.month.isVisible()
    assert page.rows.isVisible()


def test_what_is_wrong_stands_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    made = opened(tmp_path)
    made.app.front.window.open("journal")
    trouble = [each.text() for each in room(made).page.findChildren(QLabel) if each.isVisible()]
    assert any("journal.sqlite3" in text for text in trouble)
    made.close()


def test_what_is_pointed_at_in_a_chart_is_told_beside_it(desk: Desk) -> None:
    desk.button("More").click()
    (chart,) = room(desk).page.more.findChildren(BarChart)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.words(0) in desk.texts()
