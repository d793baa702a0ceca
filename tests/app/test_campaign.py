"""The campaign, for some seconds; the long one is `python3 dev.py soak`."""

from __future__ import annotations

import sys

import pytest

from tests.campaign.desktops import hostile_talks
from tests.campaign.files import mutated
from tests.campaign.journals import damaged, killed_while_mending, killed_while_writing

pytestmark = pytest.mark.uncounted


def test_killed_while_writing_nothing_finished_is_lost() -> None:
    assert killed_while_writing(6, seed=11) == 0


def test_killed_while_mending_nothing_finished_is_lost() -> None:
    lost, _ = killed_while_mending(6, seed=12)
    assert lost == 0


def test_damaged_nothing_finished_is_lost_nor_what_stands_whole_in_the_pages() -> None:
    assert damaged(24, seed=13) == (0, 0)


def test_a_mutated_file_is_read_or_refused() -> None:
    assert mutated(300, seed=14)["else"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="sockets of POSIX")
def test_after_hostile_talk_the_app_answers() -> None:
    silent, _ = hostile_talks(40, seed=15)
    assert silent == 0
