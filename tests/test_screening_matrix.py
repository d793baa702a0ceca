"""The matrix, cell by cell, against a table written by hand; and fourteen people with what is open to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.screening.access import Access, Level
from legsup.domain.screening.columns import Column
from legsup.domain.screening.limits import Limits, Roll
from legsup.domain.screening.matrix import Clinician
from legsup.domain.screening.outcome import on_a_heavy_day, outcome_of
from legsup.domain.screening.questions import AGES, Answer, Answers
from tests.screened import DAY, QUESTIONNAIRE, SILENT, UNTOUCHED, answered, outcome

if TYPE_CHECKING:
    from legsup.domain.screening.outcome import ScreeningOutcome

#: Row by row: wall, turned, raised hips, feet, rest, side, seated; then what else it asks for. o open, a ask, - closed;
#: a number closes for so many weeks; 3m three minutes, 1d once a day, 3h after food, B in bed, L left, Q quiet side.
TABLE = """
1         -     -     -  a    a  a   o  | no-holds no-child eye-doctor
2a        -     -     -  a    o  o   o  | no-holds no-child
2b        a     a     -  a    o  o   o  | 120 no-holds no-child
3         a3m1d -     -  a    a  a   o  | 120 no-holds
4         -     -     -  -    o  -   o  |
5         a     a     -  a    o  o   o  | no-holds no-child
5+early   -13   -13   -  a    a  a   o  | no-holds no-child
6a        -     -     -  -    -  -   o  |
6b        a     a     -  a    o  o   o  | 120
7         -     -     -  -    a  a   o  |
8         -     -     -  a    o  o   o  | no-child no-hug
9         a3h   a3h   -  a3h  o  oL  o  | no-child no-hug
10a       a     a     -  a    o  o   o  |
10a+early -6    -6    -  -6   o  o   o  |
10b       a     -     -  a    o  o   o  | no-hug
10c       a     a     -  a    o  o   o  |
10c+neck  a     a     -  a    o  o   o  | no-child still
11        -     -     -  -    a  aL  o  | left no-child no-hug no-holds midwife
13a       o     o     -  o    o  o   o  | 120
13b       a     a     -  a    o  o   o  | 120
13c       o     o     o  o    o  o   o  | 120
13d       o     o     o  o    o  o   o  | 60
under-18  o     o     o  o    o  o   o  | adult
14        a     a     -  a    o  oQ  o  | quiet long no-child
15        o     o     o  o    o  o   o  | own no-holds
16        oB    -     -  -    -  oB  o  |
17        o     -     -  o    o  o   o  | 120 no-child no-holds
"""
CELLS = {
    "o": Access(),
    "a": Access(level=Level.ASK),
    "-": Access(level=Level.CLOSED),
    "-13": Access(level=Level.CLOSED, weeks=13),
    "-6": Access(level=Level.CLOSED, weeks=6),
    "a3m1d": Access(level=Level.ASK, minutes=3, once_a_day=True),
    "a3h": Access(level=Level.ASK, hours_after_food=3),
    "oL": Access(left=True),
    "aL": Access(level=Level.ASK, left=True),
    "oQ": Access(quiet=True),
    "oB": Access(bed=True),
}
#: Rows that only ever come on top of another one.
ON_TOP = {
    "5+early": ("5", "5-early"),
    "10a+early": ("10a", "10a-early"),
    "10c+neck": ("10c", "10c-neck"),
}
LINES = [line for line in TABLE.splitlines() if line]


def wanted(text: str) -> Limits:
    words = set(text.split())
    seats = [float(word) for word in words if word.isdecimal()]
    left_out = {"no-child": "childs-pose", "no-hug": "hugging"}
    return Limits(
        seat=max(seats, default=None),
        holds="no-holds" not in words,
        leave_out=frozenset(tag for word, tag in left_out.items() if word in words),
        left="left" in words,
        quiet="quiet" in words,
        long_way="long" in words,
        own_pace="own" in words,
        head_still="still" in words,
        with_adult="adult" in words,
    )


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_every_cell_is_as_the_table_says(line: str) -> None:
    cells, _, limits = line.partition("|")
    name, *columns = cells.split()
    rows = [QUESTIONNAIRE.rows[row] for row in ON_TOP.get(name, (name,))]
    came = outcome_of(rows, DAY)
    for column, cell in zip(Column, columns, strict=True):
        assert came.of(column) == CELLS[cell], f"{name} {column}"
    assert came.limits == wanted(limits)
    asked = set(limits.split()) & set(Clinician)
    assert {row.clinician for row in rows} == ({Clinician(who) for who in asked} or {Clinician.DOCTOR})


def test_the_table_holds_every_row() -> None:
    named = {line.split()[0] for line in LINES}
    rows = {row for name in named for row in ON_TOP.get(name, (name,))}
    assert rows == set(QUESTIONNAIRE.rows)


def test_every_row_is_reached_by_some_answer() -> None:
    assert QUESTIONNAIRE.named_rows | {"17"} == set(QUESTIONNAIRE.rows)


#: Fourteen people: their answers, the columns in order, and the limits, in the signs of the table above.
PEOPLE = {
    "nothing": (UNTOUCHED, "o o o o o o o", ""),
    "glaucoma": (answered("1"), "- - - a a a o", "no-holds no-child"),
    "pressure controlled": (answered("2"), "a a - a o o o", "120 no-holds no-child"),
    "pressure not": (answered("2", "2-high"), "- - - a o o o", "120 no-holds no-child"),
    "heart failure": (answered("3"), "a3m1d - - a a a o", "120 no-holds"),
    "breathless lying flat": (answered("4"), "- - - - o - o", ""),
    "past clot": (answered("6"), "a a - a o o o", "120"),
    "hernia": (answered("8"), "- - - a o o o", "no-child no-hug"),
    "reflux": (answered("9"), "a3h a3h - a3h o oL o", "no-child no-hug"),
    "pregnant": (answered("11"), "- - - - a aL o", "left no-child no-hug no-holds"),
    "vertigo": (answered("14"), "a a - a o oQ o", "quiet long no-child"),
    "cannot get to the floor": (answered("16"), "oB - - - - oB o", ""),
    "rather not say": (SILENT, "o - - o o o o", "120 no-child no-holds"),
}


@pytest.mark.parametrize("person", PEOPLE)
def test_what_is_open_to_people(person: str) -> None:
    answers, columns, limits = PEOPLE[person]
    came = outcome(answers)
    assert came.columns == tuple(CELLS[cell] for cell in columns.split())
    assert came.limits == wanted(limits)


def test_a_heavy_period_hides_raised_hips_for_the_day_and_nothing_else() -> None:
    kept = outcome(UNTOUCHED)
    today = on_a_heavy_day(kept)
    assert [column for column in Column if not today.of(column).is_open] == [Column.RAISED_HIPS]
    assert today.limits == kept.limits


def test_left_and_quiet_side_together_are_to_be_asked() -> None:
    came = outcome(answered("9", "14"))
    assert came.of(Column.SIDE) == Access(level=Level.ASK, left=True, quiet=True)
    assert outcome(answered("11", "14")).limits.roll is Roll.AGREED
    assert outcome(answered("11")).limits.roll is Roll.LEFT
    assert outcome(answered("14")).limits.roll is Roll.QUIET
    assert outcome(UNTOUCHED).limits.roll is Roll.LIKED


def test_not_sure_counts_as_yes_in_every_question() -> None:
    for question in QUESTIONNAIRE.questions:
        if not question.ages:
            unsure = outcome(answered(**{question.id.replace("-", "_"): Answer.UNSURE}))
            assert unsure == outcome(answered(question.id))


def test_rather_not_say_to_one_question_adds_its_row_to_the_others() -> None:
    came = outcome(answered("2", **{"3": Answer.WITHHELD}))
    assert came == outcome_of([QUESTIONNAIRE.rows["2b"], QUESTIONNAIRE.rows["17"]], DAY)


def test_silence_on_how_bad_it_is_counts_as_the_worse() -> None:
    came = outcome(answered("5", **{"5_early": Answer.WITHHELD}))
    assert came == outcome_of([QUESTIONNAIRE.rows[row] for row in ("5", "5-early", "17")], DAY)


def test_ages() -> None:
    assert outcome(answered(**{"13d": Answer.OVER_60})).limits == Limits(seat=60)
    assert outcome(answered(**{"13d": Answer.UNDER_18})).limits == Limits(with_adult=True)
    assert outcome(answered(**{"13d": Answer.ADULT})).limits == Limits()
    assert not outcome(answered(**{"13d": Answer.WITHHELD})).limits.holds


LADDER = (Level.OPEN, Level.ASK, Level.CLOSED)


def no_looser(one: ScreeningOutcome, other: ScreeningOutcome) -> bool:
    """Whether ``one`` opens nothing that ``other`` does not."""
    return all(map(no_looser_access, one.columns, other.columns)) and no_looser_limits(
        one.limits, other.limits
    )


def no_looser_access(one: Access, other: Access) -> bool:
    waits = (other.weeks is None and one.weeks is None) or one.level is not Level.CLOSED
    if one.level is Level.CLOSED and other.level is Level.CLOSED and other.weeks is not None:
        waits = one.weeks is None or one.weeks >= other.weeks
    elif one.level is Level.CLOSED and other.level is not Level.CLOSED:
        waits = True
    return (
        LADDER.index(one.level) >= LADDER.index(other.level)
        and waits
        and (one.minutes or 99) <= (other.minutes or 99)
        and one.once_a_day >= other.once_a_day
        and (one.hours_after_food or 0) >= (other.hours_after_food or 0)
        and one.bed >= other.bed
        and one.left >= other.left
        and one.quiet >= other.quiet
    )


def no_looser_limits(one: Limits, other: Limits) -> bool:
    return (
        (one.seat or 0) >= (other.seat or 0)
        and one.holds <= other.holds
        and one.leave_out >= other.leave_out
        and all(
            getattr(one, name) >= getattr(other, name)
            for name in ("left", "quiet", "long_way", "own_pace", "head_still", "with_adult")
        )
    )


GROUPS = frozenset(group.id for group in QUESTIONNAIRE.groups)
ITEMS = [item for question in QUESTIONNAIRE.questions for item in (question, *question.subs)]
USUAL = [item.id for item in ITEMS if item.id != "13d"]


@st.composite
def anybody(draw: st.DrawFn) -> dict[str, Answer]:
    each = st.sampled_from((Answer.YES, Answer.NO, Answer.UNSURE, Answer.WITHHELD))
    said = {name: draw(each) for name in USUAL}
    return said | {"13d": draw(st.sampled_from(AGES))}


@given(anybody(), st.sampled_from(USUAL), st.sampled_from((Answer.YES, Answer.UNSURE, Answer.WITHHELD)))
def test_a_yes_more_never_opens_anything(said: dict[str, Answer], name: str, instead: Answer) -> None:
    before = outcome(Answers(whole=Answer.YES, groups=GROUPS, given=said | {name: Answer.NO}))
    after = outcome(Answers(whole=Answer.YES, groups=GROUPS, given=said | {name: instead}))
    assert no_looser(after, before)
    assert no_looser(before, outcome(UNTOUCHED))


@given(anybody())
def test_seated_breath_is_open_to_everybody_and_side_is_no_looser_than_rest(said: dict[str, Answer]) -> None:
    came = outcome(Answers(whole=Answer.YES, groups=GROUPS, given=said))
    assert came.of(Column.SEATED) == Access()
    side, rest = came.of(Column.SIDE), came.of(Column.REST)
    # One who cannot get down to the floor may still lie on the side in bed.
    assert side.bed or LADDER.index(side.level) >= LADDER.index(rest.level)
