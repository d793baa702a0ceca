"""The settings file: JSON, read with every fault told; named values are changed in what it holds, nothing else is touched."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from legsup.domain.fault import Fault, Faults
from legsup.domain.settings import RETIRED, RULES, Settings, with_values
from legsup.foreign import BY_HAND, ForeignFileError, read_text
from legsup.os_lock import held
from legsup.private import make_folder, second_name, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Seconds to wait for another process that is writing; it takes milliseconds.
PATIENCE = 2.0


class Stamp(NamedTuple):
    """What tells one state of the file from another without reading it."""

    inode: int
    size: int
    changed: int


class SettingsStore:
    """Reads and changes the settings in one file.

    A value that cannot be read falls back to its default, the rest is kept; ``faults`` tells what was wrong. Faulty
    values and unknown keys stay in the file as they are; a file that is no table at all is set aside, under a name of
    its own, before another is written in its place. Where the file is a link, what it leads to is changed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.faults: tuple[Fault, ...] = ()

    def load(self) -> Settings:
        """Read the settings; the defaults where there are none yet."""
        table = self._read()
        return Settings() if table is None else self._judge(table)

    def stamp(self) -> Stamp | None:
        """Tell in what state the file is; None where there is none that can be looked at."""
        try:
            found = self._file.stat()
        except OSError:
            return None
        return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)

    def change(self, values: Mapping[str, object]) -> Settings:
        """Change named values in what the file holds now, and give all that it holds then.

        Raises:
            ValueError: there is no setting of that name, or it may not hold the value.
            OSError: the folder or the file cannot be read or written; the file then stands as it was.
        """
        with_values(Settings(), values)
        target = Path(os.path.realpath(self._file))  # not by resolve(), which a link to itself stops
        make_folder(target.parent)
        # Without a lock, as on some network folders, one of two who write in the same moment may be late.
        with held(target.with_name(".settings.lock"), PATIENCE):
            table = self._read(must=True)
            if table is None and target.exists():
                self._set_aside(target)
            kept = {key: value for key, value in (table or {}).items() if key not in RETIRED}
            table = {**kept, **values}
            # In ASCII: a name of a file may hold what is no text, and it must be found again as it was.
            write_whole(target, (json.dumps(table, indent=2) + "\n").encode())
        return self._judge(table)

    def _read(self, *, must: bool = False) -> dict[str, object] | None:
        """Read the file's table; None, with the fault noted, where it is none or there is no file.

        Raises:
            OSError: only where it ``must`` be read: it cannot be now, and may well be sound.
        """
        self.faults = ()
        try:
            found: object = json.loads(read_text(self._file, BY_HAND))
        except FileNotFoundError:
            return None
        except ForeignFileError as error:
            return self._refused(error.expected, error.found)
        except OSError as error:
            if must:
                raise
            return self._refused("a file that can be read", error.strerror or str(error))
        except (RecursionError, ValueError) as error:
            return self._refused("JSON", str(error))
        if not isinstance(found, dict):
            return self._refused("a table of settings", type(found).__name__)
        return cast("dict[str, object]", found)

    def _judge(self, table: Mapping[str, object]) -> Settings:
        """Take every good value of a table, and note what is wrong with the others."""
        faults = Faults(str(self._file))
        good: dict[str, Any] = {}
        for key, value in table.items():
            if key in RETIRED:
                continue
            rule = RULES.get(key)
            if rule is None:
                faults.add(key, f"one of {', '.join(RULES)}", "an unknown key")
            elif rule.accepts(value):
                good[key] = value
            else:
                faults.add(key, rule.expected, repr(value))
        self.faults = tuple(faults)
        return Settings(**good)

    def _set_aside(self, target: Path) -> None:
        """Give the faulty file a second name, which nothing has; the first is then taken by the new one.

        One that it was given before the new one could not be written stays its name.
        """
        if not target.is_file():
            return  # nothing of that kind is replaced
        number = 1
        while (copy := target.with_suffix(f".damaged-{number}.json")).exists():
            if copy.samefile(target):
                return
            number += 1
        second_name(target, copy)

    def _refused(self, expected: str, found: str) -> None:
        self.faults = (Fault(str(self._file), "", expected, found),)
