"""``status --watch``: a line a change, none for a second that passes, and the app may come and go meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from legsup.terminal.watching import LOOK, is_change, watch

IDLE = {"running": True, "status": None, "up_by": None}


def session(step: str, up_by: str | None, status: str = "running") -> dict[str, Any]:
    """What the app tells in a session."""
    return {"running": True, "status": status, "step": step, "up_by": up_by, "elapsed": 1.0}


def test_each_change_is_a_line() -> None:
    given = [
        None,
        None,
        IDLE,
        session("desk", "2026-11-28T10:00:00+00:00"),
        session("desk", "2026-11-28T10:00:01+00:00"),
        session("hold", "2026-11-28T10:00:00+00:00"),
        session("hold", "2026-11-28T10:00:00+00:00", "paused"),
        session("hold", "2026-11-28T10:00:29+00:00", "paused"),
        session("hold", "2026-11-28T10:00:31+00:00", "paused"),
        session("hold", "2026-11-28T10:01:00+00:00", "paused"),
        IDLE,
        None,
    ]
    left, told, waited = list(given), list[Any](), list[float]()

    def ask() -> dict[str, Any] | None:
        if not left:
            raise BrokenPipeError
        return left.pop(0)

    with pytest.raises(BrokenPipeError):
        watch(ask, told.append, waited.append)
    assert told == [given[0], given[2], given[3], given[5], given[6], given[9], given[10], given[11]]
    assert set(waited) == {LOOK}


def test_a_practice_at_bedtime_has_no_time_that_could_move() -> None:
    assert not is_change(session("hold", None), session("hold", None))
    assert is_change(session("hold", None), session("hold", "2026-11-28T10:00:00+00:00"))
