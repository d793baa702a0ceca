"""The settings file: JSON, read with every fault told, written whole or not at all."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, cast

from legsup.domain.fault import Fault
from legsup.domain.settings import Settings
from legsup.services.settings.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

#: Only the owner may read it.
_OWNER_ONLY = 0o600
_OWNER_ONLY_FOLDER = 0o700


class SettingsStore:
    """Reads and writes the settings in one file.

    A value that cannot be read falls back to its default, the rest is kept; ``faults`` tells what was wrong, and
    before the file is next written its old text is set aside beside it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.faults: tuple[Fault, ...] = ()

    def load(self) -> Settings:
        """Read the settings; the defaults where there are none yet."""
        self.faults = ()
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings()
        except (OSError, UnicodeDecodeError) as error:
            self.faults = (self._fault("", "a readable text file", str(error)),)
            return Settings()
        return self._read(text)

    def save(self, settings: Settings) -> None:
        """Write the settings, replacing the file in one go.

        Raises:
            OSError: the folder or the file cannot be written; the old file then stands as it was.
        """
        self._file.parent.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        if self.faults and self._file.exists():
            self._set_aside()
            self.faults = ()
        fresh = self._file.with_suffix(".new")
        with open(fresh, "w", encoding="utf-8", opener=_private) as file:
            json.dump(asdict(settings), file, indent=2, ensure_ascii=False)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)

    def _set_aside(self) -> None:
        """Copy the faulty file beside itself, under a name that nothing has; the file stays until it is replaced."""
        number = 1
        while (copy := self._file.with_suffix(f".damaged-{number}.json")).exists():
            number += 1
        with open(copy, "xb", opener=_private) as kept:
            kept.write(self._file.read_bytes())

    def _read(self, text: str) -> Settings:
        try:
            found: object = json.loads(text)
        except (RecursionError, ValueError) as error:
            self.faults = (self._fault("", "JSON", str(error)),)
            return Settings()
        if not isinstance(found, dict):
            self.faults = (self._fault("", "a table of settings", type(found).__name__),)
            return Settings()
        faults: list[Fault] = []
        good: dict[str, Any] = {}
        for key, value in cast("dict[str, object]", found).items():
            rule = RULES.get(key)
            if rule is None:
                known = ", ".join(field.name for field in fields(Settings))
                faults.append(self._fault(key, f"one of {known}", "an unknown key"))
            elif rule.accepts(value):
                good[key] = value
            else:
                faults.append(self._fault(key, rule.expected, repr(value)))
        self.faults = tuple(faults)
        return Settings(**good)

    def _fault(self, path: str, expected: str, found: str) -> Fault:
        return Fault(str(self._file), path, expected, found)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, _OWNER_ONLY)
