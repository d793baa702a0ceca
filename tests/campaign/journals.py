"""Journals killed while they are written and while they are mended, and journals damaged in every way."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from legsup.services.journal.journal import Journal
from legsup.services.journal.schema import HIGHEST, VERSION, connect, is_flipped, rebuild_sums
from tests.services.test_journal import KINDS, record
from tests.services.test_journal_older import real

#: Writes records one after another, with notes, deletions that are undone and merges, and says of each when it stands on
#: the disk; or mends.
_WRITING = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.services.test_journal import record
from legsup.services.journal.store import Store
store = Store(Path(sys.argv[1]), 5.0)
print("ready", flush=True)
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 10_000):
    for seconds in (1, 2):
        store.put(record(-number, None))
    store.put(record(number))
    print(number, flush=True)
    store.catch_up()
    if number % 3 == 1:
        store.revise(replace(record(number), note=f"note {number}"))
        print("noted", number, flush=True)
    if number % 5 == 2:
        other = number + 5_000
        store.put(record(other))
        store.remove(record(other).uuid)
        store.put(record(other))
        print(other, flush=True)
        store.add([record(number), record(other), record(other + 1)])
        print(other + 1, flush=True)
"""
_MENDING = """
import sys
from pathlib import Path
from legsup.services.journal.store import Store
store = Store(Path(sys.argv[1]), 5.0)
print("ready", flush=True)
store.look_through(every_row=True)
print("done", flush=True)
"""
#: Records of a journal that is damaged, and seconds within which a process is killed.
COUNT, WITHIN = 200, 0.06
_ALL = {record(number).uuid for number in range(1, COUNT + 1)}


def killed_while_writing(times: int, seed: int) -> int:
    """Kill processes that write; gives how many records were lost that they had said to be kept."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    lost = 0
    with TemporaryDirectory(prefix="legsup-campaign-") as folder:
        file = Path(folder, "journal.sqlite3")
        real(2 + seed % 2, file)
        kept: set[UUID] = {UUID(int=number) for number in range(1, 5)}
        noted: set[UUID] = set()
        for turn in range(times):
            first = 1 + turn * 10_000
            said = _killed(_WRITING, (str(file), str(first)), chance.uniform(0.0, WITHIN))
            whole = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
            kept |= {record(int(words[-1])).uuid for words in whole if words}
            noted |= {record(int(words[1])).uuid for words in whole if words[:1] == ["noted"]}
            if turn % 50 == 49 or turn == times - 1:
                found = _found(file)
                lost += len(kept - found.keys()) + sum(not found.get(each) for each in noted)
                kept &= found.keys()
                noted &= found.keys()
    return lost


def killed_while_mending(times: int, seed: int) -> tuple[int, int]:
    """Kill processes that mend; gives how many records were lost, and how many were killed before they were done."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    lost, before = 0, 0
    for _ in range(times):
        with TemporaryDirectory(prefix="legsup-campaign-") as folder:
            file = _filled(Path(folder))
            _damage(file, chance)
            for _ in range(chance.choice((1, 2))):
                before += "done" not in _killed(_MENDING, (str(file),), chance.uniform(0.0, 2 * WITHIN))
            lost += len(_ALL - _found(file).keys())
    return lost, before


def damaged(times: int, seed: int) -> tuple[int, int]:
    """Damage journals that have a ledger, and such that have none, and open them.

    Gives how many records of the first were lost, and how many of the others that stood whole in the file's pages.
    """
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    lost, whole_lost = 0, 0
    for turn in range(times):
        with TemporaryDirectory(prefix="legsup-campaign-") as folder:
            file = _filled(Path(folder))
            if turn % 4:
                _damage(file, chance)
                lost += len(_ALL - _found(file).keys())
                continue
            file.with_suffix(".jsonl").unlink()
            content = bytearray(file.read_bytes())
            if chance.random() < 0.5:
                content = content[: chance.randrange(len(content))]
            else:
                content[: chance.choice((20, 100, 4096))] = b"\xa5" * chance.choice((20, 100, 4096))
            file.write_bytes(content)
            pages = [bytes(content[at : at + 4096]) for at in range(0, len(content), 4096)]
            rows = [page for page in pages if len(page) == 4096 and page[:1] == b"\x0d"]
            whole = {uuid for uuid in _ALL if any(str(uuid).encode() in page for page in rows)}
            whole_lost += len(whole - _found(file).keys())
    return lost, whole_lost


def _filled(folder: Path) -> Path:
    journal = Journal(folder / "journal.sqlite3")
    journal.merge(record(number) for number in range(1, COUNT + 1))
    journal.revise(replace(record(COUNT), note="as it was"))
    journal.close()
    return journal.file


def _damage(file: Path, chance: random.Random) -> None:
    """Damage a file: bytes flipped, pieces overwritten or emptied, the end cut off, in its heading, its pages or its log."""
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 2, 10))):
        at = chance.choice((chance.randrange(100), chance.randrange(len(content))))
        length = chance.choice((1, 16, 4096))
        piece = chance.choice((chance.randbytes(length), bytes(length)))
        content[at : at + length] = piece[: len(content) - at]
    if chance.random() < 0.3:
        content = content[: chance.randrange(len(content))]
    version = int.from_bytes(content[60:64], "big")
    if VERSION < version <= HIGHEST and not is_flipped(version):
        content[60:64] = (
            b"\x00\x00\x00\xfc"  # what may be a newer version's number is left alone, and refused
        )
    file.write_bytes(content)
    if chance.random() < 0.2:
        file.with_name(f"{file.name}-wal").write_bytes(chance.randbytes(chance.choice((32, 5000))))


def _found(file: Path) -> dict[UUID, str]:
    """Open a journal as the app does, and tell what it has, each with its note; its sums are those counted anew."""
    journal = Journal(file)
    journal.look_through(every_row=True)
    journal.flush()
    found = {each.uuid: each.note for each in journal.records() if each.outcome is not None}
    kept = _sums(journal)
    journal.close()
    with closing(connect(file)) as connection:
        rebuild_sums(connection)
    again = Journal(file)
    assert _sums(again) == kept, "the sums do not agree with the records"
    again.close()
    return found


def _sums(journal: Journal) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Give all sums, in whole tenths of seconds: parts of them are added up in another order when counted anew."""
    return {
        (kind, each.name): (each.sessions, round(10 * each.practised), round(10 * each.held))
        for kind in KINDS
        for each in journal.sums(kind)
    }


def _killed(program: str, words: tuple[str, ...], after: float) -> str:
    """Run a program, kill it some seconds after it is ready, and give what it said."""
    child = subprocess.Popen([sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(after)
    child.kill()
    said = child.stdout.read()
    child.stdout.close()
    child.wait()
    return said
