"""A practice as the command line asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from legsup.domain.fault import FaultyFileError
from legsup.domain.sequence import Pace
from legsup.services.library import UnknownSequenceError
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.app.desktop import Desktop
    from legsup.app.options import StartOptions


def begin_as_asked(desktop: Desktop, options: StartOptions, *, may_ask: bool = True) -> str:
    """Begin it, or say in the window why not, and give the reason.

    Where ``may_ask`` is not set nothing is asked before this returns: a question that must come first is shown after it.
    """
    try:
        if options.sequence is None:
            sequence = desktop.practices.chosen(desktop.settings)
        else:
            sequence = desktop.practices.library.find(options.sequence)
    except (FaultyFileError, UnknownSequenceError) as error:
        desktop.show_window()
        desktop.front.window.say(str(error))
        return str(error)
    if not may_ask and desktop.practices.needs_clearing(sequence, desktop.settings.cleared):
        QTimer.singleShot(0, lambda: begin_as_asked(desktop, options))
        return tr("The window asks first who should not do this. Once that is answered the practice begins.")
    settings = desktop.settings
    if options.pattern is not None:
        settings = replace(settings, pattern=options.pattern)
    if options.guidance is not None:
        settings = replace(settings, guidance=options.guidance)
    minutes = options.minutes if options.minutes is not None else desktop.minutes(sequence)
    quick = options.pace != Pace.MY_PACE.value
    reason = desktop.begin(sequence, minutes, quick=quick, desk=options.desk, settings=settings)
    if options.floor and not reason:
        desktop.front.open_floor_view()
    return reason
