"""Sound files of speech: read in any format that soundfile knows, kept as plain WAV."""

from __future__ import annotations

import wave
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from legsup.foreign import SOUND as MOST_BYTES
from legsup.foreign import ForeignFileError, read_bytes
from legsup.foreign_sound import read_sound
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from pathlib import Path

    from legsup.domain.sound import Clip
    from legsup.services.voice.loudness import Samples

#: Full scale of 16-bit samples.
FULL = 32768.0
SAMPLE_WIDTH = 2
#: Seconds of the longest clip: no line takes half a minute.
MOST_SECONDS = 60.0


def read_any(path: Path) -> tuple[Samples, int]:
    """Read a sound file as mono samples, with their rate.

    Raises:
        VoiceError: the library that reads it is missing.
        ValueError: it cannot be read as sound.
    """
    try:
        return read_sound(path, MOST_SECONDS)
    except ImportError as fault:
        message = f"clips need the soundfile library ({fault})"
        raise VoiceError(message) from fault
    except (OSError, ForeignFileError) as fault:
        message = f"{path} cannot be read as sound ({fault})"
        raise ValueError(message) from fault


def read_wave(path: Path) -> tuple[Samples, int]:
    """Read a 16-bit WAV file as mono samples, with their rate.

    Raises:
        OSError: it cannot be opened.
        ValueError: it is no such file.
    """
    try:
        with wave.open(BytesIO(read_bytes(path, MOST_BYTES)), "rb") as file:
            if file.getsampwidth() != SAMPLE_WIDTH:
                message = f"{path} holds no 16-bit samples"
                raise ValueError(message)
            rate, channels = file.getframerate(), file.getnchannels()
            pcm = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as fault:
        message = f"{path} is no WAV file ({fault})"
        raise ValueError(message) from fault
    frames = np.frombuffer(pcm[: len(pcm) // (SAMPLE_WIDTH * channels) * SAMPLE_WIDTH * channels], np.int16)
    return (frames.reshape(-1, channels).mean(axis=1) / FULL).astype(np.float32), rate


def as_wave(clip: Clip) -> bytes:
    """Give what stands in a 16-bit WAV file of a clip."""
    samples = np.frombuffer(clip.pcm, np.float32)
    content = BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_WIDTH)
        file.setframerate(clip.rate)
        file.writeframes(np.round(np.clip(samples, -1.0, 1.0) * (FULL - 1.0)).astype(np.int16).tobytes())
    return content.getvalue()
