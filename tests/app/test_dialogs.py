"""The questions over the window, asked by real dialogs and answered as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from legsup.app.dialogs import SOUND_FILES, RealDialogs
from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QDialog)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The app, idle."""
    made = opened(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk) -> QWidget:
    """The window over which it is asked."""
    return desk.app.front.window


def when_asked(kind: type[Kind], do: Callable[[Kind], None]) -> None:
    """Do something with the dialog that comes."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            try:
                do(shown)
            finally:
                shown.reject()  # what stays open would wait for ever
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize(
    ("button", "leaves"), [(QMessageBox.StandardButton.Yes, True), (QMessageBox.StandardButton.No, False)]
)
def test_a_running_session_ends_with_the_app_only_after_a_yes(
    window: QWidget, button: QMessageBox.StandardButton, *, leaves: bool
) -> None:
    told: list[str] = []

    def choose(box: QMessageBox) -> None:
        told.append(box.text())
        box.button(button).click()

    when_asked(QMessageBox, choose)
    assert RealDialogs().sure_to_quit(window) is leaves
    assert "What was practised is kept." in told[0]


def test_escape_is_a_no(window: QWidget) -> None:
    when_asked(QMessageBox, QMessageBox.reject)
    assert RealDialogs().sure_to_quit(window) is False


def test_a_sound_file_is_looked_for_among_sound_files_and_none_need_be_chosen(window: QWidget) -> None:
    filters: list[str] = []

    def leave(dialog: QFileDialog) -> None:
        filters.extend(dialog.nameFilters())
        dialog.reject()

    when_asked(QFileDialog, leave)
    assert RealDialogs().sound_file(window) == ""
    assert filters == [f"Sound files ({SOUND_FILES})"]
