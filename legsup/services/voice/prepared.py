"""The prepared voice: makes the lines of a plan ready one after another, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.sound import Clip
from legsup.domain.speech import speaking_seconds
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from legsup.services.voice.cache import Cache
    from legsup.services.voice.speaker import Speaker

#: Closing does not wait longer than this for a line that is being made.
PATIENCE = 1.0
#: Full scale of 16-bit samples.
FULL = 32767.0

_log = logging.getLogger(__name__)


class Kept:
    """A clip in half the memory: some eighty of them wait through a session, and most are never said."""

    def __init__(self, clip: Clip) -> None:
        """Keep it as 16-bit samples; no clip is levelled up to full scale."""
        self._rate = clip.rate
        self._samples = np.round(np.frombuffer(clip.pcm, np.float32) * FULL).astype(np.int16)

    @property
    def clip(self) -> Clip:
        """Give it as it was."""
        return Clip(self._rate, (self._samples / np.float32(FULL)).tobytes())


class PreparedVoice:
    """Several voices in order of preference behind one: the first that has words for a line says it."""

    def __init__(self, speakers: Sequence[Speaker], cache: Cache, rate: float = 1.0) -> None:
        """Speak by these voices, keeping what took long to make; a ``rate`` below 1 lets each line last longer."""
        self._rate = min(1.0, rate)
        self._speakers = list(speakers)
        self._cache = cache
        self._clips: dict[str, Kept] = {}
        self._wanted: list[str] = []
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closing = False

    def prepare(self, texts: Iterable[str]) -> None:
        """Begin to make clips of these texts, in this order; clips of texts that are not among them are let go."""
        wanted = list(dict.fromkeys(texts))
        with self._lock:
            self._clips = {text: clip for text, clip in self._clips.items() if text in wanted}
            self._wanted = [text for text in wanted if text not in self._clips]
            self._closing = False
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()

    def clip(self, text: str) -> Clip | None:
        """Give the clip of a text if it is ready."""
        kept = self._clips.get(text)
        return None if kept is None else kept.clip

    def close(self) -> None:
        """Stop making clips, and let go of those that were made."""
        with self._lock:
            self._closing = True
            self._wanted.clear()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(PATIENCE)
        self._clips = {}
        self._rest()

    def _rest(self) -> None:
        for speaker in tuple(self._speakers):
            speaker.close()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted or self._closing:
                    # Nothing more is to be made for now: what a voice keeps running for it need not run on.
                    self._rest()
                    self._thread = None
                    return
                text = self._wanted.pop(0)
            clip = self.made(text)
            if clip is not None and not self._closing:
                self._clips[text] = Kept(clip)

    def made(self, text: str) -> Clip | None:
        """Make the clip of a text here and now, which may take seconds; None where no voice has words for it."""
        for speaker in tuple(self._speakers):
            try:
                clip = self._by(speaker, text)
            except VoiceError as fault:
                _log.info("%s is silent: %s", speaker.name, fault)
                speaker.close()
                self._speakers.remove(speaker)
                continue
            if clip is not None:
                return clip
        return None

    def _by(self, speaker: Speaker, text: str) -> Clip | None:
        kept = self._cache.get(speaker.name, text) if speaker.is_slow else None
        if kept is not None:
            return kept
        clip = speaker.speak(text, speaking_seconds(text, self._rate))
        if clip is not None and speaker.is_slow:
            self._cache.put(speaker.name, text, clip)
        return clip
