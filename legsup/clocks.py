"""The computer's clocks: one that stands still while it sleeps, and one that goes on.

Each system has both under other names. Linux: the monotonic and the boot-time clock. macOS: Python's monotonic clock is
mach_absolute_time, and CLOCK_MONOTONIC_RAW is mach_continuous_time. Windows: the unbiased interrupt time and the interrupt
time; its own monotonic clock counts sleep, so it is of no use here.
"""

from __future__ import annotations

import sys
import time

if sys.platform == "win32":
    import ctypes
    from functools import cache

    #: Ticks of Windows' interrupt time in a second: they are 100 ns long.
    _TICKS = 10_000_000

    @cache
    def _kernel() -> ctypes.WinDLL:
        return ctypes.WinDLL("kernelbase")

    def awake() -> float:
        """Tell the seconds for which the computer has been awake since it started."""
        ticks = ctypes.c_ulonglong()
        _kernel().QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / _TICKS

    def since_start() -> float | None:
        """Tell the seconds since the computer started, sleep included."""
        ticks = ctypes.c_ulonglong()
        _kernel().QueryInterruptTime(ctypes.byref(ticks))
        return ticks.value / _TICKS

else:
    #: The clock that goes on in sleep; None where the system has neither.
    _WITH_SLEEP: int | None = getattr(
        time, "CLOCK_MONOTONIC_RAW" if sys.platform == "darwin" else "CLOCK_BOOTTIME", None
    )

    def awake() -> float:
        """Tell the seconds on a clock that stands still while the computer sleeps."""
        return time.monotonic()

    def since_start() -> float | None:
        """Tell the seconds on the same clock, sleep included; None where the system has no such clock."""
        return None if _WITH_SLEEP is None else time.clock_gettime(_WITH_SLEEP)
