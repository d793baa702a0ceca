"""Why something is closed or to be asked for, and who says it: told while the answers are in memory, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.access import Level
from legsup.domain.screening.columns import Column
from legsup.domain.screening.matrix import WITHHELD_ROW
from legsup.domain.screening.outcome import outcome_of
from legsup.domain.screening.questions import Answer, Answers, added_rows, items

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.screening.matrix import Clinician
    from legsup.domain.screening.questions import Item, Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reason:
    """What one answer did.

    ``item`` is the id of what was answered (None: "rather not say" to the whole list), ``rows`` the rows of the
    matrix that it added. ``closes`` and ``asks`` are the columns that these rows close or ask for.
    """

    item: str | None
    rows: tuple[str, ...]
    closes: tuple[Column, ...]
    asks: tuple[Column, ...]
    clinicians: tuple[Clinician, ...]

    def __repr__(self) -> str:
        """Tell nothing, so that no log tells of anybody's health."""
        return "Reason(…)"


def reasons(questionnaire: Questionnaire, answers: Answers, day: date) -> tuple[Reason, ...]:
    """Give what each answer did, in the order of the questions; answers that changed nothing give none."""
    if answers.whole is Answer.WITHHELD:
        return (_reason(questionnaire, None, (WITHHELD_ROW,), day),)
    asked: tuple[Item, ...] = ()
    if answers.whole is Answer.YES:
        asked = items(questionnaire, answers.groups, answers.given)
    added = ((item.id, added_rows(item, answers.given[item.id])) for item in asked)
    return tuple(_reason(questionnaire, item, rows, day) for item, rows in added if rows)


def whom_to_ask(found: tuple[Reason, ...], column: Column) -> tuple[Clinician, ...]:
    """Name the clinicians to ask about a column, each once."""
    return tuple(dict.fromkeys(who for reason in found if column in reason.asks for who in reason.clinicians))


def _reason(questionnaire: Questionnaire, item: str | None, names: tuple[str, ...], day: date) -> Reason:
    rows = [questionnaire.rows[name] for name in names]
    outcome = outcome_of(rows, day)
    at = {level: tuple(column for column in Column if outcome.of(column).level is level) for level in Level}
    return Reason(
        item=item,
        rows=names,
        closes=at[Level.CLOSED],
        asks=at[Level.ASK],
        clinicians=tuple(dict.fromkeys(row.clinician for row in rows)),
    )
