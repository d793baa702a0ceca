"""The form of the list's rows: what of a record stands where, chosen for the widest words so that nothing is cut."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QDateTime, QPoint, QRect, QSize, Qt, QTime

from legsup.domain.tension import TENSIONS
from legsup.ui.record_words import began_text, felt_text, held_text, hour_text
from legsup.ui.session_words import tension_text
from legsup.ui.words import clock_time, day_text, named_day, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QFontMetrics

    from legsup.domain.record import Record

#: Heights of a row, of one whose words stand below one another, and width of a figure, in heights of a line;
#: pixels between things.
HIGH, STACKED, FIGURE, GAP = 2.9, 5.2, 3.2, 10
#: Pixels above and below what a row shows; lines of words that it has at most where its title has one.
EDGE, MOST_LINES = 4, 4
#: Room that a title is given at most before it goes on in a further line, in heights of a line; and lines that it has
#: at most: what some practice of one's own is called beyond that is told by its own page.
TITLE, MOST_TITLE = 12, 4
#: What is as wide as a row's moment, and as its minutes, may be: a year, a time of day, seconds held.
LONG_YEAR, LATE, LONG = 2028, QDateTime(QDate(2028, 12, 28), QTime(22, 58)), (0.0, 588.0, 1200.0)


def _short_day(day: date) -> str:
    return day_text(day, short=True)


#: How days are written, the longest first: all rows of a list have one that fits.
DAYS: tuple[Callable[[date], str], ...] = (day_text, named_day, _short_day)


class Words(NamedTuple):
    """What a row says: the practice, when, for how long, and what was felt; the first ``when`` that fits is shown."""

    title: str
    when: Iterable[str]
    held: str
    felt: str


class Line(NamedTuple):
    """One text of a row: whether it is quieter than the others, and where it stands before any mirroring."""

    text: str
    quiet: bool
    place: QRect
    side: Qt.AlignmentFlag

    def shown(self, metrics: QFontMetrics) -> str:
        """Give what of it is shown; of what has its place, all: Qt alone would cut it for a part of a pixel."""
        wide = self.place.width()
        if metrics.horizontalAdvance(self.text) <= wide:
            return self.text
        return metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, wide)


class Form(NamedTuple):
    """Whether the words of all rows stand beside one another, and there is room for a figure; how days are written.

    ``title`` is how many lines the longest title takes.
    """

    beside: bool
    figure: bool
    writes: Callable[[date], str]
    title: int = 1

    def height(self, line: int) -> int:
        """Give the height of every row by that of a line."""
        return round(((HIGH if self.beside else STACKED) + self.title - 1) * line)

    def words(self, record: Record, title: str, *, legs_up: bool) -> Words:
        """Word a record whose practice has this title."""
        held = tr("running") if record.outcome is None else held_text(record.held, legs_up=legs_up)
        return Words(title, _when(record, self), held, felt_text(record))

    def lines(self, words: Words, inner: QRect, metrics: QFontMetrics) -> list[Line]:
        """Give what stands in a row, beside its figure where there is room for that."""
        figure = figure_size(metrics.height()).width() + GAP if self.figure else 0
        room = inner.adjusted(figure, 0, 0, 0)
        return _beside(words, room, metrics) if self.beside else _stacked(words, room, metrics, self.title)


def figure_size(line: int) -> QSize:
    """Give the size of a small figure by the height of a line."""
    return QSize(round(FIGURE * line), round(HIGH * line) - 2 * EDGE)


def fitting_form(wide: int, metrics: QFontMetrics, titles: Iterable[str]) -> Form:
    """Choose a form in which the widest words that a row may have are not cut."""

    def widest(texts: Iterable[str]) -> int:
        return max(map(metrics.horizontalAdvance, texts), default=0)

    clock = clock_time(LATE)
    days = [date(LONG_YEAR, month, day) for month in range(1, 13) for day in range(22, 29)]
    when = {writes: widest(f"{writes(day)} · {clock}" for day in days) for writes in DAYS}
    titles = list(titles)
    title = min(widest(titles), TITLE * metrics.height())
    tension = max(map(tension_text, TENSIONS), key=metrics.horizontalAdvance)
    felt, held = (
        widest([f"{tension} → {tension}"]),
        widest(held_text(seconds, legs_up=up) for up in (True, False) for seconds in LONG),
    )
    figure = figure_size(metrics.height()).width() + GAP
    beside = figure + 3 * GAP + EDGE
    below = 2 * GAP
    least = min(when.values())
    is_beside = wide >= max(title + held, least + felt) + beside
    has_figure = is_beside or wide >= max(title, least, felt, held) + figure + below
    room = wide - (felt + beside if is_beside else below + figure * has_figure)
    title_room = wide - held - beside if is_beside else room
    return Form(
        is_beside,
        has_figure,
        next((each for each in DAYS if when[each] <= room), DAYS[-1]),
        max((len(wrapped(each, title_room, metrics)) for each in titles), default=1),
    )


def wrapped(text: str, wide: int, metrics: QFontMetrics) -> list[str]:
    """Break a title into lines that are no wider than this, between words where that goes; the last has all that is left."""
    lines: list[str] = []
    left = text.strip()
    while len(lines) < MOST_TITLE - 1 and metrics.horizontalAdvance(left) > wide:
        some = max(
            1, next(at for at in range(1, len(left) + 1) if metrics.horizontalAdvance(left[:at]) > wide) - 1
        )
        between = left.rfind(" ", 0, some + 1)
        end = between if between > 0 else some
        lines.append(left[:end])
        left = left[end:].lstrip()
    return [*lines, left]


def _when(record: Record, form: Form) -> Iterator[str]:
    """Write day and hour at less and less length."""
    for writes in DAYS[DAYS.index(form.writes) :]:
        yield f"{writes(record.day)} · {hour_text(record)}"
    yield began_text(record)
    yield began_text(record, zoned=False)


def _beside(words: Words, room: QRect, metrics: QFontMetrics) -> list[Line]:
    """Practice and time at the begin, minutes and what was felt at the end; a long title goes on in further lines."""
    held, felt = (metrics.horizontalAdvance(text) + EDGE for text in (words.held, words.felt))
    titles = wrapped(words.title, room.width() - held - GAP, metrics)
    when = _fitting(words.when, room.width() - felt - GAP, metrics)
    half = figure_size(metrics.height()).height() // 2
    high = min(half, room.height() // (len(titles) + 1))
    top = room.top() + (room.height() - high * (len(titles) + 1)) // 2

    def begin(at: int, text: str, end: int) -> Line:
        place = QRect(room.left(), top + at * high, max(0, room.width() - end - GAP), high)
        return Line(text, at == len(titles), place, Qt.AlignmentFlag.AlignLeading)

    def end(at: int, text: str, wide: int) -> Line:
        place = QRect(QPoint(room.right() + 1 - wide, top + at * high), QSize(wide, high))
        return Line(text, at == len(titles), place, Qt.AlignmentFlag.AlignTrailing)

    last = len(titles)
    begins = [begin(at, text, held) for at, text in enumerate(titles)]
    return [*begins, end(0, words.held, held), begin(last, when, felt), end(last, words.felt, felt)]


def _stacked(words: Words, room: QRect, metrics: QFontMetrics, title: int) -> list[Line]:
    """A line each, in the middle of the row; a long title goes on in further lines."""
    titles = wrapped(words.title, room.width(), metrics)
    when = _fitting(words.when, room.width(), metrics)
    texts = [(text, False) for text in titles] + [(when, True), (words.held, False)]
    texts += [(words.felt, True)] if words.felt else []
    high = room.height() // (MOST_LINES + title - 1)
    top = room.top() + (room.height() - high * len(texts)) // 2
    return [
        Line(
            text,
            quiet,
            QRect(room.left(), top + at * high, room.width(), high),
            Qt.AlignmentFlag.AlignLeading,
        )
        for at, (text, quiet) in enumerate(texts)
    ]


def _fitting(texts: Iterable[str], wide: int, metrics: QFontMetrics) -> str:
    text = ""
    for text in texts:
        if metrics.horizontalAdvance(text) <= wide:
            break
    return text
