"""Offers come on the end screens of the first five sessions, one at a time, and never more minutes than are allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legsup.domain.machine import ready
from legsup.domain.offers import Offer, minutes_offered, offer_after
from legsup.domain.session import Outcome
from legsup.domain.settings import RULES, Settings
from tests.small_practice import wall_plan


def ended(number: int, outcome: Outcome | None) -> Offer | None:
    session = ready(wall_plan())
    choices = replace(session.plan.choices, session=number)
    return offer_after(replace(session, plan=replace(session.plan, choices=choices), outcome=outcome))


def test_the_first_five_sessions_offer_one_thing_each() -> None:
    told = [ended(number, Outcome.COMPLETED) for number in range(1, 8)]
    assert told == [Offer.PACE, Offer.LOOK, Offer.REMINDERS, Offer.MINUTES, Offer.WORDS, None, None]
    assert ended(1, Outcome.CAME_OUT_EARLY) is Offer.PACE


@pytest.mark.parametrize("outcome", [None, Outcome.STOPPED, Outcome.INTERRUPTED])
def test_nothing_is_offered_before_the_end_is_reached(outcome: Outcome | None) -> None:
    assert ended(1, outcome) is None


def test_no_more_minutes_are_offered_than_may_be_held() -> None:
    assert minutes_offered(None) == (2.0, 5.0, 10.0)
    assert minutes_offered(3.0) == (2.0,)


def test_every_offer_is_a_setting() -> None:
    for offer in Offer:
        assert hasattr(Settings(), offer.value)
    assert all(RULES["minutes"].accepts(each) for each in minutes_offered(None))
