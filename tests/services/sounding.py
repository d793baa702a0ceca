"""A small practice to be heard, and measures of what was rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.breath import DEFAULT_PATTERN, Pattern
from legsup.domain.machine import ready, step
from legsup.domain.plan import Choices, Plan
from legsup.domain.planning import compile_plan
from legsup.domain.sequence import Guidance, Minutes, Sequence, SequenceText, Stage
from legsup.domain.session import Event, Reading, Session
from legsup.domain.sound import Clip, Levels
from legsup.services.sound.ensemble import Ensemble
from legsup.services.sound.waves import Floats, Samples, edges
from tests.small_practice import PARTS, a_step, line

if TYPE_CHECKING:
    from collections.abc import Iterable

RATE = 16000


def practice() -> Sequence:
    """A practice of one step in, a settling, a hold, one step out and a seat: short enough to be rendered whole."""
    return Sequence(
        id="small",
        minutes=Minutes(default=0.5, shortest=0.1, longest=20),
        steps=(
            a_step("ready", Stage.PREPARE, 5, line("Take off your shoes.", 1.0)),
            a_step("settle", Stage.SETTLE, 10, line("Let your eyes close.", 1.0), legs_up=True),
            a_step("hold", Stage.HOLD, None, line("Let the floor hold you.", 1.0), legs_up=True),
            a_step("out", Stage.COME_OUT, 8, line("Bend your knees.", 1.0)),
            a_step("seat", Stage.REST, 30, line("Sit quietly.", 1.0)),
        ),
        text={"en": SequenceText(title="Small")},
    )


def plan(
    minutes: float = 0.5, pattern: Pattern | None = DEFAULT_PATTERN, guidance: Guidance = Guidance.FULL
) -> Plan:
    """The small practice compiled."""
    choices = Choices(minutes=minutes, pattern=pattern, guidance=guidance, ease_in=False)
    return compile_plan(practice(), choices, PARTS)


def started(made: Plan | None = None, at: float = 100.0) -> Session:
    """A session that has begun at a time."""
    return step(ready(made or plan()), Event.START, Reading(at))[0]


def moved(session: Session, event: Event, at: float) -> Session:
    """The session after ticks up to a time and an event then."""
    while at - session.seen > 1.0:
        session = step(session, Event.TICK, Reading(session.seen + 1.0))[0]
    return step(session, event, Reading(at))[0]


class Humming:
    """A voice that hums a second for each two words, at a rate of its own."""

    def __init__(self, rate: int = 11025) -> None:
        self._rate = rate
        self.asked: list[str] = []

    def prepare(self, texts: Iterable[str]) -> None:
        """Nothing is to be made."""

    def clip(self, text: str) -> Clip | None:
        """Hum."""
        self.asked.append(text)
        count = round(len(text.split()) / 2.1 * self._rate)
        hum = (
            0.2
            * np.sin(2 * np.pi * 150 * np.arange(count) / self._rate)
            * edges(count, self._rate, 0.05, 0.05)
        )
        return Clip(self._rate, hum.astype(np.float32).tobytes())

    def has(self, text: str) -> bool:
        """Hum anything."""
        return bool(text)

    def close(self) -> None:
        """Nothing is held."""


def refuse(path: str) -> tuple[Samples, int]:
    """A reader for which every file of one's own is broken."""
    raise ValueError(path)


def ensemble(voice: Humming | None = None, levels: Levels | None = None, rate: int = RATE) -> Ensemble:
    """What makes the sound of a test."""
    return Ensemble(rate, voice, refuse, levels or Levels())


def rendered(session: Session, end: float, ensemble: Ensemble) -> Samples:
    """Render a session as it will be heard if only time passes: from its last reading to a time, mono."""
    ensemble.arrangement.follow(session, session.seen)
    ensemble.arrangement.extend(end)
    first = round(session.seen * ensemble.rate)
    return ensemble.mixer.render(first, round((end - session.seen) * ensemble.rate))


def level(samples: Samples) -> float:
    """The effective value in dB."""
    return float(10.0 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-20))


def pitch(samples: Samples, rate: int = RATE) -> float:
    """The strongest frequency in Hz."""
    count = 8 * len(samples)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), count))
    return float(np.argmax(spectrum) * rate / count)


def centroid(samples: Samples, rate: int = RATE) -> float:
    """The middle of the spectrum in Hz: how bright a sound is."""
    power: Floats = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    return float((power * np.fft.rfftfreq(len(samples), 1 / rate)).sum() / power.sum())


def colour(samples: Samples, highest: float = 2000.0, rate: int = RATE) -> float:
    """The middle of the spectrum in Hz of what lies from 300 Hz on: what is left of a colour in noise."""
    power: Floats = np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) ** 2
    frequency = np.fft.rfftfreq(len(samples), 1 / rate)
    inside = (frequency > 300.0) & (frequency < highest)
    return float((power * frequency)[inside].sum() / power[inside].sum())


def window(samples: Samples, share: float, seconds: float = 0.3) -> Samples:
    """A piece of a tone around a share of it."""
    middle = round(share * len(samples))
    return samples[max(0, middle - round(seconds * RATE / 2)) : middle + round(seconds * RATE / 2)]


def through_a_laptop(samples: Samples, noise: float = 0.1) -> Samples:
    """Without anything below 300 Hz, and with noise 20 dB below."""
    spectrum = np.fft.rfft(samples)
    spectrum[np.fft.rfftfreq(len(samples), 1 / RATE) < 300.0] = 0.0
    thin = np.fft.irfft(spectrum, len(samples))
    hiss = np.random.default_rng(3).standard_normal(len(samples))
    return (thin + noise * float(np.sqrt(np.mean(thin**2))) * hiss).astype(np.float32)
