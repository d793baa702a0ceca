"""How the breath sounds: the names of its voicings."""

from __future__ import annotations

from typing import Literal, get_args

VoicingName = Literal["glide", "steps", "pad"]
VOICINGS: tuple[VoicingName, ...] = get_args(VoicingName)
