"""How errors are worded for people: by their file and what is wrong, without the system's numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from legsup.private import NotPlainError
from legsup.telling import why


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied", "/a/b"), "/a/b: Permission denied"),
        (PermissionError(13, "Permission denied", "/a/c"), "Permission denied"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("of a library's own"), "of a library's own"),
        (ValueError("no number"), "no number"),
        (NotPlainError(Path("/a/b")), "/a/b is no plain file; move it away, or give it another name"),
    ],
)
def test_an_error_is_told_without_its_number(error: Exception, told: str) -> None:
    assert why(error, Path("/a/c")) == told
