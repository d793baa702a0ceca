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
    if options.watch:
        from time import sleep  # noqa: PLC0415 - for one who watches alone

        from legsup.terminal.watching import watch  # noqa: PLC0415 - the same

        watch(lambda: _asked(options, "status"), lambda told: _tell(options, told), sleep)
    return _tell(options, _asked(options, "status"))


def _tell(options: Namespace, told: dict[str, Any] | None) -> int:
    if told is None:
        print('{"running": false}' if options.json else messages.NOT_RUNNING, flush=True)
        return NOT_RUNNING
    if options.json:
        import json  # noqa: PLC0415 - an answer came, so it is loaded

        print(json.dumps(told), flush=True)
    elif told.get("status") is None:
        print(messages.NO_SESSION, flush=True)
    else:
        up_by = told.get("up_by")
        line = messages.SESSION_NOW.format(**told)
        # The hour and the minute of a time as the programs' form has it.
        print(line + messages.STATUS_UP_BY.format(time=up_by[11:16]) if up_by else line, flush=True)
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
