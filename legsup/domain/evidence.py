"""What is known of the pose: pages to read, every claim of the articles with its evidence, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Label(StrEnum):
    """How far a claim is borne out: see ``EvidenceWords.labels`` for what each is called."""

    RAISED_LEGS = "A"
    ELSEWHERE = "B"
    NONE_FOUND = "C"
    AGAINST = "D"


#: Labels that speak for a claim: these need to say whom it was measured on, and how sure it is.
IN_FAVOUR = frozenset({Label.RAISED_LEGS, Label.ELSEWHERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A study, by its title and the year in which it first came out, online or in print."""

    title: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One of several things that a claim speaks ``of``."""

    of: str
    label: Label
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an ``article`` (1 to 3) claims, with its label, whom it was measured on, how sure, and why.

    ``fact`` is the id of the claim in the list of facts.
    """

    fact: str
    article: int
    claim: str
    label: Label
    reason: str
    on: str | None = None
    sure: str | None = None
    sources: tuple[Source, ...] = ()
    parts: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the ruler of minutes, as one article gives it."""

    article: int
    least: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What the three articles say on one topic (None: nothing), and what is done here."""

    id: str
    topic: str
    articles: tuple[str | None, str | None, str | None]
    here: str
    facts: tuple[str, ...]
    ruler: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnPage:
    """A heading with its paragraphs; ``facts`` are told in them."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something that is not known, or not as firmly as it may look."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """Headings and names around the evidence, and what the app is not."""

    title: str
    not_reviewed: str
    disclaimer: str
    ruler: str
    measured_on: str
    how_sure: str
    sources: str
    claimed_by: str
    here: str
    silent: str
    claims: str
    disagreements: str
    limits: str
    articles: Mapping[str, str]
    labels: Mapping[Label, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All of it, in one language; pages and claims in the order in which they are shown."""

    words: EvidenceWords
    pages: tuple[LearnPage, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    limits: tuple[Limit, ...]

    @property
    def facts(self) -> frozenset[str]:
        """Name every fact that is told somewhere in it."""
        told = {claim.fact for claim in self.claims}
        return frozenset(told.union(*(part.facts for part in (*self.pages, *self.disagreements))))

    def found(self, words: str) -> Evidence:
        """Give what is left of it with the parts alone that hold all of some words, in any order and case."""
        wanted = words.casefold().split()

        def holds(part: LearnPage | Claim | Disagreement | Limit) -> bool:
            text = _text(part)
            return all(word in text for word in wanted)

        return replace(
            self,
            pages=tuple(filter(holds, self.pages)),
            claims=tuple(filter(holds, self.claims)),
            disagreements=tuple(filter(holds, self.disagreements)),
            limits=tuple(filter(holds, self.limits)),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it, as after looking for what it does not hold."""
        return not (self.pages or self.claims or self.disagreements or self.limits)


def _text(part: LearnPage | Claim | Disagreement | Limit) -> str:
    match part:
        case LearnPage():
            texts = (part.heading, *part.paragraphs, *(source.title for source in part.sources))
        case Limit():
            texts = (part.text, *(source.title for source in part.sources))
        case Claim():
            named = (source.title for source in part.sources)
            split = (text for each in part.parts for text in (each.of, each.reason))
            texts = (part.claim, part.reason, part.on or "", part.sure or "", *named, *split)
        case Disagreement():  # pragma: no branch - the type checker proves that no kind is missing
            texts = (part.topic, part.here, *(text or "" for text in part.articles))
    return "\n".join(texts).casefold()
