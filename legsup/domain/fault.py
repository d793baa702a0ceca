"""What is wrong with a file that a person wrote: each fault with its place, and the collector that tells all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Names of keys and indexes of lists that lead to a value inside a file.
KeyPath = tuple[str | int, ...]
#: Most characters of a found value that are shown.
SHOWN = 60
#: Faults of a kind that are told of one file; whoever has more has understood by then.
OF_A_KIND = 20


class Fault(NamedTuple):
    """One fault of one file: where it stands, what was expected there and what was found.

    ``path`` is the key path inside the file, such as ``steps[3].text.en.lines[0].at``; empty where the whole file
    is meant. The printed form of ``legsup check`` has exactly these four fields.
    """

    file: str
    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Write the fault as one line."""
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{place}: expected {self.expected}; found {self.found}"


class FaultyFileError(ValueError):
    """A file that cannot be used as it is; ``faults`` holds all that is wrong with it, the whole file's faults first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry the faults, at least one."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class Faults:
    """Collects the faults of one file while it is read, so that they are told in one go."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[Fault] = []

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Fault]:
        """Give them in the file's order: first what concerns the whole file, then list by list."""
        return iter(sorted(self._found, key=_position))

    def add(self, path: KeyPath | str, expected: str, found: str) -> None:
        """Note what was expected at a key path of the file, and what was found; the whole file's path is empty."""
        place = path if isinstance(path, str) else written(path)
        self._found.append(Fault(self._file, place, expected, found))

    def add_others(self, faults: Iterable[Fault]) -> None:
        """Note the faults of another file that this one includes."""
        self._found += faults

    def refuse(self) -> None:
        """Go on only with a file that has none.

        Raises:
            FaultyFileError: with every fault collected so far.
        """
        if self._found:
            raise FaultyFileError(tuple(self))


def written(path: KeyPath) -> str:
    """Write a key path: ``steps[3].text.en.lines[0].at``."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}"
    return text.removeprefix(".")


def in_short(text: str) -> str:
    """Cut what was found to a length that can be read."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _position(fault: Fault) -> list[int]:
    return [int(index) for index in re.findall(r"\[(\d+)\]", fault.path)]


def few_of_each(faults: Iterable[Fault], most: int = OF_A_KIND) -> list[tuple[Fault, int]]:
    """Give at most so many faults of a kind, each with how many more of its kind follow, which is told with the last one.

    Of a kind are faults of one key where the same was expected, wherever in a list they stand.
    """
    kinds: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        kinds.setdefault((_NUMBER.sub("[]", fault.path), fault.expected), []).append(fault)
    told: list[tuple[Fault, int]] = []
    for alike in kinds.values():
        last = min(most, len(alike)) - 1
        told += [
            (fault, len(alike) - most if at == last and len(alike) > most else 0)
            for at, fault in enumerate(alike[:most])
        ]
    return told


_NUMBER = re.compile(r"\[\d+\]")
