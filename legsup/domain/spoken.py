"""Words that the machine fills in itself: minutes spelled out in the opening and the closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.sequence import Guidance, Line

if TYPE_CHECKING:
    from legsup.domain.sequence import Phrases

#: Below this many minutes the short forms are said, which name no number.
FEWEST_SPOKEN = 2.0


def spelled(phrases: Phrases, minutes: float) -> str:
    """Spell minutes in words, rounded to halves; digits where the language has no word for the number."""
    halves = round(minutes * 2)
    whole = halves // 2
    word = phrases.numbers[whole] if whole < len(phrases.numbers) else str(whole)
    return phrases.half.format(number=word) if halves % 2 else word


def opening_lines(
    phrases: Phrases, title: str, minutes: float, in_all: float, *, stays: bool = False
) -> tuple[Line, ...]:
    """Give the two sentences at the desk: what is coming (``minutes`` held, ``in_all`` minutes), and to leave.

    ``stays`` tells that one stays on the chair.
    """
    form = phrases.opening if minutes >= FEWEST_SPOKEN else phrases.opening_short
    words = _filled(form, phrases, minutes).replace("{title}", title)
    words = words.replace("{in_all}", spelled(phrases, in_all))
    return (
        Line(say=words, least=Guidance.BELLS),
        Line(say=phrases.sit_back if stays else phrases.leave_desk, least=Guidance.BELLS),
    )


def closing_words(phrases: Phrases, minutes: float, *, whole: bool) -> str:
    """Give the words at the end; the minutes are named only when the ``whole`` of them was held."""
    form = phrases.closing if whole and minutes >= FEWEST_SPOKEN else phrases.closing_short
    return _filled(form, phrases, minutes)


def _filled(form: str, phrases: Phrases, minutes: float) -> str:
    word = spelled(phrases, minutes)
    return form.replace("{minutes}", word).replace("{Minutes}", word[:1].upper() + word[1:])
