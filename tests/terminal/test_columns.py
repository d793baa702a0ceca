"""Lines written into a terminal are as wide as it is, so that no word is broken; into a file they are as they are read best."""

from __future__ import annotations

import os
import struct
import sys
from select import select

import pytest

from legsup.terminal import doctor_verb
from legsup.terminal.columns import columns
from legsup.terminal.finding import Finding
from legsup.terminal.session.asking import say
from legsup.terminal.session.plain import Plain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are Unix's")
#: A paragraph with an end to look for.
WORDS = "a sudden bad headache, a sudden change in your sight, or weakness on one side. " * 3 + "End."


@pytest.mark.parametrize("width", [30, 40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 - not on Windows
    import pty  # noqa: PLC0415 - the same
    import termios  # noqa: PLC0415 - the same

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with os.fdopen(theirs, "w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        say(WORDS)
        doctor_verb.print_finding(Finding("sound", WORDS))
        Plain(out).tell(WORDS)
        monkeypatch.undo()
        said = b""
        while said.count(b"\n") < 1 or select([ours], [], [], 0)[0]:
            said += os.read(ours, 4096)
    os.close(ours)
    lines = said.decode().replace("\r", "").split("\n")
    assert max(map(len, lines)) < width
    assert " ".join(" ".join(lines).split()).count(" ".join(WORDS.split())) == 3


def test_what_is_no_terminal_gets_the_width_that_reads_best(monkeypatch: pytest.MonkeyPatch) -> None:
    assert columns(78) == 78
    monkeypatch.setattr(sys, "stdout", None)
    assert columns(78) == 78
