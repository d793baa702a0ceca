"""The verbs that talk to the running app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legsup.places import find
from legsup.services.remote.client import NoAnswerError, ask_app
from legsup.telling import tell
from legsup.terminal import messages
from legsup.terminal.exits import DONE, NOT_RUNNING, WrongError

if TYPE_CHECKING:
    from argparse import Namespace


def status(options: Namespace) -> int:
    """Tell what the running app is doing; ``{"running": false}`` where there is none to talk to."""
    told = _asked(options, "status")
    if told is None:
        print('{"running": false}' if options.json else messages.NOT_RUNNING)
        return NOT_RUNNING
    if options.json:
        import json  # noqa: PLC0415 - an answer came, so it is loaded

        print(json.dumps(told))
    elif told.get("status") is None:
        print(messages.NO_SESSION)
    else:
        print(messages.SESSION_NOW.format(**told))
    return DONE


def _asked(options: Namespace, verb: str) -> dict[str, Any] | None:
    try:
        return ask_app(find(options.home), {"verb": verb})
    except NoAnswerError as error:
        raise WrongError(messages.NO_ANSWER) from error


def send(options: Namespace) -> int:
    """Send a verb to the running app."""
    told = _asked(options, options.verb)
    if told is None:
        tell(messages.NOTHING_TO.format(verb=options.verb))
        return NOT_RUNNING
    if "error" in told:
        raise WrongError(f"{options.verb}: {told['error']}")
    return DONE
