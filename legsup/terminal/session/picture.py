"""The picture of a session in a terminal: rows of styled text, made from the session alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.caption import caption, stands_in, tips_of
from legsup.domain.hearing import ALL_EARS, Ears
from legsup.domain.session import Status
from legsup.terminal import messages
from legsup.terminal.session.cells import centred, cut, wrapped
from legsup.terminal.session.cells import width as room_of
from legsup.terminal.session.light import band
from legsup.terminal.stage_words import stage_words

if TYPE_CHECKING:
    from legsup.domain.breath import Breath
    from legsup.domain.session import Session
    from legsup.terminal.session.light import Palette

#: Columns that text is wrapped to at most: longer lines are hard to follow at a glance.
TEXT_WIDTH = 60
#: Rows that most steps need; the picture is centred for them.
BODY_HEIGHT = 12
_BETWEEN = " · "
#: Columns of the band of light at most.
BAND_WIDTH = 56


@dataclass(frozen=True, slots=True)
class View:
    """What the picture is made from: the session, when one will be up, the breath, what is told beside, what is heard."""

    session: Session
    up_by: str
    breath: Breath | None
    note: str = ""
    help: bool = False
    ears: Ears = ALL_EARS


def rows(view: View, width: int, height: int, palette: Palette) -> list[str]:
    """Give the rows of the whole screen, from its top; none is wider than the screen."""
    text_width = max(12, min(TEXT_WIDTH, width - 4))
    body = _help(text_width, palette) if view.help else _practice(view, text_width, palette)
    body = [(row, length) for row, length in body if length <= width]
    foot = _foot(view, width, palette)
    head = _head(view, width, palette)
    room = height - len(head) - len(foot)
    while len(body) > room and (0 in [length for _, length in body]):
        body.pop(next(index for index, (_, length) in enumerate(body) if length == 0))
    body = body[: max(0, room)]
    # The body of the picture begins on the same row whatever its length: nothing jumps from step to step.
    above = max(0, min((room - BODY_HEIGHT) // 2, room - len(body)))
    below = room - len(body) - above
    left = " " * max(0, (width - text_width) // 2)
    shown = [left + row if length + len(left) <= width else row for row, length in body]
    whole = head + [""] * above + shown + [""] * below + foot
    return (whole + [""] * height)[:height]


def _head(view: View, width: int, palette: Palette) -> list[str]:
    plan = view.session.plan
    text = f"{plan.title} · {plan.minutes:g} min"
    if view.up_by:
        text += " · " + messages.UP_BY.format(time=view.up_by)
    return ["", palette.dim(centred(cut(text, width - 2), width - 1)), ""]


def _practice(view: View, width: int, palette: Palette) -> list[tuple[str, int]]:
    session = view.session
    beat = session.beat
    stage = stage_words(beat.stage)
    if beat.side is not None:
        stage += " · " + messages.SIDES[beat.side.value]
    if session.pause is not None:
        stage = messages.PAUSED[session.pause.by.value]
    words = caption(session, view.ears)
    body = [(palette.dim(line), room_of(line)) for line in wrapped(stage, width)]
    body += [(palette.title(line), room_of(line)) for line in wrapped(beat.text.title, width)]
    body += [_GAP]
    body += _breath(view, width, palette)
    if words != beat.text.title:
        body += [(line, room_of(line)) for line in wrapped(words, width)]
    body += [_GAP]
    told = () if beat.is_hold and session.pause is None else tips_of(session, view.ears)
    for tip in (each for each in told if not stands_in(each, words)):
        for line in wrapped("· " + tip, width, later="  "):
            body.append((palette.dim(line), room_of(line)))
    return body


_GAP = ("", 0)
#: Columns of the keys, beside what they do.
_KEYS = 8


def _breath(view: View, width: int, palette: Palette) -> list[tuple[str, int]]:
    """Draw the light on its way from the feet to the head and back; three rows, so that nothing moves around it."""
    beat = view.session.beat
    if not beat.is_hold:
        return []
    if view.breath is None:
        text = "" if view.session.status is Status.PAUSED else messages.OWN_BREATH
        return [(palette.dim(text), room_of(text)), _GAP, _GAP]
    ends = room_of(messages.FEET) + room_of(messages.HEAD) + 2
    cells = max(4, min(BAND_WIDTH, width) - ends)
    light = band(view.breath, cells, palette)
    line = f"{palette.dim(messages.FEET)} {light} {palette.dim(messages.HEAD)}"
    phase = messages.PHASES[view.breath.phase.value]
    under = " " * (room_of(messages.FEET) + 1) + phase
    return [(line, cells + ends), (palette.dim(under), room_of(under)), _GAP]


def _help(width: int, palette: Palette) -> list[tuple[str, int]]:
    lines: list[tuple[str, int]] = []
    for key, does in messages.HELP:
        named = palette.glow(f"{key:{_KEYS}}")
        for line in wrapped(does, width - _KEYS):
            lines.append((named + line, _KEYS + room_of(line)))
            named = " " * _KEYS
    return lines


def _foot(view: View, width: int, palette: Palette) -> list[str]:
    session = view.session
    match session.status:
        case Status.PAUSED:
            keys = messages.KEYS_PAUSED
        case Status.WAITING:
            keys = messages.KEYS_WAITING.format(answer=session.beat.text.next or messages.NEXT)
        case _:
            keys = messages.KEYS_RUNNING
    notes = [palette.glow(centred(line, width - 1)) for line in wrapped(view.note, max(12, width - 4))]
    return [*notes, palette.dim(centred(_fitted(keys, width - 2), width - 1)), ""]


def _fitted(keys: str, width: int) -> str:
    """Leave out keys until they fit; the last one, which tells them all, stays."""
    *each, last = keys.split(_BETWEEN)
    while each and room_of(_BETWEEN.join([*each, last])) > width:
        each.pop()
    return cut(_BETWEEN.join([*each, last]), width)
