"""The account of an outcome for one who reads it whole: what is open, who says otherwise, whom to ask, what is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.screening.columns import Column
from legsup.domain.screening.door import AskFirst, Closed, Open, Request, allowed
from legsup.domain.screening.outcome import open_instead

if TYPE_CHECKING:
    from datetime import date

    from legsup.domain.screening.outcome import ScreeningOutcome
    from legsup.domain.screening.telling import Teller


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one column under its name."""

    column: Column
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All of it, each sentence once.

    ``open_now`` is the line of what is open where not all is, ``why`` who says that something is not, ``asks`` what a
    clinician is to be asked, ``closed`` what is not offered, ``conditions`` under which the open ones are, ``advice`` what
    else belongs to the answers. Where ``why`` is empty nothing is closed and nobody is to be asked.
    """

    open_now: tuple[str, ...]
    why: tuple[str, ...]
    asks: tuple[Told, ...]
    closed: tuple[Told, ...]
    conditions: tuple[Told, ...]
    advice: tuple[str, ...]


def account(teller: Teller, outcome: ScreeningOutcome, today: date) -> Account:
    """Tell what an outcome that stands today comes to, as the teller words it."""
    why: list[str] = []
    asks: list[Told] = []
    closed: list[Told] = []
    conditions: list[Told] = []
    for column in Column:
        title = teller.title(column, outcome)
        request = Request(column=column, in_bed=outcome.of(column).bed)
        match allowed(outcome, request, today):
            case AskFirst(answered=answered):
                why += teller.why(column, answered)
                asks.append(Told(column=column, title=title, lines=(teller.ask(column),)))
            case Closed(answered=answered, ask_from=ask_from):
                why += teller.why(column, answered)
                later = () if ask_from is None else (teller.ask_from(ask_from),)
                closed.append(Told(column=column, title=title, lines=later))
            case Open(access=access) if said := tuple(teller.conditions(access)):
                conditions.append(Told(column=column, title=title, lines=said))
            case _:
                pass
    return Account(
        open_now=teller.open_now(open_instead(outcome, today), outcome) if why else (),
        why=tuple(dict.fromkeys(why)),
        asks=tuple(asks),
        closed=tuple(closed),
        conditions=tuple(conditions),
        advice=teller.advice(),
    )
