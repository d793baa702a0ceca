"""A page of the wizard with a figure, which leaves room for what is to be read and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWizardPage

from legsup.ui.figure.widget import BodyFigure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from legsup.domain.body.pose import Pose

#: The figure's share of the page's height, and its least and most pixels.
SHARE, LEAST, MOST = 0.36, 96, 280


class FigurePage(QWizardPage):
    """Keeps ``figure`` to its share of the height."""

    def __init__(self, poses: Mapping[str, Pose]) -> None:
        super().__init__()
        self.figure = BodyFigure(poses)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self.figure.setFixedHeight(max(LEAST, min(MOST, round(SHARE * self.height()))))
