"""How far long work on the journal has come, and how it is cancelled.

A progress is told how many things are done, and how many there are; it may raise ``CancelledError``, and then nothing is done.
So may what is told why nothing can be done now, and says whether that is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Each = TypeVar("Each")
#: Told why nothing can be done now; gives whether it is tried again.
Again: TypeAlias = "Callable[[str], bool]"
#: Things between two tellings.
APART = 500


class CancelledError(Exception):
    """The person does not want the work to be done any more."""


def nobody(_done: int, _all: int) -> None:
    """Tell nobody, and go on."""


def never(_reason: str) -> bool:
    """Wait for nobody."""
    return False


def told(things: Sequence[Each], progress: Callable[[int, int], None]) -> Iterator[Each]:
    """Give things one by one, telling how far it is."""
    return counted(things, len(things), progress)


def counted(things: Iterable[Each], many: int, progress: Callable[[int, int], None]) -> Iterator[Each]:
    """Give things one by one, of which there are about so many, telling how far it is."""
    for number, each in enumerate(things):
        if number % APART == 0:
            progress(min(number, many), many)
        yield each
