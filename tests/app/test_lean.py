"""What the app has loaded when its icon stands in the tray, and when its window is first painted: no more than that needs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

#: Loaded on first need alone; with each, those that it brings along.
LATER = {
    "asyncio", "cattrs", "dataclasses", "datetime", "jeepney", "logging.handlers", "numpy", "soundfile", "sounddevice", "sqlite3", "tomllib",
    "uuid", "wakepy",
    "legsup.app.leading", "legsup.app.reminding", "legsup.bus", "legsup.domain.reminding", "legsup.app.refusal_words", "legsup.app.remote_answers", "legsup.app.session_views",
    "legsup.app.settings_room", "legsup.domain.machine", "legsup.domain.planning", "legsup.domain.screening",
    "legsup.domain.sequence", "legsup.domain.session", "legsup.practice.door", "legsup.practice.making_sound",
    "legsup.practice.practice_sound", "legsup.practice.refusal", "legsup.services.journal", "legsup.services.keep_awake",
    "legsup.services.around", "legsup.services.library", "legsup.services.media", "legsup.services.notifications",
    "legsup.services.remote.server", "legsup.services.sound", "legsup.services.voice",
    "legsup.terminal", "legsup.ui.breath_light", "legsup.ui.figure", "legsup.ui.floor_view",
    "legsup.ui.widgets.boxes", "legsup.ui.widgets.fields", "legsup.ui.widgets.sliders", "legsup.ui.widgets.ticks",
    "legsup.ui.widgets.wrapping",
}  # fmt: skip
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
#: What an idle tray does without beside all that.
NO_WINDOW = {
    "legsup.app.front",
    "legsup.app.today",
    "legsup.ui.main_window",
    "legsup.ui.pages",
    "legsup.ui.theme",
}

IDLE = """
from legsup.app.desktop import Desktop
from legsup.services.clock import SystemClock
application()
desktop = Desktop(places, SystemClock())
desktop.tray.look()
print(*sys.modules)
"""
PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            app.removeEventFilter(self)
            print(*sys.modules)
            QTimer.singleShot(0, app.quit)
        return False
app = application()
watch = FirstPaint()
app.installEventFilter(watch)
from legsup.app.launch import Launch
from legsup.app.main import run
run(places, Launch())
"""
STARTED = """
import gc
import linecache
import os
import signal
import sys
import threading
from legsup.terminal.command_line import main
def look():
    pause = threading.Event()
    while not gc.get_freeze_count():
        pause.wait(0.001)
    print(gc.isenabled(), [each for each in linecache.cache if "legsup" in each and each.endswith(".py")], flush=True)
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=look).start()
sys.exit(main(["--home", sys.argv[1]]))
"""
SELDOM = """
from legsup.app import lean_start
if sys.argv[1] == "unknown":
    lean_start.KNOWN = (0, 0)
if sys.argv[1] != "plain":
    lean_start.begin()
from PySide6.QtWidgets import QApplication, QLabel
parser = sys.modules["shibokensupport.signature.parser"]
print("calculate_props" in vars(parser))
for wrong in (lambda: QLabel().resize("wide"), lambda: QLabel().setText(nothing=1), lambda: QLabel.nothing):
    try:
        application = QApplication.instance() or QApplication(["legsup", "-platform", "offscreen"])
        wrong()
    except (AttributeError, TypeError) as error:
        print(error)
print(QLabel.setText.__doc__, "calculate_props" in vars(parser))
"""
LAID_OUT = """
from PySide6 import QtWidgets
from legsup.app.desktop import Desktop
from legsup.services.clock import SystemClock
application()
desktop = Desktop(places, SystemClock())
desktop.front.window.show()
print("QWidget" in vars(QtWidgets), "QStyle" in vars(QtWidgets), QtWidgets.QApplication.windowIcon().isNull())
"""
BEFORE = """
import sys
from pathlib import Path
from legsup.app.lean_start import begin
begin()
from legsup.app.main import application
from legsup.places import in_folder
places = in_folder(Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("code", "later"), [(IDLE, LATER | NO_WINDOW), (PAINTED, LATER)], ids=["tray", "window"]
)
def test_what_is_not_needed_yet_is_not_loaded(tmp_path: Path, code: str, later: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEFORE + code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert_lean(set(done.stdout.split()), later)


def test_reminders_that_wait_load_no_session(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"reminders": true}', encoding="utf-8")
    waits = IDLE.replace(
        "print(*sys.modules)", "desktop.seen.emit()\ndesktop.tray.menu.derive(None)\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", BEFORE + waits, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "legsup.app.reminding" in loaded
    assert_lean(
        loaded,
        (LATER | NO_WINDOW) - {"dataclasses", "datetime", "legsup.app.reminding", "legsup.domain.reminding"},
    )


def test_a_start_reads_no_source_and_once_it_is_seen_only_the_interface_looks_for_garbage(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "False []\n"


def test_what_qt_for_python_seldom_needs_comes_when_it_is_needed_and_is_the_same() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", "import sys" + SELDOM, start],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for start in ("plain", "lean", "unknown")
    ]
    assert [each[0] for each in told] == ["True", "False", "True"], (
        "of a version that nobody tried, none is put off"
    )
    assert told[0][1:] == told[1][1:] == told[2][1:]
    assert "called with wrong argument types" in "".join(told[0])
    assert told[0][-1].endswith("None True"), "documented by its signature up to 6.11, later not at all"


def test_no_style_is_asked_and_no_icon_worn_before_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEFORE + LAID_OUT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "True False True\n"


def assert_lean(loaded: set[str], later: set[str]) -> None:
    """Fail on what is loaded too early."""
    assert "legsup.app.desktop" in loaded
    assert {name for name in loaded if name.startswith("PySide6.Qt")} == QT
    assert loaded & later == set()
