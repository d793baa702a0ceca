"""Where the packaged app begins: the command line, and what the app asks of its own Python."""

import os
import sys
import traceback
from pathlib import Path

from legsup.terminal.command_line import main as command_line

#: The bundle's own libraries are found by these, which the system's programs that we start must not inherit.
SEARCHED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def main() -> int:
    """Lead the command line, or run a few lines as Python would where the app asks its own program to."""
    for name in SEARCHED:
        os.environ.pop(name, None)
        theirs = os.environ.pop(f"{name}_ORIG", None)
        if theirs is not None:
            os.environ[name] = theirs
    # Whatever else this desktop has of Qt is of another version.
    within = Path(__file__).parent / "PySide6"
    os.environ["QT_PLUGIN_PATH"] = str((within / "Qt" if sys.platform != "win32" else within) / "plugins")
    # When the app starts itself, as its own Python for a probe, that is to find its libraries anew.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return asked(*sys.argv[2:]) if sys.argv[1:2] == ["-c"] else command_line()


def asked(code: str, *words: str) -> int:
    """Run a probe of `legsup doctor`: in a bundle this program is its own Python."""
    sys.argv = ["-c", *words]
    try:
        exec(compile(code, "<probe>", "exec"), {"__name__": "__main__"})  # noqa: S102 - lines of our own
    except Exception:  # noqa: BLE001 - told as Python tells it; the bundle's own words would hide what it was
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
