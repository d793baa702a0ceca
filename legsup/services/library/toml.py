"""Reading a TOML file into plain tables, with every way in which that fails told as a fault."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, cast

from legsup.domain.fault import Fault, FaultyFileError

if TYPE_CHECKING:
    from pathlib import Path

#: Most bytes of a file: the longest shipped one has some twenty thousand, and any file may be dropped on the window.
MOST_BYTES = 1_000_000
#: Most levels of tables and lists within one another: a sequence has six, and what reads them goes down by calls.
MOST_LEVELS = 32


def read_table(path: Path) -> dict[str, Any]:
    """Read the file's top table.

    Raises:
        FaultyFileError: there is no such file, it cannot be read, is too long, or is not TOML in UTF-8.
    """
    try:
        plain = path.is_file() or not path.exists()  # opening a pipe would wait for ever
        content = _first_bytes(path) if plain else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refusal(str(path), "a file that can be read", reason) from error
    if not plain:
        raise _refusal(str(path), "a file that can be read", "no plain file")
    return parsed(content, str(path))


def parsed(content: bytes, file: str) -> dict[str, Any]:
    """Read what stands in a file.

    Raises:
        FaultyFileError: it is too long, or is not TOML in UTF-8.
    """
    if len(content) > MOST_BYTES:
        raise _refusal(file, f"a file of at most {MOST_BYTES} bytes", "a longer one")
    try:
        # A byte order mark, as some editors leave it, is no fault.
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _refusal(file, "text in UTF-8", f"byte {error.start} that is not") from error
    except RecursionError as error:
        raise _refusal(file, "TOML", "tables nested too deeply") from error
    except ValueError as error:  # also what tomllib lets through from int() and datetime
        raise _refusal(file, "TOML", str(error)) from error
    if _depth(table) > MOST_LEVELS:
        raise _refusal(file, f"tables within one another at most {MOST_LEVELS} deep", "deeper ones")
    return table


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


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _refusal(file: str, expected: str, found: str) -> FaultyFileError:
    return FaultyFileError((Fault(file, "", expected, found),))
