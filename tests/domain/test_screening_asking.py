"""The asking, page by page: nothing is lost on the way back, nothing is cleared out of habit, nothing is told."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.screening.asking import FIRST_ANSWERS, Asking, Page, typed
from legsup.domain.screening.columns import Column
from legsup.domain.screening.matrix import Clinician
from legsup.domain.screening.questions import Answer, Answers, evaluate, rows_of
from legsup.domain.screening.reasons import reasons, whom_to_ask
from tests.screened import DAY, QUESTIONNAIRE, SILENT, UNTOUCHED, WORDS, answered

if TYPE_CHECKING:
    from collections.abc import Callable

START = Asking(questionnaire=QUESTIONNAIRE)
ALL = frozenset(group.id for group in QUESTIONNAIRE.groups)
NO, YES = Answer.NO, Answer.YES


def among(*groups: str) -> Asking:
    return START.answer(YES).choose(frozenset(groups)).forward()


def test_no_to_the_whole_list_is_one_press_and_ends_it() -> None:
    done = START.answer(NO)
    assert done.page is Page.END
    assert done.answers == UNTOUCHED


@pytest.mark.parametrize("group", sorted(ALL))
def test_where_nothing_applies_it_takes_at_most_twelve_presses(group: str) -> None:
    asking, presses = START.answer(YES).choose(frozenset({group})).forward(), 3
    while asking.page is not Page.END:
        asking, presses = (
            asking.answer(Answer.ADULT if Answer.ADULT in asking.items[0].answers else NO),
            presses + 1,
        )
    assert presses <= 12
    assert asking.answers is not None
    assert rows_of(QUESTIONNAIRE, asking.answers) == ()


def test_rather_not_say_shows_the_list_which_only_reading_it_leads_on_from() -> None:
    shown = START.answer(Answer.WITHHELD)
    assert shown.page is Page.LIST
    assert shown.answers is None
    assert shown.forward() is shown
    assert shown.answer(NO) is shown
    assert shown.read().answers == SILENT
    assert START.read() is START


def test_only_the_touched_groups_are_asked_one_thing_at_a_time() -> None:
    asking = among("heart")
    order: list[str] = []
    while (item := asking.current) is not None:
        order.append(item.id)
        asking = asking.answer(YES if item.id == "2" else NO)
    assert order == ["2", "2-high", "3", "4"]
    assert asking.answers == answered("2")
    assert asking.current is None
    assert asking.together == ()


def test_a_yes_opens_its_sub_questions_on_the_same_page_and_a_no_closes_them() -> None:
    asking = among("healing").say("10", YES)
    assert [item.id for item in asking.together] == ["10", "10-early", "10-hip", "10-neck"]
    assert asking.next_question() is asking
    on_hip = asking.forward().say("10-early", NO).forward()
    assert on_hip.current is not None
    assert on_hip.current.id == "10-hip"
    closed = on_hip.say("10", NO)
    assert closed.current is not None
    assert closed.current.id == "10"
    assert closed.next_question().page is Page.END


def test_groups_are_needed_to_go_on_and_unknown_ones_are_not_taken() -> None:
    groups = START.answer(YES)
    assert groups.forward() is groups
    assert groups.choose(frozenset({"moon"})).forward().page is Page.GROUPS
    assert START.choose(ALL) is START


def test_what_is_not_offered_is_no_answer() -> None:
    assert START.answer(Answer.UNSURE) is START
    assert START.forward() is START
    asking = among("eyes")
    assert asking.answer(Answer.OVER_60) is asking
    assert asking.say("2", YES) is asking
    assert asking.forward() is asking
    done = asking.answer(NO)
    assert done.answer(YES) is done
    assert done.forward() is done


def test_the_way_back_loses_nothing() -> None:
    done = among("heart").answer(YES).answer(NO).answer(YES).answer(NO)
    assert done.page is Page.END
    asking = done
    for _ in range(4):
        asking = asking.back()
    assert asking.current is not None
    assert asking.current.id == "2"
    groups = asking.back()
    assert groups.page is Page.GROUPS
    first = groups.back()
    assert first.page is Page.FIRST
    assert first.back() is first
    forward = reduce(lambda there, _: there.forward(), range(6), first)
    assert forward == done


def test_pages_go_back_by_whole_questions() -> None:
    done = among("heart").answer(YES).answer(NO).answer(NO).answer(NO)
    last = done.previous_question()
    assert last.current is not None
    assert last.current.id == "4"
    two = last.previous_question().previous_question()
    assert [item.id for item in two.together] == ["2", "2-high"]
    assert two.at == 0
    assert two.forward().previous_question().page is Page.GROUPS
    assert START.answer(YES).previous_question().page is Page.FIRST
    assert START.next_question() is START
    assert START.answer(NO).back().page is Page.FIRST
    assert START.answer(Answer.WITHHELD).read().back().page is Page.LIST
    assert START.answer(Answer.WITHHELD).back().page is Page.FIRST


def test_leaving_half_way_gives_no_outcome_and_the_kept_value_goes_on() -> None:
    left = among("heart").answer(YES)
    assert left.answers is None
    assert left.answer(NO).current is not None
    with pytest.raises(ValueError, match="not answered"):
        evaluate(QUESTIONNAIRE, Answers(whole=YES, groups=left.groups, given=left.given), DAY)
    with pytest.raises(ValueError, match="not answered"):
        evaluate(QUESTIONNAIRE, Answers(whole=YES), DAY)


def test_a_terminal_takes_whole_words_only() -> None:
    assert typed("", WORDS.typed, FIRST_ANSWERS) is None
    assert typed("n", WORDS.typed, FIRST_ANSWERS) is None
    assert typed("  No ", WORDS.typed, FIRST_ANSWERS) is NO
    assert typed("rather  not say", WORDS.typed, FIRST_ANSWERS) is Answer.WITHHELD
    assert typed("not sure", WORDS.typed, FIRST_ANSWERS) is None


def test_nothing_of_health_is_in_what_a_log_would_write() -> None:
    asking = among("eyes", "pregnancy").answer(YES)
    told = reasons(QUESTIONNAIRE, answered("1"), DAY)
    for value in (asking, asking.back(), SILENT, answered("1"), told[0]):
        assert repr(value) in {"Asking(…)", "Answers(…)", "Reason(…)"}
        assert str(value) == repr(value)
        assert f"{value}" == repr(value)


def test_reasons_say_what_each_answer_did_and_whom_to_ask() -> None:
    answers = answered("1", "11", "15")
    eyes, pregnancy, breath = reasons(QUESTIONNAIRE, answers, DAY)
    assert (eyes.item, eyes.rows) == ("1", ("1",))
    assert eyes.closes == (Column.WALL, Column.TURNED, Column.RAISED_HIPS)
    assert eyes.asks == (Column.FEET, Column.REST, Column.SIDE)
    assert breath.closes == breath.asks == ()
    found = (eyes, pregnancy, breath)
    assert whom_to_ask(found, Column.REST) == (Clinician.EYE_DOCTOR, Clinician.MIDWIFE)
    assert whom_to_ask(found, Column.WALL) == ()
    (silent,) = reasons(QUESTIONNAIRE, SILENT, DAY)
    assert (silent.item, silent.rows) == (None, ("17",))
    assert reasons(QUESTIONNAIRE, UNTOUCHED, DAY) == ()


EVENTS: dict[str, Callable[[Asking], Asking]] = {
    **{f"answer {answer}": lambda there, answer=answer: there.answer(answer) for answer in Answer},
    "choose some": lambda there: there.choose(frozenset({"healing", "age", "head"})),
    "choose none": lambda there: there.choose(frozenset()),
    "forward": Asking.forward,
    "back": Asking.back,
    "next": Asking.next_question,
    "previous": Asking.previous_question,
    "read": Asking.read,
    "open": lambda there: there.say(there.together[0].id, YES) if there.together else there,
    "close": lambda there: there.say(there.together[0].id, NO) if there.together else there,
}


@given(st.lists(st.sampled_from(sorted(EVENTS)), max_size=40))
def test_whatever_is_pressed_an_end_is_always_whole(pressed: list[str]) -> None:
    asking = START
    for name in pressed:
        asking = EVENTS[name](asking)
        assert asking.page is not Page.QUESTION or asking.current in asking.together
        if asking.answers is not None:
            evaluate(QUESTIONNAIRE, asking.answers, DAY)
