"""A page of the wizard with a figure leaves room for what is to be read and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.ui.wizard.figure_page import LEAST, MOST, SHARE, FigurePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("height", "figure"), [(200, LEAST), (500, round(SHARE * 500)), (2000, MOST)])
def test_a_figure_takes_its_share_of_a_page_and_leaves_the_rest_to_what_is_read(
    qtbot: QtBot, height: int, figure: int
) -> None:
    page = FigurePage({})
    qtbot.addWidget(page)
    page.resize(600, height)
    page.show()
    assert page.figure.height() == page.figure.minimumHeight() == page.figure.maximumHeight() == figure
