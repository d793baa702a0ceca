"""What reminders remember in a file: kept over a restart, and whatever else stands there is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.domain.reminding import Memory
from legsup.services.local_zone import LocalZone
from legsup.services.reminder_store import ReminderStore

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    store = ReminderStore(tmp_path / "state" / "reminders.json")
    assert store.load() == Memory()
    memory = Memory(since=10.0, later=20.0, quiet_until=30.0)
    store.save(memory)
    assert store.load() == memory


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("", Memory()),
        ("[1]", Memory()),
        ('{"since": null, "later": true, "due": "x", "away": -1, "held": NaN, "more": 1}', Memory()),
        (f'{{"since": {10**400}, "practised": 1e300, "due": 7}}', Memory(due=7)),
        ('{"since": 5, "due": 1e999, "quiet_until": 7}', Memory(since=5, quiet_until=7)),
    ],
)
def test_what_makes_no_sense_is_forgotten(tmp_path: Path, text: str, memory: Memory) -> None:
    file = tmp_path / "reminders.json"
    file.write_text(text, encoding="utf-8")
    assert ReminderStore(file).load() == memory


def test_the_zone_here_is_read_anew_and_goes_both_ways() -> None:
    zone = LocalZone()
    assert zone.instant(zone.local(1_795_428_300.0)) == 1_795_428_300.0
