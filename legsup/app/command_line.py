"""The command line: global options before or after the verb, and the verbs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from legsup import __version__
from legsup.services.places import find

if TYPE_CHECKING:
    from collections.abc import Sequence


def global_options() -> argparse.ArgumentParser:
    """Options that may stand before or after the verb.

    They have no default, so that a verb that does not name them leaves what stood before it.
    """
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--home", type=Path, metavar="DIR", help="keep everything in this folder")
    options.add_argument("--version", action="version", version=f"Legs Up {__version__}")
    return options


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    return argparse.ArgumentParser(
        prog="legsup",
        description="A restful work break: legs up the wall, eyes closed, led by voice, tone and light.",
        parents=[global_options()],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and hand back the exit status (0 done, 1 wrong, 2 usage, 3 not running)."""
    options = build_parser().parse_args(arguments)
    # Qt is loaded for the window alone.
    from legsup.app.main import run  # noqa: PLC0415
    from legsup.app.options import StartOptions  # noqa: PLC0415

    return run(find(getattr(options, "home", None)), StartOptions())
