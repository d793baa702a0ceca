"""A plain table that is read with suspicion: every key has its kind, unknown keys are refused, all faults are noted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeGuard, TypeVar, cast

from legsup.domain.fault import in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from enum import StrEnum

    from legsup.domain.fault import Faults, KeyPath

Name = TypeVar("Name", bound="StrEnum")
#: Years in which a day of a person's life with this app may lie.
YEARS = range(2000, 2200)


class Table:
    """One table at ``path``. A key that is missing or of the wrong kind is noted, and gives a neutral value.

    Read what is known of it, then call ``end``: keys that nobody read are faults as well. ``discreet`` keeps what was
    found out of the faults, where it may tell of a person's health.
    """

    def __init__(self, value: object, faults: Faults, path: KeyPath = (), *, discreet: bool = False) -> None:
        self._faults = faults
        self._path = path
        self._discreet = discreet
        self._read: set[str] = set()
        self._values: Mapping[str, object] = {}
        if is_table(value):
            self._values = value
        else:
            self._note((), "a table", value)

    def text(self, key: str) -> str:
        """Read words that are needed, and not empty."""
        value = self._value(key)
        if isinstance(value, str) and value.strip():
            return value
        self._note((key,), "text", value)
        return ""

    def words(self, key: str) -> str:
        """Read words that are needed, and may be empty."""
        value = self._value(key)
        return "" if value == "" else self.text(key)

    def text_or_none(self, key: str) -> str | None:
        """Read words that may be missing."""
        return self.text(key) if key in self._values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of words; a missing one is empty."""
        return tuple(str(value) for _, value in self._each(key, "text", lambda value: isinstance(value, str)))

    def flag(self, key: str, *, missing: bool = False) -> bool:
        """Read true or false."""
        value = self._value(key, missing)
        if not isinstance(value, bool):
            self._note((key,), "true or false", value)
            return missing
        return value

    def number_or_none(self, key: str, least: float, most: float) -> float | None:
        """Read a number from ``least`` to ``most``, which may be missing."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self._note((key,), f"a number from {least:g} to {most:g}", value)
            return None
        return float(value)

    def whole_or_none(self, key: str, least: int, most: int) -> int | None:
        """Read a whole number from ``least`` to ``most``, which may be missing."""
        number = self.number_or_none(key, least, most)
        if number is None or number.is_integer():
            return None if number is None else int(number)
        self._note((key,), "a whole number", number)
        return None

    def day_or_none(self, key: str) -> date | None:
        """Read a day as 2026-11-23, which may be missing."""
        value = self._value(key)
        if value is None:
            return None
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is not None and day.year in YEARS:
            return day
        self._note((key,), "a day as 2026-11-23", value)
        return None

    def member(self, key: str, kind: type[Name], missing: Name | None = None) -> Name:
        """Read one of a kind's names; without ``missing`` it is needed."""
        value = self._value(key, missing)
        if isinstance(value, str) and value in {member.value for member in kind}:
            return kind(value)
        self._note((key,), "one of " + ", ".join(kind), value)
        return missing or next(iter(kind))

    def table(self, key: str, *, of: str | None = None) -> Table:
        """Read a table that is needed; where ``of`` is given, text alone is short for a table with that one key."""
        value = self._value(key)
        if of is not None and isinstance(value, str):
            value = {of: value}
        return Table(value, self._faults, (*self._path, key), discreet=self._discreet)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Read a list of tables; a missing one is empty."""
        return tuple(
            Table(value, self._faults, (*self._path, key, index), discreet=self._discreet)
            for index, value in self._each(key, "a table", is_table)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """Name all its keys."""
        return tuple(self._values)

    def leave(self, keys: Iterable[str]) -> None:
        """Count keys as read that are somebody else's."""
        self._read.update(keys)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def demand(self, keys: Iterable[str]) -> None:
        """Refuse a table in which one of these keys is missing, even where a neutral value would do."""
        for key in keys:
            if key not in self._values:
                self._note((key,), "this key, which is needed", None)

    def wrong(self, key: str, expected: str, found: str) -> None:
        """Note a fault that the values show only together."""
        self._faults.add((*self._path, key), expected, found)

    def end(self) -> None:
        """Refuse what nobody read."""
        for key in self._values:
            if key not in self._read:
                self._faults.add((*self._path, key), "one of the keys that are known here", "an unknown one")

    def _value(self, key: str, missing: object = None) -> object:
        self._read.add(key)
        return self._values.get(key, missing)

    def _each(self, key: str, expected: str, fits: Callable[[object], bool]) -> Iterator[tuple[int, object]]:
        value = self._value(key, [])
        if not isinstance(value, list):
            self._note((key,), "a list", value)
            return
        for index, one in enumerate(cast("list[object]", value)):
            if fits(one):
                yield index, one
            else:
                self._note((key, index), expected, one)

    def _note(self, place: KeyPath, expected: str, value: object) -> None:
        self._faults.add((*self._path, *place), expected, self._shown(value))

    def _shown(self, value: object) -> str:
        if value is None:
            return "nothing"
        if self._discreet:
            return "something else"
        return in_short(repr(value))


def is_table(value: object) -> TypeGuard[dict[str, object]]:
    """Tell whether a value is a table with text for keys."""
    return isinstance(value, dict) and all(
        isinstance(key, str) for key in cast("dict[object, object]", value)
    )
