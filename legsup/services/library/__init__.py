"""The library of sequences and poses: reads the shipped files and a person's own, and tells every fault of a bad one.

It loads cattrs and tomllib, so it is imported on first need, never before the first paint.
"""

from __future__ import annotations

from legsup.services.library.library import Library, UnknownSequenceError

__all__ = ["Library", "UnknownSequenceError"]
