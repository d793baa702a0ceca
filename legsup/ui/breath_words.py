"""In, out and hold as words, and how clearly each stands there: it comes and goes softly within its part of the breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legsup.domain.breath import Phase
from legsup.ui.figure.motion import eased
from legsup.ui.words import tr

if TYPE_CHECKING:
    from legsup.domain.breath import Breath

#: The share of a phase in which its word comes, and the same in which it goes: at a turn none is seen.
_COMES = 0.25
#: Steps of clearness that are told apart, so that little is painted.
_STEPS = 32


def word_of(breath: Breath) -> str:
    """Name what the breath does."""
    match breath.phase:
        case Phase.INHALE:
            return tr("In")
        case Phase.EXHALE:
            return tr("Out")
        case (
            Phase.HOLD_FULL | Phase.HOLD_EMPTY
        ):  # pragma: no branch - the type checker proves that no phase is missing
            return tr("Hold")


def every_word() -> tuple[str, ...]:
    """Give all that may stand there, so that room for the longest is kept."""
    return tr("In"), tr("Out"), tr("Hold")


def clearness(breath: Breath, *, still: bool = False) -> float:
    """Tell how clearly the word stands there (0-1); a still one is whole from turn to turn."""
    if still:
        return 1.0
    nearest = min(breath.fraction, 1.0 - breath.fraction)
    return round(eased(nearest / _COMES) * _STEPS) / _STEPS
