"""What a voice must be able to do to speak here, and how it says that it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from legsup.domain.sound import Clip


class VoiceError(Exception):
    """A voice is not to be had at all; the message tells why. It is not asked again in this session."""


class Speaker(Protocol):
    """One voice in one language."""

    @property
    def name(self) -> str:
        """What makes its clips its own: the engine, the voice and the language; fit for a folder's name."""
        ...

    @property
    def is_slow(self) -> bool:
        """Whether its clips are worth keeping for the next session."""
        ...

    @property
    def is_at_hand(self) -> bool:
        """Whether a line that it has spoken once comes again within some hundredths of a second, so that none need wait."""
        ...

    def speak(self, text: str, seconds: float) -> Clip | None:
        """Say a text within about so many seconds; None where this voice has no words for it.

        Raises:
            VoiceError: the voice cannot be had.
        """
        ...

    def close(self) -> None:
        """End what it runs; it may be asked again, and begins anew then."""
        ...
