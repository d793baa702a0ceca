"""The sequences and poses that the app ships, read once for all tests that only use them."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from legsup.practice.practices import Practices
from tests.screened import ASSETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from legsup.domain.body.pose import Pose
    from legsup.domain.fault import Fault
    from legsup.domain.sequence import Parts, Sequence


@cache
def _shipped() -> Practices:
    return Practices(ASSETS, Path("/nowhere"))


class Shelf(Practices):
    """Practices that share what nobody can change; other assets, and sequences of one's own, are read as the app reads them."""

    @cached_property
    def sequences(self) -> tuple[Sequence, ...]:
        """All sound sequences."""
        shared = self.assets == ASSETS and not self.own.exists()
        return _shipped().sequences if shared else self.library.sequences()

    @cached_property
    def parts(self) -> Parts:
        """What every practice shares."""
        return _shipped().parts if self.assets == ASSETS else self.library.parts()

    @cached_property
    def poses(self) -> tuple[Mapping[str, Pose], tuple[Fault, ...]]:
        """Every sound pose, and what is wrong with the others."""
        return _shipped().poses if self.assets == ASSETS else super().poses
