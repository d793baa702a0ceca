"""What the values of settings are called wherever they are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.settings import GuidanceName, LookName, WallSide


def guidance_text(guidance: GuidanceName) -> str:
    """Name how much is said."""
    match guidance:
        case "full":
            return tr("All words")
        case "short":
            return tr("Few words")
        case "bells":
            return tr("Bells")


def look_text(look: LookName) -> str:
    """Name a look."""
    match look:
        case "system":
            return tr("As the system")
        case "dusk":
            return tr("Dusk")
        case "linen":
            return tr("Linen")


def side_text(side: WallSide) -> str:
    """Name a side."""
    match side:
        case "left":
            return tr("left")
        case "right":
            return tr("right")
