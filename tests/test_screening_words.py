"""What the screening says: short, kind, answerable, with who says it; and the rules of wording that can be counted."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest

from legsup.domain.screening.asking import FIRST_ANSWERS
from legsup.domain.screening.today import Urgency
from tests.screened import ASSETS, QUESTIONNAIRE, SCREENING, WORDS
from tests.wording import faults_in, words_in

FACTS = tomllib.loads((ASSETS / "facts.toml").read_text("utf-8"))
TODAY = SCREENING.today
ITEMS = [item for question in QUESTIONNAIRE.questions for item in (question, *question.subs)]


def texts() -> list[str]:
    plain = [getattr(WORDS, field.name) for field in fields(WORDS)]
    words = [text for text in plain if isinstance(text, str)]
    words += [text for table in plain if not isinstance(table, str) for text in table.values()]
    words += [text for group in QUESTIONNAIRE.groups for text in (group.title, group.about)]
    words += [item.ask for item in ITEMS]
    words += [text for question in QUESTIONNAIRE.questions for text in (question.why, question.note or "")]
    words += [TODAY.heading, TODAY.not_today, TODAY.rest_now, TODAY.something_changed, TODAY.heavy_day]
    return words + [text for sign in TODAY.signs for text in (sign.state, sign.act)]


@pytest.mark.parametrize("text", texts())
def test_the_countable_rules_of_wording_are_kept(text: str) -> None:
    assert faults_in(text, most_words=32) == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_a_question_has_at_most_twenty_five_words_and_can_be_answered(item: object) -> None:
    ask = next(one.ask for one in ITEMS if one is item)
    assert words_in(ask) <= 25
    assert ask.endswith("?")
    # "Not long ago" and "recently" cannot be answered.
    assert not re.search(r"\b(recent\w*|lately|not long ago|often)\b", ask)


def test_who_says_it_is_named_and_every_fact_exists() -> None:
    for question in QUESTIONNAIRE.questions:
        named = re.search(r"[Aa]rticle|Cleveland", question.why)
        assert set(question.says) <= set(FACTS)
        assert bool(question.says) == bool(named and "articles do not" not in question.why), question.id
        assert question.says or "Our own caution" in question.why


def test_the_facts_on_who_may_not_stand_behind_a_question_or_a_sign() -> None:
    behind = {fact for question in QUESTIONNAIRE.questions for fact in question.says}
    behind |= {fact for sign in TODAY.signs for fact in sign.says}
    assert {
        "S02",
        "S16",
        "S23",
        "S20",
        "S21",
        "S22",
        "S24",
        *(f"S{row:02}" for row in range(4, 12)),
    } <= behind


def test_the_first_page_names_what_every_question_asks() -> None:
    for question in QUESTIONNAIRE.questions:
        about = next(group for group in QUESTIONNAIRE.groups if group.id == question.group)
        shared = set(re.findall(r"\w{4,}", question.ask.lower())) & set(
            re.findall(r"\w{4,}", about.about.lower())
        )
        assert shared or question.id == "13d", question.id


def test_every_typed_word_is_said_by_hand_and_none_is_another() -> None:
    words = [word.casefold() for word in WORDS.typed.values()]
    assert len(set(words)) == len(words)
    assert all(len(word) > 1 for word in words)
    assert set(WORDS.first_answers) == set(FIRST_ANSWERS)


def test_emergency_words_name_no_number() -> None:
    for sign in TODAY.signs:
        if sign.urgency is Urgency.EMERGENCY:
            assert sign.act == "Call your local emergency number."
        assert not re.search(r"\d", sign.state + sign.act)


def test_today_comes_in_its_two_urgencies_first_and_they_alone_call_somebody() -> None:
    assert [sign.urgency for sign in TODAY.signs] == list(Urgency)
    assert TODAY.calls == TODAY.signs[:2]


def test_that_nobody_clinical_has_reviewed_it_stands_there() -> None:
    assert "No clinician has reviewed" in WORDS.not_reviewed
    assert "not medical advice" in WORDS.disclaimer


def test_places_to_fill_in_are_known() -> None:
    known = {"title", "open", "day", "clinician", "question", "minutes", "hours", "words", "rest", "last"}
    for text in texts():
        assert set(re.findall(r"\{(\w*)\}", text)) <= known
