"""The outcome on its way to a file and back: whole or not at all, and without a word of health in its faults."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.screening.columns import Column
from legsup.domain.screening.outcome import only_seated, with_yes
from legsup.domain.screening.plain import from_plain, to_plain
from legsup.domain.table import is_table
from tests.screened import DAY, QUESTIONNAIRE, SILENT, UNTOUCHED, answered, outcome

if TYPE_CHECKING:
    from legsup.domain.screening.outcome import ScreeningOutcome

OUTCOMES = [
    outcome(UNTOUCHED),
    outcome(SILENT),
    only_seated(DAY),
    with_yes(outcome(answered("3", "14", "10-neck", "10")), Column.FEET, DAY),
    *(outcome(answered(question.id)) for question in QUESTIONNAIRE.questions if not question.ages),
    outcome(answered("10", "10-early")),
    outcome(answered("5", "5-early", "16", "9")),
]
PLAIN: dict[str, Any] = to_plain(OUTCOMES[3])


@pytest.mark.parametrize("kept", OUTCOMES)
def test_it_comes_back_as_it_was_written(kept: ScreeningOutcome) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(kept)))) == (kept, ())


def test_neither_row_nor_answer_is_written() -> None:
    text = json.dumps(to_plain(outcome(answered("1", "3", "11"))))
    for word in ("eye", "heart", "pregnan", "midwife", "doctor", "row", "answer", "unsure"):
        assert word not in text
    assert set(to_plain(OUTCOMES[0])) == {"day", "columns", "limits"}


def paths(value: Any, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:  # noqa: ANN401 - plain values of any kind
    if not is_table(value):
        return []
    return [path for key, part in value.items() for path in ((*way, key), *paths(part, (*way, key)))]


def changed(path: tuple[str, ...], to: object) -> dict[str, Any]:
    copy = deepcopy(PLAIN)
    here: Any = copy
    for key in path[:-1]:
        here = here[key]
    if to is None:
        del here[path[-1]]
    else:
        here[path[-1]] = to
    return copy


@pytest.mark.parametrize("path", paths(PLAIN), ids=".".join)
def test_a_missing_key_is_damage_and_never_a_yes(path: tuple[str, ...]) -> None:
    read, faults = from_plain(changed(path, None))
    assert read is None
    assert ".".join(path) in {fault.path for fault in faults}


@pytest.mark.parametrize("path", paths(PLAIN), ids=".".join)
@pytest.mark.parametrize("wrong", ["glaucoma", -1, [{}]], ids=repr)
def test_a_wrong_value_is_damage_too_and_is_not_repeated(path: tuple[str, ...], wrong: object) -> None:
    read, faults = from_plain(changed(path, wrong))
    assert read is None
    assert faults
    assert all("glaucoma" not in str(fault) for fault in faults)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("new",), 1),
        (("columns", "ceiling"), {}),
        (("columns", "wall", "new"), 1),
        (("columns", "wall", "weeks"), 3),
        (("columns", "rest", "said_yes"), "2026-05-03x"),
        (("columns", "turned", "said_yes"), "2026-05-03"),
        (("columns", "seated", "level"), "closed"),
        (("columns", "seated", "bed"), True),
        (("limits", "seat"), 90),
        (("limits", "leave_out"), ["seat"]),
        (("limits", "leave_out"), [3]),
        (("day",), "2026-02-30"),
        (("day",), "9999-12-31"),
    ],
    ids=repr,
)
def test_what_cannot_be_is_refused(path: tuple[str, ...], wrong: object) -> None:
    read, faults = from_plain(changed(path, wrong))
    assert read is None
    assert faults


@pytest.mark.parametrize("whole", [None, [], "yes", 3, True, {}, {3: 4}], ids=repr)
def test_something_else_altogether_is_refused(whole: object) -> None:
    read, faults = from_plain(whole)
    assert read is None
    assert faults


def test_a_day_that_is_null_is_refused() -> None:
    read, faults = from_plain({**PLAIN, "day": None})
    assert read is None
    assert [fault.path for fault in faults] == ["day"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(paths(PLAIN)), ANYTHING)
def test_whatever_stands_there_is_read_or_told(path: tuple[str, ...], wrong: object) -> None:
    damaged = deepcopy(PLAIN)
    here: Any = damaged
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = wrong
    read, faults = from_plain(damaged)
    assert (read is None) is bool(faults)
