"""Runs the whole campaign and prints its counts: `python -m tests.campaign [SHARE]`, a share of 1 is all of it."""

from __future__ import annotations

import sys
import time

from tests.campaign.desktops import hostile_talks, six_starts
from tests.campaign.files import mutated
from tests.campaign.journals import damaged, killed_while_mending, killed_while_writing


def main(share: float = 1.0) -> int:
    """Run it; exit status 1 where anything was lost."""
    good = True

    def told(name: str, is_well: bool, counts: str) -> None:  # noqa: FBT001 - it is the finding
        nonlocal good
        good = good and is_well
        print(
            f"{'ok  ' if is_well else 'miss'} {name}: {counts} ({time.monotonic() - begun:.0f} s)", flush=True
        )

    def of(number: int) -> int:
        return max(1, round(number * share))

    begun = time.monotonic()
    lost = killed_while_writing(of(1000), 1)
    told("killed while writing", not lost, f"{of(1000)} times, {lost} finished records lost")
    lost, early = killed_while_mending(of(300), 2)
    told(
        "killed while mending",
        not lost,
        f"{of(300)} journals, {early} kills before the end, {lost} finished records lost",
    )
    lost, whole = damaged(of(1000), 3)
    told("damaged journals", not lost + whole, f"{of(1000)}, {lost} finished and {whole} whole records lost")
    counts = mutated(of(10_000), 4)
    told(
        "mutated files", not counts["else"], ", ".join(f"{number} {name}" for name, number in counts.items())
    )
    starts, commands = six_starts(of(50))
    told(
        "six starts at once",
        not starts + commands,
        f"{of(50)} times, {starts} starts and {commands} commands lost",
    )
    silent, longest = hostile_talks(of(500), 5)
    told(
        "hostile talks",
        not silent,
        f"{of(500)}, {silent} without an answer after, longest wait {longest:.2f} s",
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*(float(word) for word in sys.argv[1:2])))
