"""What people are told: who says it, whom to ask, what is open instead; later the day alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from legsup.domain.breath import Pattern
from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import Request, allowed
from legsup.domain.screening.outcome import with_yes
from legsup.domain.screening.reasons import reasons
from legsup.domain.screening.telling import Teller
from tests.screened import DAY, QUESTIONNAIRE, SCREENING, SILENT, UNTOUCHED, answered, outcome

if TYPE_CHECKING:
    from legsup.domain.screening.questions import Answers


CONTROLLED = (
    "Our sources disagree. Cleveland Clinic advises against this pose while blood pressure is not under control;"
    " article 2, while it is untreated; article 3, with high pressure of any kind."
)


def teller(answers: Answers | None = None) -> Teller:
    found = () if answers is None else reasons(QUESTIONNAIRE, answers, DAY)
    return Teller(screening=SCREENING, written=lambda day: f"{day.day} May", reasons=found)


def told(answers: Answers, column: Column, *, in_memory: bool = True) -> tuple[str, ...]:
    came = outcome(answers)
    verdict = allowed(came, Request(column=column), DAY)
    return teller(answers if in_memory else None).lines(verdict, SCREENING.words.columns[column], came)


def test_controlled_pressure_is_told_as_kindly_as_the_sources_disagree() -> None:
    assert told(answered("2"), Column.WALL) == (
        CONTROLLED,
        "So please ask your doctor or nurse once: “May I lie with my legs up a wall for five minutes?”",
        "Open to you now: Seated breath, Supported rest and Side-lying rest.",
    )


def test_once_the_answers_are_forgotten_the_day_alone_is_named() -> None:
    assert told(answered("8"), Column.WALL, in_memory=False) == (
        "Legs up the wall is not for you as things stand.",
        "Closed by your answers of 3 May. Answer again when something has changed.",
        "Open to you now: Seated breath, Supported rest and Side-lying rest.",
    )


def test_who_is_to_be_asked_is_named() -> None:
    asked = told(answered("1", "11"), Column.REST)
    assert "So please ask your eye doctor · midwife or doctor once:" in asked[2]
    assert len(asked) == 4
    assert "doctor or nurse" in told(answered("1"), Column.REST, in_memory=False)[1]


def test_in_bed_is_offered_by_its_name() -> None:
    assert told(answered("16"), Column.WALL)[0] == "In bed only."
    assert (
        told(answered("16"), Column.FEET)[-1] == "Open to you now: Seated breath, Side-lying rest and In bed."
    )


def test_weeks_to_wait_name_a_day() -> None:
    operated = told(answered("10", "10-early"), Column.WALL)
    assert "Not before 14 May. From then on your doctor or nurse can say." in operated


def test_rather_not_say_is_told_as_what_it_is() -> None:
    assert told(SILENT, Column.TURNED)[1] == SCREENING.words.withheld_why


def test_conditions_are_said_of_what_is_open() -> None:
    answers = answered("3", "9", "14")
    came = with_yes(with_yes(outcome(answers), Column.WALL, DAY), Column.SIDE, DAY)
    assert teller().lines(allowed(came, Request(column=Column.WALL), DAY), "Legs up the wall", came) == (
        "Open since 3 May, when you told us they said yes.",
        "At most 3 minutes at a time.",
        "Once a day.",
        "Not within 3 hours of a meal. Come out if acid rises.",
    )
    said = tuple(teller().conditions(came.of(Column.SIDE)))
    assert said[1:] == (SCREENING.words.lie_agreed,)
    assert told(answered("9"), Column.SIDE) == (SCREENING.words.lie_left,)
    assert told(answered("14"), Column.SIDE) == (SCREENING.words.lie_quiet,)
    assert told(answered("16"), Column.SIDE)[-1].startswith("Open to you now")
    bed = outcome(answered("16"))
    assert tuple(teller().conditions(bed.of(Column.SIDE))) == ("In bed only.",)
    assert told(UNTOUCHED, Column.WALL) == ()


def test_the_other_verdicts_have_their_words() -> None:
    words, heart = SCREENING.words, with_yes(outcome(answered("3")), Column.WALL, DAY)
    again = Request(column=Column.WALL, practised_today=True)
    assert teller().lines(allowed(heart, again, DAY), "", heart) == (
        words.enough_today,
        "Open to you now: Seated breath.",
    )
    held = Request(column=Column.SEATED, pattern=Pattern(4, 6, 1, 1))
    assert teller().lines(allowed(heart, held, DAY), "", heart) == (words.no_holds,)
    wall = Request(column=Column.WALL)
    assert teller().lines(allowed(None, wall, DAY), "", None) == (words.answer_first,)
    expired = DAY + timedelta(days=200)
    assert teller().lines(allowed(heart, wall, expired), "", heart) == (words.still_true,)


def test_advice_belongs_to_rows_and_comes_once() -> None:
    assert teller(answered("6", "6-now", "4")).advice() == (
        "Please speak with a doctor soon about your breath.",
        "Please see a doctor today. Do not raise or rub the leg.",
    )
    assert teller().advice() == ()
