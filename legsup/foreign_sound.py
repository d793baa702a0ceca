"""Sound files that a person brings, judged before they are read: rate, channels, length and loudness have limits."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from legsup.foreign import SOUND, ForeignFileError, judge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Samples a second of what people record and play; channels of the largest rooms.
RATES, MOST_CHANNELS = (8_000, 192_000), 8
#: Seconds below which nothing is heard of a sound, and the peak above which a file holds no sound at all: a float file may
#: go beyond 1 by some decibels, not by a hundred.
SHORTEST, LOUDEST = 0.01, 8.0


class _Info(Protocol):
    samplerate: int
    channels: int
    frames: int


class _Soundfile(Protocol):
    def info(self, file: str) -> _Info: ...

    def read(
        self, file: str, *, frames: int, always_2d: bool, dtype: str
    ) -> tuple[NDArray[np.float32], int]: ...


def read_sound(
    path: str | Path, most_seconds: float, *, beginning: bool = False
) -> tuple[NDArray[np.float32], int]:
    """Read a sound file as mono samples, with their rate; ``beginning`` reads no more than the seconds of a longer one.

    Raises:
        ImportError: the library that reads it is missing.
        ForeignFileError: it is no sound that can be played.
        OSError: there is no such file, or it cannot be read.
    """
    judge(Path(path), SOUND)
    try:
        soundfile = cast("_Soundfile", importlib.import_module("soundfile"))
    except OSError as error:  # its own library is missing
        raise ImportError(str(error)) from error
    try:
        info = soundfile.info(str(path))
        _demand(info, most_seconds, beginning=beginning)
        frames, rate = soundfile.read(
            str(path), frames=int(most_seconds * info.samplerate), always_2d=True, dtype="float32"
        )
    except ForeignFileError:
        raise
    except (RuntimeError, ValueError, TypeError, OverflowError, MemoryError) as error:
        raise ForeignFileError("a sound file", str(error)) from error
    peak = float(abs(frames).max()) if len(frames) else 0.0
    if not peak <= LOUDEST:  # also what is not a number
        raise ForeignFileError(f"samples up to {LOUDEST:g}", f"a peak of {peak:g}")
    return frames.mean(axis=1, dtype="float32"), rate


def _demand(info: _Info, most_seconds: float, *, beginning: bool) -> None:
    if not RATES[0] <= info.samplerate <= RATES[1]:
        raise ForeignFileError(f"{RATES[0]} to {RATES[1]} samples a second", str(info.samplerate))
    if not 1 <= info.channels <= MOST_CHANNELS:
        raise ForeignFileError(f"1 to {MOST_CHANNELS} channels", str(info.channels))
    seconds = info.frames / info.samplerate
    if seconds < SHORTEST:
        raise ForeignFileError(f"at least {SHORTEST:g} seconds", f"{seconds:.5f}")
    if seconds > most_seconds and not beginning:
        raise ForeignFileError(f"at most {most_seconds:g} seconds", f"{seconds:.0f}")
