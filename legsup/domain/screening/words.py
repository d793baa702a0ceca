"""The words around the questions, in one language; {title}, {open}, {day} and the like are filled in where shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from legsup.domain.screening.columns import Column
    from legsup.domain.screening.matrix import Clinician
    from legsup.domain.screening.questions import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningWords:
    """Texts by where they stand.

    First page: ``heading`` to ``kept``; closed and to be asked: ``closed`` to ``said_yes_on``, ``closed_later`` and
    ``withheld_why``; asked again: ``soon`` to ``something_changed``; conditions and limits: ``most_minutes`` to
    ``holds_caution``. ``typed`` are the words that a terminal takes, ``may_i`` what to ask a clinician about a column,
    ``advice`` what else is said to a row of the matrix.
    """

    heading: str
    invitation: str
    first: str
    choose_groups: str
    after_list: str
    read_list: str
    typed_read: str
    type_hint: str
    not_reviewed: str
    disclaimer: str
    kept: str
    nothing_closed: str
    closed: str
    closed_later: str
    ask: str
    ask_from: str
    open_now: str
    several: str
    said_yes: str
    not_asked: str
    said_yes_on: str
    answer_first: str
    soon: str
    still_true: str
    still_true_yes: str
    something_changed: str
    most_minutes: str
    once_a_day: str
    enough_today: str
    after_food: str
    in_bed: str
    wall_in_bed: str
    lie_left: str
    lie_quiet: str
    lie_agreed: str
    no_holds: str
    holds_caution: str
    unreadable: str
    withheld_why: str
    answers: Mapping[Answer, str]
    first_answers: Mapping[Answer, str]
    typed: Mapping[Answer, str]
    columns: Mapping[Column, str]
    may_i: Mapping[Column, str]
    clinicians: Mapping[Clinician, str]
    advice: Mapping[str, str]

    def listed(self, names: Sequence[str]) -> str:
        """Write some names, one at least, as a sentence lists them."""
        *rest, last = names
        return self.several.format(rest=", ".join(rest), last=last) if rest else last
