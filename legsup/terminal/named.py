"""Sequences and plans for the verbs: found by name or file, with what is wrong told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.breath import parse_pattern
from legsup.domain.fault import FaultyFileError
from legsup.domain.planning import BedtimeError, PlanError, compile_plan
from legsup.places import assets, find
from legsup.services.fast_clock import MOST_SPEED
from legsup.services.library import Library, UnknownSequenceError
from legsup.terminal import messages
from legsup.terminal.exits import WrongError

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.breath import Pattern
    from legsup.domain.plan import Choices, Plan
    from legsup.domain.sequence import Sequence


def library_of(home: Path | None) -> Library:
    """The library with the sequences of a home folder."""
    return Library(assets(), find(home).sequences)


def sequence_of(library: Library, name: str) -> Sequence:
    """Find a sequence by name or file.

    Raises:
        WrongError: there is none, or the file is faulty.
    """
    try:
        return library.find(name)
    except UnknownSequenceError as error:
        text = messages.UNKNOWN_SEQUENCE.format(name=repr(error.name), known=", ".join(error.known))
        raise WrongError(text) from error
    except FaultyFileError as error:
        raise WrongError(str(error)) from error


def plan_of(library: Library, sequence: Sequence, choices: Choices) -> Plan:
    """Compile a plan.

    Raises:
        WrongError: the minutes, or the bedtime ending, are not offered.
    """
    try:
        return compile_plan(sequence, choices, library.parts())
    except BedtimeError as error:
        raise WrongError(messages.NO_BEDTIME.format(title=sequence.title)) from error
    except PlanError as error:
        offered = sequence.minutes
        text = messages.NOT_OFFERED.format(
            title=sequence.title, asked=choices.minutes, shortest=offered.shortest, longest=offered.longest
        )
        raise WrongError(text) from error


def pattern_of(text: str) -> Pattern | None:
    """Read a breath pattern.

    Raises:
        WrongError: it is none.
    """
    try:
        return parse_pattern(text)
    except ValueError as error:
        raise WrongError(f"--pattern: {error}") from error


def demand_speed(speed: float) -> None:
    """Refuse a speed that no session can be tried at.

    Raises:
        WrongError: it is outside 1 to ``MOST_SPEED``.
    """
    if not 1.0 <= speed <= MOST_SPEED:
        raise WrongError(messages.SPEED_RANGE.format(speed=speed, most=MOST_SPEED))
