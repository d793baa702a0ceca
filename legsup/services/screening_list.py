"""Reads the list of who should not do this pose from its asset."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from legsup.domain.screening import DoNotDoList

if TYPE_CHECKING:
    from pathlib import Path


def read_list(assets: Path, language: str = "en") -> DoNotDoList:
    """Read the list in a language, in English where it is not translated."""
    with (assets / "screening.toml").open("rb") as file:
        tables = tomllib.load(file)
    table: dict[str, Any] = dict(tables.get(language) or tables["en"])
    rows = tuple(table.pop("rows"))
    return DoNotDoList(rows=rows, **table)
