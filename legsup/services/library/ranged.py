"""How numbers are read that must stay within a range: one by one, in a row, or in a table by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cattrs import IterableValidationNote

from legsup.services.library.strict import MismatchError, is_row, is_table, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from legsup.services.library.strict import Hook

Range = tuple[float, float]


def number(allowed: Range) -> Hook:
    """Make a hook that reads a number from ``low`` to ``high``."""
    low, high = allowed

    def hook(value: Any, _: Any) -> float:  # noqa: ANN401 - a file may hold anything
        # Compared before it becomes a float, which a whole number may be too long for.
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise MismatchError(f"a number from {low:g} to {high:g}", shown(value))
        return float(value)

    return hook


def point(allowed: Range) -> Hook:
    """Make a hook that reads a place in the room: a row of three numbers in one range."""
    read = number(allowed)

    def hook(value: Any, _: Any) -> tuple[float, ...]:  # noqa: ANN401 - a file may hold anything
        if not is_row(value) or len(value) != len("xyz"):
            raise MismatchError("three numbers: x, y, z", shown(value))
        return tuple(_each(enumerate(value), lambda _: read).values())

    return hook


def numbers(ranges: Mapping[str, Range]) -> Hook:
    """Make a hook that reads a table of numbers, each name with a range of its own."""
    known = {name: number(allowed) for name, allowed in ranges.items()}

    def unknown(_value: object, _: object) -> None:
        raise MismatchError("one of the keys " + ", ".join(known), "an unknown one")

    def hook(value: Any, _: Any) -> dict[str, float]:  # noqa: ANN401 - a file may hold anything
        if not is_table(value):
            raise MismatchError("a table of numbers", shown(value))
        return _each(value.items(), lambda name: known.get(name, unknown))

    return hook


def _each(items: Iterable[tuple[Any, Any]], reader: Callable[[Any], Hook]) -> dict[Any, Any]:
    """Read every item by the hook of its key, and tell all that were wrong as cattrs does."""
    good: dict[Any, Any] = {}
    bad: list[MismatchError] = []
    for key, item in items:
        try:
            good[key] = reader(key)(item, float)
        except MismatchError as error:
            error.add_note(IterableValidationNote(f"at {key!r}", key, float))
            bad.append(error)
    if bad:
        raise ExceptionGroup("numbers that are none, or out of their ranges", bad)
    return good
