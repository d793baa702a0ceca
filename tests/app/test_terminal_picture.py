"""What a session in the terminal looks like: as plain lines, and as a picture of rows."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from legsup.domain.breath import Breath, Phase
from legsup.domain.hearing import ALL_EARS, NO_EARS
from legsup.domain.machine import ready, step
from legsup.domain.outlook import walk
from legsup.domain.session import Event, Reading, Session
from legsup.domain.stages import Stage
from legsup.terminal import messages
from legsup.terminal.session.canvas import can_draw
from legsup.terminal.session.light import Palette, band, palette_for
from legsup.terminal.session.picture import View, rows
from legsup.terminal.session.plain import WIDTH, Plain
from tests.small_practice import NET_TEXT, a_step, line, wall, wall_plan

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def at(seconds: float, event: Event = Event.TICK, **choices: object) -> Session:
    session, _ = step(ready(wall_plan(None, **choices)), Event.START, Reading(0.0))
    while session.seen < seconds:
        session, _ = step(session, Event.TICK, Reading(min(seconds, session.seen + 1.0)))
    return step(session, event, Reading(seconds))[0]


def seen(session: Session, width: int = 80, height: int = 24, **view: object) -> list[str]:
    shown = View(session, "14:31", session.breath(), **view)  # pyright: ignore[reportArgumentType] - each test names real parts
    return [STYLE.sub("", row) for row in rows(shown, width, height, Palette(("\x1b[36m",)))]


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 50), (20, 5), (10, 1)])
@pytest.mark.parametrize("seconds", [5.0, 100.0, 130.0, 135.0])
def test_the_picture_fills_any_screen_and_never_leaves_it(size: tuple[int, int], seconds: float) -> None:
    drawn = seen(at(seconds), *size, note="The journal could not be written.")
    assert len(drawn) == size[1]
    assert max(len(row) for row in drawn) <= size[0]


def test_it_shows_the_step_its_words_and_when_one_is_up() -> None:
    drawn = "\n".join(seen(at(35.0)))
    assert "Legs up the wall · 5 min · up by 14:31" in drawn
    assert "lie down" in drawn
    assert "Sit down sideways." in drawn
    assert "esc come out" in drawn


def test_rows_above_the_words_stay_where_they_are_while_the_breath_goes() -> None:
    frames = [seen(at(128.0 + second)) for second in range(20)]
    titles = {next(n for n, row in enumerate(frame) if "hold" in row) for frame in frames}
    bands = {next(n for n, row in enumerate(frame) if "feet" in row) for frame in frames}
    assert (len(titles), len(bands)) == (1, 1)


def test_the_keys_follow_the_status_and_fit() -> None:
    assert "space go on" in "\n".join(seen(at(150.0, Event.PAUSE)))
    assert "paused" in "\n".join(seen(at(150.0, Event.PAUSE)))
    assert "? help" in seen(at(5.0), 24, 12)[-2]


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (30, 24), (24, 36)])
def test_help_tells_every_key_however_narrow_the_terminal(size: tuple[int, int]) -> None:
    drawn = [row.strip() for row in seen(at(35.0), *size, help=True)]
    for key, does in messages.HELP:
        assert any(row.startswith(key) for row in drawn), key
        assert does in " ".join(drawn), does


def test_a_title_longer_than_the_row_is_broken_and_not_lost() -> None:
    session, title = at(35.0), "Lie down, feet to the wall"
    named = replace(session.beat, text=replace(session.beat.text, title=title))
    beats = tuple(named if each is session.beat else each for each in session.plan.beats)
    session = replace(session, plan=replace(session.plan, beats=beats))
    assert title in " ".join(row.strip() for row in seen(session, 20, 30))


def test_help_takes_the_place_of_the_step() -> None:
    drawn = "\n".join(seen(at(35.0), help=True))
    assert "I feel dizzy" in drawn
    assert "lie down" not in drawn


def test_the_light_goes_from_the_feet_to_the_head_and_back() -> None:
    def lit(awareness: float) -> str:
        return STYLE.sub("", band(Breath(Phase.INHALE, 0.5, awareness), 10, Palette()))

    assert [lit(share) for share in (0.0, 0.25, 0.5, 1.0)] == [
        "──────────", "██▌───────", "█████─────", "██████████",
    ]  # fmt: skip
    assert band(Breath(Phase.EXHALE, 0.5, 0.5), 4, Palette((), blocks=False)) == "##--"


def test_colours_are_those_that_the_terminal_knows_and_none_where_none_are_wished() -> None:
    assert palette_for({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "utf-8").codes == ()
    assert "38;2;" in palette_for({"COLORTERM": "truecolor"}, "UTF-8").codes[0]
    assert "38;5;" in palette_for({"TERM": "xterm-256color"}, "utf8").codes[0]
    assert not palette_for({"TERM": "vt100"}, "latin-1").blocks


def plain(session: Session, stop: float) -> str:
    out = io.StringIO()
    show = Plain(out)
    show.show(session, ())
    while session.is_active and session.seen < stop:
        session, cues = step(session, Event.TICK, Reading(session.seen + 0.5))
        show.show(session, cues)
    return out.getvalue()


def test_where_nothing_is_heard_neither_picture_nor_lines_speak_of_it() -> None:
    lost = NET_TEXT.lost_sound
    told = a_step("told", Stage.ENTER, 20.0, line("Walk.", 1.0), line(lost, 5.0))
    told = replace(told, text={"en": replace(told.text["en"], tips=(lost, "Slowly."))})
    session, _ = step(
        ready(wall_plan(wall(told, a_step("hold", Stage.HOLD, legs_up=True)))), Event.START, Reading(0.0)
    )
    while session.beat.step.id != "told" or session.into_beat < 8.0:
        session, _ = step(session, Event.TICK, Reading(session.seen + 0.5))
    drawn = "\n".join(seen(session))
    unheard = "\n".join(seen(session, ears=NO_EARS))
    assert drawn.count(lost) == 1
    assert "Walk." in unheard
    assert "Slowly." in unheard
    assert lost not in unheard
    for ears, written in ((ALL_EARS, 1), (NO_EARS, 0)):
        out = io.StringIO()
        Plain(out, ears=ears).show(session, session.stretch.cues)
        assert out.getvalue().count(lost.split(",")[0]) == written


def test_a_terminal_that_says_nothing_is_drawn_on_only_where_that_is_usual() -> None:
    assert can_draw({"TERM": "xterm"}, "linux")
    assert not can_draw({}, "linux")
    assert can_draw({}, "win32")
    assert not can_draw({"TERM": "dumb"}, "win32")


def test_plain_text_has_a_line_a_step_and_a_breath_and_no_codes() -> None:
    session, _ = step(ready(wall_plan(minutes=2.0)), Event.START, Reading(0.0))
    text = plain(session, 1000.0)
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines()) <= WIDTH
    titles = [planned.beat.text.title for planned in walk(wall_plan(minutes=2.0)).beats]
    headed = [line.split(maxsplit=1)[1] for line in re.findall(r"\n\n(.*)", "\n" + text)]
    assert headed == titles
    assert text.count("in, feet to head") == text.count("out, head to feet") == 12
    assert " 2:08  in, feet to head\n 2:12  out, head to feet\n" in text
    assert "In.\n" not in text


def test_plain_text_tells_a_pause_once() -> None:
    session = at(150.0, Event.PAUSE)
    assert plain(session, 160.0).count("paused") == 1


def test_plain_help_is_lines() -> None:
    out = io.StringIO()
    Plain(out).help()
    assert "I'm already up" in out.getvalue()


def test_an_unpaced_hold_says_so() -> None:
    assert "breathe as you like" in "\n".join(seen(at(140.0, pattern=None)))
