"""The verbs that open the window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from legsup.app.launch import Launch
from legsup.places import find
from legsup.practice.wanted import Wanted
from legsup.terminal.exits import WrongError
from legsup.terminal.named import demand_speed, pattern_of
from legsup.terminal.preflight import obstacle

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(options: Namespace) -> int:
    """Open the window, or start in the tray."""
    return _run(options, Launch(hidden=options.background))


def start(options: Namespace) -> int:
    """Begin a practice in the window."""
    if options.pattern is not None:
        pattern_of(options.pattern)
    demand_speed(options.speed)
    wanted = Wanted(
        sequence=options.sequence,
        minutes=options.minutes,
        pattern=options.pattern,
        pace=options.pace or "hands-free",
        guidance=options.guidance,
        floor=options.floor,
        desk=not options.no_desk,
        bedtime=options.bedtime or None,
    )
    return _run(options, Launch(wanted=wanted, speed=options.speed))


def _run(options: Namespace, launch: Launch) -> int:
    in_the_way = obstacle(os.environ)
    if in_the_way is not None:
        raise WrongError(in_the_way)
    from legsup.app.main import run  # noqa: PLC0415 - Qt is loaded for the window alone

    return run(find(options.home), launch)
