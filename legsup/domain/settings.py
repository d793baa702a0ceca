"""The settings: what the person chose, with the defaults of a first start."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Minutes proposed for the first practice ever, and from then on until one is chosen (D01, D04, D05).
FIRST_MINUTES = 2.0
LATER_MINUTES = 5.0
#: The default breath and the guidances as they are written; breath and sequence own them, and are not needed to read
#: settings (a test holds them to one another).
DEFAULT_PATTERN = "4-6"
GUIDANCES = ("bells", "short", "full")
#: The sequence proposed at first.
FIRST_SEQUENCE = "legs-up-the-wall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that is kept between two starts.

    ``minutes`` None means that none was chosen yet; ``pattern`` is written as people name it (``4-6``, ``own``).
    ``lie_down`` and ``seated_rest`` are seconds, None the sequence's own. ``cleared`` is the day (ISO) on which the
    person said that nothing on the list of who should not do this applies: the outcome alone, no condition is kept.
    ``practised`` turns True with the first practice that was recorded.
    ``voice_rate`` is how fast a voice speaks that is made here, as a share of a calm one (0.8-1.4).
    Volumes are 0-1 of what the sounds were levelled at; ``bells`` names kinds of cues whose bell is off (None) or a file
    of the person's own; ``text_size`` is per cent.
    """

    sequence: str = FIRST_SEQUENCE
    minutes: float | None = None
    pattern: str = DEFAULT_PATTERN
    ease_in: bool = True
    guidance: str = "full"
    half_way: bool = False
    hands_near: bool = False
    lie_down: float | None = None
    seated_rest: float | None = None
    cleared: str | None = None
    practised: bool = False
    look: Literal["system", "dusk", "linen"] = "system"
    wall_side: Literal["left", "right"] = "right"
    still_figure: bool = False
    text_size: int = 100
    sound: Literal["sounddevice", "simpleaudio", "silent"] = "sounddevice"
    muted: bool = False
    cues_volume: float = 1.0
    voice_volume: float = 1.0
    sea_volume: float = 1.0
    voice_rate: float = 1.0
    voice: Literal["auto", "pack", "system", "espeak-ng", "flite", "shipped"] = "auto"
    bells: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
