"""Where lines break: where a sentence ends, or into lines of like length; no paragraph ends with one short word alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Callable

#: A last line shorter than this share of the room looks lost.
_LOST = 0.22
#: What stands between two things begins no line.
_BETWEEN = "·"
#: Lines are made narrower by such shares of the room at a time, and no narrower than this.
_NARROWER, _NARROWEST = 0.02, 0.6
#: What a sentence, or a part of one, ends with, before the space at which it may be broken.
_ENDS = (r"(?<=[.?!:])\s", r"\s")
#: At the end of a sentence lines are broken where the shorter has at least this share of the longer one's width.
_EVEN = 0.35


class _Line(NamedTuple):
    """A line of a text: the place of its first letter, and its length in pixels."""

    begin: int
    length: float


def balanced(text: str, font: QFont, wide: int) -> int:
    """Give the least width in pixels, no more than ``wide``, at which a text has as many lines as at ``wide``."""
    return _balanced(text, font.toString(), wide)


def without_a_lost_word(text: str, font: QFont, wide: int) -> int:
    """Give the greatest width, no more than ``wide``, at which a text has as many lines and no lost word in the last."""
    return _without_a_lost_word(text, font.toString(), wide)


def broken(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Break words that need two lines of a width; what has room in one, needs more or has lines of its own stays.

    ``measure`` tells how wide a line is, in the same unit.
    """
    if "\n" in text or measure(text) <= width:
        return text
    for ends, even in zip(_ENDS, (_EVEN, 0.0), strict=True):
        pairs = [(text[: at.start()], text[at.end() :]) for at in re.finditer(ends, text)]
        wide = [(sorted(map(measure, pair)), pair) for pair in pairs]
        fitting = [(long, pair) for (short, long), pair in wide if long <= width and short >= even * long]
        if fitting:
            return "\n".join(min(fitting)[1])
    return text


@lru_cache(256)
def _balanced(text: str, font: str, wide: int) -> int:
    lay = _layer(text, font)
    most = len(lay(wide))
    low, high = wide // 2, wide
    while most > 1 and high - low > 1:
        middle = (low + high) // 2
        found = lay(middle)
        fits = len(found) <= most and _are_whole(found, middle)
        low, high = (low, middle) if fits else (middle, high)
    return high


@lru_cache(256)
def _without_a_lost_word(text: str, font: str, wide: int) -> int:
    lay = _layer(text, font)
    lines = lay(wide)

    def is_lost(line: _Line) -> bool:
        return line.length < _LOST * wide or text.startswith(_BETWEEN, line.begin)

    if len(lines) < 2 or not is_lost(lines[-1]):  # noqa: PLR2004 - one line ends nothing
        return wide
    step = max(1, round(_NARROWER * wide))
    better: list[int] = []
    for narrower in range(wide - step, int(_NARROWEST * wide), -step):
        found = lay(narrower)
        if len(found) > len(lines) or not _are_whole(found, narrower):
            break
        if not is_lost(found[-1]):
            better.append(narrower)
            # Best of all a sentence begins there.
            if text[: found[-1].begin].rstrip().endswith("."):
                return narrower
    return better[0] if better else wide


def _are_whole(lines: list[_Line], wide: int) -> bool:
    """Tell whether no word is longer than the width: it would be cut off there, as the name of a file."""
    return all(line.length <= wide for line in lines)


def _layer(text: str, name: str) -> Callable[[int], list[_Line]]:
    """Give what lays a text out in a width, and tells its lines."""
    font = QFont()
    font.fromString(name)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)

    def lay(wide: int) -> list[_Line]:
        lines: list[_Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            lines.append(_Line(line.textStart(), line.naturalTextWidth()))
        layout.endLayout()
        return lines

    return lay
