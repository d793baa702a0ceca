"""The question after the tension folds after five sessions without an answer; the third practice of a day is noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from legsup.domain.record import Record
from legsup.domain.session import Outcome
from legsup.domain.tension import is_folded, is_noted

SILENT = Record(
    uuid=UUID(int=1),
    started=datetime(2026, 11, 28, 16, tzinfo=UTC),
    sequence="in-bed",
    minutes=5.0,
    pattern="own",
    outcome=Outcome.COMPLETED,
    elapsed=500.0,
    practised=480.0,
    held=300.0,
    breaths=0,
)


@pytest.mark.parametrize("answer", [{"before": 0}, {"after": 4}])
def test_it_folds_after_five_without_an_answer_and_one_opens_it(answer: dict[str, int]) -> None:
    assert not is_folded([])
    assert not is_folded([SILENT] * 4)
    assert is_folded([SILENT] * 5)
    assert is_folded([*[SILENT] * 5, replace(SILENT, **answer)])
    assert not is_folded([*[SILENT] * 4, replace(SILENT, **answer)])


def test_a_session_that_runs_counts_for_nothing() -> None:
    running = replace(SILENT, outcome=None)
    assert not is_folded([running, *[SILENT] * 4])
    assert is_folded([running, *[SILENT] * 5])


def test_the_third_of_a_day_alone_is_noted() -> None:
    assert [number for number in range(6) if is_noted(number)] == [2]
