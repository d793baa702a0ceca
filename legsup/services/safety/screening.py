"""Reads the screening: the matrix, the questions, the words and today's state, with all their faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.screening.catalogue import Catalogue, Screening
from legsup.domain.screening.columns import Column
from legsup.domain.screening.limits import Limits
from legsup.domain.screening.matrix import WITHHELD_ROW, Clinician, Row, row_findings
from legsup.domain.screening.plain import access_in, limits_in
from legsup.domain.screening.today import BodyState, TodayState, Urgency
from legsup.domain.sequence import FIRST_LANGUAGE
from legsup.services.safety.files import in_language, read_file
from legsup.services.safety.questions import questionnaire_in
from legsup.services.safety.words import words_in

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.table import Table


def read_screening(assets: Path, language: str = FIRST_LANGUAGE) -> Catalogue:
    """Read it from ``assets/screening``, in a language, in English where it is not translated."""
    folder = assets / "screening"
    rows, in_matrix = read_file(folder / "matrix.toml", _rows_in)
    questionnaire, in_questions = read_file(
        folder / "questions.toml", lambda table: questionnaire_in(table, rows, language)
    )
    words, in_words = read_file(folder / "words.toml", lambda table: words_in(table, rows, language))
    today, in_today = read_file(folder / "today.toml", lambda table: _today_in(table, language))
    faults = (*in_matrix, *in_questions, *in_words, *in_today)
    if rows is None or questionnaire is None or words is None or today is None:
        return Catalogue(screening=None, faults=faults)
    return Catalogue(screening=Screening(questionnaire=questionnaire, words=words, today=today))


def _rows_in(table: Table) -> dict[str, Row]:
    rows = {name: _row_in(name, table.table(name)) for name in table.names}
    if WITHHELD_ROW not in rows:
        table.wrong(WITHHELD_ROW, "the row of who would rather not say", "nothing")
    return rows


def _row_in(name: str, table: Table) -> Row:
    row = Row(
        id=name,
        columns=tuple(access_in(table.table(column.value, of="level")) for column in Column),
        limits=limits_in(table.table("limits")) if "limits" in table else Limits(),
        clinician=table.member("clinician", Clinician, Clinician.DOCTOR),
    )
    for finding in row_findings(row):
        table.wrong(*finding)
    table.end()
    return row


def _today_in(table: Table, language: str) -> TodayState:
    text = in_language(table, language)
    today = TodayState(
        heading=text.text("heading"),
        not_today=text.text("not_today"),
        rest_now=text.text("rest_now"),
        something_changed=text.text("something_changed"),
        heavy_day=text.text("heavy_day"),
        signs=tuple(_sign_in(sign) for sign in text.tables("signs")),
    )
    if {sign.urgency for sign in today.signs} != set(Urgency):
        text.wrong("signs", "a sign of every urgency: " + ", ".join(Urgency), "not all")
    text.end()
    return today


def _sign_in(table: Table) -> BodyState:
    sign = BodyState(
        urgency=table.member("urgency", Urgency),
        state=table.text("state"),
        act=table.text("act"),
        says=table.texts("says"),
    )
    table.end()
    return sign
