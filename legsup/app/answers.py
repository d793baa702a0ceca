"""What the running app answers to the command line."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from legsup.app.options import StartOptions
from legsup.domain.outlook import end_sign
from legsup.domain.session import Event

if TYPE_CHECKING:
    from legsup.app.desktop import Desktop

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


def question_of(options: StartOptions) -> dict[str, Any]:
    """Write what a second start wants as a question to the first."""
    return {"verb": "start" if options.start else "open", "options": asdict(options)}


def answer(desktop: Desktop, question: dict[str, Any]) -> dict[str, Any]:
    """Do what a question asks; ``error`` in the answer says why it was not done."""
    match question.get("verb"):
        case "status":
            return status_of(desktop)
        case "open":
            desktop.show_window()
            return status_of(desktop)
        case "start":
            return _start(desktop, question.get("options"))
        case str() as verb if verb in EVENTS:
            return _send(desktop, EVENTS[verb])
        case verb:
            return {"error": f"{verb!r} is no verb; expected status, open, start, {', '.join(EVENTS)}"}


def status_of(desktop: Desktop) -> dict[str, Any]:
    """Tell what the app is doing, with every key of ``STATUS``."""
    told: dict[str, Any] = dict.fromkeys(STATUS)
    told["running"] = True
    session = desktop.conductor.session
    if session is None or not session.is_active:
        return told
    from datetime import datetime, timedelta  # noqa: PLC0415 - an idle tray has no use for it

    now = desktop.conductor.now
    remaining = max(0.0, end_sign(session) - now)
    up_by = datetime.now().astimezone() + timedelta(seconds=remaining)
    breath = session.breath(now)
    told |= {
        "status": session.status.value,
        "stage": session.beat.stage.value,
        "step": session.beat.step.id,
        "pose": session.beat.step.pose,
        "sequence": session.plan.sequence,
        "minutes": session.plan.minutes,
        "elapsed": round(session.elapsed, 3),
        "remaining": round(remaining, 3),
        "up_by": up_by.isoformat(timespec="seconds"),
    }
    if breath is not None:
        told |= {
            "phase": breath.phase.value,
            "fraction": round(breath.fraction, 6),
            "awareness": round(breath.awareness, 6),
        }
    return told


def _send(desktop: Desktop, event: Event) -> dict[str, Any]:
    if not desktop.conductor.is_active:
        return {"error": "no session is running; expected one to do that to"}
    desktop.conductor.send(event)
    return status_of(desktop)


def _start(desktop: Desktop, options: object) -> dict[str, Any]:
    if desktop.conductor.is_active:
        return {"error": "a session is running; expected one at a time"}
    known = {each.name for each in fields(StartOptions)}
    if not isinstance(options, dict) or not known.issuperset(options):  # pyright: ignore[reportUnknownArgumentType] - its keys are what is asked here
        return {"error": f"the options are wrong; expected some of {', '.join(sorted(known))}"}
    from legsup.app.asked import begin_as_asked  # noqa: PLC0415 - loads the library

    try:
        reason = begin_as_asked(desktop, StartOptions(**options), may_ask=False)  # pyright: ignore[reportUnknownArgumentType] - checked as they are used
    except (TypeError, ValueError) as error:
        return {"error": str(error)}
    return {"error": reason} if reason else status_of(desktop)
