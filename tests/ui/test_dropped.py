"""What is dropped on the window: one sequence file begins, by the door that all others pass; nothing else is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, QPoint, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.app.brief import write_brief
from tests.screened import SCREENING
from tests.ui.desk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

pytestmark = pytest.mark.usefixtures("qapp")
#: Where a drag is: Qt 6.12 took over from whole pixels, which it no longer wants.
WHERE: Any = QPointF(9, 9) if QLibraryInfo.version() >= QVersionNumber(6, 12) else QPoint(9, 9)
BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(desk: Desk, *files: Path) -> bool:
    """Drag files over the window and let them go; tells whether they were let in."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    window = desk.app.front.window
    over = QDragEnterEvent(WHERE, Qt.DropAction.CopyAction, dragged, BUTTON, NO_KEY)
    over.ignore()
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        fallen = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dragged, BUTTON, NO_KEY)
        QApplication.sendEvent(window, fallen)
    return over.isAccepted()


def test_a_sequence_file_begins_at_one_s_own_pace(desk: Desk, tmp_path: Path) -> None:
    assert drop(desk, write_brief(tmp_path))
    assert desk.session.plan.sequence == "brief"


def test_a_faulty_one_is_told_and_begins_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("steps = 3", encoding="utf-8")
    assert drop(desk, file)
    assert desk.conductor.session is None
    assert any("broken.toml" in text for text in desk.texts())


def test_what_is_wrong_with_a_file_is_told_in_a_few_lines_and_goes_with_the_next_thing_done(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "bro\u202eken.toml"
    file.write_text("".join(f"key{number} = 3\n" for number in range(400)), encoding="utf-8")
    window = desk.app.front.window
    for go_on in (lambda: window.open("settings"), lambda: desk.app.front.change("minutes", 5.0)):
        window.open("today")
        assert drop(desk, file)
        (told,) = [text for text in desk.texts() if "ken.toml" in text]
        assert len(told.splitlines()) == 6
        assert "\u202e" not in told
        go_on()
        assert not [text for text in desk.texts() if "ken.toml" in text]


def test_what_is_wrong_with_files_of_the_app_stays_until_it_is_read(desk: Desk) -> None:
    window = desk.app.front.window
    window.messages.say("It could not be written.")
    window.open("settings")
    desk.app.front.change("minutes", 5.0)
    assert "It could not be written." in desk.texts()


def test_nothing_else_is_let_in(desk: Desk, tmp_path: Path) -> None:
    one = write_brief(tmp_path)
    assert not drop(desk, tmp_path / "song.ogg")
    assert not drop(desk, one, one)
    assert not drop(desk)


def test_a_file_with_the_legs_up_waits_for_the_questions(tmp_path: Path) -> None:
    desk = opened(tmp_path / "home", kept=None, welcomed=True)
    file = write_brief(tmp_path)
    file.write_text(file.read_text("utf-8").replace("legs_up = false", ""), encoding="utf-8")
    assert drop(desk, file)
    assert desk.conductor.session is None
    desk.close()


def test_a_pattern_with_holds_comes_with_a_caution(tmp_path: Path) -> None:
    desk = opened(tmp_path, pattern="4-2-6-2")
    desk.button("Begin").click()
    assert SCREENING.words.holds_caution in desk.texts()
    desk.close()
