"""The owner of the outcome: kept alone and whole, followed, seen across processes; the answers stay in memory."""

from __future__ import annotations

import json
import stat
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from legsup.domain.screening.columns import Column
from legsup.places import in_folder
from legsup.practice.kept_outcome import KeptOutcome
from tests.screened import ASSETS, DAY, SILENT, UNTOUCHED, answered, keep_outcome, kept_outcome, outcome

if TYPE_CHECKING:
    from pathlib import Path


def test_before_any_answer_there_is_none_and_looking_makes_no_file(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    assert (kept.look(), kept.standing(), kept.faults) == (None, None, ())
    assert kept.opens("legs-up-the-wall")
    assert list(tmp_path.iterdir()) == []


def test_what_the_answers_came_to_is_kept_by_its_owner_alone_and_told(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    told: list[bool] = []
    leave = kept.follow(lambda: told.append(kept.opens("legs-up-the-wall")))
    assert kept.answered(answered("1")) == outcome(answered("1"))
    leave()
    kept.answered(UNTOUCHED)
    assert told == [False]
    file = in_folder(tmp_path).outcome
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept_outcome(tmp_path).look() == outcome(UNTOUCHED)


def test_the_file_holds_the_outcome_and_no_answer(tmp_path: Path) -> None:
    for answers in (answered("6"), answered("3"), SILENT):
        kept_outcome(tmp_path).answered(answers)
        table = json.loads(in_folder(tmp_path).outcome.read_text("utf-8"))
        assert set(table) == {"day", "columns", "limits"}


def test_reasons_are_told_while_their_answers_are_in_memory(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    kept.answered(answered("6"))
    assert [reason.item for reason in kept.reasons()] == ["6"]
    assert kept_outcome(tmp_path).reasons() == ()
    kept.said_yes(Column.WALL)
    assert kept.reasons()
    kept_outcome(tmp_path).answered(UNTOUCHED)
    assert kept.reasons() == ()
    kept.still_true()
    assert kept.reasons() == ()


def test_a_clinician_s_yes_opens_what_was_to_be_asked_for(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    kept.answered(answered("6"))
    assert not kept.opens("legs-up-the-wall")
    kept.said_yes(Column.WALL)
    assert kept.opens("legs-up-the-wall")
    standing = kept.standing()
    assert standing is not None
    assert standing.of(Column.WALL).said_yes == DAY
    with pytest.raises(ValueError, match="no yes opens it"):
        kept.said_yes(Column.RAISED_HIPS)
    with pytest.raises(ValueError, match="nothing was answered"):
        kept_outcome(tmp_path / "new").said_yes(Column.WALL)


def test_still_true_counts_as_an_answer_of_today(tmp_path: Path) -> None:
    keep_outcome(tmp_path, UNTOUCHED, DAY)
    later = kept_outcome(tmp_path, DAY + timedelta(days=200))
    assert not later.opens("legs-up-the-wall")
    assert later.opens("seated-breath")
    later.still_true()
    assert later.opens("legs-up-the-wall")
    new = kept_outcome(tmp_path / "new")
    new.still_true()
    assert new.look() is None


def test_what_is_forgotten_takes_a_heavy_day_with_it(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    kept.answered(UNTOUCHED)
    kept.hide_raised_hips_today()
    assert kept.is_heavy_day
    kept.forget()
    assert (kept.is_heavy_day, kept.look(), kept.reasons()) == (False, None, ())


def test_a_heavy_day_hides_raised_hips_for_today_and_is_kept_nowhere(tmp_path: Path) -> None:
    today = [DAY]
    kept = KeptOutcome(in_folder(tmp_path).outcome, ASSETS, lambda: today[0])
    kept.answered(UNTOUCHED)
    before = in_folder(tmp_path).outcome.read_bytes()
    kept.hide_raised_hips_today()
    hidden = kept.standing()
    assert hidden is not None
    assert not hidden.of(Column.RAISED_HIPS).is_open
    assert hidden.of(Column.WALL).is_open
    assert in_folder(tmp_path).outcome.read_bytes() == before
    today[0] += timedelta(days=1)
    tomorrow = kept.standing()
    assert tomorrow is not None
    assert tomorrow.of(Column.RAISED_HIPS).is_open


def test_what_cannot_be_written_is_told_and_holds_until_the_end(tmp_path: Path) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("no folder", encoding="utf-8")
    kept = kept_outcome(blocked)
    told: list[str] = []
    kept.follow(lambda: told.append("told"))
    with pytest.raises(OSError, match="home"):
        kept.answered(answered("1"))
    assert kept.look() == outcome(answered("1"))
    assert told == ["told"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe{\0", b'{"day": "2026-05-03"}', b'{"day": "tomorrow"}']
)
def test_a_damaged_outcome_is_none_and_says_in_which_file_without_repeating_it(
    tmp_path: Path, content: bytes
) -> None:
    file = in_folder(tmp_path).outcome
    file.write_bytes(content)
    kept = kept_outcome(tmp_path)
    assert kept.look() is None
    assert kept.faults
    assert all(fault.file == str(file) for fault in kept.faults)
    assert not any("tomorrow" in str(fault) for fault in kept.faults)
    kept.answered(UNTOUCHED)
    assert kept.look() == outcome(UNTOUCHED)
    assert kept.faults == ()


def test_forgetting_asks_anew(tmp_path: Path) -> None:
    kept = kept_outcome(tmp_path)
    kept.answered(answered("1"))
    kept.forget()
    assert (kept.look(), kept.reasons()) == (None, ())
    assert not in_folder(tmp_path).outcome.exists()
    kept.forget()


def test_the_day_is_the_person_s_own(tmp_path: Path) -> None:
    kept = KeptOutcome(in_folder(tmp_path).outcome, ASSETS)
    assert kept.today == date.today()  # noqa: DTZ011 - days are counted as the person counts them
