"""Looking for words in the evidence."""

from __future__ import annotations

from legsup.domain.evidence import Claim, Disagreement, LearnPage
from tests.test_evidence import EVIDENCE


def test_what_holds_all_words_is_found_in_any_order_and_case() -> None:
    found = EVIDENCE.found("MIGRAINES  headaches")
    assert [part.fact for part in found if isinstance(part, Claim)] == ["C27"]
    assert [part.id for part in found if isinstance(part, Disagreement)] == ["headache"]


def test_parts_and_sources_are_looked_through_as_well() -> None:
    assert [part.fact for part in EVIDENCE.found("restless legs twelve") if isinstance(part, Claim)] == [
        "C32"
    ]
    assert [part.fact for part in EVIDENCE.found("glymphatic") if isinstance(part, Claim)] == ["C14"]


def test_pages_come_first_and_no_words_find_everything() -> None:
    everything = EVIDENCE.found(" ")
    assert isinstance(everything[0], LearnPage)
    assert len(everything) == len(EVIDENCE.pages) + len(EVIDENCE.claims) + len(EVIDENCE.disagreements)
    assert EVIDENCE.found("zebra") == ()
