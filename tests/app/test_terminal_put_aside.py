"""The terminal's screen on hard days: put aside by Ctrl-Z, closed, complained into; and text of wide characters."""

from __future__ import annotations

import io
import os
import select
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from legsup.domain.machine import ready, step
from legsup.domain.session import Event, Reading
from legsup.terminal.session.cells import centred, cut, width, wrapped
from tests.app.brief import screened_home, write_brief

if sys.platform == "win32":
    pytest.skip("pseudo-terminals and signals of POSIX", allow_module_level=True)

from legsup.terminal.session.aside import complaints_into
from legsup.terminal.session.canvas import Canvas
from legsup.terminal.session.light import Palette
from legsup.terminal.session.putting_aside import put_aside
from tests.app.test_terminal_session import Screen, command, journal_of
from tests.small_practice import wall_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typing_extensions import Buffer

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A practice that is drawn."""
    home = screened_home(tmp_path)
    shown = Screen(command(home, str(write_brief(home)), "--no-desk"))
    shown.read_until("Press Enter to begin")
    shown.press("\n")
    shown.read_until(ENTER)
    shown.read_until("esc come out")
    yield shown
    shown.close()


def test_put_aside_it_gives_the_screen_back_and_draws_it_whole_when_it_goes_on(screen: Screen) -> None:
    os.kill(screen.child.pid, signal.SIGTSTP)
    screen.read_until(LEAVE)
    assert os.waitid(os.P_PID, screen.child.pid, os.WSTOPPED | os.WNOWAIT) is not None
    os.kill(screen.child.pid, signal.SIGCONT)
    screen.read_until(ENTER)
    screen.read_until("esc come out")


class Woken(io.RawIOBase):
    """A terminal behind ``end``, on which the program goes on in the midst of the first row that is written."""

    def __init__(self, end: int) -> None:
        super().__init__()
        self.end = end
        self.written = 0

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.end

    def write(self, text: Buffer) -> int:
        self.written += 1
        if self.written == 2:  # the first is the other screen
            signal.raise_signal(signal.SIGCONT)
        return len(bytes(text))


def test_it_goes_on_in_the_midst_of_a_row_too() -> None:
    terminal, end = os.pipe()
    woken = Woken(end)
    session, _ = step(ready(wall_plan(None)), Event.START, Reading(0.0))
    signals = (signal.SIGTSTP, signal.SIGCONT)
    handlers = [signal.getsignal(each) for each in signals]
    with io.TextIOWrapper(io.BufferedWriter(woken), "utf-8") as out, Canvas(out, Palette()) as canvas:
        canvas.show(session, ())
        os.close(end)
        with os.fdopen(terminal, "rb") as seen:
            assert seen.read() == ENTER.encode()
        # All of it is drawn then: what stood there is the shell's.
        before = woken.written
        canvas.show(session, ())
        assert woken.written == before + 2
    assert [signal.getsignal(each) for each in signals] == handlers, "afterwards they mean what they meant"


def test_whoever_else_was_told_that_the_program_goes_on_is_told_still() -> None:
    told: list[str] = []
    before = signal.signal(signal.SIGCONT, lambda _number, _frame: told.append("other"))
    try:
        with put_aside(lambda: told.append("leave"), lambda: told.append("take again")):
            signal.raise_signal(signal.SIGCONT)
    finally:
        signal.signal(signal.SIGCONT, before)
    assert told == ["other", "take again"]


def test_closing_its_window_ends_it_as_stopped(screen: Screen, tmp_path: Path) -> None:
    for _ in range(3):  # on to the hold, so that there is something to keep
        screen.press("\n")
    screen.read_until("feet")
    os.close(screen.outer)
    screen.outer = os.open(os.devnull, os.O_RDONLY)
    os.kill(screen.child.pid, signal.SIGCONT)
    # The system hangs up, and so does the shell, some time later.
    with suppress(ProcessLookupError):
        for _ in range(4_000):
            os.kill(screen.child.pid, signal.SIGHUP)
            if screen.child.poll() is not None:
                break
            select.select([], [], [], 0.005)
    assert screen.child.returncode is not None
    assert [row["outcome"] for row in journal_of(tmp_path / "home")] == ["stopped"]


def test_what_others_complain_of_goes_into_the_log_only_while_it_would_be_seen(tmp_path: Path) -> None:
    log = tmp_path / "legsup.log"
    code = (
        "import os, sys; from pathlib import Path; from legsup.terminal.session.aside import complaints_into\n"
        f"with complaints_into(Path({str(log)!r})): os.write(2, b'ALSA lib: underrun\\n')\n"
        "os.write(2, b'seen again\\n'); os.write(1, b'ready\\n')"
    )
    screen = Screen([sys.executable, "-c", code])
    screen.read_until("seen again")
    screen.close()
    assert log.read_text(encoding="utf-8") == "ALSA lib: underrun\n"
    with complaints_into(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()


def test_a_log_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    log, victim = tmp_path / "legsup.log", tmp_path / "victim"
    victim.touch()
    log.symlink_to(victim)
    code = (
        "import os; from pathlib import Path; from legsup.terminal.session.aside import complaints_into\n"
        f"with complaints_into(Path({str(log)!r})): os.write(2, b'complaint')\n"
        "os.write(1, b'ready\\n')"
    )
    screen = Screen([sys.executable, "-c", code])
    screen.read_until("ready")
    screen.close()
    assert victim.read_bytes() == b""


@pytest.mark.parametrize("text", ["足を壁に上げる", "Beine hoch", "e\u0301te\u0301", "각 다리", ""])
@pytest.mark.parametrize("cells", [1, 2, 5, 8, 40])
def test_wide_characters_count_as_the_cells_that_they_take(text: str, cells: int) -> None:
    assert width("足") == 2
    assert width("e\u0301") == 1
    assert width(cut(text, cells)) <= cells
    assert width(centred(text, cells)) <= cells
    lines = wrapped(text, max(2, cells))
    assert all(width(line) <= max(2, cells) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
