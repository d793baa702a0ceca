"""The rules of the settings, each with values that it takes and values that it does not."""

from __future__ import annotations

import pytest

from legsup.domain.setting_rules import (
    is_bells,
    is_pattern,
    is_written,
    name,
    number,
    number_or_none,
    one_of,
    switch,
)

HALF_A_LETTER = "\ud800"


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ("4-6", True),
        ("5-7", True),
        ("4-2-6-2", True),
        ("own", True),
        ("1-1", False),
        ("", False),
        (46, False),
    ],
)
def test_a_pattern_is_taken_as_people_write_it(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_pattern(value, "4-6") is taken


@pytest.mark.parametrize(
    ("value", "taken"), [("12345", True), ("67", True), ("89", False), ("", False), (67, False)]
)
def test_days_are_taken_as_their_reader_reads_them(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_written(value, "parse_days", "12345") is taken


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        ({}, True),
        ({"begin": None}, True),
        ({"end": "/bells/soft.wav"}, True),
        ({"end": "/bells/\udcff.wav"}, True),
        ({"end": HALF_A_LETTER}, False),
        ({"end": 3}, False),
        ({"lunch": None}, False),
        ([], False),
    ],
)
def test_bells_are_off_or_files_by_their_kind(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_bells(value) is taken


@pytest.mark.parametrize(
    ("value", "taken"), [("Flo", True), (" ", False), ("", False), (HALF_A_LETTER, False), (3, False)]
)
def test_a_name_is_text_that_is_not_empty(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert name("a name").accepts(value) is taken


@pytest.mark.parametrize(
    ("value", "taken"),
    [(0, True), (1.5, True), (2, True), (2.1, False), (True, False), ("1", False), (float("nan"), False)],
)
def test_a_number_stands_within_its_range_and_yes_is_none(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert number("a number", (0, 2)).accepts(value) is taken
    assert number_or_none("a number", (0, 2)).accepts(value) is taken


def test_no_number_is_taken_where_none_is_meant() -> None:
    assert number_or_none("a number", (0, 2)).accepts(None)
    assert not number("a number", (0, 2)).accepts(None)
    assert not number("a number", (0, 2), whole=True).accepts(1.5)


@pytest.mark.parametrize(
    ("value", "taken"), [(True, True), (False, True), (1, False), ("true", False), (None, False)]
)
def test_a_switch_is_on_or_off(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert switch().accepts(value) is taken


@pytest.mark.parametrize(
    ("value", "taken"), [("dusk", True), ("linen", True), ("noon", False), ("", False), (3, False)]
)
def test_a_word_is_one_of_those_named(value: object, taken: bool) -> None:  # noqa: FBT001 - a parameter
    assert one_of(["dusk", "linen"]).accepts(value) is taken
