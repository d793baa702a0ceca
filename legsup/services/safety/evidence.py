"""Reads the evidence: pages, claims, disagreements and limits, with all their faults at once."""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.evidence import (
    IN_FAVOUR,
    Aspect,
    Claim,
    Disagreement,
    Evidence,
    EvidenceWords,
    Label,
    LearnPage,
    Limit,
    Source,
    Span,
)
from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.sequence import FIRST_LANGUAGE
from legsup.services.safety.files import in_language, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from legsup.domain.fault import Fault
    from legsup.domain.table import Table

ARTICLES = ("1", "2", "3")
YEARS = (1900, 2100)


def read_evidence(assets: Path, language: str = FIRST_LANGUAGE) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """Read it from ``assets/evidence.toml``, in a language or in English; with the least fault there is none."""
    return read_file(assets / "evidence.toml", lambda table: _evidence_in(table, language))


def _evidence_in(table: Table, language: str) -> Evidence:
    named = table.table("sources")
    sources = {name: _source_in(named.table(name)) for name in named.names}
    claims = table.table("claims")
    evidence = Evidence(
        words=_words_in(in_language(table.table("text"), language)),
        pages=tuple(_page_in(page, sources, language) for page in table.tables("pages")),
        claims=tuple(_claim_in(fact, claims.table(fact), sources, language) for fact in claims.names),
        disagreements=tuple(_disagreement_in(each, language) for each in table.tables("disagreements")),
        limits=tuple(_limit_in(limit, sources, language) for limit in table.tables("limits")),
    )
    for key in ("pages", "disagreements", "limits"):
        if not getattr(evidence, key):
            table.wrong(key, "at least one", "none")
    return evidence


def _words_in(table: Table) -> EvidenceWords:
    articles, labels = table.table("articles"), table.table("labels")
    plain = {
        field.name: table.text(field.name)
        for field in fields(EvidenceWords)
        if field.name not in {"articles", "labels"}
    }
    words = EvidenceWords(
        **plain,
        articles=MappingProxyType({number: articles.text(number) for number in ARTICLES}),
        labels=MappingProxyType({label: labels.text(label.value) for label in Label}),
    )
    for each in (articles, labels, table):
        each.end()
    return words


def _source_in(table: Table) -> Source:
    year = table.whole_or_none("year", *YEARS)
    if year is None:
        table.wrong("year", "the year in which it came out", "none")
    source = Source(title=table.text("title"), year=year or YEARS[0])
    table.end()
    return source


def _page_in(table: Table, sources: Mapping[str, Source], language: str) -> LearnPage:
    text = in_language(table.table("text"), language)
    page = LearnPage(
        id=table.text("id"),
        heading=text.text("heading"),
        paragraphs=text.texts("paragraphs"),
        facts=table.texts("facts"),
        sources=_named(table, sources),
    )
    text.end()
    table.end()
    return page


def _claim_in(fact: str, table: Table, sources: Mapping[str, Source], language: str) -> Claim:
    text = in_language(table.table("text"), language)
    article = table.whole_or_none("article", 1, len(ARTICLES))
    table.demand(("article",))
    claim = Claim(
        fact=fact,
        article=article or 1,
        claim=text.text("claim"),
        label=table.member("label", Label),
        reason=text.text("reason"),
        on=text.text_or_none("on"),
        sure=text.text_or_none("sure"),
        sources=_named(table, sources),
        parts=tuple(_part_in(part, language) for part in table.tables("parts")),
    )
    if claim.label in IN_FAVOUR and not (claim.on and claim.sure):
        table.wrong("text", "whom it was measured on (on) and how sure it is (sure)", "not both")
    text.end()
    table.end()
    return claim


def _part_in(table: Table, language: str) -> Aspect:
    text = in_language(table.table("text"), language)
    part = Aspect(of=text.text("of"), label=table.member("label", Label), reason=text.text("reason"))
    text.end()
    table.end()
    return part


def _disagreement_in(table: Table, language: str) -> Disagreement:
    text = in_language(table.table("text"), language)
    one, two, three = (text.words(f"article_{number}") or None for number in ARTICLES)
    disagreement = Disagreement(
        id=table.text("id"),
        topic=text.text("topic"),
        articles=(one, two, three),
        here=text.text("here"),
        facts=table.texts("facts"),
        ruler=tuple(_stretch_in(stretch) for stretch in table.tables("ruler")),
    )
    text.end()
    table.end()
    return disagreement


def _stretch_in(table: Table) -> Span:
    article = table.whole_or_none("article", 1, len(ARTICLES))
    least, most = (table.number_or_none(key, 1, MOST_MINUTES) for key in ("least", "most"))
    table.demand(("article", "least", "most"))
    table.end()
    return Span(article=article or 1, least=least or 1, most=most or 1)


def _limit_in(table: Table, sources: Mapping[str, Source], language: str) -> Limit:
    text = table.table("text")
    text.leave(text.names)
    limit = Limit(
        text=text.text(language if language in text else FIRST_LANGUAGE), sources=_named(table, sources)
    )
    table.end()
    return limit


def _named(table: Table, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    names = table.texts("sources")
    for name in names:
        if name not in sources:
            table.wrong("sources", "sources that are listed", repr(name))
    return tuple(sources[name] for name in names if name in sources)
