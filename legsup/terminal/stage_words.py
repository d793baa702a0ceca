"""What each stage is called in the terminal and in a written plan, in English."""

from __future__ import annotations

from legsup.domain.sequence import Stage


def stage_words(stage: Stage) -> str:  # noqa: PLR0911 - one word a stage
    """Tell what a stage is called."""
    match stage:
        case Stage.PREPARE:
            return "make ready"
        case Stage.ENTER:
            return "lie down"
        case Stage.SETTLE:
            return "settle"
        case Stage.HOLD:
            return "rest"
        case Stage.CHANGE:
            return "change"
        case Stage.COME_OUT:
            return "come out"
        case Stage.REST:  # pragma: no branch - the type checker proves that no stage is missing
            return "sit a while"
