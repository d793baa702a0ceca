"""Reading a TOML file into plain tables, with every way in which that fails told as a fault."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, cast

from legsup.domain.fault import Fault, Faults, FaultyFileError
from legsup.foreign import BY_HAND, ForeignFileError, holds_controls, read_bytes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from legsup.domain.fault import KeyPath

#: Most levels of tables and lists within one another: a sequence has six, and what reads them goes down by calls.
MOST_LEVELS = 32


def read_table(path: Path) -> dict[str, Any]:
    """Read the file's top table.

    Raises:
        FaultyFileError: there is no such file, it cannot be read, is too long, or is not TOML in UTF-8.
    """
    try:
        content = read_bytes(path, BY_HAND)
    except ForeignFileError as error:
        raise _refusal(str(path), error.expected, error.found) from error
    except OSError as error:
        raise _refusal(str(path), "a file that can be read", error.strerror or str(error)) from error
    return parsed(content, str(path))


def parsed(content: bytes, file: str) -> dict[str, Any]:
    """Read what stands in a file.

    Raises:
        FaultyFileError: it is not TOML, or holds control characters, which a terminal would obey.
    """
    try:
        table = tomllib.loads(text_of(content).replace("\r\n", "\n"))
    except ForeignFileError as error:
        raise _refusal(file, error.expected, error.found) from error
    except RecursionError as error:
        raise _refusal(file, "TOML", "tables nested too deeply") from error
    except ValueError as error:  # also what tomllib lets through from int() and datetime
        raise _refusal(file, "TOML", str(error)) from error
    if _depth(table) > MOST_LEVELS:
        raise _refusal(file, f"tables within one another at most {MOST_LEVELS} deep", "deeper ones")
    faults = Faults(file)
    for path, text in _texts(table):
        if holds_controls(text):
            faults.add(path, "text without control characters", repr(text))
    faults.refuse()
    return table


def _texts(table: dict[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Give every text in a table with its place, the keys too."""
    waiting: list[tuple[KeyPath, Any]] = [((), table)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, dict):
            named = cast("dict[str, Any]", value)
            yield from ((path, key) for key in named)
            waiting += [((*path, key), inner) for key, inner in named.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(cast("list[Any]", value))]


def _depth(table: dict[str, Any]) -> int:
    """Tell how many levels of tables and lists stand within one another, without going down by calls."""
    depth, level = 0, _within((table,))
    while level:
        depth += 1
        level = _within(tuple(inner for value in level for inner in value))
    return depth


def _within(values: tuple[Any, ...]) -> list[list[Any]]:
    """Give what stands in each table or list among values."""
    found = [list(cast("dict[str, Any]", value).values()) for value in values if isinstance(value, dict)]
    return found + [cast("list[Any]", value) for value in values if isinstance(value, list)]


def _refusal(file: str, expected: str, found: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, "", expected, found),))
