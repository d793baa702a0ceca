"""What is asked of a person at a terminal before a session: the list of who should not do this, and a last Enter."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from legsup.terminal import messages

if TYPE_CHECKING:
    from legsup.domain.screening import DoNotDoList

WIDTH = 78


def nothing_applies(listed: DoNotDoList) -> bool:
    """Print the list and wait: Enter says that nothing on it applies, anything else that something does."""
    print(f"\n{listed.heading}\n")
    for row in listed.rows:
        print(fill(row, WIDTH, initial_indent="  · ", subsequent_indent="    "))
    print("\n" + fill(listed.note, WIDTH))
    print(f"\n{listed.question}\n{messages.READ_FIRST}")
    if _entered():
        return True
    print(f"\n{fill(listed.instead, WIDTH)}\n{messages.SOMETHING_APPLIES}")
    return False


def say(text: str) -> None:
    """Print a paragraph."""
    print(fill(text, WIDTH), flush=True)


def agreed(text: str) -> bool:
    """Print a paragraph and wait for Enter."""
    say(text)
    return _entered()


def _entered() -> bool:
    """Wait for Enter alone; whatever else comes, an end of the input or Ctrl-C too, is a no."""
    try:
        return not input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return False
