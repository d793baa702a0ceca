"""Whatever happens and whenever, in every shipped practice, at every guidance: its words were made ready before it happened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legsup.domain.cues import CueKind
from legsup.domain.line_names import clauses, line_id, sentences
from legsup.domain.lines import lines_of
from legsup.domain.session import Event
from tests.domain.run import begun
from tests.test_floor_rule import EVENTS, SHIPPED, plans

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from legsup.domain.plan import Plan

pytestmark = pytest.mark.uncounted

CLIPS = {
    file.stem for file in (Path(__file__).parents[1] / "assets" / "sounds" / "voice" / "en").glob("*.ogg")
}
#: Seconds after an event in which its words are said: too short to make new ones.
SOON = 12.0


@given(plan=plans(st.sampled_from(SHIPPED)), data=st.data())
@settings(max_examples=60)
def test_the_words_after_any_events_were_made_ready_before_them(plan: Plan, data: DataObject) -> None:
    run = begun(plan)
    made = set(lines_of(plan))
    for _ in range(data.draw(st.integers(1, 4))):
        run.wait(data.draw(st.floats(0.0, 400.0)), 2.0)
        ready, before = set(lines_of(run.session.plan)), len(run.cues)
        if data.draw(st.integers(0, 9)) == 0:
            run.slept += 900.0
            run.wait(1.0)
        else:
            run.send(data.draw(st.sampled_from(EVENTS)))
        run.wait(SOON)
        said = {cue.text or "" for cue in run.cues[before:] if cue.kind is CueKind.SAY}
        assert said <= ready, said - ready
        made |= ready | set(lines_of(run.session.plan))
    if run.session.is_active:
        run.send(Event.RESUME)
        run.wait(600.0, 2.0)
    said = {cue.text or "" for cue in run.cues if cue.kind is CueKind.SAY}
    assert said <= made, said - made
    assert [text for text in made if not _can_say(text)] == []


def _can_say(text: str) -> bool:
    """Whether the shipped clips make a text: one of its own, or those of its sentences and clauses."""
    if line_id(text) in CLIPS:
        return True
    parts = sentences(text) if len(sentences(text)) > 1 else clauses(text)
    return len(parts) > 1 and all(_can_say(part) for part in parts)
