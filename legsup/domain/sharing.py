"""Sharing a time among parts by weight, where parts have a most or a least."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def shared_with_caps(total: float, weights: Sequence[float], most: Sequence[float | None]) -> list[float]:
    """Share ``total`` by weight; what a part cannot take above its most goes to the others.

    Weights are positive. Where all parts are full the rest is shared no further, and the parts sum to less.
    """
    caps = [inf if cap is None else cap for cap in most]
    full: set[int] = set()
    while True:
        shares = _by_weight(total, weights, {part: caps[part] for part in full})
        over = {part for part, share in enumerate(shares) if share > caps[part]} - full
        if not over:
            return shares
        full |= over


def shared_with_floors(total: float, weights: Sequence[float], least: Sequence[float]) -> list[float]:
    """Share ``total`` by weight, no part below its least; where the leasts need more than the total, they stand."""
    low: set[int] = set()
    while True:
        shares = _by_weight(total, weights, {part: least[part] for part in low})
        under = {part for part, share in enumerate(shares) if share < least[part]} - low
        if not under:
            return shares
        low |= under


def _by_weight(total: float, weights: Sequence[float], fixed: dict[int, float]) -> list[float]:
    """Share what the fixed parts leave; a weight that is nought takes nothing."""
    rest = max(0.0, total - sum(fixed.values()))
    whole = sum(weight for part, weight in enumerate(weights) if part not in fixed) or 1.0
    return [fixed.get(part, rest * weight / whole) for part, weight in enumerate(weights)]
