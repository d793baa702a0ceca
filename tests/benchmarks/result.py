"""What a benchmark measured, against its goal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One number: what was measured, in which unit, what was asked for, and whether it is met."""

    name: str
    value: float
    unit: str
    goal: str
    ok: bool
