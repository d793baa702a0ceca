"""A table read with suspicion: what is noted, where, and what is given instead."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from legsup.domain.fault import Faults
from legsup.domain.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def read(value: object, *, discreet: bool = False) -> tuple[Table, Faults]:
    faults = Faults("file")
    return Table(value, faults, ("top",), discreet=discreet), faults


def told(faults: Faults) -> list[tuple[str, str, str]]:
    return [(fault.path, fault.expected, fault.found) for fault in faults]


def test_what_is_right_is_given_and_nothing_noted() -> None:
    table, faults = read(
        {
            "a": "words",
            "b": ["x"],
            "c": True,
            "d": 2,
            "e": "blue",
            "f": {"g": 1.5},
            "h": [{"j": 1}],
            "i": "short",
        }
    )
    assert (table.text("a"), table.text_or_none("a"), table.text_or_none("none")) == ("words", "words", None)
    assert (table.texts("b"), table.texts("none")) == (("x",), ())
    assert (table.flag("c"), table.flag("none")) == (True, False)
    assert (table.whole_or_none("d", 1, 3), table.whole_or_none("none", 1, 3)) == (2, None)
    assert (table.member("e", Colour), table.member("none", Colour, Colour.RED)) == (Colour.BLUE, Colour.RED)
    inner = table.table("f")
    assert inner.number_or_none("g", 1, 2) == 1.5
    inner.end()
    assert len(table.tables("h")) == 1
    assert table.table("i", of="level").text("level") == "short"
    table.end()
    assert told(faults) == []


WRONG: list[tuple[Callable[[Table], object], object, str]] = [
    (lambda table: table.text("k"), 3, "text"),
    (lambda table: table.text("k"), " ", "text"),
    (lambda table: table.texts("k"), "x", "a list"),
    (lambda table: table.flag("k"), 1, "true or false"),
    (lambda table: table.number_or_none("k", 1, 2), 3, "a number from 1 to 2"),
    (lambda table: table.number_or_none("k", 0, 2), True, "a number from 0 to 2"),
    (lambda table: table.number_or_none("k", 0, 2), float("nan"), "a number from 0 to 2"),
    (lambda table: table.whole_or_none("k", 1, 2), 1.5, "a whole number"),
    (lambda table: table.day_or_none("k"), "monday", "a day as 2026-11-23"),
    (lambda table: table.day_or_none("k"), 20261123, "a day as 2026-11-23"),
    (lambda table: table.member("k", Colour), "green", "one of red, blue"),
    (lambda table: table.table("k"), [], "a table"),
    (lambda table: table.table("k"), {3: 4}, "a table"),
    (lambda table: table.tables("k"), {}, "a list"),
    (lambda table: table.end(), 1, "one of the keys that are known here"),
]


@pytest.mark.parametrize(("way", "value", "expected"), WRONG)
def test_what_is_wrong_is_noted_at_its_key(
    way: Callable[[Table], object], value: object, expected: str
) -> None:
    table, faults = read({"k": value})
    way(table)
    assert [(path, wanted) for path, wanted, _ in told(faults)] == [("top.k", expected)]


def test_what_is_missing_is_noted_as_nothing() -> None:
    table, faults = read({})
    table.text("a")
    table.member("b", Colour)
    table.table("c")
    table.demand(("d",))
    assert [(path, found) for path, _, found in told(faults)] == [
        (f"top.{key}", "nothing") for key in ("a", "b", "c", "d")
    ]


def test_a_wrong_one_in_a_list_is_named_by_its_place() -> None:
    mixed: list[object] = [{}, 4]
    table, faults = read({"a": ["x", 3], "b": mixed})
    assert table.texts("a") == ("x",)
    assert len(table.tables("b")) == 1
    assert [path for path, _, _ in told(faults)] == ["top.a[1]", "top.b[1]"]


def test_what_was_found_is_shown_in_short_or_kept_back() -> None:
    table, faults = read({"a": ["x" * 100]})
    table.text("a")
    assert len(told(faults)[0][2]) == 60
    table, faults = read({"a": ["glaucoma"], "b": {"c": ["glaucoma"]}}, discreet=True)
    table.text("a")
    table.table("b").text("c")
    assert {found for _, _, found in told(faults)} == {"something else"}


def test_keys_can_be_left_to_somebody_else() -> None:
    table, faults = read({"a": 1, "b": 2})
    table.leave(table.names)
    assert "a" in table
    table.end()
    table.wrong("a", "peace", "war")
    assert told(faults) == [("top.a", "peace", "war")]
