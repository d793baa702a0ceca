"""The verbs that talk to the running app."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from legsup.app import messages
from legsup.app.command_line import NOT_RUNNING

if TYPE_CHECKING:
    from argparse import Namespace


def status(options: Namespace) -> int:
    """Tell what the running app is doing; ``{"running": false}`` where there is none to talk to."""
    print('{"running": false}' if options.json else messages.NOT_RUNNING)
    return NOT_RUNNING


def send(options: Namespace) -> int:
    """Send a verb to the running app."""
    print(messages.NOTHING_TO.format(verb=options.verb), file=sys.stderr)
    return NOT_RUNNING
