"""The verbs that open the window."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.app.launch import Launch
from legsup.app.lean_start import begin, settle
from legsup.foreign import is_file_name
from legsup.places import find
from legsup.practice.wanted import Wanted
from legsup.services.remote.client import NoAnswerError, ask_app
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WrongError
from legsup.terminal.preflight import obstacle

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(options: Namespace) -> int:
    """Open the window, or start in the tray."""
    return _run(options, Launch(hidden=options.background))


def start(options: Namespace) -> int:
    """Begin a practice in the window."""
    from legsup.terminal.named import demand_speed, pattern_of  # noqa: PLC0415 - a window alone needs no sequences

    if options.pattern is not None:
        pattern_of(options.pattern)
    demand_speed(options.speed)
    wanted = Wanted(
        sequence=_from_anywhere(options.sequence),
        minutes=options.minutes,
        pattern=options.pattern,
        pace=options.pace or "hands-free",
        guidance=options.guidance,
        floor=options.floor,
        desk=not options.no_desk,
        bedtime=options.bedtime or None,
    )
    return _run(options, Launch(wanted=wanted, speed=options.speed))


def _from_anywhere(sequence: str | None) -> str | None:
    """Name a file so that the app finds it from whatever folder it runs in."""
    return str(Path(sequence).absolute()) if sequence is not None and is_file_name(sequence) else sequence


def _run(options: Namespace, launch: Launch) -> int:
    """Have the app that runs do it, which needs no screen here; else become the app."""
    places = find(options.home)
    try:
        told = ask_app(places, launch.question)
    except NoAnswerError as error:
        raise WrongError(messages.NO_ANSWER) from error
    if told is not None:
        if "error" in told:
            raise WrongError(str(told["error"]))
        return DONE
    in_the_way = obstacle(os.environ)
    if in_the_way is not None:
        raise WrongError(in_the_way)
    begin()
    try:
        from legsup.app.main import run  # noqa: PLC0415 - Qt is loaded for the window alone

        return run(places, launch)
    finally:
        settle()
