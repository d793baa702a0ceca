"""The words of a session: what buttons, states and tensions are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.caption import is_recalled
from legsup.domain.outlook import seconds_left
from legsup.domain.sequence import SEATED_FLOOR
from legsup.domain.session import PausedBy, Session, Status
from legsup.domain.stages import Stage
from legsup.ui.words import minutes_in_words, number_text, tr, up_by

if TYPE_CHECKING:
    from legsup.domain.plan import Beat, Plan

_MINUTE = 60.0


def next_label(session: Session) -> str:
    """Label the one button that answers or moves on; the step names it where it can."""
    return _answer(session.beat)


def next_tip(session: Session) -> str:
    """Say from when on one may go to the next step, where it is to last a while; the same as long as it is waited for."""
    seconds = max(session.beat.step.floor, SEATED_FLOOR if session.beat.is_seat else 0.0)
    return tr("Rest here for {seconds} seconds first").format(seconds=number_text(seconds))


def come_out_label(session: Session) -> str:
    """Label the action of Esc: on one's feet it cancels, on the floor it leads out; in the way out it ends, if it led there."""
    if session.is_coming_out and session.led_out is not None and session.status is not Status.PAUSED:
        return tr("I'm already up")
    return tr("Come out") if session.went_down else tr("Cancel")


def out_labels() -> tuple[str, ...]:
    """Give every label that the action of Esc, or what stands in its place, may have in a session."""
    return tr("Cancel"), tr("Come out"), tr("I'm already up")


def answer_labels(plan: Plan) -> tuple[str, ...]:
    """Give every label that the button which answers has in a plan, where it is waited for."""
    waits = (beat for beat in plan.beats if beat.is_open)
    return tuple({_answer(beat) for beat in waits})


def come_out_tip(session: Session) -> str:
    """Say what the action of Esc does now, by the name that it has."""
    if session.is_coming_out and session.led_out is not None and session.status is not Status.PAUSED:
        return tr("End the practice now")
    return tr("Go to the slow way out") if session.went_down else tr("End it here, before it begins")


def answer_tip(session: Session) -> str:
    """Say what the next step is, by what it is called."""
    return tr("End the practice now") if session.beat.up else tr("Go to the next step")


def pause_labels() -> tuple[str, ...]:
    """Give both labels of the button that pauses."""
    return tr("Pause"), tr("Go on")


def pause_label(session: Session | None) -> str:
    """Label the button that pauses or goes on."""
    paused = session is not None and session.status is Status.PAUSED
    return tr("Go on") if paused else tr("Pause")


def pause_reason(session: Session) -> str:
    """Say why a session stands still; nothing when it does not."""
    if session.pause is None:
        return ""
    match session.pause.by:
        case PausedBy.PERSON:
            return tr("Paused")
        case PausedBy.TINGLING:
            return tr("Paused for your legs")
        case PausedBy.SLEEP:  # pragma: no branch - the type checker proves that no reason is missing
            return tr("Paused: the computer slept")


def few_words(session: Session, most: int) -> str:
    """Give what is read from the floor, in ``most`` words: the step, and in a pause what helps, or what is asked."""
    pause = session.pause
    if pause is None:
        return " ".join(session.beat.text.title.split()[:most])
    if is_recalled(session):
        return tr("Paused: any key goes on")
    eases = pause.by is PausedBy.TINGLING
    return session.plan.net[session.beat.posture].tingling_short if eases else pause_reason(session)


def done_text(session: Session) -> str:
    """Say in one sentence what was done in a session that is over; where nothing was held, welcome the person back."""
    if session.held <= 0.0:
        return session.plan.phrases.closing_short
    whole = round(session.held / _MINUTE)
    minutes = minutes_in_words(whole) if whole else tr("Less than a minute")
    lifted = any(beat.is_hold and beat.step.legs_up for beat in session.plan.beats)
    return (tr("{minutes} with your legs up.") if lifted else tr("{minutes} of rest.")).format(
        minutes=minutes
    )


def tension_text(tension: int) -> str:
    """Name a tension, 0 (none) to 4 (very much)."""
    return (tr("none"), tr("a little"), tr("some"), tr("a lot"), tr("very much"))[tension]


def up_by_text(session: Session) -> str:
    """Say when one will be up; nothing at the end, or where one falls asleep."""
    if not session.is_active or session.beat.up or session.plan.choices.bedtime:
        return ""
    return up_by(seconds_left(session))


def stage_text(stage: Stage) -> str:
    """Name a part of the way."""
    match stage:
        case Stage.PREPARE:
            return tr("getting ready")
        case Stage.ENTER:
            return tr("lying down")
        case Stage.SETTLE:
            return tr("settling")
        case Stage.HOLD | Stage.CHANGE:
            return tr("resting and breathing")
        case Stage.COME_OUT:
            return tr("coming out")
        case Stage.REST:  # pragma: no branch - the type checker proves that no stage is missing
            return tr("sitting a while")


def _answer(beat: Beat) -> str:
    return beat.text.next or (tr("I'm up") if beat.up else tr("Next"))
