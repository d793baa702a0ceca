"""The text of the Learn page as a document with headings: written from the evidence, for the screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from legsup.domain.evidence import Label
from legsup.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legsup.domain.evidence import Claim, Disagreement, Evidence, LearnPage, Source
    from legsup.domain.fault import Fault
    from legsup.domain.screening.questions import Group

#: What is folded away at first, in this order.
FOLDS = ("claims", "disagreements", "limits")
#: The page that the ruler of minutes stands on, and the one that names who may not.
WITH_RULER, WITH_GROUPS = "when", "who"
#: The name by which the document asks for the picture of the ruler.
RULER = "ruler"
#: Lines a little apart are easier to read.
STYLE = "<style>p, li { line-height: 125% }</style>"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnContent:
    """What there is to read: the evidence, and what the screening asks about; ``faults`` tell what could not be read.

    ``made_of`` are lines about the app itself and what it stands on.
    """

    evidence: Evidence | None
    groups: tuple[Group, ...]
    faults: tuple[Fault, ...]
    made_of: tuple[str, ...] = ()

    def found(self, words: str) -> LearnContent:
        """Give what is left of it with the parts alone that hold all of some words."""
        wanted = words.casefold().split()
        groups = tuple(
            group
            for group in self.groups
            if all(word in f"{group.title}\n{group.about}".casefold() for word in wanted)
        )
        evidence = None if self.evidence is None else self.evidence.found(words)
        return LearnContent(evidence=evidence, groups=groups, faults=self.faults)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.groups and (self.evidence is None or self.evidence.is_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How it is set: the colour of what is said quietly, the ruler's size in pixels, and which folds stand open."""

    quiet: str
    ruler: tuple[int, int]
    open: frozenset[str]
    foldable: bool = True


def document(content: LearnContent, manner: Manner, words: str = "") -> str:
    """Write the page as HTML; with ``words`` only what holds them all, every fold open."""
    looking = bool(words.split())
    shown = content.found(words) if looking else content
    parts = [STYLE, *_head(content, manner)]
    if looking and shown.is_empty:
        parts.append(_p(tr("Nothing here holds these words.")))
    if shown.evidence is None:
        parts += _groups_alone(shown.groups)
    else:
        parts += _pages(shown.evidence, content, shown.groups, manner)
        parts += _folds(shown.evidence, manner, open_all=looking)
    if content.made_of and not looking:
        first, *others = content.made_of
        parts += [f"<h2>{escape(tr('About Legs Up'))}</h2>", _p(first, manner), _list(others)]
    return "".join(parts)


def _head(content: LearnContent, manner: Manner) -> Iterator[str]:
    words = None if content.evidence is None else content.evidence.words
    yield f"<h1>{escape(words.title if words else tr('Learn'))}</h1>"
    if words:
        yield _p(f"{words.not_reviewed} {words.disclaimer}", manner)
    if content.faults:
        yield _p(
            tr(
                "Part of this page cannot be shown: a file of the app is damaged. Practising goes on as before."
            )
        )
        yield _list(str(fault) for fault in content.faults)


def _groups_alone(groups: tuple[Group, ...]) -> Iterator[str]:
    if groups:
        yield f"<h2>{escape(tr('Who may not, or not yet'))}</h2>"
        yield _group_list(groups)


def _pages(
    shown: Evidence, content: LearnContent, groups: tuple[Group, ...], manner: Manner
) -> Iterator[str]:
    assert content.evidence is not None
    for page in content.evidence.pages:
        if page in shown.pages:
            yield from _page(page, shown, groups, manner)
        elif page.id == WITH_GROUPS and groups:
            yield f"<h2>{escape(page.heading)}</h2>" + _group_list(groups)


def _page(page: LearnPage, evidence: Evidence, groups: tuple[Group, ...], manner: Manner) -> Iterator[str]:
    yield f"<h2>{escape(page.heading)}</h2>"
    first, *others = page.paragraphs
    yield _p(first)
    if page.id == WITH_RULER:
        width, height = manner.ruler
        yield f'<div><a name="{RULER}"></a><img src="{RULER}" width="{width}" height="{height}" alt="{escape(first)}"></div>'
        yield _p(evidence.words.ruler, manner)
    yield "".join(_p(paragraph) for paragraph in others)
    if page.id == WITH_GROUPS and groups:
        yield _group_list(groups)
    yield _sources(evidence, page.sources, manner)


def _group_list(groups: tuple[Group, ...]) -> str:
    rows = (f"<li><b>{escape(group.title)}.</b> {escape(group.about)}</li>" for group in groups)
    return f"<ul>{''.join(rows)}</ul>"


def _folds(evidence: Evidence, manner: Manner, *, open_all: bool) -> Iterator[str]:
    words = evidence.words
    folds = {
        "claims": (words.claims, _claims(evidence, manner)),
        "disagreements": (words.disagreements, _disagreements(evidence)),
        "limits": (words.limits, _limits(evidence, manner)),
    }
    for name in FOLDS:
        heading, parts = folds[name]
        if not getattr(evidence, name):
            continue
        unfolded = open_all or name in manner.open
        if manner.foldable and not open_all:
            sign, act = ("▾", tr("hide")) if unfolded else ("▸", tr("show"))
            yield f'<h2><a href="fold:{name}">{sign} {escape(heading)}: {escape(act)}</a></h2>'
        else:
            yield f"<h2>{escape(heading)}</h2>"
        if unfolded:
            yield from parts


def _claims(evidence: Evidence, manner: Manner) -> Iterator[str]:
    """Write every claim under its label, those that were measured first."""
    for label in Label:
        claims = [claim for claim in evidence.claims if claim.label is label]
        if claims:
            yield f"<h3>{escape(evidence.words.labels[label])}</h3>"
            yield "".join(_claim(claim, evidence, manner) for claim in claims)


def _claim(claim: Claim, evidence: Evidence, manner: Manner) -> str:
    words = evidence.words
    told = [f"<b>{escape(claim.claim)}</b>"]
    if claim.on:
        told.append(f"{escape(words.measured_on)}: {escape(claim.on)}")
    if claim.sure:
        told.append(f"{escape(words.how_sure)}: {escape(claim.sure)}")
    told.append(escape(claim.reason))
    text = f"<p>{'<br>'.join(told)}</p>"
    if claim.parts:
        rows = (
            f"<li><b>{escape(part.of)}.</b> {escape(words.labels[part.label])}. {escape(part.reason)}</li>"
            for part in claim.parts
        )
        text += f"<ul>{''.join(rows)}</ul>"
    by = f"{words.claimed_by}: {words.articles[str(claim.article)]}."
    return text + _p(f"{by} {_named(evidence, claim.sources)}".strip(), manner)


def _disagreements(evidence: Evidence) -> Iterator[str]:
    for each in evidence.disagreements:
        yield f"<h3>{escape(each.topic)}</h3>"
        yield _list(_side_by_side(each, evidence))


def _side_by_side(each: Disagreement, evidence: Evidence) -> Iterator[str]:
    words = evidence.words
    for number, text in zip(words.articles, each.articles, strict=True):
        yield f"{words.articles[number]}: {text or words.silent}"
    yield f"{words.here}: {each.here}"


def _limits(evidence: Evidence, manner: Manner) -> Iterator[str]:
    for limit in evidence.limits:
        yield _p(limit.text)
        yield _sources(evidence, limit.sources, manner)


def _sources(evidence: Evidence, sources: tuple[Source, ...], manner: Manner) -> str:
    return _p(_named(evidence, sources), manner) if sources else ""


def _named(evidence: Evidence, sources: tuple[Source, ...]) -> str:
    named = "; ".join(f"{source.title} ({source.year})" for source in sources)
    return f"{evidence.words.sources}: {named}." if sources else ""


def _list(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(row)}</li>' for row in rows)}</ul>"


def _p(text: str, quietly: Manner | None = None) -> str:
    style = "" if quietly is None else f' style="color:{quietly.quiet}"'
    return f"<p{style}>{escape(text)}</p>"
