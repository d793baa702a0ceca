"""The verbs that open the window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from legsup.app.command_line import WrongError
from legsup.app.options import StartOptions
from legsup.app.preflight import obstacle
from legsup.app.shelf import demand_speed, pattern_of
from legsup.services.places import find

if TYPE_CHECKING:
    from argparse import Namespace


def open_window(options: Namespace) -> int:
    """Open the window, or start in the tray."""
    return _run(options, StartOptions(hidden=options.background))


def start(options: Namespace) -> int:
    """Begin a practice in the window."""
    if options.pattern is not None:
        pattern_of(options.pattern)
    demand_speed(options.speed)
    asked = StartOptions(
        start=True,
        sequence=options.sequence,
        minutes=options.minutes,
        pattern=options.pattern,
        pace=options.pace,
        guidance=options.guidance,
        floor=options.floor,
        desk=not options.no_desk,
        speed=options.speed,
    )
    return _run(options, asked)


def _run(options: Namespace, asked: StartOptions) -> int:
    in_the_way = obstacle(os.environ)
    if in_the_way is not None:
        raise WrongError(in_the_way)
    from legsup.app.main import run  # noqa: PLC0415 - Qt is loaded for the window alone

    return run(find(options.home), asked)
