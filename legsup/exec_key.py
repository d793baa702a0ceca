"""A command as the value of an ``Exec`` key, by the Desktop Entry Specification (Linux)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What a word may not hold bare.
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")


def quoted(command: Sequence[str]) -> str:
    """Write a command: its own quotes first, then those of any string of the file."""
    return " ".join(_word(each) for each in command).replace("\\", "\\\\")


def _word(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    for sign in '\\"`$':
        word = word.replace(sign, "\\" + sign)
    return f'"{word}"'
