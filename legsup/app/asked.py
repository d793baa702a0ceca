"""A practice as the command line asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from legsup.domain.sequence import Pace
from legsup.services.library import SequenceFaults, UnknownSequenceError

if TYPE_CHECKING:
    from legsup.app.desktop import Desktop
    from legsup.app.options import StartOptions


def begin_as_asked(desktop: Desktop, options: StartOptions) -> None:
    """Begin it, or say in the window why not."""
    try:
        if options.sequence is None:
            sequence = desktop.practices.chosen(desktop.settings)
        else:
            sequence = desktop.practices.library.find(options.sequence)
    except (SequenceFaults, UnknownSequenceError) as error:
        desktop.show_window()
        desktop.front.window.say(str(error))
        return
    settings = desktop.settings
    if options.pattern is not None:
        settings = replace(settings, pattern=options.pattern)
    if options.guidance is not None:
        settings = replace(settings, guidance=options.guidance)
    minutes = options.minutes if options.minutes is not None else desktop.minutes(sequence)
    quick = options.pace != Pace.MY_PACE.value
    if desktop.begin(sequence, minutes, quick=quick, desk=options.desk, settings=settings) and options.floor:
        desktop.front.open_floor_view()
