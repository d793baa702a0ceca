"""The account of an outcome: what is open first, each reason once, whom to ask, what is closed, and until when."""

from __future__ import annotations

from datetime import timedelta

from legsup.domain.screening.account import account
from legsup.domain.screening.columns import Column
from legsup.domain.screening.outcome import with_yes
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from tests.screened import DAY, QUESTIONNAIRE, SCREENING, UNTOUCHED, WORDS, answered, outcome


def teller(*, of: tuple[str, ...] = ()) -> Teller:
    found = reasons(QUESTIONNAIRE, answered(*of), DAY) if of else ()
    return Teller(screening=SCREENING, written=lambda day: f"{day.day} May", reasons=found)


def test_where_nothing_touches_all_is_open_and_nothing_more_is_said() -> None:
    told = account(teller(), outcome(UNTOUCHED), DAY)
    assert told.open_now == told.why == told.asks == told.closed == told.conditions == told.advice == ()


def test_a_reason_that_touches_many_postures_is_told_once() -> None:
    told = account(teller(of=("2",)), outcome(answered("2")), DAY)
    assert [len(told.why), told.why[0][:21]] == [1, "Our sources disagree."]
    assert [one.column for one in told.asks] == [Column.WALL, Column.TURNED, Column.FEET]
    assert told.asks[0].lines[0].startswith("So please ask your doctor or nurse once: ")
    assert [one.title for one in told.closed] == [WORDS.columns[Column.RAISED_HIPS]]


def test_once_the_answers_are_forgotten_the_day_stands_for_the_reasons() -> None:
    told = account(teller(), outcome(answered("2")), DAY + timedelta(days=3))
    assert told.why == ("Closed by your answers of 3 May. Answer again when something has changed.",)
    assert told.advice == ()


def test_weeks_to_wait_conditions_and_advice_are_told() -> None:
    told = account(teller(of=("10", "10-early")), outcome(answered("10", "10-early")), DAY)
    assert told.closed[0].lines == ("Not before 14 May. From then on your doctor or nurse can say.",)
    heart = with_yes(outcome(answered("3")), Column.WALL, DAY)
    told = account(teller(of=("3",)), heart, DAY)
    assert told.conditions[0].lines[1] == "At most 3 minutes at a time."
    assert told.advice == (WORDS.advice["3"],)


def test_who_keeps_to_bed_is_told_so_by_its_name() -> None:
    told = account(teller(of=("16",)), outcome(answered("16")), DAY)
    assert [(one.title, one.lines) for one in told.conditions] == [
        ("In bed", ("In bed only.",)),
        ("Side-lying rest", ("In bed only.",)),
    ]


def test_an_outcome_that_has_run_out_closes_nothing_by_itself() -> None:
    told = account(teller(), outcome(answered("2")), DAY + timedelta(days=200))
    assert told.asks == told.closed == ()
