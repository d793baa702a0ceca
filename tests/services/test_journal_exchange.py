"""The journal in other forms: what goes out comes back in, and a faulty file changes nothing."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.services.journal import exchange
from legsup.services.journal.journal import Journal
from tests.services.test_journal import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.domain.record import Record


@pytest.mark.parametrize("write", [exchange.as_json, exchange.as_csv])
def test_an_export_can_be_taken_in_again_and_twice_changes_nothing(
    tmp_path: Path, write: Callable[[list[Record]], str]
) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    records = [replace(record(number), before=None, after=None) for number in range(3)]
    text = write(records)
    read = exchange.read_records(text, "export")
    assert read == records
    assert journal.merge(read) == 3
    assert journal.merge(read) == 0
    assert len(journal.records()) == 3
    journal.close()


def test_a_calendar_has_an_event_a_session() -> None:
    text = exchange.as_calendar([record(1)], {"wall": "Legs up, the wall"})
    assert "DTSTART:20261123T170000Z\r\nDTEND:20261123T170930Z\r\nSUMMARY:Legs up\\, the wall\r\n" in text


def test_every_fault_of_an_import_is_told_and_nothing_is_taken() -> None:
    text = '[{"uuid": "x", "started": "2026-11-23", "sequence": 3, "minutes": -1}, 7]'
    with pytest.raises(exchange.ImportFaultsError) as caught:
        exchange.read_records(text, "file.json")
    paths = [fault.path for fault in caught.value.faults]
    assert paths[:4] == ["[0].uuid", "[0].started", "[0].sequence", "[0].minutes"]
    assert paths[-1] == "[1]"


@given(st.text())
def test_no_import_breaks_anything(text: str) -> None:
    with contextlib.suppress(exchange.ImportFaultsError):
        exchange.read_records(text, "file")
