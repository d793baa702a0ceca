"""Reading one of the app's own data files whole, or telling everything that is wrong with it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, TypeVar

from legsup.domain.fault import Faults
from legsup.domain.sequence import FIRST_LANGUAGE
from legsup.domain.table import Table
from legsup.foreign import BY_HAND, ForeignFileError, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.domain.fault import Fault

Read = TypeVar("Read")


def read_file(path: Path, read: Callable[[Table], Read]) -> tuple[Read | None, tuple[Fault, ...]]:
    """Read a TOML file with ``read``; with the least fault there is no value."""
    faults = Faults(str(path))
    try:
        content = tomllib.loads(read_text(path, BY_HAND).replace("\r\n", "\n"))
    except OSError as error:
        faults.add("", "a file that can be read", error.strerror or str(error))
    except ForeignFileError as error:
        faults.add("", error.expected, error.found)
    except RecursionError:
        faults.add("", "TOML", "tables nested too deeply")
    except ValueError as error:
        faults.add("", "TOML in UTF-8", str(error))
    else:
        table = Table(content, faults)
        value = read(table)
        table.end()
        if not faults:
            return value, ()
    return None, tuple(faults)


def in_language(table: Table, language: str) -> Table:
    """Give a table's part in a language, or in English where it is not translated."""
    table.leave(table.names)
    return table.table(language if language in table else FIRST_LANGUAGE)
