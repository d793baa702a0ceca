"""Stages: the parts of a practice that steps belong to, and all that follows from belonging to one."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """A part of a practice within which Back moves."""

    IN = "in"
    HOLDING = "holding"
    OUT = "out"
    REST = "rest"


class Stage(StrEnum):
    """The part of a practice that a step belongs to, and all that follows from it."""

    PREPARE = "prepare"
    ENTER = "enter"
    SETTLE = "settle"
    HOLD = "hold"
    CHANGE = "change"
    COME_OUT = "come_out"
    REST = "rest"

    @property
    def order(self) -> int:
        """Where it comes in a practice; holds and the changes between them alternate."""
        match self:
            case Stage.PREPARE:
                return 0
            case Stage.ENTER:
                return 1
            case Stage.SETTLE:
                return 2
            case Stage.HOLD | Stage.CHANGE:
                return 3
            case Stage.COME_OUT:
                return 4
            case Stage.REST:  # pragma: no branch - the type checker proves that no stage is missing
                return 5

    @property
    def part(self) -> Part:
        """The part of a practice within which Back moves."""
        match self:
            case Stage.PREPARE | Stage.ENTER | Stage.SETTLE:
                return Part.IN
            case Stage.HOLD | Stage.CHANGE:
                return Part.HOLDING
            case Stage.COME_OUT:
                return Part.OUT
            case Stage.REST:  # pragma: no branch - the type checker proves that no stage is missing
                return Part.REST

    @property
    def gets_in(self) -> bool:
        """Whether its steps share the time to lie down."""
        match self:
            case Stage.PREPARE | Stage.ENTER:
                return True
            case (
                Stage.SETTLE | Stage.HOLD | Stage.CHANGE | Stage.COME_OUT | Stage.REST
            ):  # pragma: no branch - the type checker proves that no stage is missing
                return False

    @property
    def may_lie(self) -> bool:
        """Whether one may lie in it: getting ready is done on one's feet, whatever pose a step shows."""
        match self:
            case Stage.PREPARE:
                return False
            case (
                Stage.ENTER | Stage.SETTLE | Stage.HOLD | Stage.CHANGE | Stage.COME_OUT | Stage.REST
            ):  # pragma: no branch - the type checker proves that no stage is missing
                return True

    @property
    def legs_are_up(self) -> bool:
        """Whether the legs count as up in a step that does not say."""
        match self:
            case Stage.SETTLE | Stage.HOLD | Stage.CHANGE:
                return True
            case (
                Stage.PREPARE | Stage.ENTER | Stage.COME_OUT | Stage.REST
            ):  # pragma: no branch - the type checker proves that no stage is missing
                return False

    @property
    def leads_out(self) -> bool:
        """Whether the holds are over: from it there is no way back into one."""
        match self:
            case Stage.COME_OUT | Stage.REST:
                return True
            case (
                Stage.PREPARE | Stage.ENTER | Stage.SETTLE | Stage.HOLD | Stage.CHANGE
            ):  # pragma: no branch - the type checker proves that no stage is missing
                return False

    @property
    def is_looked_at(self) -> bool:
        """Whether the person may still be looking; later a change of pose is shown once, as the body makes it."""
        return self.part is Part.IN
