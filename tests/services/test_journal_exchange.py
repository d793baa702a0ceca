"""The journal in other forms: what goes out comes back in, and a faulty file changes nothing."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.fault import FaultyFileError
from legsup.foreign import ForeignFileError, shown, text_of
from legsup.services.journal import exchange
from legsup.services.journal.journal import Journal
from legsup.services.journal.taking_in import read_records
from tests.services import exports
from tests.services.test_journal import record
from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from legsup.domain.record import Record


@pytest.mark.parametrize("write", [exports.as_json, exports.as_csv])
def test_an_export_can_be_taken_in_again_and_twice_changes_nothing(
    tmp_path: Path, write: Callable[[list[Record]], str]
) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    records = [
        record(0),
        replace(record(1), answered=False, pauses=3),
        replace(record(2), before=None, after=None),
        replace(record(3), legs=4, note='=1+2, "so to say"; été'),
        replace(record(4), note="'-'", pattern="own", sequence="@home"),
        replace(record(5), note="'=x", pattern="4-1-6-1"),
    ]
    text = write(records)
    read = read_records(text, "export")
    assert read == records
    assert journal.merge(read) == 6
    assert journal.merge(read) == 0
    assert len(journal.records()) == 6
    journal.close()


def test_no_cell_is_a_formula_or_a_date_to_a_spreadsheet_and_its_letters_are_known() -> None:
    text = exports.as_csv([replace(record(1), sequence="+1", note=mark + "x") for mark in "=+-@"])
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["note"] for row in rows] == ["'=x", "'+x", "'-x", "'@x"]
    assert {row["sequence"] for row in rows} == {"'+1"}
    assert {row["pattern"] for row in rows} == {"4-0-6-0"}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert exports.as_csv([replace(record(1), note="müde")]).startswith("\ufeffuuid,")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_what_a_spreadsheet_made_of_it_is_read_with_its_notes(delimiter: str) -> None:
    records = [replace(record(1), note="-3 °C; cold", legs=1), replace(record(2), note="a,b")]
    rows = list(csv.DictReader(io.StringIO(exports.as_csv(records).removeprefix("\ufeff"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, exchange.FIELDS, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    numbers = {"minutes", "elapsed", "practised", "held"}
    writer.writerows(
        {name: cell.replace(".", ",") if name in numbers else cell for name, cell in row.items()}
        for row in rows
    )
    assert read_records("\ufeff" + out.getvalue(), "export") == records


@pytest.mark.parametrize("note", ["x" * 501, 7, ["x"]])
def test_what_is_no_note_is_refused(note: object) -> None:
    tables = [exports.as_whole_table(record(1)) | {"note": note}]
    with pytest.raises(FaultyFileError) as caught:
        read_records(json.dumps(tables), "file.json")
    assert [fault.path for fault in caught.value.faults] == ["[0].note"]


def test_a_calendar_has_an_event_a_session() -> None:
    text = exports.as_calendar([record(1)], {"wall": "Legs up, the wall"})
    assert "DTSTART:20261123T170000Z\r\nDTEND:20261123T170930Z\r\nSUMMARY:Legs up\\, the wall\r\n" in text


@pytest.mark.parametrize(
    "name",
    [
        "a;b,c\\d",
        "two\nlines",
        "\rEND:VEVENT",
        "\x00\x7f\x85\u2028\ud800",
        "ü" * 200,
        "🙂" * 60,
        "e\u0301" * 60,
        "x" * 500,
        " ",
    ],
)
@pytest.mark.parametrize("elapsed", [0.0, 0.4, 59.999, 9e8])
def test_a_calendar_holds_to_the_rules_of_its_format(name: str, elapsed: float) -> None:
    """RFC 5545: lines of at most 75 octets that end in CR LF alone, no other control character, an end after the start."""
    odd = [
        replace(record(1), sequence=name, elapsed=elapsed, started=datetime.fromisoformat(started))
        for started in ("1970-01-01T00:00:00+14:00", "2999-12-31T23:59:59.999999-12:00")
    ]
    content = exports.as_calendar(odd, {}).encode()
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not set(b"".join(lines)) & {*range(0x20), 0x7F}
    whole = content.replace(b"\r\n ", b"").decode().split("\r\n")
    told = dict(line.split(":", 1) for line in whole if ":" in line)
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 2
    assert re.fullmatch(r"\d{8}T\d{6}Z", told["DTEND"])
    assert told["DTSTART"] == told["DTSTAMP"] < told["DTEND"]
    assert re.sub(r"\\([;,\\])", r"\1", told["SUMMARY"]) == shown(name)


def test_a_calendar_has_the_note_of_a_session_to_the_last_letter() -> None:
    note = "Feet cold; window open, again \\ " + "så blev det: " * 20 + "🙂" * 30
    text = exports.as_calendar([replace(record(1), note=note), record(2)], {"wall": "Legs up; the, wall"})
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    events = text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    told = [dict(line.split(":", 1) for line in event.split("\r\n") if ":" in line) for event in events]
    assert re.sub(r"\\([;,\\])", r"\1", told[0]["DESCRIPTION"]) == note
    assert "DESCRIPTION" not in told[1]
    assert [each["SUMMARY"] for each in told] == ["Legs up\\; the\\, wall"] * 2


TABLE = exports.as_csv([record(1), replace(record(2), before=None, elapsed=570.5)])
SEMI = TABLE.replace(",", ";").replace(".", ",")
HEADING = TABLE.partition("\n")[0]


@pytest.mark.parametrize(
    "left",
    [
        "\ufeff" + TABLE,
        TABLE.replace("\n", "\r"),
        TABLE.replace("\n", "\n\n"),
        TABLE + ",,,,,,,,,,,,,\n" * 3,
        TABLE.replace("\n", ",,\n"),
        TABLE + "\x1a",
        TABLE.replace(HEADING, HEADING.upper()),
        TABLE.replace(HEADING, HEADING.replace(",", " , ")),
        TABLE.replace(HEADING, HEADING + ",uuid"),
        "\n".join(",".join(reversed(line.split(","))) for line in TABLE.splitlines()),
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in TABLE.splitlines()),
        TABLE.replace(",1\n", ",1.0\n"),
        TABLE.replace("completed", "Completed"),
        SEMI,
        "sep=;\r\n" + SEMI.replace("\n", "\r\n"),
        SEMI + ";" * 13 + "\n",
        TABLE.replace(",", "\t").replace("\n", "\r\n"),
    ],
)
def test_a_table_that_a_spreadsheet_saved_is_read(left: str) -> None:
    assert read_records(left, "file") == read_records(TABLE, "file")


def test_a_table_in_utf_16_without_a_mark_is_told_as_such_and_zeros_are_not() -> None:
    with pytest.raises(ForeignFileError, match="UTF-16; save it as UTF-8"):
        text_of(TABLE.encode("utf-16-le"), wide=True)
    assert text_of(bytes(8)) == "\0" * 8


def test_every_fault_of_an_import_is_told_and_nothing_is_taken() -> None:
    text = '[{"uuid": "x", "started": "2026-11-23", "sequence": 3, "minutes": -1}, 7]'
    with pytest.raises(FaultyFileError) as caught:
        read_records(text, "file.json")
    paths = [fault.path for fault in caught.value.faults]
    assert paths[:4] == ["[0].uuid", "[0].started", "[0].sequence", "[0].minutes"]
    assert paths[-1] == "[1]"


@pytest.mark.parametrize("before", ["", "\n\n", "sep=,\n"])
def test_a_fault_of_a_table_is_told_by_its_line_in_the_file(before: str) -> None:
    records = [
        replace(record(number), note="one line\nanother" if number == 1 else "") for number in range(4)
    ]
    lines = [*before.splitlines(), *exports.as_csv(records).splitlines()]
    assert lines[-1].count(",completed,") == 1
    lines[-1] = lines[-1].replace(",completed,", ",wonderful,")
    _, faults = taken("\n".join([*lines[:-1], "", lines[-1]]))
    assert faults == [f"line[{len(lines) + 1}].outcome"]


@given(st.text())
def test_no_import_breaks_anything(text: str) -> None:
    with contextlib.suppress(FaultyFileError):
        read_records(text, "file")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
_GOOD = exports.as_whole_table(record(1))


_TABLES = st.dictionaries(st.sampled_from(exchange.FIELDS), _JSON).map(lambda strange: {**_GOOD, **strange})


@given(_TABLES | _JSON)
def test_no_table_breaks_anything_and_a_good_one_with_one_strange_cell_is_read_or_named(
    table: object,
) -> None:
    read, faults = taken(json.dumps([table]))
    assert (len(read) == 1) != bool(faults)
    assert all(path.startswith("[0]") for path in faults)


def taken(text: str) -> tuple[list[Record], list[str]]:
    """Read an export: its records, or the paths of its faults."""
    try:
        return read_records(text, "file"), []
    except FaultyFileError as error:
        return [], [fault.path for fault in error.faults]


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 50, "[1]", "[null]", '{"uuid": 1}', "\x00", ""])
def test_what_is_no_export_is_refused_or_empty(text: str) -> None:
    read, faults = taken(text)
    assert read == []
    assert faults or not text.strip("\x00")


def test_what_another_program_left_out_is_not_asked_for() -> None:
    table = {
        name: cell for name, cell in _GOOD.items() if name not in {"answered", "before", "after", "pauses"}
    }
    (read,) = read_records(json.dumps([table]), "file")
    assert read == replace(record(1), before=None, after=None)


def test_the_schema_and_its_page_know_every_field_as_it_is_written() -> None:
    schema = json.loads((ROOT / "docs" / "journal.schema.json").read_text("utf-8"))
    known = schema["items"]["properties"]
    kinds = {"string": str, "number": float, "integer": int, "null": type(None)}
    for each in (record(1), replace(record(2, None), note="x", legs=4, before=None)):
        (table,) = json.loads(exports.as_json([each]))
        assert list(table) == list(known)
        for name, value in table.items():
            named = known[name]["type"]
            allowed = [named] if isinstance(named, str) else named
            assert isinstance(value, tuple(kinds[kind] for kind in allowed)), name
    page = (ROOT / "docs" / "journal-files.md").read_text("utf-8")
    assert [name for name in known if f"| `{name}` |" not in page] == []
