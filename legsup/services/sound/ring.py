"""The ring between the writer of sound and an output: ready bytes, counted in frames, and what the output said."""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple

import numpy as np

from legsup.domain.sound import SAMPLE_BYTES

#: Seconds in which what is put in place of something else comes in: it may begin anywhere in a tone.
SOFT = 0.003


class Said(NamedTuple):
    """What an output said: a frame, when it is heard, and when it said so (s on the monotonic clock)."""

    frame: int
    audible_at: float
    at: float


class Ring:
    """Bytes that are ready to be heard; the output's thread only copies."""

    def __init__(self, channels: int) -> None:
        """Hold frames of so many samples."""
        self._frame_bytes = SAMPLE_BYTES * channels
        self._lock = threading.Lock()
        self._ready = bytearray()
        self._said: deque[Said] = deque()
        self._fed = 0
        self._begins: tuple[float, int] | None = None
        self.missed = 0

    @property
    def written(self) -> int:
        """How many frames were ever written or missed: the number of the next frame to be written."""
        with self._lock:
            return self._fed + len(self._ready) // self._frame_bytes

    @property
    def ready(self) -> int:
        """How many frames lie ready."""
        with self._lock:
            return len(self._ready) // self._frame_bytes

    def put(self, pcm: bytes) -> None:
        """Add what comes next."""
        with self._lock:
            self._ready += pcm

    def replace(self, pcm: bytes, begins: float | None = None, rate: int = 0) -> None:
        """Put something else in place of all that lies ready; frames count from here anew.

        ``begins`` is when its first frame is due to be heard (s on the monotonic clock, ``rate`` frames a second): what an
        output hears only later lacks so much of its beginning, and is in time from the first frame on.
        """
        with self._lock:
            self._ready = bytearray(pcm)
            self._said.clear()
            self._fed = 0
            self._begins = None if begins is None else (begins, rate)

    def next_frames(self, frames: int, audible_at: float, now: float) -> bytes:
        """Give the next frames, fewer where fewer are ready; what is missing counts as played."""
        with self._lock:
            if self._begins is not None:
                self._begin(audible_at, *self._begins)
                self._begins = None
            self._said.append(Said(self._fed, audible_at, now))
            wanted = frames * self._frame_bytes
            given = bytes(self._ready[:wanted])
            del self._ready[:wanted]
            self._fed += frames
            self.missed += frames - len(given) // self._frame_bytes
            return given

    def said(self) -> tuple[Said, ...]:
        """Give what the output said since this was last asked."""
        with self._lock:
            said = tuple(self._said)
            self._said.clear()
            return said

    def _begin(self, audible_at: float, begins: float, rate: int) -> None:
        """Leave out what was due before it can be heard, and let the rest come in softly."""
        del self._ready[: max(0, round((audible_at - begins) * rate)) * self._frame_bytes]
        soft = bytes(self._ready[: round(SOFT * rate) * self._frame_bytes])
        frames = np.frombuffer(soft, np.float32).reshape(-1, self._frame_bytes // SAMPLE_BYTES)
        rising = np.linspace(0.0, 1.0, len(frames), dtype=np.float32).reshape(-1, 1)
        self._ready[: len(soft)] = (frames * rising).tobytes()
