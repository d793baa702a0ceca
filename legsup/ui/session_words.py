"""The words of a session and its record: what buttons, states and outcomes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime

from legsup.domain.outlook import seconds_left
from legsup.domain.session import Outcome, PausedBy, Session, Status
from legsup.domain.stages import Stage
from legsup.ui.words import clock_time, day_text, tr, up_by

if TYPE_CHECKING:
    from legsup.domain.record import Record


def next_label(session: Session) -> str:
    """Label the one button that answers or moves on; the step names it where it can."""
    if session.beat.up:
        return session.beat.text.next or tr("I'm up")
    return session.beat.text.next or tr("Next")


def come_out_label(session: Session) -> str:
    """Label the action of Esc: on one's feet it cancels, on the floor it leads out; in the way out it ends, if it led there."""
    if session.is_coming_out and session.led_out is not None:
        return tr("I'm already up")
    return tr("Come out") if session.went_down else tr("Cancel")


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
            return tr("Paused, for your legs")
        case PausedBy.SLEEP:  # pragma: no branch - the type checker proves that no reason is missing
            return tr("Paused, because the computer slept")


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


def outcome_text(outcome: Outcome | None) -> str:
    """Name how a session ended, without praise or blame."""
    match outcome:
        case None:
            return tr("running")
        case Outcome.COMPLETED:
            return tr("completed")
        case Outcome.CAME_OUT_EARLY:
            return tr("came out early")
        case Outcome.STOPPED:
            return tr("stopped")
        case Outcome.INTERRUPTED:  # pragma: no branch - the type checker proves that no outcome is missing
            return tr("interrupted")


def record_line(record: Record, title: str) -> str:
    """Write a record as one line of the journal."""
    # The day and the hour as they were where one practised: no time zone of this computer's comes in.
    date, time = record.day, record.started
    began = QDateTime(QDate(date.year, date.month, date.day), QTime(time.hour, time.minute))
    held = tr("{minutes} min held").format(minutes=f"{record.held / 60:.1f}".rstrip("0").rstrip("."))
    parts = (f"{day_text(date, short=True)} {clock_time(began)}", title, held, outcome_text(record.outcome))
    return " · ".join(parts)
