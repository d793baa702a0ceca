"""A strict cattrs converter: nothing is coerced, unknown keys are refused, and a mismatch says what was expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal, TypeGuard, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from legsup.domain.fault import in_short

if TYPE_CHECKING:
    from collections.abc import Callable

    Hook = Callable[[Any, Any], Any]

#: The metadata of a field that is read by a hook of its own: ``field(metadata={READ_BY: hook})``.
READ_BY = "read by"


class MismatchError(ValueError):
    """A value of the wrong kind: what was expected, and what was found."""

    def __init__(self, expected: str, found: str) -> None:
        """Keep both for the fault."""
        super().__init__(expected)
        self.expected = expected
        self.found = found


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
    return in_short(text)


def _written(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # Python refuses to write whole numbers of more than some thousand digits
        return "a number too long to write"


def _text(value: object, kind: type[str]) -> str:
    """Read text or, where one of a known set of names is asked for, that name."""
    if issubclass(kind, StrEnum):
        return kind(_one_of([member.value for member in kind], value))
    if not isinstance(value, str):
        raise MismatchError("text", shown(value))
    return value


def _one_of(known: list[str], value: object) -> str:
    if not isinstance(value, str) or value not in known:
        raise MismatchError("one of " + ", ".join(known), shown(value))
    return value


def _number(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MismatchError("a number", shown(value))
    try:
        number = float(value)
    except OverflowError:
        raise MismatchError("a finite number", shown(value)) from None
    if not isfinite(number):
        raise MismatchError("a finite number", shown(value))
    return number


def _truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise MismatchError("true or false", shown(value))
    return value


def _table(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401 - cattrs hands over any type
    """Structure a dataclass, or a mapping of texts by language."""
    if get_origin(kind) is Mapping:
        key, item = get_args(kind)
        inner = converter.get_structure_hook(dict[key, item])
    else:
        own: dict[str, Any] = {
            field.name: override(struct_hook=field.metadata[READ_BY])
            for field in fields(kind)
            if READ_BY in field.metadata
        }
        inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **own)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - a file may hold anything
        if not is_table(value):
            raise MismatchError("a table", shown(value))
        return inner(value, kind)

    return hook


def _row(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401 - cattrs hands over any type
    row = list[get_args(kind)[0]]
    inner = converter.get_structure_hook(row)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - a file may hold anything
        if not is_row(value):
            raise MismatchError("a list", shown(value))
        return tuple(inner(value, row))

    return hook


def strict_converter() -> Converter:
    """Make the converter."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook_func(
        lambda kind: get_origin(kind) is Literal, lambda value, kind: _one_of(list(get_args(kind)), value)
    )
    converter.register_structure_hook_factory(
        lambda kind: get_origin(kind) is Mapping or (isinstance(kind, type) and is_dataclass(kind)), _table
    )
    converter.register_structure_hook_factory(lambda kind: get_origin(kind) is tuple, _row)
    return converter
