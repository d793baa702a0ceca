"""The journal damaged in every way: one bad row costs itself, and nothing that was finished is lost."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.journal.ledger import Ledger
from legsup.services.journal.schema import SUMMED
from tests.services.journals import (
    ALL,
    COUNT,
    PAGE,
    Told,
    change,
    filled,
    leaves_of,
    read,
    spoil,
    sql,
    without_ledger,
)
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A journal of 400 records."""
    return filled(tmp_path)


BAD_VALUES = [
    "outcome = 'xompleted'",
    "sequence = CAST(x'ff80' AS TEXT)",
    "sequence = x'00'",
    "started = 'yesterday'",
    "uuid = 'x'",
    "elapsed = 'long'",
    "breaths = -1",
    "minutes = 9e999",
    "before = 77",
]


@pytest.mark.parametrize("value", BAD_VALUES)
def test_a_bad_row_is_had_back_from_the_ledger(file: Path, value: str) -> None:
    sql(file, f"UPDATE records SET {value} WHERE rowid = 5")  # noqa: S608 - one of those above
    told = Told()
    assert read(file, told) == ALL
    assert told == [f"mended: {file.parent / 'journal.damaged-1.sqlite3'} 0"]


def test_a_name_in_the_schema_that_is_no_text_any_more_is_damage_like_all_other(tmp_path: Path) -> None:
    # SQLite's own message then holds the name, and Python cannot read the message.
    whole = filled(tmp_path / "whole")
    names = [at for at in range(PAGE) if whole.read_bytes()[at : at + 5].isalpha()]
    for number, at in enumerate(names[:: max(1, len(names) // 24)]):
        file = tmp_path / str(number) / whole.name
        copytree(whole.parent, file.parent)
        content = bytearray(file.read_bytes())
        content[at] ^= 0x80
        file.write_bytes(content)
        assert read(file, Told()) == ALL, at


@pytest.mark.parametrize("value", BAD_VALUES)
def test_without_a_ledger_one_bad_row_costs_itself_and_is_counted_once(file: Path, value: str) -> None:
    without_ledger(file)
    sql(file, f"UPDATE records SET {value} WHERE rowid = 5")  # noqa: S608 - one of those above
    told = Told()
    assert len(read(file, told)) == COUNT - 1
    assert told == [f"mended: {file.parent / 'journal.damaged-1.sqlite3'} 1"]
    assert len(read(file, told)) == COUNT - 1
    assert len(told) == 1


def test_who_does_not_wait_reads_past_a_bad_row_at_once(file: Path) -> None:
    sql(file, "UPDATE records SET outcome = 'xompleted' WHERE rowid = 5")
    journal = Journal(file, waits=False)
    assert len(journal.records()) == COUNT - 1
    journal.flush()
    assert journal.records() == ALL
    journal.close()


def test_damage_met_while_reading_is_mended_and_nothing_is_lost(file: Path) -> None:
    leaves = leaves_of(file)
    spoil(file, leaves[len(leaves) // 2])
    told = Told()
    journal = Journal(file, told)
    assert journal.records() == ALL
    journal.flush()
    (aside,) = file.parent.glob("*damaged*.sqlite3")
    assert told == [f"mended: {aside} None"]
    assert sum(each.sessions for each in journal.sums("day")) == COUNT
    journal.put(record(COUNT))
    journal.flush()
    assert journal.records(limit=1) == [record(COUNT)]
    journal.close()


@pytest.mark.parametrize("column", ["sessions", "practised", "held"])
def test_sums_that_are_no_numbers_are_made_anew(file: Path, column: str) -> None:
    sound = Journal(file)
    before = {kind: sound.sums(kind) for kind in SUMMED}
    sound.close()
    sql(file, f"UPDATE sums SET {column} = 'x' WHERE kind IN ('day', 'hour')")  # noqa: S608 - our own names
    journal = Journal(file)
    assert {kind: journal.sums(kind) for kind in SUMMED} == before
    journal.close()


@pytest.mark.parametrize("damaged", ["bytes = 'x'", "bytes = x'00'", "ledger = x'ff'"])
def test_a_mark_that_is_none_costs_nothing(file: Path, damaged: str) -> None:
    sql(file, f"UPDATE taken SET {damaged}")  # noqa: S608 - our own words
    held = Journal(file, waits=False)
    assert held.records(limit=3) == ALL[:3]
    assert sum(each.sessions for each in held.sums("day")) == COUNT
    assert ALL[0] in held.on_day(ALL[0].day)
    held.flush()
    held.put(record(COUNT))
    held.flush()
    assert held.records() == [record(COUNT), *ALL]
    held.close()


def test_damage_met_while_writing_is_mended_and_nothing_is_lost(file: Path) -> None:
    for leaf in leaves_of(file):
        spoil(file, leaf)
    journal = Journal(file)
    journal.put(record(COUNT))
    journal.flush()
    assert journal.records() == [record(COUNT), *ALL]
    journal.close()


def test_a_look_through_finds_damage_and_leaves_a_sound_file_alone(file: Path) -> None:
    told = Told()
    sound = Journal(file, told)
    sound.look_through()
    sound.close()
    assert told == []
    spoil(file, leaves_of(file)[0])
    damaged = Journal(file, told)
    damaged.look_through()
    damaged.flush()
    assert len(told) == 1
    damaged.close()


@pytest.mark.parametrize(
    "damage", ["held = held + 60 WHERE kind = 'hour'", "name = '2026-11-99' WHERE name = '2026-11-24'"]
)
def test_sums_of_another_worth_or_name_are_made_anew(file: Path, damage: str) -> None:
    with closing(Journal(file)) as sound:
        before = {kind: sound.sums(kind) for kind in SUMMED}
    sql(file, f"UPDATE sums SET {damage}")  # noqa: S608 - our own words
    with closing(Journal(file)) as journal:
        journal.look_through()
        journal.flush()
        assert {kind: journal.sums(kind) for kind in SUMMED} == before


def test_sums_that_do_not_agree_are_made_anew(file: Path) -> None:
    sql(file, "DELETE FROM sums WHERE name = '2026-11-24'")
    journal = Journal(file)
    journal.look_through()
    journal.flush()
    assert sum(each.sessions for each in journal.sums("day")) == COUNT
    assert not list(file.parent.glob("*damaged*"))
    journal.close()


@pytest.mark.parametrize("length", [0, 1, 100, PAGE, 3 * PAGE + 17, 20 * PAGE])
def test_a_file_that_was_cut_short_loses_nothing_that_was_finished(file: Path, length: int) -> None:
    change(file, lambda content: content[:length])
    assert read(file) == ALL


@pytest.mark.parametrize("at", range(0, 100, 3))
@pytest.mark.parametrize("mask", [0x01, 0x80, 0xFF])
def test_a_byte_of_the_heading_that_flipped_loses_nothing(file: Path, at: int, mask: int) -> None:
    if at == 63:
        mask |= 0x80  # lower ones may be a newer version's number
    change(file, lambda content: content[:at] + bytes((content[at] ^ mask,)) + content[at + 1 :])
    assert read(file) == ALL


@pytest.mark.parametrize("at", [60, 61, 62, 63])
def test_a_flipped_version_is_not_a_newer_app_s(file: Path, at: int) -> None:
    change(file, lambda content: content[:at] + b"\xd3" + content[at + 1 :])
    told = Told()
    assert read(file, told) == ALL
    assert "newer" not in " ".join(told)


def test_without_a_ledger_all_that_stands_whole_in_the_pages_is_saved(file: Path) -> None:
    without_ledger(file)
    leaves = leaves_of(file)
    content = file.read_bytes()
    change(file, lambda content: b"\x00" * 2 * PAGE + content[2 * PAGE : (leaves[-1] + 1) * PAGE])
    whole = [each for each in ALL if str(each.uuid).encode() in file.read_bytes()]
    assert len(whole) > COUNT * 0.9
    found = read(file)
    assert len(found) >= len(whole) - len(content) // PAGE // 20
    assert set(map(str, found)) <= set(map(str, ALL))


def test_a_record_longer_than_a_page_is_saved_from_the_pages_too(file: Path) -> None:
    long = replace(record(COUNT), sequence="long " * 3000)
    journal = Journal(file)
    journal.put(long)
    journal.close()
    without_ledger(file)
    change(file, lambda content: b"\x00" * 100 + content[100:])
    assert long in read(file)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_damaged_what_was_finished_is_there(file: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(content))
        piece = chance.randbytes(chance.choice((1, 16, 5000)))
        content[at : at + len(piece)] = piece[: len(content) - at]
    content = content[: chance.choice((len(content), chance.randrange(len(content))))]
    file.write_bytes(content)
    journal = Journal(file)
    journal.look_through(every_row=True)
    journal.flush()
    found = journal.records()
    journal.put(record(COUNT))
    journal.close()
    assert len(found) == COUNT
    assert record(COUNT) in read(file)


def test_a_line_of_the_ledger_that_was_damaged_is_told_from_a_sound_one_and_written_anew(file: Path) -> None:
    ledger = file.with_suffix(".jsonl")
    change(ledger, lambda content: content.replace(b"558.0", b"559.0", 1))
    change(file, lambda content: content[:PAGE] + b"\xa5" * PAGE + content[2 * PAGE :])
    assert read(file) == ALL
    tail = Ledger(file).after()
    assert (len(tail.records), tail.bad) == (COUNT, 0)


def test_what_was_put_aside_before_there_were_ledgers_is_looked_at(file: Path) -> None:
    without_ledger(file)
    file.rename(file.with_name("journal.damaged-1.sqlite3"))
    assert read(file) == ALL


@pytest.mark.parametrize(
    "value", ["practised = 1.5", "uuid = 'a2ea6e7f-fc59-5bce-8129-4fdb9f9259f8'", "before = 4"]
)
def test_a_value_that_was_changed_into_another_sound_one_is_had_back_from_the_ledger(
    file: Path, value: str
) -> None:
    sql(file, f"UPDATE records SET {value} WHERE rowid = 5")  # noqa: S608 - one of those above
    journal = Journal(file)
    journal.look_through()
    journal.flush()
    assert journal.records() == ALL
    journal.close()
