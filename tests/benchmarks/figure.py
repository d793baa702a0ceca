"""What the figure costs that breathes, against a plain painter of the whole window; ``moving`` measures its movements."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi
from statistics import mean, median, quantiles
from time import monotonic, process_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QRadialGradient
from PySide6.QtWidgets import QApplication, QWidget

from legsup.domain.body.body_path import body_path
from legsup.places import assets
from legsup.services.library.poses import load_poses
from legsup.ui.figure.picture import Picture
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.theme import DUSK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPaintEvent

    from legsup.domain.body.pose import Pose

SIZE = (1280, 800)
FRAME = 1 / 60
#: The 4-6 breath, and how often each stretch is measured; the median counts.
INHALE, EXHALE, ROUNDS = 4.0, 6.0, 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One number: what it is, what was found, what the goal is, and whether it is met."""

    what: str
    found: str
    goal: str
    met: bool


class PlainFigure(QWidget):
    """The floor: the same outlines in flat colours and one spot of light, the whole window painted every frame."""

    def __init__(self, pose: Pose) -> None:
        super().__init__()
        self._pose = pose
        self._awareness = 0.0
        self._picture = Picture(pose, DUSK, QRectF(0, 0, *SIZE))
        self._layers = [(layer.path, layer.tone) for layer in self._picture.layers]

    def show_breath(self, awareness: float, _direction: int) -> None:
        self._awareness = awareness
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sky = QLinearGradient(0, 0, 0, self.height())
        sky.setColorAt(0, QColor(DUSK.night_top))
        sky.setColorAt(1, QColor(DUSK.night_low))
        painter.fillRect(self.rect(), sky)
        for path, tone in self._layers:
            painter.fillPath(path, tone)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in body_path(self._pose).at(self._awareness):
            middle, radius = QPointF(*self._picture.screen.point(place)), 0.26 * self._picture.screen.scale
            spot = QRadialGradient(middle, radius)
            spot.setColorAt(0, QColor(255, 197, 138, 200))
            spot.setColorAt(1, QColor(255, 197, 138, 0))
            painter.setBrush(spot)
            painter.drawEllipse(middle, radius, radius)
        painter.end()


class Watched(BodyFigure):
    """The figure, noting when it paints."""

    def __init__(self, poses: Mapping[str, Pose]) -> None:
        super().__init__(poses)
        self.painted: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(monotonic())
        super().paintEvent(event)


def measure(seconds: float = INHALE + EXHALE) -> list[Measured]:
    """Measure breathing and hiding for ``seconds`` a round each; takes about ten times that long in all."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    poses, _ = load_poses(assets() / "poses")
    # What is watched pays for the watching: shares are measured of one that is not.
    ours, watched, plain = BodyFigure(poses), Watched(poses), PlainFigure(poses["legs-up"])
    for widget in (ours, watched, plain):
        widget.resize(*SIZE)
        widget.show()
    for figure in (ours, watched):
        figure.show_pose("legs-up", None)
        _breathe(figure.show_breath, seconds)
    shares: list[tuple[float, float]] = []
    gaps: list[float] = []
    for _ in range(ROUNDS):
        shares.append(_by_turns(ours.show_breath, plain.show_breath, round(seconds)))
        watched.painted.clear()
        _breathe(watched.show_breath, seconds)
        gaps += [after - before for before, after in pairwise(watched.painted)]
    ours.hide()
    watched.hide()
    run_for(0.3)
    hidden = run_for(1.0)
    ours.close()
    rows = _breathing(shares, gaps, hidden)
    watched.close()
    plain.close()
    del application
    return rows


def _breathing(shares: list[tuple[float, float]], gaps: list[float], hidden: float) -> list[Measured]:
    share = median(own for own, _ in shares)
    ratio = median(own / floor for own, floor in shares)
    # The breath stands still at its turns, where nothing is painted; only gaps within a movement count.
    moving = [gap for gap in gaps if gap < 6 * FRAME]
    late = quantiles(moving, n=20)[-1] / FRAME
    return [
        Measured(
            "breathing figure: ratio to a plain whole-window painter",
            f"{ratio:.2f}",
            "<= 0.15",
            ratio <= 0.15,
        ),
        Measured("breathing figure: share of a core", f"{share:.1%}", "<= 4 %", share <= 0.04),
        Measured("breathing figure: p95 interval in frames", f"{late:.2f}", "<= 1.05", late <= 1.05),
        Measured("hidden figure: share of a core", f"{hidden:.1%}", "0", hidden < 0.005),
    ]


def _by_turns(
    own: Callable[[float, int], None], floor: Callable[[float, int], None], seconds: int
) -> tuple[float, float]:
    """Let the two breathe a second each by turns, so that both meet the same machine; give the share that each took."""
    pieces = [(_breathe(own, 1.0, at), _breathe(floor, 1.0, at)) for at in range(seconds)]
    return mean(share for share, _ in pieces), mean(share for _, share in pieces)


def _breathe(show_breath: Callable[[float, int], None], seconds: float, begin: float = 0.0) -> float:
    start = monotonic() - begin

    def tick() -> None:
        at = (monotonic() - start) % (INHALE + EXHALE)
        if at < INHALE:
            show_breath((1 - cos(pi * at / INHALE)) / 2, 1)
        else:
            show_breath((1 + cos(pi * (at - INHALE) / EXHALE)) / 2, -1)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(16)
    share = run_for(seconds)
    timer.stop()
    return share


def run_for(seconds: float) -> float:
    """Let the event loop run and give the share of a core that the process took."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    wall, work = monotonic(), process_time()
    loop.exec()
    return (process_time() - work) / (monotonic() - wall)


if __name__ == "__main__":
    for row in measure():
        print(f"{'ok  ' if row.met else 'MISS'} {row.what}: {row.found} (goal {row.goal})")
