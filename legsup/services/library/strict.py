"""A strict cattrs converter: nothing is coerced, unknown keys are refused, and a mismatch says what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeGuard, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from legsup.domain.sequence import Guidance, Pace, Side, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    Hook = Callable[[Any, Any], Any]

#: Every kind of name that a file uses; cattrs would take a StrEnum that is not registered for plain text.
NAMES = (Stage, Side, Guidance, Pace)
#: Most characters of a found value that are shown.
SHOWN = 60


class MismatchError(ValueError):
    """A value of the wrong kind: what was expected, and what was found."""

    def __init__(self, expected: str, value: object) -> None:
        """Keep both for the fault."""
        super().__init__(expected)
        self.expected = expected
        self.found = shown(value)


def is_table(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether a value from a TOML file is a table; its keys are text always."""
    return isinstance(value, dict)


def is_row(value: object) -> TypeGuard[list[Any]]:
    """Tell whether a value from a TOML file is a list."""
    return isinstance(value, list)


def shown(value: object) -> str:
    """Write a found value in short."""
    match value:
        case dict():
            return "a table"
        case list():
            return "a list"
        case bool():
            return str(value).lower()
        case str():
            text = repr(value)
        case _:
            text = _written(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _written(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # Python refuses to write whole numbers of more than some thousand digits
        return "a number too long to write"


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise MismatchError("text", value)
    return value


def _number(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MismatchError("a number", value)
    try:
        number = float(value)
    except OverflowError:
        raise MismatchError("a finite number", value) from None
    if not isfinite(number):
        raise MismatchError("a finite number", value)
    return number


def _truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise MismatchError("true or false", value)
    return value


def _name(kind: type[StrEnum]) -> Hook:
    known = {member.value: member for member in kind}

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - a file may hold anything
        if not isinstance(value, str) or value not in known:
            raise MismatchError("one of " + ", ".join(known), value)
        return known[value]

    return hook


def _table(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401 - cattrs hands over any type
    """Structure a dataclass, or a mapping of texts by language."""
    if get_origin(kind) is Mapping:
        key, item = get_args(kind)
        inner = converter.get_structure_hook(dict[key, item])
    else:
        inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - a file may hold anything
        if not is_table(value):
            raise MismatchError("a table", value)
        return inner(value, kind)

    return hook


def _row(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401 - cattrs hands over any type
    row = list[get_args(kind)[0]]
    inner = converter.get_structure_hook(row)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - a file may hold anything
        if not is_row(value):
            raise MismatchError("a list", value)
        return tuple(inner(value, row))

    return hook


def strict_converter() -> Converter:
    """Make the converter."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(bool, _truth)
    for names in NAMES:
        converter.register_structure_hook(names, _name(names))
    converter.register_structure_hook_factory(
        lambda kind: get_origin(kind) is Mapping or (isinstance(kind, type) and is_dataclass(kind)), _table
    )
    converter.register_structure_hook_factory(lambda kind: get_origin(kind) is tuple, _row)
    return converter
