"""The verb ``desktop``: the entry in a Linux desktop's menu, for who did not install a package that brings it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from legsup.places import assets
from legsup.services import desktop_entry
from legsup.terminal.exits import DONE
from legsup.terminal.messages import IN_MENU, NOT_IN_MENU, OUT_OF_MENU

if TYPE_CHECKING:
    from argparse import Namespace


def install(options: Namespace) -> int:
    """Write entry and icons, and say where the entry is."""
    home = [] if options.home is None else ["--home", str(options.home.absolute())]
    command = [*desktop_entry.own_command(), *home]
    written = desktop_entry.install(assets(), desktop_entry.data_home(os.environ), command)
    print(IN_MENU.format(file=written[0]))
    return DONE


def remove(_options: Namespace) -> int:
    """Take them away, and say what was there."""
    gone = desktop_entry.remove(desktop_entry.data_home(os.environ))
    print(OUT_OF_MENU.format(file=gone[0]) if gone else NOT_IN_MENU)
    return DONE
