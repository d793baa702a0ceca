"""The verb ``journal``: what it lists, writes out, takes in and forgets."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from legsup.services.journal.journal import Journal
from legsup.services.session_lock import SessionLock
from legsup.terminal.command_line import main
from tests.services.test_journal import record

if TYPE_CHECKING:
    from pathlib import Path

KEYS = [
    "uuid",
    "started",
    "sequence",
    "minutes",
    "pattern",
    "outcome",
    "elapsed",
    "practised",
    "held",
    "breaths",
    "pauses",
    "before",
    "after",
    "legs",
    "note",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two ended sessions and one that was left."""
    journal = Journal(tmp_path / "journal.sqlite3")
    for each in (record(1), record(2), record(3, None)):
        journal.put(each)
    journal.close()
    return tmp_path


def test_a_list_for_programs_has_the_keys_of_the_contract_the_newest_first(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(home), "journal", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [row["outcome"] for row in rows] == ["interrupted", "completed", "completed"]


def test_while_a_session_runs_what_it_left_is_running(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = SessionLock(home / "state" / "run" / "session.lock")
    assert lock.take()
    assert main(["--home", str(home), "journal", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["outcome"] is None
    assert main(["--home", str(home), "journal", "list"]) == 0
    assert "running" in capsys.readouterr().out
    lock.give_back()


def test_looking_makes_no_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path / "new"), "journal", "list"]) == 0
    assert capsys.readouterr().out == "No practice yet.\n"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_goes_into_another_home_once(
    home: Path, tmp_path_factory: pytest.TempPathFactory, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = home / "export", str(tmp_path_factory.mktemp("other"))
    assert main(["--home", str(home), "journal", "export", "--format", form, "-o", str(file)]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for said in ("3 added, 0 were there already.", "0 added, 3 were there already."):
        assert main(["--home", other, "journal", "import", str(file)]) == 0
        assert capsys.readouterr().out == said + "\n"


def test_a_calendar_names_the_sequences(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(home), "journal", "export", "--format", "ics"]) == 0
    assert capsys.readouterr().out.count("\r\nSUMMARY:wall\r\n") == 3


def test_an_export_that_cannot_be_written_says_where(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(home), "journal", "export", "--format", "csv", "-o", str(home)]) == 1
    assert f"{home} could not be written" in capsys.readouterr().err


def test_an_export_makes_no_folder_and_names_the_one_that_is_missing(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "mistyped" / "journal.csv"
    assert main(["--home", str(home), "journal", "export", "--format", "csv", "-o", str(file)]) == 1
    said = f"{file} could not be written (there is no folder {file.parent}; make it first, or name another)"
    assert said in capsys.readouterr().err
    assert not file.parent.exists()
    monkeypatch.chdir(home)
    assert main(["--home", str(home), "journal", "export", "--format", "csv", "-o", "here.csv"]) == 0
    assert (home / "here.csv").exists()


def test_a_faulty_import_takes_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "bad.json").write_text('[{"uuid": "x"}]', encoding="utf-8")
    assert main(["--home", str(home), "journal", "import", str(home / "bad.json")]) == 1
    said = capsys.readouterr().err
    assert "nothing was imported" in said
    assert "[0].started" in said


@pytest.mark.parametrize(("answer", "status", "left"), [("\n", 1, 3), ("y\n", 0, 0)])
def test_all_is_forgotten_only_after_a_yes(
    home: Path, capsys: pytest.CaptureFixture[str], answer: str, status: int, left: int
) -> None:
    command = [sys.executable, "-m", "legsup", "--home", str(home), "journal", "forget"]
    assert (
        subprocess.run(command, input=answer, text=True, capture_output=True, check=False).returncode
        == status
    )
    main(["--home", str(home), "journal", "list", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == left


def test_a_newer_journal_is_refused_in_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(home / "journal.sqlite3")) as connection:
        connection.execute("PRAGMA user_version=99")
    assert main(["--home", str(home), "journal", "list"]) == 1
    assert "newer Legs Up" in capsys.readouterr().err


def sql(home: Path, command: str) -> None:
    with closing(sqlite3.connect(home / "journal.sqlite3")) as connection, connection:
        connection.execute(command)


def test_a_row_that_cannot_be_read_costs_itself_and_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "journal.jsonl").unlink()
    sql(home, "UPDATE records SET outcome = 'xompleted' WHERE rowid = 1")
    assert main(["--home", str(home), "journal", "list", "--json"]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 2
    assert "journal.damaged-1.sqlite3" in said.err
    assert "could not be read: 1" in said.err


@pytest.mark.parametrize(
    "name",
    ["journal.sqlite3", "journal.sqlite3-wal", "journal.jsonl", "journal.damaged-1.sqlite3", "settings.json"],
)
def test_an_export_over_a_file_of_the_app_s_own_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = {each: each.read_bytes() for each in home.iterdir() if each.is_file()}
    (home / "link").symlink_to(home / name)
    for given in (home / name, home / "state" / ".." / name, home / "link"):
        assert main(["--home", str(home), "journal", "export", "--format", "csv", "-o", str(given)]) == 1
        assert "Legs Up's own" in capsys.readouterr().err
    assert before.items() <= {each: each.read_bytes() for each in home.iterdir() if each.is_file()}.items()


def test_an_export_into_the_home_under_another_name_is_not(home: Path) -> None:
    file = home / "journal.csv"
    file.touch(0o644)
    assert main(["--home", str(home), "journal", "export", "--format", "csv", "-o", str(file)]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_journal_that_another_program_holds_is_listed_and_exported(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(home / "journal.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE z (a)")
        assert main(["--home", str(home), "journal", "list", "--json"]) == 0
        said = capsys.readouterr()
        assert [row["outcome"] for row in json.loads(said.out)] == ["completed", "completed"]
        assert "Another program holds" in said.err
        other.execute("ROLLBACK")


def test_only_what_has_an_import_s_heading_is_read_and_a_few_faults_are_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = home / "foreign"
    for content in (
        b"",
        b"hello",
        b"a,b,c\n" + b"1,2,3\n" * 1000,
        b'{"a": 1}',
        b"[" * 1000,
        b"\xff\xfe\x00",
        b"PK\x03\x04\xff",
    ):
        foreign.write_bytes(content)
        assert main(["--home", str(home), "journal", "import", str(foreign)]) == 1
        assert len(capsys.readouterr().err.splitlines()) <= 2
    main(["--home", str(home), "journal", "export", "--format", "csv", "-o", str(foreign)])
    content = foreign.read_bytes()
    heading, _, rows = content.partition(b"\n")
    rows = rows.replace(b",4-0-6-0,", b",04. Jun,").replace(b",30,", b",-1,")
    foreign.write_bytes(heading + b"\n" + rows * 20)
    assert main(["--home", str(home), "journal", "import", str(foreign)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert sum("04. Jun" in line for line in said) == 20
    assert said.count("and 40 more of this kind") >= 1
    for spoken in (
        b"\xef\xbb\xbf" + content,
        content.decode().encode("utf-16"),
        content.replace(b",", b";").replace(b".5", b",5"),
        content.replace(b",", b"\t").replace(b"\n", b"\r\n"),
    ):
        foreign.write_bytes(spoken)
        assert main(["--home", str(home), "journal", "import", str(foreign)]) == 0
        assert capsys.readouterr().out == "0 added, 3 were there already.\n"


def test_forgetting_says_what_goes_and_all_of_it_goes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("journal.damaged-1.sqlite3", "journal.damaged-1.sqlite3-wal", "journal.version-1-1.sqlite3"):
        (home / name).write_bytes((home / "journal.sqlite3").read_bytes())
    assert main(["--home", str(home), "journal", "forget", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "journal.damaged-1.sqlite3" in said
    assert "journal.version-1-1.sqlite3" in said
    named = str(record(1).uuid).encode()
    left = [each for each in home.iterdir() if each.is_file()]
    assert not [each for each in left if named in each.read_bytes()]
    assert {each.name for each in left} == {"journal.sqlite3", "journal.jsonl", ".journal.lock"}
