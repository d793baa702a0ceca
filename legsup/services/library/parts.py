"""Reading what every practice shares beside its own steps."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from legsup.domain.fault import Faults
from legsup.domain.sequence import Parts, Phrases
from legsup.services.library.net import read_net
from legsup.services.library.structuring import mended
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.services.library.reader import Reader

NEUTRAL: dict[str, Any] = {field.name: "" for field in fields(Phrases)} | {"numbers": [], "unheard": {}}


def read_parts(reader: Reader, folder: Path) -> Parts:
    """Read desk, up, dizzy and phrases from the folder of shared parts.

    Raises:
        FaultyFileError: one of the files is damaged.
    """
    dizzy = reader.steps(folder / "dizzy.toml")
    return Parts(
        desk=reader.steps(folder / "desk.toml")[0],
        up=reader.steps(folder / "up.toml")[0],
        dizzy=dizzy,
        net=read_net(folder / "net.toml", frozenset(step.id for step in dizzy)),
        phrases=_phrases(folder / "phrases.toml"),
    )


def _phrases(path: Path) -> dict[str, Phrases]:
    faults = Faults(str(path))
    phrases = {
        language: mended({**table, "language": language}, Phrases, NEUTRAL, faults, (language,))
        for language, table in read_table(path).items()
    }
    faults.refuse()
    return phrases
