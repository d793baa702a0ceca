"""Measures whole processes: how long until they say a word, and what they cost while they idle (Linux)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from tests.desktop.screen import Screen

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Idle:
    """What an idle process cost: seconds of CPU and wake-ups a second over the time, and its memory in MiB (PSS)."""

    cpu: float
    wakeups: float
    memory: float


def seconds_to_word(screen: Screen, *arguments: str) -> float:
    """Start Python with arguments and tell how long it took until it wrote its first line."""
    start = perf_counter()
    process = screen.start(*arguments)
    assert process.stdout is not None
    line = process.stdout.readline()
    taken = perf_counter() - start
    process.terminate()
    process.wait()
    assert line, f"{arguments} said nothing"
    return taken


def idle(process: subprocess.Popen[str], seconds: float) -> Idle:
    """Watch a process do nothing for a time."""
    before = _cpu(process.pid), _switches(process.pid)
    sleep(seconds)
    after = _cpu(process.pid), _switches(process.pid)
    return Idle(after[0] - before[0], (after[1] - before[1]) / seconds, _memory(process.pid))


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def _switches(pid: int) -> int:
    """Count how often any thread of a process went to sleep by itself: each is a wake-up before."""
    statuses = (task / "status" for task in Path(f"/proc/{pid}/task").iterdir())
    return sum(
        int(re.findall(r"^voluntary_ctxt_switches:\s+(\d+)", each.read_text(), re.MULTILINE)[0])
        for each in statuses
    )


def _memory(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.findall(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)[0]) / 1024
