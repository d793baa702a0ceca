"""A session heard on a real sound server: every cue at its time, silence in a pause, and losses survived."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from legsup.services.sound.waves import decibels
from tests.desktop.sound_server import RATE, Recorder, SoundServer, running_server, until
from tests.services.sounding import level, pitch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.services.sound.waves import Samples

#: What the recorder's own start may be off by, and what else no ear would notice here (s).
ROUGHLY = 0.06


class Played:
    """What a session was meant to sound like, and what was recorded of it."""

    def __init__(self, log: dict[str, Any], samples: Samples, began: float) -> None:
        self.log = log
        self.samples = samples
        self._began = began
        self.start = float(log["start"])

    def at(self, time: float, seconds: float) -> Samples:
        """A piece of the recording from a time of the session on."""
        first = round((time + self.start - self._began) * RATE)
        return self.samples[max(0, first) : first + round(seconds * RATE)]

    def cues(self, kind: str) -> list[float]:
        """When the cues of a kind were due, from the session's start."""
        return [at - self.start for at, found, _ in self.log["cues"] if found == kind]

    def pitch(self, time: float, seconds: float = 0.5) -> float:
        """The strongest frequency above the voice from a time of the session on."""
        piece = self.at(time, seconds)
        return pitch(piece - low(piece), RATE)

    def is_heard(self, begin: float, end: float) -> bool:
        """Whether there is sound between two times of the session."""
        return level(self.at(begin, end - begin)) > -60.0


def onset(samples: Samples) -> float:
    """When a piece first comes near its loudest moment, in seconds; never where it is all but silent."""
    peak = float(np.abs(samples).max())
    loud = np.flatnonzero(np.abs(samples) > 0.3 * peak)
    return float(loud[0]) / RATE if peak > decibels(-45.0) else float("inf")


def around(samples: Samples, frequency: float, width: float = 50.0) -> Samples:
    """What lies within so many Hz of a frequency."""
    padded = np.concatenate([samples, np.zeros(RATE)])
    spectrum, frequencies = np.fft.rfft(padded), np.fft.rfftfreq(len(padded), 1 / RATE)
    kept = np.where(np.abs(frequencies - frequency) < width, spectrum, 0.0)
    return np.fft.irfft(kept)[: len(samples)].astype(np.float32)


def low(samples: Samples) -> Samples:
    """What lies around 150 Hz: there the test's voice hums, and nothing else."""
    return around(samples, 150.0)


class Stage:
    """A server, and sessions played on it."""

    def __init__(self, server: SoundServer) -> None:
        self.server = server
        self._recorder: Recorder | None = None
        self._process: subprocess.Popen[str] | None = None

    def begin(self, **told: Any) -> None:  # noqa: ANN401 - handed on as JSON
        """Begin to record and to play."""
        self._recorder = Recorder(self.server)
        command = [sys.executable, "-m", "tests.desktop.playing", json.dumps(told)]
        self._process = subprocess.Popen(
            command, env=self.server.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def plays(self) -> bool:
        """Whether something has been heard since the beginning."""
        assert self._recorder is not None
        return self._recorder.loudest() > decibels(-40.0)

    def record_anew(self) -> float:
        """Record from now on, where the sink before was lost; tell when that began."""
        assert self._recorder is not None
        self._recorder.stop()
        self._recorder = Recorder(self.server)
        return self._recorder.began

    def end(self) -> Played:
        """Wait until all was played."""
        assert self._process is not None
        assert self._recorder is not None
        told, _ = self._process.communicate(timeout=120)
        return Played(json.loads(told), self._recorder.stop(), self._recorder.began)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with running_server(tmp_path_factory.mktemp("sound")) as server:
        yield Stage(server)


@pytest.fixture(scope="module")
def played(stage: Stage) -> Played:
    """In quickly, two breaths, a pause, on again, out."""
    events = [[2.0, "next"], [3.0, "next"], [17.0, "pause"], [20.0, "resume"], [24.0, "come_out"]]
    stage.begin(seconds=29, events=events, voice=True, levels={"sea": 0.0, "voicing": "glide"})
    return stage.end()


def test_every_bell_is_heard_at_its_time(played: Played) -> None:
    for kind, frequency in (("begin", 440.0), ("come_out", 659.3), ("resumed", 440.0)):
        (due,) = played.cues(kind)
        # A sign that an event brings is heard a tenth of a second after it at the most.
        late = onset(around(played.at(due - ROUGHLY, 1.0), frequency)) - ROUGHLY
        assert -ROUGHLY < late < 0.1 + ROUGHLY, (kind, late)
        assert played.pitch(due + 0.15) == pytest.approx(frequency, rel=0.02)


def test_in_rises_and_out_falls_where_they_are_due(played: Played) -> None:
    first_in, first_out = played.cues("inhale")[0], played.cues("exhale")[0]
    assert first_out == pytest.approx(first_in + 4.0)
    rising = [played.pitch(first_in + at) for at in (1.2, 3.0)]
    falling = [played.pitch(first_out + at) for at in (1.0, 4.2)]
    assert rising[1] > 1.08 * rising[0]
    assert falling[0] > 1.08 * falling[1]


def test_words_are_heard_in_time_and_nothing_is_clipped(played: Played) -> None:
    words = [(at - played.start, text) for at, kind, text in played.log["cues"] if kind == "say"]
    # The words of settling are cut short by going on at once.
    for due, text in [said for said in words if said[1] != "Let your eyes close."]:
        hummed = low(played.at(due - 0.5, 1.5))
        assert abs(onset(hummed) - 0.5) < 0.2, text
    assert {"In.", "Let the floor hold you.", "Bend your knees."} <= {text for _, text in words}
    assert float(np.abs(played.samples).max()) < 0.501


def test_a_pause_is_silent_after_a_tenth_of_a_second_until_it_is_over(played: Played) -> None:
    assert played.is_heard(16.0, 17.0)
    assert level(played.at(17.1 + ROUGHLY, 2.8 - 2 * ROUGHLY)) < -75.0
    assert played.is_heard(20.1, 21.0)


def test_nothing_is_left_after_a_session(played: Played) -> None:
    assert played.log["threads"] == ["MainThread"]
    assert not [file for file in played.log["files"] if "pulse" in file or "snd" in file]
    assert [state for _, state in played.log["health"]][-1] == "playing"


def test_a_device_that_goes_and_comes_back_is_heard_again_within_two_seconds(stage: Stage) -> None:
    stage.begin(seconds=11, events=[[1.0, "next"], [2.0, "next"]], levels={"sea": 0.0})
    assert until(stage.plays, 20)
    stage.server.unplug()
    stage.server.plug_in()
    began = stage.record_anew()
    played = stage.end()
    back = began - played.start
    assert back < 8.0
    assert played.is_heard(back + 2.0, 10.5)
    states = [state for _, state in played.log["health"]]
    assert states[-1] == "playing"
    assert played.log["threads"] == ["MainThread"]


def test_a_sound_server_that_is_killed_and_started_again_is_heard_again(stage: Stage) -> None:
    stage.begin(seconds=11, events=[[1.0, "next"], [2.0, "next"]], levels={"sea": 0.0})
    assert until(stage.plays, 20)
    stage.server.kill()
    stage.server.start()
    began = stage.record_anew()
    played = stage.end()
    back = began - played.start
    assert back < 8.0
    assert played.is_heard(back + 2.0, 10.5)
    assert "stuck" in [state for _, state in played.log["health"]]


def test_the_server_throws_no_sound_away_and_complains_of_nothing_while_nobody_listens_closely(
    stage: Stage,
) -> None:
    # A recorder makes the server take little at a time, which hides what a person would lose; and the server has another
    # rate than ALSA says.
    events = [[0.8, "next"], [1.2, "next"], [1.8, "pause"], [2.2, "resume"]]
    command = [sys.executable, "-m", "tests.desktop.playing", json.dumps({"seconds": 3, "events": events})]
    done = subprocess.run(command, env=stage.server.environment, capture_output=True, text=True, check=True)
    log = json.loads(done.stdout)
    assert (log["missed"], done.stderr.count("underrun")) == (0, 0)
