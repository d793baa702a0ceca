"""What stands on the screen where nothing is heard: no line there speaks of being heard."""

from __future__ import annotations

import re
from dataclasses import replace

from legsup.domain.caption import caption, heading, tips_now, tips_of
from legsup.domain.hearing import ALL_EARS, NO_EARS, as_seen
from legsup.domain.lines import lines_of
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Pace, Stage, StepText
from legsup.services.library import Library
from tests.domain.run import begun
from tests.screened import ASSETS
from tests.small_practice import NET_TEXT, PHRASES, a_step, line, wall, wall_plan

LIBRARY = Library(ASSETS, ASSETS / "none")
SEQUENCES = LIBRARY.sequences()
PARTS = LIBRARY.parts()

ALOUD, BY_ITSELF = "All is told aloud.", "It goes by itself."


def test_a_line_that_speaks_of_being_heard_stands_there_as_it_is_true() -> None:
    told = a_step("told", Stage.ENTER, 20.0, line(ALOUD, 1.0), line(NET_TEXT.lost_sound, 10.0))
    plan = wall_plan(wall(told, a_step("hold", Stage.HOLD, legs_up=True)))
    plan = replace(plan, phrases=replace(PHRASES, unheard={ALOUD: BY_ITSELF}))
    run = begun(plan)
    run.to("told")
    assert caption(run.session, NO_EARS) == "told"
    run.wait(5)
    assert caption(run.session, ALL_EARS) == ALOUD
    assert caption(run.session, NO_EARS) == BY_ITSELF
    run.wait(10)
    assert caption(run.session, ALL_EARS) == NET_TEXT.lost_sound
    assert caption(run.session, NO_EARS) == BY_ITSELF, "it goes on standing there"
    assert heading(run.session, NO_EARS) == "told"


def test_what_to_do_about_lost_sound_is_no_tip_where_none_is_expected() -> None:
    step = a_step("tipped", Stage.ENTER, 20.0)
    tipped = replace(step, text={"en": StepText(title="tipped", tips=("One.", NET_TEXT.lost_sound, "Two."))})
    run = begun(wall_plan(wall(tipped, a_step("hold", Stage.HOLD, legs_up=True))))
    run.to("tipped")
    assert tips_now(run.session, 2) == ("One.", NET_TEXT.lost_sound)
    assert tips_now(run.session, 2, NO_EARS) == tips_of(run.session, NO_EARS) == ("One.", "Two.")


def test_of_all_lines_on_the_screen_none_speaks_of_being_heard_where_nothing_is() -> None:
    said: set[str] = set()
    seen: set[str] = set()
    for sequence in SEQUENCES:
        for pace in Pace:
            plan = compile_plan(sequence, Choices(pace=pace, desk=pace is Pace.HANDS_FREE, session=1), PARTS)
            lines = (*lines_of(plan), *(tip for beat in plan.beats for tip in beat.text.tips))
            said.update(lines)
            seen.update(as_seen(text, plan, NO_EARS) for text in lines)
            assert all(as_seen(text, plan, ALL_EARS) == text for text in lines)
    assert set(PARTS.phrases["en"].unheard) <= said, "each of them is said"
    # One waits at the desk until something is heard; and the sound itself says where one is when it returns.
    asked = {"Hear nothing? Turn it up now.", PARTS.phrases["en"].resumed}
    of_sound = re.compile(r"\b(aloud|hear|tone|bell|listen|voice)\b", re.IGNORECASE)
    strange = [text for text in seen - asked if of_sound.search(text)]
    assert strange == []
