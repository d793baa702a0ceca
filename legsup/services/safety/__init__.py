"""Reads what the app knows of safety: the screening with its words, and the evidence behind every claim.

It loads tomllib, so it is imported on first need, never before the first paint.
"""

from __future__ import annotations

from legsup.services.safety.evidence import read_evidence
from legsup.services.safety.screening import read_screening

__all__ = ["read_evidence", "read_screening"]
