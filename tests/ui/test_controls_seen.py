"""What is seen of the controls: each tells its state by a shape, is large enough to be hit, and has its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from legsup.ui.pages.section_list import SectionList
from legsup.ui.pages.settings_form import SettingsForm
from legsup.ui.palette import palette_of
from legsup.ui.side_by_side import SideBySide
from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK, LINEN, Theme
from legsup.ui.widgets import (
    answer_button,
    button,
    choice_button,
    dialog_button,
    label,
    landing,
    scrolling,
)
from legsup.ui.widgets.fields import (
    ChoiceBox,
    field_label,
    per_cent_box,
    share_slider,
    show_ticked,
    switch,
    tick,
    with_value,
)
from legsup.ui.widgets.menus import menu_button
from tests.ui.desk import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

#: Pixels: the least height of what one presses.
TARGET = 44


def nothing() -> None:
    """Do nothing."""


@pytest.fixture(params=[DUSK, LINEN], ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """A look, worn by the whole application."""
    before = qapp.styleSheet(), qapp.palette()
    qapp.setPalette(palette_of(request.param))
    qapp.setStyleSheet(style_sheet(request.param))
    yield request.param
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


@pytest.mark.parametrize("make", [lambda: tick("Go", nothing), lambda: switch("Go")])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_on_is_told_by_a_mark_and_not_by_the_colour_alone(
    qtbot: QtBot, theme: Theme, make: Callable[[], QCheckBox], direction: Qt.LayoutDirection
) -> None:
    made = make()
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    show_ticked(made, on=True)
    made.resize(made.sizeHint())
    image = made.grab().toImage()
    assert _spots(image, theme.accent) > 20, "the box is filled"
    assert _spots(image, theme.on_accent) > 5, "and a tick or a knob stands in it"


def _spots(image: QImage, colour: str) -> int:
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(_close(image.pixelColor(x, y), QColor(colour)) for x, y in places)


def _close(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 40
    )


def test_a_chosen_button_bears_a_bar(qtbot: QtBot, theme: Theme) -> None:
    made = choice_button("Go", nothing)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    size = made.sizeHint()
    unchosen = _spots(made.grab().toImage(), theme.accent)
    made.setChecked(True)
    assert made.sizeHint() == size, "nothing moves when it is chosen"
    assert _spots(made.grab().toImage(), theme.accent) > unchosen + 40


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "make",
    [
        lambda: button("Go", nothing),
        lambda: button("Go", nothing, "primary"),
        lambda: button("Go", nothing, "quiet"),
        lambda: button("Go", nothing, "link"),
        lambda: dialog_button("Go"),
        lambda: answer_button("Go", nothing),
        lambda: choice_button("Go", nothing, "side"),
        lambda: menu_button("⋯", (), "Go", "Far"),
        lambda: tick("Go", nothing),
        lambda: switch("Go"),
        lambda: ChoiceBox("Go", [("One", 1)]),
        lambda: per_cent_box("Go", 0, 100),
        lambda: share_slider("Go"),
    ],
)
def test_what_is_pressed_is_large_enough(
    qtbot: QtBot, theme: Theme, percent: int, make: Callable[[], QWidget]
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet(style_sheet(theme, percent))
    made = make()
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.sizeHint().height() >= TARGET
    assert made.sizeHint().width() >= TARGET


def test_every_control_of_every_page_is_large_enough(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    window = desk.app.front.window
    for name in window.tabs:
        window.open(name)
        QApplication.processEvents()
        for kind in (QAbstractButton, QComboBox, QSpinBox, QSlider):
            for each in window.findChildren(kind):
                if each.isVisible() and not each.inherits("QTabBar"):
                    assert each.height() >= TARGET, f"{each.accessibleName()} on {name}"
    desk.close()


def test_a_slider_writes_its_value_whoever_changes_it(qtbot: QtBot) -> None:
    slider = share_slider("Sea")
    row = with_value(slider)
    qtbot.addWidget(row)
    slider.setValue(40)
    assert slider.told.text() == "40 %"
    slider.blockSignals(True)
    slider.setValue(70)
    assert slider.told.text() == "70 %"


@pytest.mark.parametrize(
    "make", [lambda: ChoiceBox("Go", [("One", 1), ("Two", 2)]), lambda: per_cent_box("Go", 0, 100)]
)
def test_a_wheel_that_rolls_over_a_page_changes_nothing(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    made = make()
    qtbot.addWidget(made)
    before = made.property("currentText"), made.property("value")
    at = QPointF(10, 10)
    rolled = QWheelEvent(
        at,
        at,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made, rolled)
    assert (made.property("currentText"), made.property("value")) == before
    assert not rolled.isAccepted()


def _row(qtbot: QtBot, field: QWidget) -> tuple[QWidget, QWidget]:
    row = QWidget()
    qtbot.addWidget(row)
    name = field_label("A key or mouse is within reach while I get in", field)
    laid = SideBySide(row, name, field)
    assert laid.sizeHint().width() > laid.minimumSize().width()
    return row, name


def test_a_field_stands_beside_its_name_or_below_it_where_it_is_narrow(qtbot: QtBot) -> None:
    box = ChoiceBox("Go", [("The computer's loudspeaker", 1)])
    row, name = _row(qtbot, box)
    row.show()
    row.resize(700, row.heightForWidth(700))
    assert box.x() > name.geometry().right()
    assert box.y() < name.geometry().bottom()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert box.geometry().right() < name.x()
    row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    row.resize(200, row.heightForWidth(200))
    assert box.y() >= name.geometry().bottom()
    assert row.minimumSizeHint().width() <= 200


def test_a_switch_stays_at_the_end_of_a_narrow_row(qtbot: QtBot) -> None:
    field = switch("Go")
    field.setSizePolicy(field.sizePolicy().Policy.Fixed, field.sizePolicy().Policy.Fixed)
    row, name = _row(qtbot, field)
    row.show()
    row.resize(240, row.heightForWidth(240))
    assert field.x() > name.geometry().right()


def test_the_list_of_sections_leads_to_each_and_marks_what_is_seen(qtbot: QtBot) -> None:
    page = QWidget()
    rows = QVBoxLayout(page)
    headings = [landing(text) for text in ("One", "Two", "Three")]
    sections = [(heading, label("…")) for heading in headings]
    for heading, body in sections:
        body.setFixedHeight(600)
        rows.addWidget(heading)
        rows.addWidget(body)
    area = scrolling(page)
    contents = SectionList(sections, area)
    for each in (area, contents):
        qtbot.addWidget(each)
    area.resize(400, 300)
    area.show()
    QApplication.processEvents()
    buttons = contents.findChildren(QAbstractButton)
    buttons[2].click()
    assert area.verticalScrollBar().value() > 1000
    assert area.focusWidget() is headings[2], "Tab goes on from there"
    assert [each.isChecked() for each in buttons] == [False, False, True]
    area.verticalScrollBar().setValue(650)
    assert [each.isChecked() for each in buttons] == [False, True, False]


def test_a_button_keeps_its_width_beside_its_name_and_a_slider_takes_the_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = SettingsForm(QVBoxLayout(page), page)
    go, sea = button("Answer them again", lambda: None), share_slider("Sea")
    for name, field in (("The health questions", go), ("Sea", sea)):
        form.row(name, field)
    page.resize(900, 300)
    page.show()
    QApplication.processEvents()
    assert go.width() == go.sizeHint().width()
    assert sea.width() > 400


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("role", ["", "primary", "quiet", "link"])
def test_what_cannot_be_pressed_has_a_broken_frame_whatever_its_role(qtbot: QtBot, role: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = button("Go to the step before", nothing, role)
    made.setParent(page)
    size = made.sizeHint()
    made.resize(size)
    page.resize(size)
    whole = _turns_along_the_top(page)
    made.setEnabled(False)
    assert made.sizeHint() == size
    assert whole <= 2
    assert _turns_along_the_top(page) >= 6


def _turns_along_the_top(page: QWidget) -> int:
    """Count how often the colour turns along the upper edge, between its corners."""
    seen = page.grab().toImage()
    row = [seen.pixel(x, 0) for x in range(16, seen.width() - 16)]
    return sum(before != after for before, after in pairwise(row))
