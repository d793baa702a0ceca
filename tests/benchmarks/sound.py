"""What sound costs and how well it keeps time: a session on a private sound server, recorded and laid beside the ideal.

    python -m tests.benchmarks sound [--long]

The interface is kept busy all the while. The recording is compared with the same session rendered without any device: the
sea is noise that never repeats within a breath, so that the two fit together at one place only, to a fraction of a sample.
A constant delay of the recorder is taken out (its median), and so is what its clock runs fast against the computer's and
wanders, which its blocks' arrival tells; what remains is jitter, drift and every underrun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from legsup.domain.sound import Levels
from legsup.services.sound.waves import at_rate, edges
from tests.benchmarks import holes, session_memory
from tests.benchmarks.recorded import play_and_record
from tests.benchmarks.result import Result
from tests.desktop.sound_server import RATE
from tests.services.sounding import ensemble, plan, rendered, started

if TYPE_CHECKING:
    from legsup.services.sound.waves import Floats, Samples
    from tests.desktop.sound_server import Recorder

#: Seconds that are played, and with ``--long``.
SHORT, LONG = 90.0, 1200.0
#: A piece of the ideal is looked for in this much of the recording around it (s).
PIECE, REACH = 0.5, 0.12
#: Above this frequency the session has no sound of its own: what is heard there is a click.
CLICKS, CLICK = 9000.0, 10 ** (-62 / 20)
#: Pieces that are softer than this, or of which one frequency has more than this share, are not compared.
QUIET, LONE = 10 ** (-45 / 20), 0.25
#: Goals: offset at its 99th percentile and at most, drift over the whole, processor time.
MOST_P99, MOST_OFFSET, MOST_DRIFT, MOST_CPU = 0.001, 0.005, 0.001, 0.03


def measure(seconds: float = SHORT) -> list[Result]:
    """Play, record and compare."""
    told: dict[str, Any] = {"minutes": 0.5 if seconds < LONG else 20.0, "seconds": seconds, "busy": True}
    samples, log, recorder = heard = play_and_record(told)
    session = started(plan(told["minutes"]), at=float(log["start"]))
    rate = int(log["rate"])
    ideal = at_rate(rendered(session, session.seen + seconds, ensemble(None, Levels(), rate)), rate, RATE)
    offsets, found = _offsets(ideal, samples, heard.begin, recorder)
    fast = 1e6 * (1.0 - recorder.pace)
    clock = Result("the recorder's clock runs fast by", fast, "millionths", "counted", ok=True)
    kept = [*_kept(offsets, found), clock, _clicks(samples, heard.begin, seconds), *_costs(log)]
    return [*kept, *holes.found(), *session_memory.found()]


def _offsets(ideal: Samples, recorded: Samples, begin: float, recorder: Recorder) -> tuple[Floats, Floats]:
    """Tell, for pieces all through the session, by how much each was heard late, and how well it fits (0-1)."""
    count, reach = round(PIECE * RATE), round(REACH * RATE)
    late: list[float] = []
    fits: list[float] = []
    for first in range(RATE, len(ideal) - count, count // 2):
        piece = ideal[first : first + count].astype(np.float64)
        place = round((begin + first / RATE) * RATE / recorder.pace)
        around = recorded[place - reach : place + count + reach].astype(np.float64)
        if not _is_unique(piece) or len(around) < count + 2 * reach:
            continue
        size = 1 << (len(around) + count).bit_length()
        product = np.fft.irfft(np.fft.rfft(around, size) * np.conj(np.fft.rfft(piece, size)), size)[
            : 2 * reach + 1
        ]
        power = np.concatenate([[0.0], np.cumsum(around**2)])
        fit = product / (np.linalg.norm(piece) * np.sqrt(power[count:] - power[:-count]) + 1e-9)
        best = int(np.argmax(fit))
        fits.append(float(fit[best]))
        late.append((best - reach) / RATE + recorder.strayed(place / RATE))
    return np.array(late), np.array(fits)


def _is_unique(piece: Floats) -> bool:
    """Whether a piece holds enough of the sea to be found at one place only; a lone bell fits at many."""
    power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)))) ** 2
    return bool(np.sqrt(np.mean(piece**2)) > QUIET and power.max() < LONE * power.sum())


def _kept(late: Floats, fits: Floats) -> list[Result]:
    offset = np.abs(late - np.median(late))
    p99, most = float(np.percentile(offset, 99)), float(offset.max())
    tenth = max(1, len(late) // 10)
    drift = float(np.median(late[-tenth:]) - np.median(late[:tenth]))
    lost = int((fits < 0.5).sum())
    return [
        Result("offset, 99th percentile", 1000 * p99, "ms", "≤ 1", p99 <= MOST_P99),
        Result("offset, largest", 1000 * most, "ms", "≤ 5", most <= MOST_OFFSET),
        Result("drift, first tenth to last", 1000 * drift, "ms", "0 ± 1", abs(drift) <= MOST_DRIFT),
        Result(f"of {len(fits)} pieces of half a second not heard", lost, "pieces", "0", lost == 0),
    ]


def _clicks(recorded: Samples, begin: float, seconds: float) -> Result:
    """Count moments in which the recording holds what no sound of ours holds."""
    heard = recorded[round((begin + 1.0) * RATE) : round((begin + seconds - 1.0) * RATE)]
    spectrum = np.fft.rfft(heard * edges(len(heard), RATE, 0.1, 0.1))
    spectrum[np.fft.rfftfreq(len(heard), 1 / RATE) < CLICKS] = 0.0
    loud = np.abs(np.fft.irfft(spectrum, len(heard))) > CLICK
    places = np.flatnonzero(loud)
    clicks = int((np.diff(places) > RATE // 50).sum()) + 1 if len(places) else 0
    return Result("clicks", clicks, "clicks", "0", clicks == 0)


def _costs(log: dict[str, Any]) -> list[Result]:
    cpu, missed, jumps = float(log["cpu"]), int(log["missed"]), int(log["jumps"])
    left = len(log["threads"]) - 1
    return [
        Result("processor time, sea and tones", 100 * cpu, "% of a core", "≤ 3", cpu <= MOST_CPU),
        Result("frames that were not ready", missed, "frames", "counted", ok=True),
        Result("jumps over underruns", jumps, "jumps", "counted", ok=True),
        Result("threads left", left, "threads", "0", left == 0),
    ]
