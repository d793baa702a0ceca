"""All words that a plan may bring, in the order in which they are needed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from legsup.domain.outlook import walk
from legsup.domain.speech import closing_words

if TYPE_CHECKING:
    from legsup.domain.plan import Plan


def lines_of(plan: Plan) -> tuple[str, ...]:
    """Tell every text once: those of the session as it runs by itself, then those that only events bring."""
    phrases = plan.phrases
    texts = [cue.text for cue in walk(plan).cues if cue.text]
    texts += [phrases.resumed, phrases.slept_early, phrases.last_breath, phrases.help]
    beats = (*plan.beats, *chain.from_iterable(plan.dizzy.values()))
    for net in (plan.net[posture] for posture in dict.fromkeys(beat.posture for beat in beats)):
        texts += [net.paused, net.waiting, net.resting, net.slept, net.tingling]
    texts += [words.text for beat in beats for words in beat.words]
    texts += [words.brief for beat in beats for words in beat.words if words.brief]
    texts += [closing_words(phrases, plan.holding / 60.0, whole=False), phrases.inhale, phrases.exhale]
    return tuple(dict.fromkeys(texts))
