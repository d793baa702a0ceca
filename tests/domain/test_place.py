"""The place of a first practice: what the answers close is not offered, and Seated breath always is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from legsup.domain.place import LEGS_UP, place
from legsup.domain.screening.outcome import only_seated
from legsup.domain.settings import Settings
from tests.screened import DAY, UNTOUCHED, answered, outcome

SETTINGS = Settings(sequence="in-bed", wall_side="left")


def test_where_nothing_is_closed_the_last_choice_stands() -> None:
    here = place(outcome(UNTOUCHED), SETTINGS, DAY)
    assert (here.sequence, here.offered, here.wall_side) == ("in-bed", LEGS_UP, "left")
    assert here.has_wall
    assert place(outcome(UNTOUCHED), Settings(sequence="unwind"), DAY).sequence == "legs-up-the-wall"


@pytest.mark.parametrize(
    ("yes", "offered"),
    [
        (("16",), ("in-bed",)),
        (("1",), ("seated-breath",)),
        (("2",), ("supported-rest", "side-lying-rest", "seated-breath")),
        (("4",), ("supported-rest", "seated-breath")),
    ],
)
def test_what_is_closed_is_not_offered(yes: tuple[str, ...], offered: tuple[str, ...]) -> None:
    here = place(outcome(answered(*yes)), SETTINGS, DAY)
    assert here.offered == offered
    assert here.sequence in offered


def test_without_answers_or_with_old_ones_seated_breath_alone_is_offered() -> None:
    for came, day in (
        (None, DAY),
        (only_seated(DAY), DAY),
        (outcome(UNTOUCHED), DAY + timedelta(days=200)),
    ):
        here = place(came, SETTINGS, day)
        assert here.offered == ("seated-breath",)
        assert not here.has_wall
