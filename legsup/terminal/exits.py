"""The exit statuses of the command line, and the error by which a verb says that what was asked for is wrong."""

from __future__ import annotations

#: Done; what was asked for is wrong; wrong usage (argparse's own); nothing is running to talk to.
DONE, WRONG, USAGE, NOT_RUNNING = 0, 1, 2, 3
#: What shells expect of a program that Ctrl-C ended.
INTERRUPTED = 130


class WrongError(Exception):
    """What was asked for is wrong; the message says what, where and what was expected."""
