"""What the running app answers to the command line."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from legsup.app.refusal_words import refusal_text
from legsup.domain.moves import kept_by_a_floor
from legsup.domain.outlook import seconds_left, seconds_to_end_sign
from legsup.domain.session import Event
from legsup.practice.wanted import UnknownWishError, wanted_of
from legsup.ui import why_not
from legsup.ui.session_words import next_tip

if TYPE_CHECKING:
    from legsup.app.desktop import Desktop
    from legsup.services.conductor import Conductor

EVENTS = {
    "pause": Event.PAUSE,
    "resume": Event.RESUME,
    "next": Event.NEXT,
    "back": Event.BACK,
    "add-minute": Event.ADD_MINUTE,
    "end": Event.COME_OUT,
    "stop": Event.STOP,
}
#: What ``status`` tells, in its order; None where there is none.
STATUS = (
    "running", "status", "stage", "step", "pose", "sequence", "minutes", "elapsed", "remaining", "up_by", "phase",
    "fraction", "awareness",
)  # fmt: skip


def answer(desktop: Desktop, question: dict[str, Any]) -> dict[str, Any]:
    """Do what a question asks; ``error`` in the answer says why it was not done."""
    conductor = desktop.basis.conductor
    match question.get("verb"):
        case "status":
            pass
        case "open":
            desktop.show_window()
        case "start":
            return _start(desktop, question.get("options"))
        case "reminders":
            return _remind(desktop, question.get("on"))
        case str() as verb if verb in EVENTS:
            if obstacle := _obstacle(desktop, verb):
                return {"error": obstacle}
            conductor.send(EVENTS[verb])
        case verb:
            return {
                "error": f"{verb!r} is no verb; expected status, open, start, reminders, {', '.join(EVENTS)}"
            }
    return status_of(conductor)


def status_of(conductor: Conductor) -> dict[str, Any]:
    """Tell what the app is doing, with every key of ``STATUS``."""
    told: dict[str, Any] = dict.fromkeys(STATUS)
    told["running"] = True
    session = conductor.session
    if session is None or not session.is_active:
        return told
    up_by = datetime.now().astimezone() + timedelta(seconds=seconds_to_end_sign(session))
    breath = session.breath(conductor.now)
    told |= {
        "status": session.status.value,
        "stage": session.beat.stage.value,
        "step": session.beat.step.id,
        "pose": session.beat.step.pose,
        "sequence": session.plan.sequence,
        "minutes": session.plan.minutes,
        "elapsed": round(session.elapsed, 3),
        "remaining": round(seconds_left(session), 3),
        "up_by": None if session.plan.choices.bedtime else up_by.isoformat(timespec="seconds"),
    }
    if breath is not None:
        told |= {
            "phase": breath.phase.value,
            "fraction": round(breath.fraction, 6),
            "awareness": round(breath.awareness, 6),
        }
    return told


def _obstacle(desktop: Desktop, verb: str) -> str:
    """Say what stands in an event's way; nothing where nothing does."""
    conductor = desktop.basis.conductor
    session = conductor.session
    if session is None or not session.is_active:
        return "no session is running; expected one to do that to"
    if conductor.refuses(EVENTS[verb]):
        return "nothing can be heard; expected an answer in the window first"
    if verb == "next" and kept_by_a_floor(session):
        return f"it is too early for that; expected this first: {next_tip(session)}"
    in_vain = {"back": why_not.not_back, "add-minute": why_not.not_longer}
    if why := in_vain[verb](session) if verb in in_vain else "":
        return f"that would change nothing now: {why}"
    return ""


def _start(desktop: Desktop, options: object) -> dict[str, Any]:
    try:
        wanted = wanted_of({} if options is None else options)
    except UnknownWishError as error:
        return {"error": str(error)}
    refusal = desktop.begin(wanted)
    return status_of(desktop.basis.conductor) if refusal is None else {"error": refusal_text(refusal)}


def _remind(desktop: Desktop, on: object) -> dict[str, Any]:
    if not isinstance(on, bool):
        return {"error": f"reminders: 'on' is {on!r}; expected true or false"}
    desktop.basis.kept.change(reminders=on)
    return status_of(desktop.basis.conductor)
