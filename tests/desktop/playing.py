"""Plays a session through the real engine, as told on the command line, and prints what it did: run as a process.

python -m tests.desktop.playing '{"minutes": 0.5, "seconds": 20, "events": [[5, "pause"]]}'

With ``"practice": "legs-up-the-wall"`` it is that shipped practice with the shipped voice, played from the click on, to
6 s after its end sign.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from legsup.domain.machine import ready, step
from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.domain.session import Event, Session
from legsup.domain.settings import Settings
from legsup.domain.sound import Levels
from legsup.places import assets, in_folder
from legsup.practice.making_sound import voice_for
from legsup.services.clock import SystemClock
from legsup.services.library import Library
from legsup.services.sound.engine import Sound
from legsup.services.sound.memory import give_back
from legsup.services.sound.outputs.choice import OutputChoice, open_output
from tests.services.sounding import Humming, plan

if TYPE_CHECKING:
    from legsup.domain.plan import Plan
    from legsup.domain.ports import VoiceSource

#: How often memory is looked at, for what it is most of the time.
LOOKS = 9
#: Seconds that the end sign and its words take.
END_SIGN = 6.0
#: Seconds of a busy interface, and of rest after it.
BUSY, REST = 0.4, 0.3


class Playing:
    """One session, moved on in real time."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told
        self._clock = SystemClock()
        self._health: list[tuple[float, str]] = []
        self._cues: list[tuple[float, str, str]] = []
        self._folder = TemporaryDirectory(prefix="legsup-playing-")
        self._click = time.monotonic()
        voice = self._voice()
        self._output = open_output(OutputChoice(told.get("output", "sounddevice")))
        self._sound = Sound(self._output, Levels(**told.get("levels", {})), voice, self._clock, give_back)
        self._session = ready(self._plan())
        self._heard: float | None = None
        self._left: list[tuple[int, int]] = []
        self._while_playing: list[int] = []

    def run(self) -> dict[str, Any]:
        """Play as many sessions as were asked for, and tell what happened in the last."""
        for _ in range(1, self._told.get("sessions", 1)):
            self._play()
            self._session = ready(self._session.plan)
        return self._play()

    def _play(self) -> dict[str, Any]:
        self._sound.prepare(self._session.plan)
        if "practice" not in self._told:
            time.sleep(1.0)
        spent, began = time.process_time(), time.monotonic()
        self._send(Event.START)
        assert self._session.started is not None
        start = self._session.started.now
        events = list(self._told.get("events", []))
        busy = 0.0
        while time.monotonic() < start + self._told["seconds"] and not self._is_over:
            if events and time.monotonic() >= start + events[0][0]:
                self._send(Event(events.pop(0)[1]))
            self._send(Event.TICK)
            self._look()
            if self._told.get("busy"):
                busy += _burn(BUSY)
            time.sleep(REST if self._told.get("busy") else 0.05)
        self._while_playing.append(_settled_memory())
        spent, took = time.process_time() - spent - busy, time.monotonic() - began
        if self._session.beat.up:
            time.sleep(END_SIGN)
        player = self._sound.counts()
        self._sound.close()
        self._left.append((_memory(), len(_open_files())))
        return {
            "memory": [memory for memory, _ in self._left],
            "open_files": [files for _, files in self._left],
            "while_playing": self._while_playing,
            "start": start,
            "heard": None if self._heard is None else self._heard - self._click,
            "cues": self._cues,
            "health": self._health,
            "cpu": spent / took,
            "rate": self._output.rate,
            "missed": player.missed,
            "jumps": player.jumps,
            "threads": [thread.name for thread in threading.enumerate()],
            "files": _open_files(),
        }

    @property
    def _is_over(self) -> bool:
        return not self._session.is_active or self._session.beat.up

    def _plan(self) -> Plan:
        minutes = self._told.get("minutes", 0.5)
        if "practice" not in self._told:
            return plan(minutes)
        library = Library(assets())
        choices = Choices(minutes=minutes, desk=True, ease_in=False)
        return compile_plan(library.find(self._told["practice"]), choices, library.parts())

    def _voice(self) -> VoiceSource | None:
        if "practice" in self._told:
            return voice_for(Settings(), "en", in_folder(Path(self._folder.name)))
        return Humming() if self._told.get("voice") else None

    def _send(self, event: Event) -> None:
        before = self._session
        self._session, cues = step(before, event, self._clock.read())
        self._cues += [(cue.at, cue.kind.value, cue.text or "") for cue in cues]
        if _differs(before, self._session):
            self._sound.follow(self._session)

    def _look(self) -> None:
        health = self._sound.health()
        if self._heard is None and health.is_heard:
            self._heard = time.monotonic()
        now = health.progress.value
        if not self._health or self._health[-1][1] != now:
            self._health.append((time.monotonic(), now))


def _differs(before: Session, after: Session) -> bool:
    keys = ("revision", "status", "beat_index")
    return any(getattr(before, key) != getattr(after, key) for key in keys)


def _burn(seconds: float) -> float:
    """Keep the interpreter busy as a stuck interface does; tell the processor time that it took."""
    spent, end, count = time.thread_time(), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        count += 1
    return time.thread_time() - spent


def _open_files() -> list[str]:
    folder = Path("/proc/self/fd")
    return (
        sorted(str(file.readlink()) for file in folder.iterdir() if file.exists()) if folder.is_dir() else []
    )


def _settled_memory() -> int:
    """The same, as it is between two blocks of sound: the median of some looks."""
    looks: list[int] = []
    for _ in range(LOOKS):
        looks.append(_memory())
        time.sleep(0.1)
    return sorted(looks)[LOOKS // 2]


def _memory() -> int:
    """Resident memory in KiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


if __name__ == "__main__":
    json.dump(Playing(json.loads(sys.argv[1])).run(), sys.stdout)
