"""How much room text takes in a terminal: wide characters take two cells, marks on others none."""

from __future__ import annotations

from unicodedata import category, east_asian_width

#: Kinds of characters that stand on or beside another: marks, and those that only shape.
_NO_ROOM = {"Mn", "Me", "Cf"}


def width(text: str) -> int:
    """Tell how many cells a text takes."""
    return sum(map(_cells, text))


def cut(text: str, cells: int) -> str:
    """Give as much of a text as fits."""
    taken = 0
    for index, letter in enumerate(text):
        taken += _cells(letter)
        if taken > cells:
            return text[:index]
    return text


def centred(text: str, cells: int) -> str:
    """Put a text, as much of it as fits, in the middle of a row; nothing stands after it."""
    fitting = cut(text, cells)
    return " " * ((cells - width(fitting)) // 2) + fitting


def wrapped(text: str, cells: int, later: str = "") -> list[str]:
    """Break a text into lines that fit, between words where that can be; all but the first begin with ``later``."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        if line and width(f"{line} {rest}") <= cells:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
            rest = later + rest
        while width(rest) > cells and len(fitting := cut(rest, cells)) > len(later):
            lines.append(fitting)
            rest = later + rest[len(fitting) :]
        line = rest
    return [*lines, line] if line else lines


def _cells(letter: str) -> int:
    if category(letter) in _NO_ROOM:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
