"""The prepared voice: makes the lines of a plan ready one after another, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from legsup.domain.sound import Clip
from legsup.domain.speech import speaking_seconds
from legsup.services.voice.speaker import VoiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from legsup.services.voice.cache import Cache
    from legsup.services.voice.speaker import Speaker

#: Closing does not wait longer than this for a line that is being made.
PATIENCE = 1.0
#: Full scale of 16-bit samples.
FULL = 32767.0

_log = logging.getLogger(__name__)


class Kept:
    """A clip in half the memory: some hundred of them wait through a session, and most are never said."""

    def __init__(self, clip: Clip) -> None:
        """Keep it as 16-bit samples; no clip is levelled up to full scale."""
        self._rate = clip.rate
        self._samples = np.round(np.frombuffer(clip.pcm, np.float32) * FULL).astype(np.int16)

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
        #: How each line that is ready is had.
        self._ready: dict[str, Callable[[], Clip | None]] = {}
        self._wanted: list[str] = []
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closing = False

    def prepare(self, texts: Iterable[str]) -> None:
        """Begin to make clips of these texts, in this order; clips of texts that are not among them are let go."""
        wanted = list(dict.fromkeys(texts))
        with self._lock:
            self._ready = {text: clip for text, clip in self._ready.items() if text in wanted}
            self._wanted = [text for text in wanted if text not in self._ready]
            self._closing = False
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()

    def clip(self, text: str) -> Clip | None:
        """Give the clip of a text if it is ready."""
        ready = self._ready.get(text)
        return None if ready is None else ready()

    def has(self, text: str) -> bool:
        """Tell whether the clip of a text is ready."""
        return text in self._ready

    def close(self) -> None:
        """Stop making clips, and let go of those that were made."""
        with self._lock:
            self._closing = True
            self._wanted.clear()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(PATIENCE)
        self._ready = {}
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
            said = self._said(text)
            if said is not None and not self._closing:
                speaker, clip = said
                # Decoded they would take half of a session's memory, and each is decoded in some hundredths of a second.
                self._ready[text] = (
                    partial(self._spoken, speaker, text) if speaker.is_at_hand else Kept(clip).clip
                )

    def made(self, text: str) -> Clip | None:
        """Make the clip of a text here and now, which may take seconds; None where no voice has words for it."""
        said = self._said(text)
        return None if said is None else said[1]

    def _said(self, text: str) -> tuple[Speaker, Clip] | None:
        """Give the first voice that has words for a text, and its clip."""
        for speaker in tuple(self._speakers):
            try:
                clip = self._by(speaker, text)
            except VoiceError as fault:
                _log.info("%s is silent: %s", speaker.name, fault)
                speaker.close()
                self._speakers.remove(speaker)
                continue
            if clip is not None:
                return speaker, clip
        return None

    def _by(self, speaker: Speaker, text: str) -> Clip | None:
        kept = self._cache.get(speaker.name, text) if speaker.is_slow else None
        if kept is not None:
            return kept
        clip = self._spoken(speaker, text)
        if clip is not None and speaker.is_slow:
            self._cache.put(speaker.name, text, clip)
        return clip

    def _spoken(self, speaker: Speaker, text: str) -> Clip | None:
        return speaker.speak(text, speaking_seconds(text, self._rate))
