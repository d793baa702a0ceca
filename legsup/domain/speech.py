"""Speech: how long words take, when a step's lines are said, and minutes spelled out in the opening and the closing."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from legsup.domain.ranges import MOST_MINUTES
from legsup.domain.sequence import Guidance, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from legsup.domain.sequence import Phrases

#: A calm voice, about 126 words a minute (measured with a speech program at 130 words a minute).
WORDS_A_SECOND = 2.1
#: Seconds that a step has beyond its words.
ROOM = 2.0
#: Silence in seconds between two lines of one step, and the least of it where time is short.
BREATHER, LEAST_BREATHER = 0.7, 0.35
#: Below this many minutes the short forms are said, which name no number.
FEWEST_SPOKEN = 2.0


def speaking_seconds(text: str, rate: float = 1.0) -> float:
    """Tell the expected seconds of a spoken text; ``rate`` is a share of the calm voice's."""
    return len(text.split()) / WORDS_A_SECOND / rate


@dataclass(frozen=True, slots=True)
class Words:
    """A line chosen for one person's guidance: what is said, and from when.

    ``at`` counts from the step's start; in a hold ``share`` of its nominal time counts too, when it is set: whichever
    comes first. ``rate`` is how fast it is said, as a share of the calm voice's rate. ``left`` (holds only) is how many
    seconds the hold must still have after it; ``in_turn`` gives way to all other words.
    """

    text: str
    at: float
    share: float | None = None
    brief: str | None = None
    rate: float = 1.0
    left: float = 0.0
    in_turn: bool = False

    @property
    def seconds(self) -> float:
        """Expected seconds of speech."""
        return speaking_seconds(self.text, self.rate)

    @property
    def end(self) -> float:
        """When the words are over, from the step's start."""
        return self.at + self.seconds

    def within(self, seconds: float) -> str | None:
        """Give the form of the words that fits into ``seconds``; None when neither does."""
        forms = (self.text,) if self.brief is None else (self.text, self.brief)
        return next((form for form in forms if speaking_seconds(form, self.rate) <= seconds), None)


def form_at(line: Line, guidance: Guidance) -> str:
    """Give the form of a line that is said at a guidance."""
    return line.say if guidance is Guidance.FULL or line.brief is None else line.brief


def lay_out(
    lines: Iterable[Line],
    guidance: Guidance,
    earliest: float = 0.0,
    breather: float = BREATHER,
    rate: float = 1.0,
) -> tuple[Words, ...]:
    """Choose the lines said at a guidance and set each after the one before; none begins before ``earliest``."""
    chosen: list[Words] = []
    free = earliest
    for line in lines:
        if not guidance.says(line.least):
            continue
        words = Words(form_at(line, guidance), max(free, line.at or 0.0), line.share, line.brief, rate)
        chosen.append(words)
        free = words.end + breather
    return tuple(chosen)


def laid_out_in_hold(lines: Iterable[Line], guidance: Guidance, rate: float = 1.0) -> tuple[Words, ...]:
    """Choose the lines said in a hold at a guidance, those that come again as often as the longest hold has room."""
    return tuple(
        words
        for line in lines
        if guidance.says(line.least)
        for words in _again_and_again(line, guidance, rate)
    )


def _again_and_again(line: Line, guidance: Guidance, rate: float) -> Iterator[Words]:
    text = form_at(line, guidance)
    at = line.at if line.at is not None else inf if line.share is not None else 0.0
    yield Words(text, at, line.share, line.brief, rate, line.left)
    while line.every is not None and (at := at + line.every) < MOST_MINUTES * 60.0:
        yield Words(text, at, None, line.brief, rate, line.left)


def time_needed(words: Iterable[Words]) -> float:
    """Tell the least seconds of a step with these words: their speech and two seconds, and the last one's end."""
    said = tuple(words)
    if not said:
        return 0.0
    return max(sum(each.seconds for each in said) + ROOM, said[-1].end)


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
