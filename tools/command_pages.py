"""The manual page and what shells complete, made from the command line's own parser into ``packaging/linux``.

Run it whenever a verb or an option changes; a test names what is missing.
    python -m tools.command_pages
"""

from __future__ import annotations

import re
from argparse import _SubParsersAction  # pyright: ignore[reportPrivateUsage] - as _actions says
from typing import TYPE_CHECKING

from legsup.terminal.command_line import build_parser
from tools import ROOT

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ROOT / "packaging" / "linux"
#: The files that shells read, by their own names for them.
SHELLS = {"bash": "legsup.bash", "zsh": "_legsup", "fish": "legsup.fish"}
MANUAL = "legsup.1"
#: What the parser does not tell.
FILES = """
.SH FILES
Settings lie in ~/.config/legsup, the journal and what is your own in ~/.local/share/legsup, logs and locks in
~/.local/state/legsup, what can be made again in ~/.cache/legsup; all of it in one folder with \\fB\\-\\-home\\fR.
.SH EXIT STATUS
0 done; 1 what was asked for is wrong; 2 wrong usage; 3 nothing is running to talk to; 130 ended by Ctrl-C.
.SH NOTES
Legs Up is not medical advice, and no clinician has reviewed it. It has no network code.
"""


def manual() -> str:
    """Give the manual page, in roff."""
    from argparse_manpage.manpage import (  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs] - it brings none; who only reads the pages needs it not
        Manpage,
    )

    parser = build_parser()
    # A date would change with every run and tells nobody anything.
    page = str(Manpage(parser, format="pretty"))  # pyright: ignore[reportUnknownArgumentType]
    page = re.sub(
        r"^\.TH .*$", '.TH LEGSUP 1 "" "Legs Up" "User commands"', page, count=1, flags=re.MULTILINE
    )
    page = re.sub(
        r"^(\.SH NAME\n)legsup.*$",
        r"\1legsup \\- a restful work break with the legs up the wall",
        page,
        count=1,
        flags=re.MULTILINE,
    )
    return page.rstrip() + FILES


def completion(shell: str) -> str:
    """Give what a shell reads to complete a command line."""
    import shtab  # noqa: PLC0415 - as above

    parser = build_parser()
    for action in _actions(parser):
        told = str(action.metavar)
        if told.startswith("SEQUENCE"):
            # By name; who has a file of their own types its place.
            action.choices = shipped()
        elif told in {"FILE", "DIR"}:
            vars(action)["complete"] = shtab.FILE if told == "FILE" else shtab.DIRECTORY
    return shtab.complete(parser, shell)


def shipped() -> list[str]:
    """Give the names of the shipped sequences, which are those of their files."""
    return sorted(file.stem for file in (ROOT / "assets" / "sequences").glob("*.toml"))


def _actions(parser: ArgumentParser) -> Iterator[Action]:
    """Give every argument of a parser and of the verbs below it."""
    for action in parser._actions:  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - argparse has no public way to look into a parser
        if isinstance(action, _SubParsersAction):
            for below in vars(action)["choices"].values():  # argparse leaves their type open
                yield from _actions(below)
        else:
            yield action


def write(folder: Path) -> None:
    """Write all of them."""
    (folder / MANUAL).write_text(manual(), "utf-8")
    for shell, name in SHELLS.items():
        (folder / name).write_text(completion(shell), "utf-8")


if __name__ == "__main__":
    write(FOLDER)
