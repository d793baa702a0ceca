"""Reads the list of who should not do this pose from its asset."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from legsup.domain.screening import DoNotDoList
from legsup.foreign import BY_HAND, read_text

if TYPE_CHECKING:
    from pathlib import Path


def read_list(assets: Path, language: str = "en") -> DoNotDoList:
    """Read the list in a language, in English where it is not translated.

    Raises:
        OSError: the app's own file is missing or damaged.
    """
    file = assets / "screening.toml"
    try:
        tables = tomllib.loads(read_text(file, BY_HAND))
        table: dict[str, Any] = dict(tables.get(language) or tables["en"])
        rows = tuple(table.pop("rows"))
        return DoNotDoList(rows=rows, **table)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"{file} is damaged ({error}). Please install Legs Up again."
        raise OSError(message) from error
