"""Writes docs/session-machine.md: what every event does in every status, found by calling ``step``.

``python -m tools.diagram`` writes the page; with ``--check`` it only tells, by exit code 1, that the page is old.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from legsup.domain.machine import ready, step
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Pace
from legsup.domain.session import Event, Reading, Session, Status
from legsup.services.library import Library
from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.plan import Plan

PAGE = ROOT / "docs" / "session-machine.md"
SEQUENCE = "legs-up-the-wall"
HEAD = """# The session machine

Made by `python -m tools.diagram`, which calls `step` on every pair of status and event; not written by hand.
The practice is *Legs up the wall*. A dash means that the very same session comes back.

"""
#: Where in a practice the events are tried: the name, the pace, the step, and what happened there.
PLACES = (
    ("at the desk", Pace.HANDS_FREE, "desk", ()),
    ("getting ready", Pace.HANDS_FREE, "ready", ()),
    ("lying down", Pace.HANDS_FREE, "turn", ()),
    ("in the hold", Pace.HANDS_FREE, "legs-up", ()),
    ("coming out", Pace.HANDS_FREE, "side", ()),
    ("in the seat", Pace.HANDS_FREE, "seat", ()),
    ("getting ready, my pace", Pace.MY_PACE, "going-down", ()),
    ("I'm up", Pace.HANDS_FREE, "up", ()),
    ("getting ready", Pace.HANDS_FREE, "ready", (Event.PAUSE,)),
    ("in the hold", Pace.HANDS_FREE, "legs-up", (Event.PAUSE,)),
    ("coming out", Pace.HANDS_FREE, "side", (Event.PAUSE,)),
)


def page() -> str:
    """Give the whole page."""
    sessions = list(_situations())
    return HEAD + "\n".join([*_diagram(sessions), "", *_table(sessions), ""])


def _situations() -> Iterator[tuple[str, Session]]:
    library = Library(ROOT / "assets")
    sequence = next(each for each in library.sequences() if each.id == SEQUENCE)
    plans = {pace: compile_plan(sequence, Choices(pace=pace, desk=True), library.parts()) for pace in Pace}
    yield "before the start", ready(plans[Pace.HANDS_FREE])
    for place, pace, name, events in PLACES:
        session = _brought_to(name, plans[pace])
        for event in events:
            session = _after(session, event)
        yield place, session
    yield "after the end", _after(_brought_to("legs-up", plans[Pace.HANDS_FREE]), Event.STOP)


def _brought_to(name: str, plan: Plan) -> Session:
    """Bring a session ten seconds into a step, by ticks, and by Next where it waits."""
    session, _ = step(ready(plan), Event.START, Reading(0.0))
    while session.beat.step.id != name:
        waits = session.status is Status.WAITING
        session, _ = step(session, Event.NEXT if waits else Event.TICK, Reading(session.seen + 1.0))
    for _ in range(10):
        session, _ = step(session, Event.TICK, Reading(session.seen + 1.0))
    return session


def _after(session: Session, event: Event) -> Session:
    return step(session, event, Reading(session.seen, session.slept))[0]


def _diagram(sessions: list[tuple[str, Session]]) -> Iterator[str]:
    """Draw which event leads from which status to which, in any of the places."""
    arrows: defaultdict[tuple[Status, Status], list[str]] = defaultdict(list)
    for _, session in sessions:
        for event in Event:
            after = _after(session, event)
            told = arrows[session.status, after.status]
            if after is not session and event.value not in told:
                told.append(event.value)
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {Status.READY.value}"
    for (here, there), events in arrows.items():
        if events:
            yield f"    {here.value} --> {there.value}: {', '.join(events)}"
    yield f"    {Status.ENDED.value} --> [*]"
    yield "```"


def _table(sessions: list[tuple[str, Session]]) -> Iterator[str]:
    yield "| status | where | " + " | ".join(event.value for event in Event) + " |"
    yield "| --- | --- |" + " --- |" * len(Event)
    for place, session in sessions:
        cells = " | ".join(_cell(session, _after(session, event)) for event in Event)
        yield f"| {session.status.value} | {place} | {cells} |"


def _cell(before: Session, after: Session) -> str:
    if after is before:
        return "–"
    told = [after.status.value] if after.status is not before.status else []
    if after.outcome is not None:
        told.append(after.outcome.value)
    elif after.beat.step.id != before.beat.step.id:
        told.append(f"*{after.beat.step.id}*")
    elif after.plan.holding > before.plan.holding:
        told.append(f"{after.plan.holding - before.plan.holding:+g} s")
    elif after.status is before.status:
        helped = after.plan.phrases.help in {cue.text for cue in after.stretch.cues}
        anew = "its seconds anew" if before.beat.desk else "its words anew"
        told.append("the keys said" if helped else anew)
    return ", ".join(told)


def main(arguments: list[str]) -> int:
    """Write the page, or tell whether it is as it would be written."""
    text = page()
    if "--check" in arguments:
        fresh = PAGE.is_file() and PAGE.read_text("utf-8") == text
        print("up to date" if fresh else "docs/session-machine.md is old: run python -m tools.diagram")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
