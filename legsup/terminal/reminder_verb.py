"""The verb ``reminders``: on or off, by the app that runs, else in its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.places import find
from legsup.services.remote.client import NoAnswerError, ask_app
from legsup.services.settings.store import SettingsStore
from legsup.telling import why
from legsup.terminal import messages
from legsup.terminal.exits import DONE, WrongError

if TYPE_CHECKING:
    from argparse import Namespace


def switch(options: Namespace) -> int:
    """Turn the reminders on or off, and say so.

    Raises:
        WrongError: the running app does not answer, or the settings cannot be written.
    """
    on = options.state == "on"
    places = find(options.home)
    try:
        told = ask_app(places, {"verb": "reminders", "on": on})
    except NoAnswerError as error:
        raise WrongError(messages.NO_ANSWER) from error
    if told is None:
        try:
            SettingsStore(places.settings).change({"reminders": on})
        except OSError as error:
            raise WrongError(messages.NOT_SAVED.format(error=why(error))) from error
    elif "error" in told:
        raise WrongError(str(told["error"]))
    print(messages.REMINDERS_ON if on else messages.REMINDERS_OFF)
    return DONE
