"""Text as it is painted: every kind of it, the quiet, the empty and the disabled too, stands out from what it stands on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from legsup.ui.figure.breath_word import GLOW_DARK, GLOW_LIGHT
from legsup.ui.journal.bar_chart import FAINT
from legsup.ui.journal.month_view import MonthView
from legsup.ui.palette import palette_of
from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK, LINEN, Theme, contrast
from legsup.ui.widgets import button, choice_button, label
from legsup.ui.widgets.fields import ChoiceBox, note_field, per_cent_box, tick
from legsup.ui.widgets.folds import FoldLine
from legsup.ui.widgets.reading import find_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

#: As in test_theme: text, words over the room, marks.
TEXT, LARGE, MARKS = 7.0, 4.5, 3.0
ROOM = ("night_top", "night_low", "wall", "wall_far", "floor", "floor_near", "page")


def nothing() -> None:
    """Do nothing."""


@pytest.fixture(params=[DUSK, LINEN], ids=lambda theme: theme.name)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """A look, worn by the whole application, with text so large that its strokes are more than their edges."""
    before = qapp.styleSheet(), qapp.palette()
    qapp.setPalette(palette_of(request.param))
    qapp.setStyleSheet(style_sheet(request.param, 200))
    yield request.param
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])


def seen_contrast(image: QImage) -> float:
    """Measure how far the strokes stand out from what they stand on, the colour that most of the picture has."""
    inside = image.copy(image.rect().adjusted(8, 8, -8, -8))
    places = [(x, y) for x in range(inside.width()) for y in range(inside.height())]
    found = Counter(inside.pixelColor(x, y).name() for x, y in places)
    ground = found.most_common(1)[0][0]
    return max(contrast(each, ground) for each in found)


def disabled(made: QWidget) -> QWidget:
    made.setEnabled(False)
    return made


@pytest.mark.parametrize(
    "make",
    [
        lambda: label("Words"),
        lambda: label("Words", "note"),
        lambda: label("Words", "warning"),
        lambda: label("Words", "urgent"),
        lambda: find_field("Words", "Far"),
        lambda: note_field("Words", 80, "Far"),
        lambda: button("Words", nothing),
        lambda: button("Words", nothing, "primary"),
        lambda: button("Words", nothing, "quiet"),
        lambda: button("Words", nothing, "link"),
        lambda: FoldLine("Words"),
        lambda: disabled(button("Words", nothing)),
        lambda: disabled(button("Words", nothing, "primary")),
        lambda: disabled(button("Words", nothing, "quiet")),
        lambda: disabled(button("Words", nothing, "link")),
        lambda: disabled(choice_button("Words", nothing, "close")),
        lambda: disabled(find_field("Words", "Far")),
        lambda: disabled(label("Words")),
        lambda: disabled(label("Words", "note")),
        lambda: disabled(tick("Words", nothing)),
        lambda: disabled(ChoiceBox("Words", [("Words", 1)])),
        lambda: disabled(per_cent_box("Words", 0, 100)),
    ],
)
def test_every_kind_of_text_stands_out_as_it_is_painted(
    qtbot: QtBot, look: Theme, make: Callable[[], QWidget]
) -> None:
    made = make()
    page = QWidget()
    qtbot.addWidget(page)
    page.setPalette(palette_of(look))
    made.setParent(page)
    page.resize(400, 120)
    made.resize(made.sizeHint())
    page.show()
    assert seen_contrast(page.grab(made.geometry()).toImage()) >= TEXT


def test_the_days_of_the_months_beside_can_be_read(qtbot: QtBot, look: Theme) -> None:
    month = MonthView()
    qtbot.addWidget(month)
    month.show_month(date(2026, 11, 1), 1, date(2026, 11, 28), {})
    month.resize(month.sizeHint())
    shown = month.grab().toImage()
    line = month.fontMetrics().height()
    # November 2026 begins on a Sunday: the six days before it are October's.
    wide = month.width() // 7
    for column in range(6):
        place = shown.rect().adjusted(column * wide, round(1.3 * line), 0, 0)
        place.setSize(month.size())
        place.setWidth(wide)
        place.setHeight(round(1.9 * line))
        assert seen_contrast(shown.copy(place)) >= TEXT, f"{look.name}, day {column}"


@pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
def test_the_word_of_the_breath_can_be_read_in_its_own_glow(theme: Theme) -> None:
    strength = GLOW_DARK if theme.dark else GLOW_LIGHT
    for ground in ROOM:
        lit = _mixed(getattr(theme, ground), theme.glow, strength)
        assert contrast(theme.accent, lit) >= LARGE, ground


@pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
def test_the_bars_that_nobody_points_at_can_be_seen(theme: Theme) -> None:
    for ground in ("page", "card"):
        under = getattr(theme, ground)
        assert contrast(_mixed(under, theme.accent, FAINT), under) >= MARKS


@pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
def test_a_link_in_a_text_can_be_read(theme: Theme) -> None:
    for ground in ("page", "card", "field"):
        assert contrast(theme.accent, getattr(theme, ground)) >= TEXT


@pytest.mark.usefixtures("look")
def test_the_value_of_a_number_stands_off_from_its_border(qtbot: QtBot) -> None:
    made = per_cent_box("Size", 100, 200)
    qtbot.addWidget(made)
    made.setValue(150)
    made.resize(made.sizeHint())
    made.show()
    edit = made.lineEdit()
    assert edit.x() + edit.textMargins().left() >= 8
    room = edit.width() - edit.textMargins().left() - edit.textMargins().right()
    assert room >= edit.fontMetrics().horizontalAdvance(made.text())


def test_what_is_quiet_is_not_thinned_out_by_the_style_sheet(look: Theme) -> None:
    made = QLabel("Words")
    made.ensurePolished()
    assert made.palette().placeholderText().color().alpha() == 255, look.name


def _mixed(under: str, over: str, share: float) -> str:
    channels = (
        round(int(under[at : at + 2], 16) * (1 - share) + int(over[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
