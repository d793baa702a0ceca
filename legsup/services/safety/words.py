"""Reads the words around the questions."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from legsup.domain.screening.asking import FIRST_ANSWERS
from legsup.domain.screening.columns import Column
from legsup.domain.screening.matrix import Clinician
from legsup.domain.screening.questions import Answer
from legsup.domain.screening.words import ScreeningWords
from legsup.services.safety.files import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from legsup.domain.screening.matrix import Row
    from legsup.domain.table import Table

Name = TypeVar("Name", bound="StrEnum")
#: What is no plain text among the words.
TABLES = frozenset({"answers", "first_answers", "typed", "columns", "may_i", "clinicians", "advice"})

#: What a text may leave to be filled in.
PLACES = frozenset(
    {"title", "open", "day", "clinician", "question", "minutes", "hours", "words", "rest", "last"}
)


def words_in(table: Table, rows: Mapping[str, Row] | None, language: str) -> ScreeningWords:
    """Read them all; ``rows`` None means that the matrix could not be read, which is told elsewhere."""
    text = in_language(table, language)
    plain = {
        field.name: text.text(field.name) for field in fields(ScreeningWords) if field.name not in TABLES
    }
    words = ScreeningWords(
        **plain,
        answers=_each(text, "answers", Answer),
        first_answers=_each(text, "first_answers", FIRST_ANSWERS),
        typed=_each(text, "typed", Answer),
        columns=_each(text, "columns", Column),
        may_i=_each(text, "may_i", Column),
        clinicians=_each(text, "clinicians", Clinician),
        advice=_advice(text.table("advice"), rows),
    )
    text.end()
    for name, said in plain.items():
        if not _fits(said):
            text.wrong(name, "no places to fill in but {" + "}, {".join(sorted(PLACES)) + "}", "others")
    return words


def _fits(text: str) -> bool:
    """Whether only known places are to be filled in."""
    try:
        named = {place for _, place, _, _ in Formatter().parse(text) if place is not None}
    except ValueError:
        return False
    return named <= PLACES


def _each(table: Table, key: str, names: Iterable[Name]) -> Mapping[Name, str]:
    """Read one text for each name, none more."""
    texts = table.table(key)
    read = {name: texts.text(name.value) for name in names}
    texts.end()
    return MappingProxyType(read)


def _advice(table: Table, rows: Mapping[str, Row] | None) -> Mapping[str, str]:
    read = {name: table.text(name) for name in table.names}
    for name in read:
        if rows is not None and name not in rows:
            table.wrong(name, "a row of the matrix", repr(name))
    return MappingProxyType(read)
