"""Records that are written at once, without being judged: those alone that are read again to the letter."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from legsup.domain.record import MOST_NOTE
from legsup.domain.session import Outcome
from legsup.services.journal import rows
from legsup.services.journal.checked import MOST_AMOUNT, is_plain
from legsup.services.journal.lines import record_in, set_down, table_of
from tests.services.test_journal import record

#: What a record holds, as we write it and as we do not.
VALUES = {
    "uuid": st.uuids() | st.just("no UUID"),
    "started": st.datetimes(timezones=st.just(UTC) | st.timezones() | st.none()),
    "sequence": st.text(max_size=5) | st.just("wall") | st.none(),
    "pattern": st.sampled_from(["4-6", "", "vier"]),
    "outcome": st.sampled_from([*Outcome, None, "completed"]),
    **dict.fromkeys(
        ("minutes", "elapsed", "practised", "held"),
        st.floats() | st.sampled_from([5.0, 5, True, "5", MOST_AMOUNT, -0.0, 1e-9]),
    ),
    **dict.fromkeys(("breaths", "pauses"), st.integers(-1, 40) | st.sampled_from([3.0, True, 2.5, 10**9])),
    "answered": st.sampled_from([True, False, 1, 0, None]),
    **dict.fromkeys(
        ("before", "after", "legs"), st.integers(-1, 5) | st.sampled_from([None, True, 2.0, "2"])
    ),
    "note": st.text(max_size=9) | st.sampled_from([None, "x" * MOST_NOTE, "x" * (MOST_NOTE + 1)]),
}


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_a_record_is_written_at_once_just_where_it_is_read_again_to_the_letter(
    values: dict[str, Any],
) -> None:
    made = replace(record(1), **values)
    if is_plain(made):
        line, sound = set_down(made)
        assert sound is made
        again = record_in(line)
        assert again == made
        assert rows.as_row(again) == rows.as_row(made)
        assert line[:-1] == json.dumps(table_of(made) | {"check": json.loads(line)["check"]}).encode()
        return
    with suppress(TypeError, AttributeError):  # of values that no file takes
        line, sound = set_down(made)
        try:
            assert record_in(line) == sound
        except ValueError:
            assert sound is None


def test_what_we_record_is_plain() -> None:
    berlin = record(1).started.astimezone(ZoneInfo("Europe/Berlin"))
    assert all(is_plain(record(1, outcome)) for outcome in (*Outcome, None))
    assert is_plain(replace(record(1), started=berlin, note="cold feet", before=None, answered=False))
