"""The Journal page has room for its words: in a small window and with large text nothing is cut, nothing leaves the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from legsup.ui.journal.bar_chart import BarChart
from legsup.ui.journal.charts import Kind
from legsup.ui.journal.month_paper import month_document
from legsup.ui.journal.record_row import RecordRow
from legsup.ui.journal.row_form import EDGE, GAP
from legsup.ui.widgets.lists import PADDED, ReadingTable
from tests.services.test_journal import record
from tests.ui.desk import opened
from tools.practice_year import year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from legsup.ui.journal.record_rows import RecordRows
    from legsup.ui.pages.journal_page import JournalPage
    from tests.ui.desk import Desk

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.uncounted]
TODAY = date.today()  # noqa: DTZ011 - the person's day
#: What somebody called a practice that is no more.
OWN = "Feet on the big red sofa, as it was shown on the island"
#: Pixels of the text on A4, as many an inch as those in which text is measured.
PAPER = 160 / 25.4 * 96
SMALL, USUAL, LARGE = (480, 360), (1000, 720), (1280, 800)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The app over a simulated year with words as wide as they may be."""
    made = over_a_year(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def list_alone(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The same, for tests that look at the list of records and do nothing to it."""
    assert qapp is not None
    made = over_a_year(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


def over_a_year(home: Path) -> Desk:
    """Open the app over its year."""
    made = opened(home)
    now = datetime.now(UTC)
    wide = [
        replace(
            record(number), started=now - timedelta(minutes=number), before=before, after=after, sequence=name
        )
        for number, (before, after, name) in enumerate(
            [
                (4, 4, "feet-a-little-raised"),
                (4, 3, "supported-cushion"),
                (1, 1, "unwind"),
                (None, 4, "in-bed"),
                (3, 3, OWN),
            ]
        )
    ]
    made.journal.merge([*year(TODAY), *wide])
    return made


def seen(desk: Desk, size: tuple[int, int], text: int) -> JournalPage:
    """Open the page in a window of a size, its text so many per cent large."""
    desk.app.basis.kept.change(text_size=text)
    desk.app.front.window.resize(*size)
    desk.app.front.window.open("journal")
    QApplication.processEvents()
    return desk.app.front.journal.page


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
def test_no_word_of_a_row_is_cut(list_alone: Desk, size: tuple[int, int], text: int) -> None:
    rows = seen(list_alone, size, text).rows
    assert rows.isVisible()
    assert rows.fontInfo().pixelSize() > 0.13 * text, "the text is as large as it was asked for"
    nothing_is_cut(rows)


def test_no_word_of_a_row_is_cut_when_the_window_alone_gets_narrower(list_alone: Desk) -> None:
    for text in (100, 125, 200):
        page = seen(list_alone, LARGE, text)
        for wide in (1034, 969, 480):
            list_alone.app.front.window.resize(wide, LARGE[1])
            QApplication.processEvents()
            nothing_is_cut(page.rows)


def test_rows_are_higher_only_where_a_title_needs_it(desk: Desk) -> None:
    rows = seen(desk, SMALL, 200).rows
    high = rows.visualRect(rows.records.index(0)).height()
    rows.records.show_records([each for each in desk.journal.records() if each.sequence != OWN])
    QApplication.processEvents()
    assert rows.visualRect(rows.records.index(0)).height() < high


def nothing_is_cut(rows: RecordRows) -> None:
    """Every word of every row has its place, within the row, and is shown whole."""
    row = rows.itemDelegate()
    assert isinstance(row, RecordRow)
    for at in range(rows.records.rowCount()):
        index = rows.records.index(at)
        area = QRect(0, 0, rows.viewport().width(), rows.visualRect(index).height())
        inner = area.adjusted(GAP, EDGE, -GAP, -EDGE)
        shown = rows.records.record(index)
        lines = row.lines(inner, rows.fontMetrics(), shown, rows.records)
        for line in lines:
            assert line.shown(rows.fontMetrics()) == line.text
            assert inner.contains(line.place) or not line.text
        title = rows.records.title(shown)
        assert " ".join(line.text for line in lines).startswith(title)
        places = [line.place for line in lines if line.text]
        assert not any(one.intersects(other) for one in places for other in places if one is not other)


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
def test_no_view_is_wider_than_the_page(desk: Desk, size: tuple[int, int], text: int) -> None:
    page = seen(desk, size, text)
    room = desk.app.front.journal
    page.show_gone("Deleted: Feet a little raised, Wednesday, 30 September 2026.")
    fits(page)
    page.show_gone("")
    for button in page.findChildren(type(desk.button("More"))):
        if button.text() == "Month" and button.isVisible():
            button.click()
    fits(page)
    page.day_chosen.emit(TODAY)
    fits(page)
    for kind in Kind:
        page.more_asked.emit()
        page.more.asked.emit(kind)
        fits(page)
    page.rows.opened.emit(room.page.rows.records.record(page.rows.records.index(0)))
    fits(page)
    page.carry_asked.emit()
    fits(page)


def test_a_chosen_day_takes_two_lines_at_most(desk: Desk) -> None:
    page = seen(desk, SMALL, 200)
    page.day_chosen.emit(date(2026, 9, 30))
    (heading,) = (each for each in page.findChildren(QLabel) if "30 Sep" in each.text() and each.isVisible())
    assert heading.height() <= 2 * heading.fontMetrics().lineSpacing() + 2


def test_the_page_bears_other_sizes_while_it_is_seen(desk: Desk) -> None:
    page = seen(desk, USUAL, 100)
    for size, text in ((SMALL, 200), (LARGE, 100), (SMALL, 150), (USUAL, 200), (SMALL, 100)):
        for month in page.findChildren(type(desk.button("More"))):
            if month.text() == "Month" and month.isVisible():
                month.click()
        desk.app.basis.kept.change(text_size=text)
        desk.app.front.window.resize(*size)
        fits(page)


def fits(page: JournalPage) -> None:
    """Whatever scrolls on the page does so up and down alone."""
    QApplication.processEvents()
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    for area in areas:
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width()


def test_a_table_is_as_high_as_its_words_need(desk: Desk) -> None:
    page = seen(desk, SMALL, 200)
    page.more_asked.emit()
    desk.button("As a table").click()
    QApplication.processEvents()
    table = page.more.findChild(ReadingTable)
    assert table is not None
    high = 0
    for at in range(table.rowCount()):
        assert table.rowHeight(at) >= table.sizeHintForRow(at) > 0
        high += table.rowHeight(at)
    assert high > 1.5 * table.rowCount() * table.fontMetrics().height(), "words of two lines are shown"
    assert table.viewport().height() >= high


def test_the_words_of_a_table_go_on_in_a_further_line_rather_than_being_cut(desk: Desk) -> None:
    page = seen(desk, SMALL, 100)
    page.more_asked.emit()
    page.more.asked.emit(Kind.DAY)
    desk.button("As a table").click()
    QApplication.processEvents()
    table = page.more.findChild(ReadingTable)
    assert table is not None
    metrics, room = table.fontMetrics(), table.columnWidth(0) - PADDED
    texts = [item.text() if (item := table.item(at, 0)) else "" for at in range(table.rowCount())]
    assert max(map(metrics.horizontalAdvance, texts)) > room, "some need a further line"
    for at, text in enumerate(texts):
        lines = -(-metrics.horizontalAdvance(text) // room)
        assert table.rowHeight(at) >= lines * metrics.height(), text


def test_an_upright_chart_is_seen_whole_and_the_names_under_it_leave_one_another_room(desk: Desk) -> None:
    for size, text in ((SMALL, 100), (SMALL, 150), (USUAL, 100), (USUAL, 200), (LARGE, 125)):
        page = seen(desk, size, text)
        page.more_asked.emit()
        for kind in (Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.HOUR):
            page.more.asked.emit(kind)
            QApplication.processEvents()
            chart = page.more.findChild(BarChart)
            assert chart is not None
            (area,) = (each for each in page.more.findChildren(QScrollArea) if each.isVisible())
            assert area.verticalScrollBar().maximum() == 0, (size, text, kind)
            line = chart.fontMetrics().height()
            if size == LARGE:
                assert chart.height() > 13 * line, "where there is room it has it"
            names = [place for _, place in chart.names()]
            assert all(QRectF(chart.rect()).contains(place) for place in names)
            assert all(right.left() - left.right() >= 0.4 * line for left, right in pairwise(names))


def test_the_picture_of_a_record_is_whole_from_the_first(desk: Desk) -> None:
    page = seen(desk, USUAL, 100)
    page.rows.opened.emit(desk.journal.records()[0])
    QApplication.processEvents()
    picture = next(each for each in page.record.findChildren(QLabel) if not each.pixmap().isNull())
    shown: QPixmap = picture.pixmap()
    assert picture.contentsRect().size() == shown.deviceIndependentSize().toSize()
    assert picture.height() == 6 * page.record.fontMetrics().height()


def test_what_became_of_a_file_is_seen_from_its_beginning(desk: Desk) -> None:
    page = seen(desk, SMALL, 200)
    page.carry_asked.emit()
    for text in ("Nothing was added. The file is not as it was exported:", "289 sessions were added."):
        page.carry.tell(text, "a line that tells what is wrong\n" * 30)
        QApplication.processEvents()
        (told,) = (each for each in page.carry.findChildren(QLabel) if each.text() == text)
        assert told.visibleRegion().boundingRect() == told.rect()
    page.carry.ask("export.csv: 289 new, 0 here already.", "", "Add them")
    QApplication.processEvents()
    for name in ("Add them", "Cancel"):
        button = desk.button(name)
        assert button.visibleRegion().boundingRect() == button.rect()


def test_a_session_on_paper_has_one_line_and_its_note_another() -> None:
    month = date(2026, 11, 1)
    records = [replace(each, note="By the sea.") for each in year(date(2026, 11, 30)) if each.day >= month]
    paper = month_document(
        month, records, {each.sequence: "Legs up the wall" for each in records}, lambda _: True
    )
    paper.setTextWidth(PAPER)
    assert paper.size().height() > 0
    block, notes = paper.begin(), 0
    while block.isValid():
        assert block.layout().lineCount() == 1 + block.text().count("\u2028"), block.text()
        notes += block.text() == "By the sea."
        block = block.next()
    assert notes == len(records) > 10
