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

from legsup.services.library.strict import MismatchError, is_row, is_table, shown, strict_converter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

Value = TypeVar("Value")
#: A key path: names of keys and indexes of lists.
Path = tuple[str | int, ...]
#: What was wrong: where, what was expected, what was found.
Wrong = tuple[Path, str, str]


def written(path: Path) -> str:
    """Write a key path: ``steps[3].text.en.lines[0].at``."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}"
    return text.removeprefix(".")


def structure(
    table: dict[str, Any], kind: type[Value], neutral: dict[str, Any]
) -> tuple[Value, tuple[Wrong, ...]]:
    """Structure a table as ``kind``; faults are returned beside a value mended from the table and ``neutral``."""
    try:
        return _converter().structure(table, kind), ()
    except BaseValidationError as error:
        wrong = tuple(_wrongs(error, ()))
    mended = deepcopy(table)
    for path, _, _ in wrong:
        _take_out(mended, path)
    _fill(mended, neutral)
    for text in mended["text"].values() if "text" in mended else ():
        text.setdefault("title", "-")
        for line in text.get("lines", ()):
            line.setdefault("say", "-")
    return _converter().structure(mended, kind), wrong


@cache
def _converter() -> Converter:
    return strict_converter()


def _wrongs(error: BaseException, path: Path) -> Iterator[Wrong]:
    match error:
        case BaseValidationError():
            for part in error.exceptions:
                yield from _wrongs(part, (*path, *_key(part)))
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


def _key(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _take_out(table: dict[str, Any], path: Path) -> None:
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
