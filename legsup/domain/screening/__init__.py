"""Screening: what each answer about a person's body opens, asks for first or closes, and for how long that stands.

Answers about health live in memory while they are given; the outcome alone is kept.
"""

from __future__ import annotations

from legsup.domain.screening.do_not_do import DoNotDoList, needs_clearing

__all__ = ["DoNotDoList", "needs_clearing"]
