"""Names of spoken lines: the same for the same words, whatever their capitals and signs."""

from __future__ import annotations

import re
from hashlib import sha256

#: Words of a line that its name shows, so that a folder of clips can be read by people.
SHOWN_WORDS = 6
#: Letters of the digest that make the name the line's own.
DIGEST = 6

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?\u2026])\s+")
_CLAUSE = re.compile(r"(?<=;)\s+")


def line_id(text: str) -> str:
    """Name a line: its first words and a digest of all of them, fit for a file's name."""
    shown = "-".join(word.replace("'", "") for word in _words(text)[:SHOWN_WORDS])
    return f"{shown}-{line_digest(text)}"


def line_digest(text: str) -> str:
    """Give the few hexadecimal letters that make a line's name its own."""
    return sha256(" ".join(_words(text)).encode()).hexdigest()[:DIGEST]


def sentences(text: str) -> list[str]:
    """Cut a text into its sentences."""
    return _SENTENCE.split(text.strip())


def clauses(sentence: str) -> list[str]:
    """Cut a sentence at its semicolons."""
    return _CLAUSE.split(sentence.strip())


def _words(text: str) -> list[str]:
    return [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]
