"""What the floor view costs: a whole screen of light that breathes, at 2560 by 1440."""

from __future__ import annotations

import sys
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from legsup.domain.plan import Choices
from legsup.domain.planning import compile_plan
from legsup.places import assets
from legsup.services.library import Library
from legsup.ui.actions import SessionActions
from legsup.ui.floor_view import FloorView
from legsup.ui.theme import DUSK
from tests.benchmarks.figure import ROUNDS, Measured, run_for
from tests.domain.run import begun

if TYPE_CHECKING:
    from legsup.domain.session import Session
    from legsup.services.conductor import Conductor

SIZE = (2560, 1440)


class Held(QObject):
    """Stands for the conductor: a session in the middle of a hold, while real time passes."""

    changed, ticked = Signal(object), Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._since = monotonic()

    def refuses(self, _event: object) -> bool:
        """Tell that everything may happen."""
        return False

    @property
    def now(self) -> float:
        """The session's time."""
        return self.session.seen + monotonic() - self._since


def measure(seconds: float = 10.0) -> list[Measured]:
    """Measure the breathing floor view for ``seconds`` a round."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    library = Library(assets())
    sequence = next(each for each in library.sequences() if each.id == "legs-up-the-wall")
    run = begun(compile_plan(sequence, Choices(ease_in=False), library.parts()))
    run.to("legs-up")
    run.wait(60.0)
    conductor = cast("Conductor", Held(run.session))
    view = FloorView(conductor, SessionActions(conductor), lambda _session: None)
    view.set_look(DUSK, dim=0, outlined=False, flipped=False, still=False)
    view.resize(*SIZE)
    view.show()
    run_for(1.0)
    share = median(run_for(seconds) for _ in range(ROUNDS))
    view.hide()
    hidden = run_for(1.0)
    view.close()
    del application
    return [
        Measured("floor view at 2560x1440: share of a core", f"{share:.1%}", "<= 10 %", share <= 0.10),
        Measured("hidden floor view: share of a core", f"{hidden:.1%}", "0", hidden < 0.005),
    ]


if __name__ == "__main__":
    for row in measure():
        print(f"{'ok  ' if row.met else 'MISS'} {row.what}: {row.found} (goal {row.goal})")
