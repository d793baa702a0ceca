"""The door: what comes of a request, for one outcome on one day."""

from __future__ import annotations

from datetime import date, timedelta

from legsup.domain.breath import Pattern
from legsup.domain.screening.access import Access
from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import (
    AnswerFirst,
    AskFirst,
    Closed,
    EnoughToday,
    NoHolds,
    Open,
    Request,
    Verdict,
    allowed,
)
from legsup.domain.screening.limits import Limits
from legsup.domain.screening.outcome import only_seated, with_yes
from tests.screened import DAY, UNTOUCHED, answered, outcome

HOLDS = Pattern(4, 6, 1, 1)
FREE = outcome(UNTOUCHED)
HEART = outcome(answered("3"))
EXPIRED = date(2026, 11, 3)
SEATED = (Column.SEATED,)


def verdict(request: Request, answers: str | None = None, today: date = DAY) -> Verdict:
    return allowed(FREE if answers is None else outcome(answered(answers)), request, today)


def test_without_an_outcome_seated_breath_alone_begins_and_holds_no_breath() -> None:
    assert allowed(None, Request(column=Column.SEATED), DAY) == Open(
        limits=Limits(holds=False), access=Access()
    )
    assert allowed(None, Request(column=Column.SEATED, pattern=Pattern(4, 6)), DAY) != AnswerFirst(
        again=False
    )
    assert allowed(None, Request(column=Column.SEATED, pattern=HOLDS), DAY) == AnswerFirst(again=False)
    for column in Column:
        if column is not Column.SEATED:
            assert allowed(None, Request(column=column), DAY) == AnswerFirst(again=False)


def test_an_outcome_six_months_old_is_asked_again_and_its_limits_stay_on_the_chair() -> None:
    assert verdict(Request(column=Column.WALL), None, EXPIRED) == AnswerFirst(again=True)
    assert verdict(Request(column=Column.SEATED, pattern=HOLDS), None, EXPIRED) == AnswerFirst(again=True)
    assert allowed(HEART, Request(column=Column.SEATED), EXPIRED) == Open(
        limits=HEART.limits, access=Access()
    )


def test_open_brings_the_limits_and_the_minutes_that_may_be_held() -> None:
    given = allowed(with_yes(HEART, Column.WALL, DAY), Request(column=Column.WALL), DAY)
    assert isinstance(given, Open)
    assert given.limits == HEART.limits
    assert (given.minutes(10), given.minutes(2)) == (3, 2)
    free = verdict(Request(column=Column.WALL, pattern=HOLDS))
    assert isinstance(free, Open)
    assert free.minutes(10) == 10


def test_closed_names_the_day_and_what_is_open_instead() -> None:
    assert verdict(Request(column=Column.WALL), "4") == Closed(
        column=Column.WALL, answered=DAY, instead=(Column.SEATED, Column.REST)
    )


def test_closed_for_some_weeks_names_the_day_from_which_to_ask() -> None:
    operated = outcome(answered("10", "10-early"))
    closed = allowed(operated, Request(column=Column.FEET), DAY)
    assert isinstance(closed, Closed)
    assert closed.ask_from == DAY + timedelta(weeks=6)
    later = allowed(operated, Request(column=Column.FEET), DAY + timedelta(weeks=6))
    assert isinstance(later, AskFirst)


def test_ask_first_names_what_is_open_instead() -> None:
    assert verdict(Request(column=Column.REST), "11") == AskFirst(
        column=Column.REST, answered=DAY, instead=SEATED
    )


def test_in_bed_alone() -> None:
    refused = verdict(Request(column=Column.WALL), "16")
    assert isinstance(refused, Closed)
    assert refused.in_bed
    assert isinstance(verdict(Request(column=Column.WALL, in_bed=True), "16"), Open)
    assert isinstance(verdict(Request(column=Column.SIDE, in_bed=True), "16"), Open)
    closed = verdict(Request(column=Column.FEET), "16")
    assert isinstance(closed, Closed)
    assert not closed.in_bed


def test_once_a_day_is_the_most_where_the_answers_say_so() -> None:
    opened = with_yes(HEART, Column.WALL, DAY)
    assert allowed(opened, Request(column=Column.WALL, practised_today=True), DAY) == EnoughToday(
        column=Column.WALL, instead=SEATED
    )
    assert isinstance(verdict(Request(column=Column.WALL, practised_today=True)), Open)


def test_held_breath_is_refused_where_the_answers_say_so_on_a_chair_too() -> None:
    assert verdict(Request(column=Column.SEATED, pattern=HOLDS), "15") == NoHolds()
    assert isinstance(verdict(Request(column=Column.SEATED, pattern=Pattern(4, 6)), "15"), Open)
    assert isinstance(verdict(Request(column=Column.WALL, pattern=HOLDS), "15"), NoHolds)


def test_while_the_questions_cannot_be_read_only_the_chair_is_left() -> None:
    for column in Column:
        seated = column is Column.SEATED
        assert isinstance(allowed(only_seated(DAY), Request(column=column), DAY), Open if seated else Closed)


def test_a_verdict_tells_no_limits_to_a_log() -> None:
    assert "holds" not in repr(allowed(outcome(answered("15")), Request(column=Column.WALL), DAY))
