"""How the natural voice says a text: its words' sounds, its sentences made one by one, the breaths between them.

The voice is hibari-tts with the one voice and model that its wheel holds. The package could fetch others, by their names;
so no name ever reaches it, and the model's own path is handed in. Only a child process and the maker of the shipped clips
load this: it brings the model into memory.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from legsup.domain.line_names import line_digest, sentences
from legsup.services.voice.levelling import levelled, trimmed
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legsup.domain.sound import Clip
    from legsup.services.voice.loudness import Samples

#: The voice's calm pace, as a share of its own.
PACE = 0.85
#: What outlasts its time is said faster, by so much at most, and a little more to be sure.
FASTEST, SURE = 1.25, 1.02
#: Seconds of breath after a sentence, by the sign at its end; and the least, where time is short.
BREATHS = {"?": 0.5, "\u2026": 0.5, ".": 0.42, ":": 0.4}
LEAST_BREATH = 0.35
#: What is said otherwise than it would be read: the verb, not the neighbour; and two names of the pose.
SOUNDS = (
    (re.compile(r"(?<=eyes )(close)\b"), "klˈOz"),
    (re.compile(r"\b(viparita)\b", re.IGNORECASE), "vˌɪpəɹˈitə"),
    (re.compile(r"\b(karani)\b", re.IGNORECASE), "kəɹˈɑni"),
    (re.compile(r"\b([sś]avasana)\b", re.IGNORECASE), "ʃəvˈɑsənə"),
)


class _Hibari(Protocol):
    sample_rate: int

    def phonemize(self, text: str) -> list[str]: ...

    def from_phonemes(self, phonemes: str, speed: float, seed: int) -> Samples: ...


class NaturalSpeech:
    """The voice with its model loaded."""

    def __init__(self) -> None:
        """Load it.

        Raises:
            VoiceError: its packages are not here, or fail.
        """
        try:
            package = cast("Any", importlib.import_module("hibari"))
            model = Path(str(package.__file__)).parent / "assets" / "hibari.onnx"
            self._voice: _Hibari = package.Hibari(model=str(model))
        except Exception as fault:
            message = f"hibari cannot be loaded ({fault})"
            raise VoiceError(message) from fault

    def say(self, text: str, seconds: float, rate: float = 1.0) -> Clip | None:
        """Say a text at a share of the calm pace; faster, and with shorter breaths, where it would outlast ``seconds``."""
        pace = PACE * rate
        clip = self._said(text, pace, BREATHS)
        if clip is None or clip.seconds <= seconds:
            return clip
        short = self._said(text, pace, {})
        if short is None or short.seconds <= seconds:
            return short
        return self._said(text, pace * min(FASTEST, SURE * short.seconds / seconds), {})

    def sounds(self, text: str) -> list[str]:
        """Tell the sounds of a sentence as the model reads them."""
        return self._voice.phonemize(as_sounded(text))

    def _said(self, text: str, pace: float, breaths: dict[str, float]) -> Clip | None:
        spoken = list(self._sentences(text, pace, breaths))
        return levelled(np.concatenate(spoken), self._voice.sample_rate) if spoken else None

    def _sentences(self, text: str, pace: float, breaths: dict[str, float]) -> Iterable[Samples]:
        rate, seed, breath = self._voice.sample_rate, int(line_digest(text), 16), 0.0
        for sentence in sentences(text):
            for sounds in self.sounds(sentence):
                if breath:
                    yield np.zeros(round(breath * rate), np.float32)
                # The same text is the same sound each time it is made: its breath of noise comes from its name.
                yield trimmed(self._voice.from_phonemes(sounds, pace, seed), rate)
                breath = breaths.get(sentence[-1], LEAST_BREATH)


def as_sounded(text: str) -> str:
    """Give a text with the sounds of some words written beside them, as the package reads them."""
    for words, sounds in SOUNDS:
        text = words.sub(rf"[\1](/{sounds}/)", text)
    return text
