"""A quick start as it is heard, once in each voicing: recorded from a private sound server, every line and bell looked for in it.

    python -m tests.benchmarks heard [--long]

Without ``--long`` the desk, the way in and the first breaths are played. Each recording and its table stay in build/heard.
A line is found where its clip fits the recording best; what the recorder's own start is off by is taken out (the median).
"""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import soundfile  # pyright: ignore[reportMissingTypeStubs] - it brings none

from legsup.domain.cues import CueKind
from legsup.domain.sound import Levels
from legsup.domain.voicing import VOICINGS
from legsup.places import assets
from legsup.services.sound.bell_rack import BellRack
from legsup.services.sound.waves import at_rate
from legsup.services.voice.pack import PackSpeaker
from tests.benchmarks.recorded import play_and_record
from tests.benchmarks.result import Result
from tests.desktop.sound_server import RATE
from tests.services.sounding import refuse

if TYPE_CHECKING:
    from legsup.domain.voicing import VoicingName
    from legsup.services.sound.waves import Floats, Samples

MINUTES = 5
#: Seconds that are played, and with ``--long``: whole.
SHORT, LONG = 175.0, 3600.0
#: The next voicing begins so many seconds later, so that each is made ready alone.
APART = 20.0
#: A sound is looked for within so many seconds of its time, and counts as found from this fit on (0-1).
REACH, FOUND = 0.3, 0.5
#: Seconds of a line that are looked for at a time: where the sound runs a little faster to catch up, a whole line fits nowhere.
PIECE = 0.7
#: Most seconds of a bell that are compared: what it begins with.
STRUCK = 0.8
#: Most seconds between a line and its time, and from the click until there is sound.
MOST_OFFSET, MOST_READY = 0.020, 1.0
#: Signs that have one sound each and keep their time; the first waits until the loudspeaker is awake.
BELLS = {CueKind.ONE_MINUTE_LEFT, CueKind.COME_OUT, CueKind.END}
FOLDER = Path("build") / "heard"


class Heard(NamedTuple):
    """A line or a bell: when it was due (s), what it is, how late it was heard (s), how well it fits, and its level (dB)."""

    due: float
    what: str
    late: float
    fit: float
    level: float


def measure(seconds: float = SHORT) -> list[Result]:
    """Play and record one after the other, a little apart, and compare each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(len(VOICINGS)) as pool:
        waits = [APART * place for place in range(len(VOICINGS))]
        tables = list(pool.map(partial(_recorded, seconds), VOICINGS, waits))
    return [result for table in tables for result in table]


def _recorded(seconds: float, voicing: VoicingName, wait: float) -> list[Result]:
    time.sleep(wait)
    told = {
        "practice": "legs-up-the-wall",
        "minutes": MINUTES,
        "seconds": seconds,
        "levels": {"voicing": voicing},
    }
    samples, log, recorder = play_and_record(told)
    log |= {"began": recorder.began, "pace": recorder.pace}
    (FOLDER / f"{voicing}.json").write_text(json.dumps(log), encoding="utf-8")
    soundfile.write(FOLDER / f"{voicing}.flac", samples, RATE)
    begin = float(log["start"]) - recorder.began
    found = [
        heard
        for at, kind, text in log["cues"]
        if (sound := _sound_of(CueKind(kind), text)) is not None
        and (heard := _looked_for(sound, at - log["start"], text or kind, samples, begin, recorder.pace))
    ]
    middle = float(np.median([heard.late for heard in found if heard.fit > FOUND]))
    found = [heard._replace(late=heard.late - middle) for heard in found]
    _write(voicing, found)
    return _results(voicing, found, log)


def _sound_of(kind: CueKind, text: str) -> Samples | None:
    """Give what is looked for: the shipped clip of a line, the beginning of a bell, or nothing."""
    if kind is CueKind.SAY:
        clip = PackSpeaker(assets() / "sounds" / "voice" / "en", "shipped-en", made_ready=True).speak(
            text, 1.0
        )
        return None if clip is None else at_rate(np.frombuffer(clip.pcm, np.float32), clip.rate, RATE)
    bell = BellRack(RATE, Levels(), refuse).of(kind, None) if kind in BELLS else None
    return None if bell is None else bell[: round(STRUCK * RATE)]


def _looked_for(
    sound: Samples, due: float, what: str, samples: Samples, begin: float, pace: float
) -> Heard | None:
    """Find where a sound fits best around its time, piece by piece; None where the recording ends before."""
    count = min(len(sound), round(PIECE * RATE))
    found: list[tuple[float, float]] = []
    for first in range(0, len(sound) - count + 1, count):
        piece = sound[first : first + count].astype(np.float64)
        place, reach = round((begin + due) * RATE / pace) + first, round(REACH * RATE)
        around = samples[max(0, place - reach) : place + count + reach].astype(np.float64)
        if len(around) < count + reach:
            return None
        best, fit = _best(piece, around)
        found.append(((best - min(place, reach)) / RATE, fit))
    late, fit = (float(each) for each in np.median(found, axis=0))
    at = round((begin + due + late) * RATE / pace)
    level = 10.0 * np.log10(np.mean(samples[at : at + len(sound)].astype(np.float64) ** 2) + 1e-12)
    return Heard(due, what, late, fit, float(level))


def _best(piece: Floats, around: Floats) -> tuple[int, float]:
    """Tell where a piece fits best, and how well."""
    count, size = len(piece), 1 << (len(around) + len(piece)).bit_length()
    product: Floats = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(piece, size)), size)
    power = np.concatenate([[0.0], np.cumsum(around**2)])
    fits = product[: len(around) - count + 1] / (
        np.linalg.norm(piece) * np.sqrt(power[count:] - power[:-count]) + 1e-9
    )
    best = int(np.argmax(fits))
    return best, float(fits[best])


def _write(voicing: str, found: list[Heard]) -> None:
    rows = [f"{'time':>7} {'late ms':>8} {'fit':>5} {'dB':>6}  what"]
    rows += [
        f"{heard.due:7.1f} {1000 * heard.late:8.1f} {heard.fit:5.2f} {heard.level:6.1f}  {heard.what}"
        for heard in found
    ]
    (FOLDER / f"{voicing}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _results(voicing: str, found: list[Heard], log: dict[str, Any]) -> list[Result]:
    heard = [each for each in found if each.fit > FOUND]
    offset = max(abs(each.late) for each in heard)
    lost = len(found) - len(heard)
    ready = float("inf") if log["heard"] is None else float(log["heard"])
    cpu = 100 * float(log["cpu"])
    return [
        Result(f"{voicing}: of {len(found)} lines and bells not found", lost, "", "0", lost == 0),
        Result(f"{voicing}: offset, largest", 1000 * offset, "ms", "≤ 20", offset <= MOST_OFFSET),
        Result(f"{voicing}: click to sound", ready, "s", "≤ 1", ready <= MOST_READY),
        Result(f"{voicing}: processor time", cpu, "% of a core", "counted", ok=True),
        Result(f"{voicing}: frames that were not ready", log["missed"], "frames", "counted", ok=True),
        Result(f"{voicing}: jumps", log["jumps"], "jumps", "counted", ok=True),
    ]
