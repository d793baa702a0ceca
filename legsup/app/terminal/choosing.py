"""What is to be practised in the terminal: by what was asked for, by the settings, and by whether anybody can answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.app import messages
from legsup.app.command_line import WrongError
from legsup.app.practices import minutes_for
from legsup.app.shelf import pattern_of, sequence_of
from legsup.domain.planning import PlanError
from legsup.domain.screening import needs_clearing
from legsup.domain.sequence import Pace
from legsup.services.library.library import SHIPPED

if TYPE_CHECKING:
    from argparse import Namespace

    from legsup.app.practices import Practices
    from legsup.domain.plan import Plan
    from legsup.domain.sequence import Sequence
    from legsup.domain.settings import Settings

#: What is led where nobody can be asked anything: it needs no answer to the list.
UNASKED = "seated-breath"


def sequence_for(
    practices: Practices, settings: Settings, name: str | None, *, has_keyboard: bool
) -> Sequence:
    """Choose the sequence: the one named, else the last one; without a keyboard one that asks nothing.

    Raises:
        WrongError: there is none of that name, its file is faulty, or nobody can answer what it asks first.
    """
    if name is None:
        return practices.chosen(settings) if has_keyboard else sequence_of(practices.library, UNASKED)
    sequence = sequence_of(practices.library, name)
    if needs_clearing(sequence, settings.cleared) and not has_keyboard:
        raise WrongError(messages.NOT_CLEARED.format(title=sequence.text["en"].title))
    return sequence


def plan_for(
    practices: Practices,
    settings: Settings,
    sequence: Sequence,
    options: Namespace,
    *,
    has_keyboard: bool,
) -> Plan:
    """Make the plan as it was asked for on the command line; hands-free unless asked otherwise.

    Raises:
        WrongError: the sequence does not offer that, or it waits for keys that are not there.
    """
    hands_free = options.pace != Pace.MY_PACE.value
    if not hands_free and not has_keyboard:
        raise WrongError(messages.NO_ANSWER_HERE)
    if options.pattern is not None:
        pattern_of(options.pattern)
        settings = replace(settings, pattern=options.pattern)
    if options.guidance is not None:
        settings = replace(settings, guidance=options.guidance)
    desk = hands_free and has_keyboard and not options.no_desk
    minutes = options.minutes
    if minutes is None:
        minutes = _proposed(sequence, settings, has_keyboard=has_keyboard)
    try:
        return practices.plan(sequence, minutes, settings, quick=hands_free, desk=desk)
    except PlanError as error:
        raise WrongError(f"--minutes: {error}") from error


def _proposed(sequence: Sequence, settings: Settings, *, has_keyboard: bool) -> float:
    if sequence.source != SHIPPED:
        return sequence.minutes.default
    if not has_keyboard:
        return sequence.minutes.shortest
    return minutes_for(sequence, settings)
