"""The evidence as it ships: every claim of the articles once, with its label; every fact told; the rules of wording."""

from __future__ import annotations

import tomllib
from dataclasses import fields

import pytest

from legsup.domain.evidence import IN_FAVOUR, Label
from legsup.services.safety import read_evidence
from tests.screened import ASSETS, QUESTIONNAIRE, SCREENING
from tests.wording import faults_in

FACTS = tomllib.loads((ASSETS / "facts.toml").read_text("utf-8"))
READ, FAULTS = read_evidence(ASSETS)
assert READ is not None, FAULTS
EVIDENCE = READ
CLAIMS = {claim.fact: claim for claim in EVIDENCE.claims}
#: Facts of practice that promise something as well.
PROMISING = {"D10", "V08", "A09", "P09"}
LABELS = {
    **dict.fromkeys(("C01", "C18", "C21", "C25"), "A"),
    **dict.fromkeys(("C04", "C05", "C16", "C20", "R05"), "B"),
    **dict.fromkeys(("C14", "C31"), "D"),
}


def texts() -> list[str]:
    words = [getattr(EVIDENCE.words, field.name) for field in fields(EVIDENCE.words)]
    found = [text for text in words if isinstance(text, str)]
    found += [text for table in words if not isinstance(table, str) for text in table.values()]
    for page in EVIDENCE.pages:
        found += [page.heading, *page.paragraphs]
    for claim in EVIDENCE.claims:
        found += [claim.claim, claim.reason, claim.on or "", claim.sure or ""]
        found += [text for part in claim.parts for text in (part.of, part.reason)]
    for each in EVIDENCE.disagreements:
        found += [each.topic, each.here, *(text or "" for text in each.articles)]
    return [*found, *(limit.text for limit in EVIDENCE.limits)]


def test_every_claim_of_the_articles_has_its_entry() -> None:
    claimed = {name for name, fact in FACTS.items() if fact["kind"] == "claim"}
    assert set(CLAIMS) == claimed | PROMISING
    assert len(EVIDENCE.claims) == len(CLAIMS)
    assert {claim.fact: claim.article for claim in EVIDENCE.claims} == {
        name: FACTS[name]["article"] for name in CLAIMS
    }


@pytest.mark.parametrize("fact", sorted(CLAIMS))
def test_its_label_is_the_one_that_was_found(fact: str) -> None:
    assert CLAIMS[fact].label == LABELS.get(fact, "C")


def test_who_speaks_for_a_claim_says_whom_it_was_measured_on_and_how_sure_it_is() -> None:
    for claim in EVIDENCE.claims:
        if claim.label in IN_FAVOUR:
            assert claim.on, claim.fact
            assert claim.sure, claim.fact
        else:
            assert claim.on is None, claim.fact


def test_where_nothing_was_found_it_is_said() -> None:
    for claim in EVIDENCE.claims:
        if claim.label is Label.NONE_FOUND and claim.fact not in {"C06", "C10", "C32", "D08"}:
            text = claim.reason.lower()
            assert any(
                said in text for said in ("found no", "no evidence", "found nothing", "did not find")
            ), claim.fact


@pytest.mark.parametrize("fact", ["C27", "C31"])
def test_headache_and_pressure_carry_that_there_is_no_evidence(fact: str) -> None:
    assert "No evidence found" in CLAIMS[fact].reason


def test_pressure_carries_that_it_can_rise() -> None:
    assert "can raise it" in CLAIMS["C31"].reason


def test_every_source_is_used_and_every_fact_exists() -> None:
    listed = tomllib.loads((ASSETS / "evidence.toml").read_text("utf-8"))["sources"]
    used = {
        source.title
        for part in (*EVIDENCE.claims, *EVIDENCE.pages, *EVIDENCE.limits)
        for source in part.sources
    }
    assert used == {source["title"] for source in listed.values()}
    assert set(EVIDENCE.facts) <= set(FACTS)


def test_every_fact_of_names_of_who_may_not_and_of_when_is_told_somewhere() -> None:
    told = set(EVIDENCE.facts)
    told |= {fact for question in QUESTIONNAIRE.questions for fact in question.says}
    told |= {fact for sign in SCREENING.today.signs for fact in sign.says}
    wanted = {name for name, fact in FACTS.items() if name[0] in "NSWC" and fact["kind"] != "background"}
    assert wanted - told == set()


def test_the_first_thing_to_read_is_to_beware_of_sweeping_claims() -> None:
    assert "C07" in EVIDENCE.pages[0].facts
    assert "weeping claims" in EVIDENCE.pages[0].paragraphs[0]


def test_three_sources_stand_side_by_side_on_minutes_who_may_not_and_breathing() -> None:
    by_topic = {each.id: each for each in EVIDENCE.disagreements}
    for topic in ("minutes", "who", "breathing"):
        assert all(by_topic[topic].articles), topic
    ruler = [(stretch.article, stretch.least, stretch.most) for stretch in by_topic["minutes"].ruler]
    assert ruler == [(1, 2, 3), (2, 5, 20), (3, 10, 15)]


def test_that_nobody_clinical_has_reviewed_it_stands_there() -> None:
    assert "No clinician has reviewed" in EVIDENCE.words.not_reviewed
    assert "not medical advice" in EVIDENCE.words.disclaimer


def test_over_claims_are_mended() -> None:
    everything = "\n".join(texts())
    assert "not in this pose and not on healthy desk workers" in everything
    assert "one choice among others" in everything
    assert "10 people with glaucoma and 10 without" in everything
    assert "One article says so" in CLAIMS["V08"].reason
    assert "One article says so" in CLAIMS["A09"].reason
    assert "there is no evidence" not in everything.lower()


@pytest.mark.parametrize("text", texts())
def test_the_countable_rules_of_wording_are_kept(text: str) -> None:
    assert faults_in(text, most_words=24) == []
