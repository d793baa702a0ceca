"""The sign that opens a beat, and which signs the beats that follow will bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.cues import SIGN_GAP, CueKind, Sign
from legsup.domain.hold_length import lengths_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.plan import Beat, Plan
    from legsup.domain.stretch import Past

#: After a hold that ran to its end the way out is announced when the last exhale has died away.
COME_OUT_SIGN = 1.0


def opening_of(plan: Plan, beat: Beat, begin: float, past: Past) -> CueKind:
    """Tell the sign that opens a beat at a time."""
    if beat.index == 0 and CueKind.BEGIN not in past.given:
        return CueKind.BEGIN
    if _comes_out(plan, beat, past):
        return CueKind.COME_OUT
    if beat.index in plan.turns:
        sign = Sign(CueKind.SWITCH_SIDES, begin)
        if not (past.sign is not None and past.sign.outdoes(sign)) and not _way_out_is_near(
            plan, beat, begin, past
        ):
            return CueKind.SWITCH_SIDES
    return CueKind.STEP


def signs_from(plan: Plan, index: int, begin: float, past: Past) -> Iterator[Sign]:
    """Tell the signs that the beats from an index on, the first beginning at a time, bring within SIGN_GAP seconds."""
    at = begin
    for beat, seconds in lengths_from(plan, index, past.held, past.holds):
        if at - begin >= SIGN_GAP:
            return
        if _comes_out(plan, beat, past):
            yield Sign(CueKind.COME_OUT, at + COME_OUT_SIGN)
        elif beat.index in plan.turns:
            yield Sign(CueKind.SWITCH_SIDES, at)
        at += seconds


def once_key(kind: CueKind) -> str | None:
    """Name the signs that are given at most once in a session."""
    once = {CueKind.BEGIN, CueKind.COME_OUT, CueKind.HALF_WAY, CueKind.ONE_MINUTE_LEFT}
    return kind.value if kind in once else None


def _comes_out(plan: Plan, beat: Beat, past: Past) -> bool:
    return beat.index == plan.first_come_out and CueKind.COME_OUT not in past.given


def _way_out_is_near(plan: Plan, beat: Beat, begin: float, past: Past) -> bool:
    """Whether the way out, the stronger sign, comes within SIGN_GAP seconds of this beat's beginning."""
    signs = signs_from(plan, beat.index, begin, past)
    return any(sign.kind is CueKind.COME_OUT and sign.at - begin < SIGN_GAP for sign in signs)
