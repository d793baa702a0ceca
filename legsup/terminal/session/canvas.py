"""A session on a terminal's whole screen: only rows that changed are written, and the screen is given back as it was."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self, TextIO

from legsup.domain.hearing import ALL_EARS
from legsup.domain.outlook import seconds_left
from legsup.terminal.session.picture import View, rows
from legsup.terminal.session.putting_aside import put_aside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from legsup.domain.cues import Cue
    from legsup.domain.hearing import Ears
    from legsup.domain.session import Session, Status
    from legsup.terminal.session.light import Palette

#: Another screen without a cursor, and back to the one before.
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
_CLEAR = "\x1b[2J"
_USUAL = (80, 24)


class Canvas:
    """Draws a session, as it is to one with such ``ears``; use it in a ``with`` statement."""

    every = 0.1

    def __init__(self, out: TextIO, palette: Palette, ears: Ears = ALL_EARS) -> None:
        self._out = out
        self._ears = ears
        self._palette = palette
        self._drawn: list[str] = []
        self._size = (0, 0)
        self._help = False
        self._future: tuple[int, int, Status] | None = None
        self._end = 0.0
        self._note = ""
        self._held = ExitStack()

    def __enter__(self) -> Self:
        _let_console_draw()
        self._write(_ENTER)
        self._held.enter_context(put_aside(self._give_back, self._take_again))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()
        self._write(_LEAVE)

    def show(self, session: Session, cues: tuple[Cue, ...]) -> None:  # noqa: ARG002 - the picture is of the session alone
        """Draw the session as it stands now."""
        if not session.is_active:
            return
        width, height = self._measure()
        view = View(session, self._up_by(session), session.breath(), self._note, self._help, self._ears)
        fresh = rows(view, width, height, self._palette)
        if (width, height) != self._size:
            self._size = (width, height)
            self._drawn = [""] * height
            self._write(_CLEAR)
        changed = [
            f"\x1b[{number};1H{row}\x1b[K"
            for number, (row, old) in enumerate(zip(fresh, self._drawn, strict=True), 1)
            if row != old
        ]
        self._drawn = fresh
        if changed:
            self._write("".join(changed))

    def tell(self, note: str) -> None:
        """Show a note above the keys."""
        self._note = note

    def help(self) -> None:
        """Show the keys, or take them away again."""
        self._help = not self._help

    def _give_back(self) -> None:
        """Leave the screen to the shell while the program is put aside; called from a signal handler."""
        self._write_between(_LEAVE)

    def _take_again(self) -> None:
        """Draw the picture whole: what stood on the screen is the shell's; called from a signal handler."""
        self._size = (0, 0)
        self._write_between(_ENTER)

    def _measure(self) -> tuple[int, int]:
        """Give columns and lines; the usual ones where the terminal does not know its own."""
        try:
            size = os.get_terminal_size(self._out.fileno())
        except OSError:
            return _USUAL
        return size.columns or _USUAL[0], size.lines or _USUAL[1]

    def _up_by(self, session: Session) -> str:
        """Tell when one will be up; looked for anew when the future changed, or while it moves in a pause."""
        if session.beat.up or session.plan.choices.bedtime:
            return ""
        if session.mark != self._future or not session.breath():
            self._future, self._end = session.mark, session.seen + seconds_left(session)
        left = timedelta(seconds=self._end - session.seen)
        return f"{datetime.now().astimezone() + left:%H:%M}"

    def _write(self, text: str) -> None:
        # A terminal that has gone is no reason to leave someone on the floor: what is heard goes on.
        with suppress(OSError):
            self._out.write(text)
            self._out.flush()

    def _write_between(self, text: str) -> None:
        # A signal comes in the midst of a row, too: Python's own streams cannot be written to twice at once.
        with suppress(OSError):
            os.write(self._out.fileno(), text.encode())


def can_draw(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a terminal can be drawn on, by what it says of itself; Windows' consoles can, and say nothing."""
    return environment.get("TERM", "" if platform == "win32" else "dumb") != "dumb"


def _let_console_draw() -> None:
    """Have an older Windows console read the codes for places and colours; others do by themselves."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for this alone

        kernel, output, mode = ctypes.windll.kernel32, -11, ctypes.c_ulong()
        handle = kernel.GetStdHandle(output)
        if kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            kernel.SetConsoleMode(handle, mode.value | 0x0004)
