"""What goes on around decides: a practice, an empty chair, a call, a presentation, a meeting, a session."""

from __future__ import annotations

import pytest

from legsup.domain.reminder_look import Around, Verdict
from legsup.domain.reminding import Stands, heard_again, meeting, reminders_of, standing
from legsup.domain.settings import Settings, with_values
from tests.domain.weeks import Weeks

EVERY_90 = {"reminder_kind": "interval", "reminder_minutes": 90, "reminder_hours": "09:00-12:00 13:00-17:30"}


def test_a_practice_restarts_the_interval_and_passes_over_a_fixed_time_close_after() -> None:
    weeks = Weeks(settings=EVERY_90)
    weeks.start("2026-11-23 09:00")
    done = weeks.at("2026-11-23 10:00")
    weeks.around = lambda at: Around(practised=done if at >= done else 0.0, practices=int(at >= done))
    weeks.to("2026-11-23 12:00")
    assert weeks.given == ["Mon 11:30"]
    fixed = Weeks(around=weeks.around)
    fixed.start("2026-11-23 09:00")
    done = fixed.at("2026-11-23 10:40")
    fixed.to("2026-11-23 20:00")
    assert fixed.given == ["Mon 16:00"]


def test_a_practice_of_a_clock_that_ran_ahead_counts_as_of_now() -> None:
    weeks = Weeks(settings=EVERY_90, around=lambda at: Around(practised=at + 86_400.0 * 300))
    weeks.start("2026-11-23 09:00")
    weeks.look()
    assert weeks.memory.practised == weeks.now


def test_a_long_absence_is_a_break_and_an_empty_chair_is_not_reminded() -> None:
    weeks = Weeks(settings=EVERY_90)
    weeks.start("2026-11-23 09:00")
    left, back = weeks.at("2026-11-23 09:50"), weeks.at("2026-11-23 10:20")
    weeks.around = lambda at: Around(idle=at - left if left <= at < back else 3.0)
    weeks.to("2026-11-23 12:00")
    assert weeks.given == ["Mon 11:50"]
    short = Weeks()
    short.start("2026-11-23 09:00")
    left, back = short.at("2026-11-23 10:54"), short.at("2026-11-23 11:04")
    short.around = weeks.around
    short.to("2026-11-23 12:00")
    assert short.given == ["Mon 11:05"], "back from the kettle"


def test_who_comes_back_from_a_long_absence_is_not_reminded_of_what_came_meanwhile() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    left, back = weeks.at("2026-11-23 10:50"), weeks.at("2026-11-23 11:20")
    weeks.around = lambda at: Around(idle=at - left if left <= at < back else 0.0)
    weeks.to("2026-11-23 20:00")
    assert weeks.given == ["Mon 16:00"]


@pytest.mark.parametrize("hindrance", [{"presenting": True}, {"listening": True}])
def test_a_call_or_a_presentation_holds_one_back_which_is_given_once_after_it(
    hindrance: dict[str, bool],
) -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    over = weeks.at("2026-11-23 12:58")
    weeks.around = lambda at: Around(**hindrance) if at < over else Around(presenting=False, listening=False)
    weeks.to("2026-11-23 15:00")
    assert weeks.given == ["Mon 13:00"]


def test_a_meeting_by_hand_ends_by_itself_and_holds_one_back() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    weeks.to("2026-11-23 10:30")
    weeks.memory = meeting(weeks.memory, weeks.now)
    chosen = reminders_of(with_values(Settings(), {"reminders": True}))
    assert standing(chosen, weeks.memory, weeks.now, weeks.place) == (Stands.MEETING, weeks.now + 3600.0)
    weeks.to("2026-11-23 12:00")
    assert weeks.given == ["Mon 11:30"]
    weeks.memory = meeting(weeks.memory, weeks.now)
    weeks.memory = heard_again(weeks.memory, weeks.now)
    assert weeks.memory.meeting_until is None


def test_in_a_long_session_one_that_comes_due_is_let_go() -> None:
    weeks = Weeks(around=lambda _at: Around(in_session=True))
    weeks.start("2026-11-23 10:55")
    weeks.to("2026-11-23 11:01")
    weeks.around = lambda _at: Around()
    weeks.to("2026-11-23 12:00")
    assert weeks.given == []


def test_in_a_session_none_is_given_and_one_that_stands_goes() -> None:
    weeks = Weeks()
    weeks.start("2026-11-23 09:00")
    weeks.to("2026-11-23 11:01")
    assert weeks.look(Around(in_session=True)) is Verdict.CLEAR
    begun, ended = weeks.at("2026-11-23 15:55"), weeks.at("2026-11-23 16:05")
    weeks.around = lambda at: Around(
        in_session=begun <= at < ended, practised=ended if at >= ended else 0.0, practices=int(at >= ended)
    )
    weeks.to("2026-11-23 23:00")
    assert weeks.given == ["Mon 11:00"]


@pytest.mark.parametrize(("third", "given", "seated"), [("silent", [], 0), ("seated", ["Mon 16:00"], 1)])
def test_after_the_second_practice_of_a_day_it_is_silent_or_offers_a_seat(
    third: str, given: list[str], seated: int
) -> None:
    weeks = Weeks(settings={"reminder_third": third}, around=lambda _at: Around(practices=2))
    weeks.start("2026-11-23 12:00")
    weeks.to("2026-11-23 20:00")
    assert (weeks.given, weeks.seated) == (given, seated)
