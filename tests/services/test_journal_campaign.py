"""The campaign against the journal, for some seconds; the long one is `python3 dev.py soak`."""

from __future__ import annotations

from tests.campaign.journals import damaged, killed_while_mending, killed_while_writing


def test_killed_while_writing_nothing_finished_is_lost() -> None:
    assert killed_while_writing(6, seed=11) == 0


def test_killed_while_mending_nothing_finished_is_lost() -> None:
    lost, _ = killed_while_mending(6, seed=12)
    assert lost == 0


def test_damaged_nothing_finished_is_lost_nor_what_stands_whole_in_the_pages() -> None:
    assert damaged(24, seed=13) == (0, 0)
