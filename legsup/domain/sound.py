"""Values of what is heard, as they cross rooms: levels, clips of speech, and how the loudspeaker is doing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from legsup.domain.cues import CueKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.voicing import VoicingName

#: Cues are never quieter than this share of full level, so that no hold is silent unless all is muted.
LEAST_CUES = 0.1
#: Kinds that are struck once, like a bell; the others are breath tones and words.
BELLS = (
    CueKind.BEGIN,
    CueKind.STEP,
    CueKind.NOTE,
    CueKind.SWITCH_SIDES,
    CueKind.HALF_WAY,
    CueKind.ONE_MINUTE_LEFT,
    CueKind.COME_OUT,
    CueKind.RESUMED,
    CueKind.RECALL,
    CueKind.END,
)
#: Bytes of one sample of a clip: a 32-bit float.
SAMPLE_BYTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """How loud each part is, from 0 (off) to 1 (as made), and which of the sounds that can be chosen are.

    ``bells`` names the kinds whose bell is not the shipped one: None for off, else the path of the person's own file.
    The note cannot be off: where no breath is paced, it alone tells that the session goes on.
    ``mute`` silences everything. ``voicing`` is how the breath sounds; ``sea_throughout`` lets the sea begin at once and
    stay to the end.

    Raises:
        ValueError: a level is not within 0 and 1, ``bells`` names a kind that has no bell, or switches the note off.
    """

    cues: float = 1.0
    voice: float = 1.0
    sea: float = 1.0
    mute: bool = False
    bells: Mapping[CueKind, str | None] = field(default_factory=dict[CueKind, "str | None"])
    voicing: VoicingName = "pad"
    sea_throughout: bool = False

    def __post_init__(self) -> None:
        for name, level in (("cues", self.cues), ("voice", self.voice), ("sea", self.sea)):
            if not 0.0 <= level <= 1.0:
                message = f"level of {name} is {level:g}; expected 0 to 1"
                raise ValueError(message)
        strange = [kind for kind in self.bells if kind not in BELLS]
        if strange:
            message = f"{strange[0]} has no bell; expected one of {', '.join(BELLS)}"
            raise ValueError(message)
        if CueKind.NOTE in self.bells and self.bells[CueKind.NOTE] is None:
            message = "the note cannot be off; expected a file, or the shipped bell"
            raise ValueError(message)

    @property
    def heard_cues(self) -> float:
        """The level that cues really have: never 0, since silence in a hold must always be a sign."""
        return max(LEAST_CUES, self.cues)


@dataclass(frozen=True, slots=True)
class Clip:
    """Mono sound: ``pcm`` holds 32-bit floats in the machine's byte order, ``rate`` of them a second."""

    rate: int
    pcm: bytes = field(repr=False)

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.pcm) / SAMPLE_BYTES / self.rate


class Progress(StrEnum):
    """What is known of an output, judged by what it plays and not by what it says of itself."""

    NOT_STARTED = "not_started"
    PLAYING = "playing"
    STUCK = "stuck"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class SoundHealth:
    """How the loudspeaker is doing: the device's name, whether it plays, and the reason where it does not."""

    device: str
    progress: Progress
    reason: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether sound really reaches a device."""
        return self.progress is Progress.PLAYING
