"""``python -m legsup``: the command line, nothing more."""

import sys

from legsup.terminal.command_line import main

if __name__ == "__main__":
    sys.exit(main())
