"""How errors are worded for people: by their file and what is wrong, without the system's numbers."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from legsup.private import NotPlainError
from legsup.telling import tell, why


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


class Full(StringIO):
    """A stream whose disk is full."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_what_a_full_stream_does_not_take_is_said_on_the_other_from_then_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = StringIO()
    monkeypatch.setattr(sys, "stderr", Full())
    monkeypatch.setattr(sys, "stdout", left)
    for text in ("once", "twice"):
        tell(text)
    assert left.getvalue() == "once\ntwice\n"
    assert sys.stderr is None, "Python writes nothing more onto it at its exit"
    monkeypatch.setattr(sys, "stdout", Full())
    tell("nowhere")
    assert (sys.stdout, sys.stderr) == (None, None)
