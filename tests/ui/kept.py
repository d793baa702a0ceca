"""Owners of an outcome for tests of what is shown: in a home of their own, on a day that the test sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from shutil import copytree
from typing import TYPE_CHECKING

from legsup.practice.kept_outcome import KeptOutcome
from legsup.services.outcome_store import OutcomeStore
from tests.screened import ASSETS, DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from legsup.domain.screening.outcome import ScreeningOutcome


@dataclass
class Home:
    """Where an outcome is kept; ``day`` is today."""

    folder: Path
    came: ScreeningOutcome | None = None
    day: date = DAY
    assets: Path = ASSETS
    kept: KeptOutcome = field(init=False)

    def __post_init__(self) -> None:
        """Keep what came of the answers."""
        if self.came is not None:
            self.keep(self.came)
        self.kept = KeptOutcome(self.file, self.assets, lambda: self.day)

    @property
    def file(self) -> Path:
        """The file of the outcome."""
        return self.folder / "outcome.json"

    def keep(self, outcome: ScreeningOutcome) -> None:
        """Write an outcome, as another process would."""
        OutcomeStore(self.file).save(outcome)


def damaged(folder: Path) -> Path:
    """Give assets whose matrix has a level that does not exist."""
    assets = copytree(ASSETS, folder / "assets")
    matrix = assets / "screening" / "matrix.toml"
    matrix.write_text(matrix.read_text("utf-8").replace('"closed"', '"shut"', 1), encoding="utf-8")
    return assets


def at_once(keep: Callable[[], object]) -> None:
    """Keep an outcome where nothing goes wrong."""
    keep()
