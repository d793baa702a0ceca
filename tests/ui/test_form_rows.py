"""Rows of the settings stand on one grid: fields begin, or end, where their neighbours do, switches too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QStyle, QStyleOptionButton, QWidget

from legsup.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.ui.desk import Desk

#: Pixels that no eye sees.
UNSEEN = 1


def seen(field: QWidget) -> QRect:
    """Give what is seen of a field: of a switch its track, without what surrounds it when it has the focus."""
    if not isinstance(field, QCheckBox):
        return field.rect()
    option = QStyleOptionButton()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, field)


def ends(page: QWidget, fields: Iterable[QWidget]) -> tuple[set[int], set[int]]:
    """Give where fields are seen to begin and to end, in the page."""
    places = [seen(field).translated(field.mapTo(page, QPoint(0, 0))) for field in fields]
    return {place.left() for place in places}, {place.right() for place in places}


@pytest.mark.parametrize(("width", "text"), [(1280, 100), (1000, 100), (480, 100), (1000, 200), (480, 200)])
def test_switches_stand_under_the_fields(desk: Desk, width: int, text: int) -> None:
    desk.app.basis.kept.change(text_size=text)
    window = desk.app.front.window
    window.resize(width, 720)
    window.open("settings")
    QApplication.processEvents()
    (page,) = window.findChildren(SettingsPage)
    switches = ends(page, [each for each in page.findChildren(QCheckBox) if not each.text()])
    boxes = ends(page, page.findChildren(QComboBox))
    assert len(page.findChildren(QCheckBox)) > 5
    shared = [max(one | other) - min(one | other) for one, other in zip(switches, boxes, strict=True)]
    assert min(shared) <= UNSEEN, "they begin together, or where the window is narrow they end together"
