"""The questions over the window, asked by real dialogs and answered as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from legsup.app.dialogs import SOUND_FILES, RealDialogs
from legsup.ui.question import Question
from tests.ui.desk import Desk, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
                if shown.isVisible():
                    shown.reject()  # what stays open would wait for ever
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def ways(question: Question) -> dict[str, QPushButton]:
    """Give the ways of a question by their words."""
    return {each.text(): each for each in question.findChildren(QPushButton)}


@pytest.mark.parametrize(("way", "leaves"), [("End it and quit", True), ("Go on practising", False)])
def test_a_running_session_ends_with_the_app_only_after_a_yes(
    window: QWidget, way: str, *, leaves: bool
) -> None:
    told: list[str] = []

    def choose(question: Question) -> None:
        told.append(question.accessibleDescription())
        ways(question)[way].click()

    when_asked(Question, choose)
    assert RealDialogs().sure_to_quit(window) is leaves
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not window.findChildren(Question), "each question goes with its answer"
    assert "What was practised is kept." in told[0]


@pytest.mark.parametrize(("way", "stays"), [("Keep it running", True), ("Quit", False)])
def test_it_goes_on_out_of_sight_unless_one_quits(window: QWidget, way: str, *, stays: bool) -> None:
    when_asked(Question, lambda question: ways(question)[way].click())
    assert RealDialogs().sure_to_stay(window) is stays


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_stray_key_changes_nothing(window: QWidget, key: Qt.Key) -> None:
    def press(question: Question) -> None:
        focused = question.focusWidget()
        assert focused is ways(question)["Go on practising"]
        QTest.keyClick(focused, key)

    when_asked(Question, press)
    assert RealDialogs().sure_to_quit(window) is False


def test_enter_goes_the_way_that_was_led_to(window: QWidget) -> None:
    def press(question: Question) -> None:
        ways(question)["End it and quit"].setFocus()
        QTest.keyClick(question, Qt.Key.Key_Return)

    when_asked(Question, press)
    assert RealDialogs().sure_to_quit(window) is True


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [480, 1000])
def test_a_question_stands_whole_over_the_smallest_window(desk: Desk, text_size: int, width: int) -> None:
    desk.app.front.change("text_size", text_size)
    window = desk.app.front.window
    window.resize(width, 360)
    QApplication.processEvents()

    def look(question: Question) -> None:
        QApplication.processEvents()
        assert question.width() <= window.width()
        assert question.height() <= window.height()
        for each in question.findChildren(QWidget):
            inside = question.rect().contains(QRect(each.mapTo(question, QPoint(0, 0)), each.size()))
            assert inside, each.property("text")
        for each in question.findChildren(QLabel):
            assert each.height() >= each.heightForWidth(each.width()), each.text()
        for each in ways(question).values():
            assert each.height() >= 44
            assert each.accessibleName() == each.text()

    when_asked(Question, look)
    RealDialogs().sure_to_quit(window)
    desk.app.front.change("text_size", 100)


def test_a_sound_file_is_looked_for_among_sound_files_and_none_need_be_chosen(window: QWidget) -> None:
    filters: list[str] = []

    def leave(dialog: QFileDialog) -> None:
        filters.extend(dialog.nameFilters())
        dialog.reject()

    when_asked(QFileDialog, leave)
    assert RealDialogs().sound_file(window) == ""
    assert filters == [f"Sound files ({SOUND_FILES})"]


def test_a_voice_file_is_looked_for_among_voice_files_and_none_need_be_chosen(window: QWidget) -> None:
    filters: list[str] = []

    def leave(dialog: QFileDialog) -> None:
        filters.extend(dialog.nameFilters())
        dialog.reject()

    when_asked(QFileDialog, leave)
    assert RealDialogs().voice_file(window) == ""
    assert filters == ["Voices for Piper (*.onnx)"]


def place_for_a_table(window: QWidget) -> str:
    """Let a place be chosen for a table."""
    return RealDialogs().place_for(window, "journal.csv")


@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (RealDialogs().sound_file, "bowl.wav"),
        (RealDialogs().voice_file, "anna.onnx"),
        (RealDialogs().journal_file, "journal.json"),
        (place_for_a_table, "journal.csv"),
    ],
    ids=["sound", "voice", "journal", "place"],
)
def test_what_was_chosen_is_given_with_its_path(
    window: QWidget, tmp_path: Path, ask: Callable[[QWidget], str], name: str
) -> None:
    file = tmp_path / name
    if name != "journal.csv":
        file.touch()
    proposed: list[str] = []

    def choose(dialog: QFileDialog) -> None:
        proposed.extend(Path(each).name for each in dialog.selectedFiles())
        (line,) = dialog.findChildren(QLineEdit, "fileNameEdit")
        line.setText(str(file))
        dialog.accept()

    when_asked(QFileDialog, choose)
    assert Path(ask(window)) == file
    if name == "journal.csv":
        assert proposed == [name], "a name is proposed"
