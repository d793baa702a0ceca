"""A month on paper: the end of a page parts no session from its note, and each page has its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

from legsup.app.paper import pdf_of, usual_page
from legsup.ui.journal.month_pages import lay_out, print_on
from legsup.ui.journal.month_paper import month_document
from tools.practice_year import year

pytestmark = pytest.mark.usefixtures("qapp")
A4 = QPageSize(QPageSize.PageSizeId.A4)
DOTS = 600


def month(letters: int) -> QTextDocument:
    """Set a month whose sessions have notes of so many letters."""
    note = ("cold feet at first, " * letters)[:letters]
    begin = date(2026, 11, 1)
    records = [replace(each, note=note) for each in year(date(2026, 11, 30)) if each.day >= begin]
    return month_document(begin, records, {}, lambda _: True)


@pytest.mark.parametrize("letters", [0, 60, 500, 9000])
def test_the_end_of_a_page_parts_no_session_but_one_that_is_longer_than_a_page(letters: int) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(A4)
    page = QSizeF(0.8 * writer.width(), 0.85 * writer.height())
    paper = month(letters)
    lay_out(paper, writer, page)
    where = [paper.documentLayout().frameBoundingRect(each) for each in paper.rootFrame().childFrames()]
    parted = [each for each in where if each.top() // page.height() != (each.bottom() - 1) // page.height()]
    assert paper.pageCount() > 1 or not letters
    if letters == 9000:
        assert len(parted) > 1
        return
    assert parted == []
    for last, each in pairwise(where):
        if each.top() // page.height() > last.top() // page.height():
            left = page.height() - last.bottom() % page.height()
            assert left < each.height() + 1, "a page is filled as far as whole sessions fit"


def test_as_many_pages_are_printed_as_it_takes() -> None:
    for letters in (0, 500):
        paper = month(letters)
        pdf = pdf_of("November", A4, lambda device, paper=paper: print_on(paper, device))
        assert pdf.count(b"/Type /Page\n") == paper.pageCount()


@pytest.mark.parametrize(
    ("country", "size"),
    [
        ("en_US", QPageSize.PageSizeId.Letter),
        ("de_DE", QPageSize.PageSizeId.A4),
        ("en_GB", QPageSize.PageSizeId.A4),
    ],
)
def test_the_paper_is_that_of_the_person_s_country(country: str, size: QPageSize.PageSizeId) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        assert usual_page().id() is size
    finally:
        QLocale.setDefault(before)
