"""A figure that breathes: how its light comes, and that a finer screen gets a finer picture."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from legsup.domain.body.pose import CAMERAS, Pose, View, facing
from legsup.ui.figure.widget import BodyFigure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LYING = Pose("lying", View.SIDE, CAMERAS[View.SIDE], (-0.5, 0.08, 0.0), facing(0, 90, 0))


class HandClock:
    now = 100.0

    def read(self) -> float:
        return self.now


def lying(qtbot: QtBot, clock: HandClock) -> BodyFigure:
    figure = BodyFigure(MappingProxyType({"lying": LYING}), clock=clock.read)
    qtbot.addWidget(figure)
    figure.resize(360, 270)
    figure.show_pose("lying", None)
    return figure


def painted(figure: BodyFigure, ratio: int = 1) -> QImage:
    image = QImage(figure.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    figure.render(image)
    return image


def test_the_light_comes_softly_each_time(qtbot: QtBot) -> None:
    clock = HandClock()
    figure = lying(qtbot, clock)
    dark = sum(painted(figure).constBits())
    for _ in range(2):
        more: list[int] = []
        for _ in range(5):
            figure.show_breath(0.3, 1)
            more.append(sum(painted(figure).constBits()) - dark)
            clock.now += 0.3
        assert [round(each / more[-1], 2) for each in more] == pytest.approx(
            [0.0, 0.4, 0.77, 1.0, 1.0], abs=0.05
        )
        figure.show_breath(None, 0)
        clock.now += 5.0


def test_on_a_finer_screen_it_is_painted_finer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(_figure: BodyFigure) -> float:
        return 2.0

    figure = lying(qtbot, HandClock())
    painted(figure)
    coarse = painted(figure, 2)
    monkeypatch.setattr(BodyFigure, "devicePixelRatioF", twice)
    assert painted(figure, 2) == painted(lying(qtbot, HandClock()), 2) != coarse
