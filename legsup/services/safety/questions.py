"""Reads the questions of the screening: groups, questions, and what a yes opens."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from legsup.domain.screening.matrix import WITHHELD_ROW
from legsup.domain.screening.questions import AGES, Answer, Group, Question, Questionnaire, SubQuestion
from legsup.services.safety.files import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from legsup.domain.screening.matrix import Row
    from legsup.domain.table import Table


def questionnaire_in(table: Table, rows: Mapping[str, Row] | None, language: str) -> Questionnaire:
    """Read the whole; ``rows`` None means that the matrix could not be read, which is told elsewhere."""
    questionnaire = Questionnaire(
        groups=tuple(_group_in(group, language) for group in table.tables("groups")),
        questions=tuple(_question_in(question, rows, language) for question in table.tables("questions")),
        rows=MappingProxyType(dict(rows or {})),
    )
    ids = [item.id for question in questionnaire.questions for item in (question, *question.subs)]
    groups = [group.id for group in questionnaire.groups]
    _once(table, "questions", ids)
    _once(table, "groups", groups)
    if {question.group for question in questionnaire.questions} != set(groups):
        table.wrong("groups", "the groups that the questions name, each with a question", "others")
    reached = {WITHHELD_ROW, *questionnaire.named_rows}
    for row in rows or {}:
        if row not in reached:
            table.wrong("questions", f"one whose answer adds the row {row!r}", "none")
    if not questionnaire.questions:
        table.wrong("questions", "at least one question", "none")
    return questionnaire


def _once(table: Table, key: str, ids: Iterable[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            table.wrong(key, f"one of the id {name!r}", str(times))


def _group_in(table: Table, language: str) -> Group:
    text = in_language(table.table("text"), language)
    group = Group(id=table.text("id"), title=text.text("title"), about=text.text("about"))
    text.end()
    table.end()
    return group


def _question_in(table: Table, rows: Mapping[str, Row] | None, language: str) -> Question:
    text = in_language(table.table("text"), language)
    question = Question(
        id=table.text("id"),
        group=table.text("group"),
        ask=text.text("ask"),
        why=text.text("why"),
        note=text.text_or_none("note"),
        rows=_rows_in(table, "rows", rows),
        ages=_ages_in(table, rows),
        says=table.texts("says"),
        subs=tuple(_sub_in(sub, rows, language) for sub in table.tables("subs")),
    )
    if not question.rows and not question.ages:
        table.wrong("rows", "at least one row of the matrix", "none")
    text.end()
    table.end()
    return question


def _ages_in(table: Table, rows: Mapping[str, Row] | None) -> Mapping[Answer, tuple[str, ...]]:
    if "ages" not in table:
        return MappingProxyType({})
    ages = table.table("ages")
    read = {age: _rows_in(ages, age.value, rows) for age in AGES if age.value in ages}
    ages.end()
    return MappingProxyType(read)


def _sub_in(table: Table, rows: Mapping[str, Row] | None, language: str) -> SubQuestion:
    text = in_language(table.table("text"), language)
    sub = SubQuestion(id=table.text("id"), ask=text.text("ask"), rows=_rows_in(table, "rows", rows))
    if not sub.rows:
        table.wrong("rows", "at least one row of the matrix", "none")
    text.end()
    table.end()
    return sub


def _rows_in(table: Table, key: str, rows: Mapping[str, Row] | None) -> tuple[str, ...]:
    named = table.texts(key)
    for name in named:
        if rows is not None and name not in rows:
            table.wrong(key, "rows of the matrix", repr(name))
    return named
