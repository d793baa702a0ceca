"""The safety card of a plan: way in, way out, and what to do when something is amiss, in the words that are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legsup.domain.postures import Posture
from legsup.domain.sequence import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.domain.plan import Plan

#: Every posture that is held: lying in any way, or on a chair.
HELD = tuple(posture for posture in Posture if posture.is_lying or posture is Posture.SEATED_CHAIR)
#: The card says what is said in a first session, where most is said.
FIRST_SESSION = 1
WAY_IN = frozenset({Stage.ENTER, Stage.SETTLE})
WAY_OUT = frozenset({Stage.COME_OUT, Stage.REST})


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureWords:
    """Words that hold for some postures."""

    postures: tuple[Posture, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCard:
    """What the card says: a text a step on the way in and out, the other words a posture.

    ``stop_rules`` begin with the posture that is held first; ``pressure``, which goes on from that rule, ``lost_sound`` and
    ``tingling`` are that one's own.
    """

    title: str
    way_in: tuple[str, ...]
    way_out: tuple[str, ...]
    stop_rules: tuple[PostureWords, ...]
    pressure: str
    lost_sound: str
    tingling: str


def safety_card(plan: Plan) -> SafetyCard:
    """Make the card of a plan."""
    own = _held_first(plan)
    return SafetyCard(
        title=plan.title,
        way_in=tuple(_told(plan, WAY_IN)),
        way_out=tuple(_told(plan, WAY_OUT)),
        stop_rules=_stop_rules(plan, own),
        pressure=plan.net[own].pressure,
        lost_sound=plan.net[own].lost_sound,
        tingling=plan.net[own].tingling,
    )


def _held_first(plan: Plan) -> Posture:
    """Tell the posture that is held first; one who felt dizzy before may hold none, and lies."""
    return next((beat.posture for beat in plan.beats if beat.is_hold), Posture.LYING)


def _told(plan: Plan, stages: frozenset[Stage]) -> Iterator[str]:
    """Tell each step by its lines, but for the signs to stop, which stand by themselves; by its title where it has none."""
    rules = {words for net in plan.net.values() for words in (net.stop_rule, net.pressure)}
    for beat in plan.beats:
        if beat.stage in stages:
            lines = [line.say for line in beat.text.lines if line.is_for(FIRST_SESSION)]
            yield " ".join(line for line in lines if line not in rules) or f"{beat.text.title}."


def _stop_rules(plan: Plan, own: Posture) -> tuple[PostureWords, ...]:
    """Give each stop rule once, with every posture that it holds for; the plan's own first."""
    by_words: dict[str, list[Posture]] = {}
    for posture in (own, *(each for each in HELD if each is not own)):
        by_words.setdefault(plan.net[posture].stop_rule, []).append(posture)
    return tuple(PostureWords(postures=tuple(postures), words=words) for words, postures in by_words.items())
