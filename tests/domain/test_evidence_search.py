"""Looking for words in the evidence."""

from __future__ import annotations

from tests.test_evidence import EVIDENCE


def test_what_holds_all_words_is_found_in_any_order_and_case() -> None:
    found = EVIDENCE.found("MIGRAINES  headaches")
    assert [claim.fact for claim in found.claims] == ["C27"]
    assert [each.id for each in found.disagreements] == ["headache"]
    assert found.pages == ()
    assert found.words == EVIDENCE.words


def test_parts_sources_and_limits_are_looked_through_as_well() -> None:
    assert [claim.fact for claim in EVIDENCE.found("restless legs twelve").claims] == ["C32"]
    assert [claim.fact for claim in EVIDENCE.found("glymphatic").claims] == ["C14"]
    assert [page.id for page in EVIDENCE.found("slow-paced vagal").pages] == ["breath"]
    assert len(EVIDENCE.found("read as abstracts").limits) == 1
    assert len(EVIDENCE.found("intraocular postures").limits) == 1


def test_no_words_find_everything_and_unknown_ones_nothing() -> None:
    assert EVIDENCE.found(" ") == EVIDENCE
    assert EVIDENCE.found("zebra").is_empty
    assert not EVIDENCE.found("glymphatic").is_empty
