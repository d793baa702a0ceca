"""What becomes of the Journal page while the window is at rest: it is made ready, and an older file brought to the new form."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.services.test_journal import record
from tests.services.test_journal_older import real
from tests.ui.desk import opened, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The app over one session, on Today."""
    made = opened(tmp_path)
    made.journal.merge([record(1)])
    yield made
    made.close()


def made_ahead(desk: Desk) -> bool:
    """Let the window be at rest, and tell whether the page was made ready meanwhile."""
    ahead = desk.app.front.ahead
    assert ahead is not None
    until(lambda: ahead.is_done)
    return "journal" in desk.app.front.window.made


def test_the_page_is_made_ready_while_the_window_is_at_rest(desk: Desk) -> None:
    assert "journal" not in desk.app.front.window.made
    assert made_ahead(desk)
    rows = desk.app.front.journal.page.rows
    assert rows.records.rowCount() > 0
    assert not rows.isVisible()


def test_a_window_out_of_sight_or_in_a_practice_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk.button("Begin").click()
    assert not made_ahead(desk)
    hidden = opened(tmp_path / "hidden")
    hidden.app.front.window.hide()
    assert not made_ahead(hidden)
    hidden.close()


@pytest.mark.parametrize("version", [2, 3])
def test_an_older_journal_is_brought_to_the_new_form_while_the_window_lives(
    tmp_path: Path, version: int
) -> None:
    file = tmp_path / "journal.sqlite3"
    real(version, file)
    said = "The journal is being brought to the new form."
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        made = opened(tmp_path)
        made.app.front.window.open("journal")
        assert said in made.texts()
        assert made.app.front.journal.page.rows.records.rowCount() == (0 if version == 2 else 4)
        other.execute("ROLLBACK")
    assert len(made.journal.records()) == 5
    until(lambda: made.app.front.journal.page.rows.records.rowCount() == 5)
    assert said not in made.texts()
    made.app.front.window.open("today")
    assert any(text.startswith("Last: ") for text in made.texts())
    made.close()
