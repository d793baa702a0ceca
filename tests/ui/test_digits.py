"""Numbers, times and dates stand in one system of digits, whatever the country's own is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QSpinBox

from legsup.ui.words import clock_time, day_text
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=["ar_EG", "fa_IR", "mr_IN", "en_US"])
def country(request: pytest.FixtureRequest) -> Iterator[None]:
    """A computer set to a country."""
    before = QLocale()
    QLocale.setDefault(QLocale(str(request.param)))
    yield
    QLocale.setDefault(before)


def others(text: str) -> str:
    """Give the digits of a text that are not those of the app's words."""
    return "".join(letter for letter in text if letter.isdecimal() and not letter.isascii())


@pytest.mark.usefixtures("country")
def test_times_and_days_are_written_in_the_digits_of_the_words_beside_them() -> None:
    for text in (
        clock_time(QDateTime.currentDateTime()),
        day_text(date(2026, 11, 23)),
        day_text(date(2026, 11, 23), short=True),
    ):
        assert any(letter.isdecimal() for letter in text)
        assert not others(text)


@pytest.mark.parametrize(
    ("country", "written"),
    [
        ("C", "27 Nov 2026"),
        ("en_US", "Nov 27, 2026"),
        ("en_GB", "27 Nov 2026"),
        ("de_DE", "27. Nov. 2026"),
        ("ar_EG", "27 نوفمبر 2026"),
        ("fa_IR", "27 نوامبر 2026"),
        ("ja_JP", "2026年11月27日"),
        ("hu_HU", "2026. nov. 27."),
    ],
    indirect=["country"],
)
@pytest.mark.usefixtures("country")
def test_a_short_day_is_one_that_people_read(written: str) -> None:
    assert day_text(date(2026, 11, 27), short=True) == written


@pytest.mark.usefixtures("country")
def test_no_page_mixes_two_systems(desk: Desk) -> None:
    desk.journal.put(record(1))
    window = desk.app.front.window
    for name in window.tabs:
        window.open(name)
        assert not others(" ".join(desk.texts())), name
        for field in window.findChildren(QSpinBox):
            assert not others(field.text())
    window.open("today")
    desk.button("Begin").click()
    desk.to("legs-up")
    seen = " ".join(desk.texts())
    assert "up by" in seen
    assert not others(seen)
