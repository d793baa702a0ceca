"""What is painted follows what was chosen: look, wall and stillness, wherever the person looks at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QDateTime, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from legsup.app.dress import Dress
from legsup.domain.breath import Cycle, Pattern, breath_in
from legsup.places import assets
from legsup.practice.kept_settings import KeptSettings
from legsup.services.settings.store import SettingsStore
from legsup.ui import words
from legsup.ui.figure.breath_word import BreathWord
from legsup.ui.figure.evening import EveningLight
from legsup.ui.figure.widget import BodyFigure
from legsup.ui.icons import TrayState, tray_icon
from legsup.ui.journal.more_panel import MorePanel
from legsup.ui.journal.small_figures import SmallFigures
from legsup.ui.living_figure import LivingFigure
from legsup.ui.palette import palette_of
from legsup.ui.style import style_sheet
from legsup.ui.theme import DUSK, LINEN, Theme, contrast
from legsup.ui.widgets import button, label, show_role
from legsup.ui.widgets.cards import PictureCard
from legsup.ui.words import clock_time
from tests.ui.desk import opened, until
from tests.ui.pictures import differences

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from legsup.app.dress import System
    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")


def middle(widget: QWidget) -> QImage:
    """What is seen of a widget, but for its edges, where the page is seen."""
    edge = widget.width() // 8
    return widget.grab().toImage().copy(widget.rect().adjusted(edge, edge, -edge, -edge))


def figure(desk: Desk) -> QImage:
    """The figure of Today as it is seen now."""
    (living,) = desk.app.front.window.findChildren(LivingFigure)
    QApplication.processEvents()
    return middle(living.figure)


class Evening(QObject):
    """A desktop that is light until it turns dark."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
    scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def test_the_system_s_light_and_dark_are_followed_while_the_app_runs_unless_a_look_was_chosen(
    tmp_path: Path,
) -> None:
    kept = KeptSettings(SettingsStore(tmp_path / "settings.json"))
    evening = Evening()
    dress = Dress(kept, cast("System", evening))
    worn: list[Theme] = []
    dress.changed.connect(worn.append)
    assert dress.theme is LINEN
    evening.turn(Qt.ColorScheme.Dark)
    evening.turn(Qt.ColorScheme.Dark)
    assert (dress.theme, worn) == (DUSK, [DUSK])
    assert QApplication.palette().window().color().name() == palette_of(DUSK).window().color().name()
    kept.change(look="linen")
    evening.turn(Qt.ColorScheme.Light)
    evening.turn(Qt.ColorScheme.Dark)
    assert (dress.theme, worn) == (LINEN, [DUSK, LINEN])


def test_a_look_and_a_wall_are_worn_by_the_figures_of_today_at_once(tmp_path: Path) -> None:
    desk = opened(tmp_path, look="dusk", still_figure=True)
    card = next(each for each in desk.app.front.today.page.findChildren(PictureCard) if each.isVisible())
    in_dusk = figure(desk), middle(card.picture)
    desk.app.basis.kept.change(look="linen")
    in_linen = figure(desk), middle(card.picture)
    assert in_linen[0] != in_dusk[0]
    assert in_linen[1] != in_dusk[1]
    desk.app.basis.kept.change(wall_side="left" if desk.settings.wall_side == "right" else "right")
    assert figure(desk) != in_linen[0]
    assert middle(card.picture) != in_linen[1], "the other practices have their wall where one's own is"
    desk.close()


def test_the_journal_s_small_figures_wear_another_look_and_wall_too(tmp_path: Path) -> None:
    desk = opened(tmp_path, look="dusk", wall_side="right")
    desk.app.front.window.open("journal")
    figures = desk.app.front.journal.page.rows.figures
    size = QSize(60, 45)
    worn: list[QImage] = []
    for change in ({"look": "dusk"}, {"look": "linen"}, {"wall_side": "left"}):
        desk.app.basis.kept.change(**change)
        until(lambda: figures.get("butterfly", size) is not None)
        found = figures.get("butterfly", size)
        assert found is not None
        worn.append(found.toImage())
    in_dusk, in_linen, flipped = worn
    assert in_dusk != in_linen
    same, _ = differences(flipped.flipped(Qt.Orientation.Horizontal), in_linen)
    assert same < 3.0 < differences(flipped, in_linen)[0]
    desk.close()


@pytest.mark.parametrize("ways_on", [0, 1], ids=["the place", "the way in"])
def test_the_figures_of_the_first_run_have_their_wall_where_it_is_chosen(
    tmp_path: Path, ways_on: int
) -> None:
    desk = opened(tmp_path, welcomed=False, still_figure=True, wall_side="right")
    for _ in range(ways_on):
        desk.answer("Next")
    wizard = desk.wizard
    assert wizard is not None
    (shown,) = (each for each in wizard.findChildren(BodyFigure) if each.isVisible())
    assert not ways_on or shown.accessibleName() == "Legs up the wall"
    before = middle(shown)
    desk.app.basis.kept.change(wall_side="left")
    assert middle(shown) != before
    desk.app.front.safe.wizards.close()
    desk.close()


def test_a_heavy_day_stays_ticked(desk: Desk) -> None:
    page = desk.app.front.today.page
    heavy = next(each for each in page.findChildren(QAbstractButton) if each.text().startswith("A heavy day"))
    desk.button("More").click()
    heavy.click()
    assert heavy.isChecked()
    desk.app.front.window.open("journal")
    desk.app.front.window.open("today")
    assert heavy.isChecked()
    heavy.click()
    assert not heavy.isChecked()


def test_a_button_that_is_waited_for_stands_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(DUSK))
    made = button("Next", lambda: None)
    column = QVBoxLayout(window)
    column.addWidget(made)
    window.show()
    until(window.isVisible)

    def ground() -> str:
        return made.grab().toImage().pixelColor(made.width() // 2, 5).name()

    before = ground()
    show_role(made, "primary")
    assert ground() == DUSK.accent != before
    show_role(made, "")
    assert ground() == before
    words_of_it = label("Paused", "note")
    column.addWidget(words_of_it)
    QApplication.processEvents()
    quiet = words_of_it.font().weight()
    show_role(words_of_it, "strong")
    assert words_of_it.font().weight() > quiet


@pytest.mark.parametrize("theme", [DUSK, LINEN], ids=lambda theme: theme.name)
def test_a_link_can_be_read_on_the_page(theme: Theme) -> None:
    worn = palette_of(theme)
    assert contrast(worn.link().color().name(), worn.window().color().name()) >= 4.5


def test_every_state_of_the_tray_has_a_picture_of_its_own() -> None:
    pictures = [tray_icon(assets(), state).pixmap(32, 32).toImage() for state in TrayState]
    assert not any(each.isNull() for each in pictures)
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_up_by_is_as_far_from_now_as_the_practice_takes() -> None:
    before = QDateTime.currentDateTime()
    told = words.up_by(3600.0)
    after = QDateTime.currentDateTime()
    assert told in {f"up by {clock_time(each.addSecs(3600))}" for each in (before, after)}


def test_every_small_figure_that_was_asked_for_comes_though_nobody_asks_again(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    painted: list[str] = []

    def paint(name: str, size: QSize) -> QPixmap:
        painted.append(name)
        return QPixmap(size)

    figures = SmallFigures(paint, place)
    size = QSize(60, 45)
    for name in ("butterfly", "unwind", "in-bed"):
        assert figures.get(name, size) is None
    until(lambda: painted == ["butterfly", "unwind", "in-bed"])


@pytest.mark.parametrize("reads_aloud", [False, True])
def test_where_a_screen_reader_runs_the_sums_are_shown_as_a_table_first(
    qtbot: QtBot, *, reads_aloud: bool
) -> None:
    before = QAccessible.isActive()
    QAccessible.setActive(reads_aloud)
    try:
        panel = MorePanel()
        qtbot.addWidget(panel)
        (as_table,) = (each for each in panel.findChildren(QAbstractButton) if each.text() == "As a table")
        assert as_table.isChecked() is reads_aloud
    finally:
        QAccessible.setActive(before)


def test_word_and_evening_light_wear_another_look_and_wall(qtbot: QtBot) -> None:
    seat = BodyFigure({})
    qtbot.addWidget(seat)
    seat.resize(400, 300)
    word, light = BreathWord(seat), EveningLight(seat)
    word.show_breath(breath_in(Cycle(0.0, Pattern(4, 6)), 2.0))
    shown: list[tuple[QImage, QImage]] = []
    for theme, flipped in ((DUSK, False), (LINEN, False), (LINEN, True)):
        word.set_look(theme, flipped=flipped, still=True)
        light.set_look(theme, flipped=flipped)
        light.setGeometry(seat.rect())
        shown.append((word.grab().toImage(), light.grab().toImage()))
    (dusk_word, _), (linen_word, on_the_right), (_, on_the_left) = shown
    assert dusk_word != linen_word
    assert on_the_right != on_the_left
