"""Turning plain tables into the domain's values, and cattrs' errors into key paths.

A value with faults is mended with neutral values, so that what else is wrong with it can be told in the same go.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from legsup.domain.fault import Faults, FaultyFileError
from legsup.services.library.strict import MismatchError, is_row, is_table, shown, strict_converter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

    from legsup.domain.fault import KeyPath

Value = TypeVar("Value")


def structured(table: dict[str, Any], kind: type[Value], file: str) -> Value:
    """Read the table of a whole file as ``kind``.

    Raises:
        FaultyFileError: with everything that is wrong with it.
    """
    try:
        return _converter().structure(table, kind)
    except BaseValidationError as error:
        faults = Faults(file)
        for wrong in _wrong(error, ()):
            faults.add(*wrong)
        raise FaultyFileError(tuple(faults)) from error


def mended(
    table: dict[str, Any], kind: type[Value], neutral: dict[str, Any], faults: Faults, place: KeyPath = ()
) -> Value:
    """Read a table at ``place`` of a file as ``kind``; what cannot be read is told and filled in from ``neutral``."""
    try:
        return _converter().structure(table, kind)
    except BaseValidationError as error:
        wrong = tuple(_wrong(error, ()))
    copy = deepcopy(table)
    for path, expected, found in wrong:
        faults.add((*place, *path), expected, found)
        _take_out(copy, path)
    _fill(copy, neutral)
    for text in copy["text"].values() if "text" in copy else ():
        text.setdefault("title", "-")
        for line in text.get("lines", ()):
            line.setdefault("say", "-")
    return _converter().structure(copy, kind)


@cache
def _converter() -> Converter:
    return strict_converter()


def _wrong(error: BaseException, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """Tell where something was wrong, what was expected there, and what was found."""
    match error:
        case ExceptionGroup():
            for part in error.exceptions:
                yield from _wrong(part, (*path, *_key(part)))
        case ForbiddenExtraKeysError():
            known = ", ".join(field.name for field in fields(error.cl))
            for key in sorted(error.extra_fields):
                yield (*path, key), f"one of the keys {known}", "an unknown one"
        case MismatchError():
            yield path, error.expected, error.found
        case KeyError():
            yield path, "this key, which is needed", "nothing"
        case _:
            yield path, "a value of the right kind", shown(str(error))


def _key(error: BaseException) -> KeyPath:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _take_out(table: dict[str, Any], path: KeyPath) -> None:
    """Take out what a path names; in a list a neutral value keeps its place, so that later indexes hold."""
    *way, last = path
    here: Any = table
    for key in way:
        here = here[key]
    if is_row(here):
        here[cast("int", last)] = {} if way[-1:] == ["lines"] else "-"
    else:
        here.pop(last, None)


def _fill(table: dict[str, Any], neutral: dict[str, Any]) -> None:
    for key, value in neutral.items():
        if is_table(value):
            _fill(table.setdefault(key, {}), value)
        else:
            table.setdefault(key, value)
