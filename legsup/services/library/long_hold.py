"""Reading the lines that keep long holds alive: written once, each for the postures in which a body can follow it."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - cattrs reads the types of the fields at run time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.postures import Posture  # noqa: TC001 - the same
from legsup.domain.sequence import Line  # noqa: TC001 - the same
from legsup.services.library.structuring import structured
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Lines by language, and the postures in which they are said."""

    postures: tuple[Posture, ...]
    lines: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    bodies: tuple[Body, ...]


def read_long_hold(path: Path) -> tuple[Body, ...]:
    """Read all lines, in the order of the file.

    Raises:
        FaultyFileError: with everything that is wrong with the file.
    """
    return structured(read_table(path), _Written, str(path)).bodies
