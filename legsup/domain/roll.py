"""To which side one rolls: the one that is liked, or the one that the screening asks for."""

from __future__ import annotations

from enum import StrEnum


class Roll(StrEnum):
    """To which side one rolls on the way out; ``agreed``: the left and the quiet one are both asked for."""

    LIKED = "liked"
    LEFT = "left"
    QUIET = "quiet"
    AGREED = "agreed"
