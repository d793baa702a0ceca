"""Python's garbage, in which Qt's things may be, is looked for on the interface's thread and on no other."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legsup.app.aside import Aside
from legsup.app.garbage import Sweeping
from legsup.app.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

#: Two threads make much garbage, one of the interface's things among it; what looked for it is printed, by whom and how old.
RUN = """
import gc
import threading
from legsup.app.lean_start import begin
begin()
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from legsup.app.garbage import Garbage, Sweeping
app = QCoreApplication([])
root = QObject()
looked = set()
gc.callbacks.append(lambda phase, info: looked.add((threading.current_thread().name, info["generation"])))
Garbage(root)
sweeping = Sweeping(root)
timer = QTimer()
timer.start(60_000)
timer.kept = timer
del timer
ends = threading.Semaphore(0)
def litter():
    many = [[number] for number in range(100_000)]
    many.append(many)
    ends.release()
threading.Thread(target=litter, name="other").start()
seen = QTimer(root)
def look():
    if ends.acquire(blocking=False):
        # By itself it was looked for when the interface came to rest; then the other thread asks for all of it.
        print(sorted({name for name, _ in looked}))
        threading.Thread(target=sweeping.ask).start()
    if ("MainThread", 2) in looked:
        print(sorted({name for name, _ in looked}))
        app.quit()
seen.timeout.connect(look)
seen.start(10)
app.exec()
"""
#: The app where a library of the system's is missing that Qt's network needs: it runs all the same, and looks for garbage.
LACKING = """
import gc
import sys
from pathlib import Path
from legsup.app.lean_start import begin
begin()
sys.modules["PySide6.QtNetwork"] = None
from PySide6.QtCore import QTimer
from legsup.app.launch import Launch
from legsup.app.main import application, run
from legsup.places import in_folder
app = application()
def look(phase, info):
    print("looked")
    gc.callbacks.clear()
    QTimer.singleShot(0, app.quit)
gc.callbacks.append(look)
many = []
make = QTimer()
make.timeout.connect(lambda: many.append([[number] for number in range(1_000)]))
make.start(1)
QTimer.singleShot(10_000, app.quit)
run(in_folder(Path(sys.argv[1])), Launch(), unseen=1)
"""


def test_garbage_is_looked_for_where_nobody_can_be_listened_to(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LACKING, tmp_path], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "looked\n")
    assert "QtNetwork" in done.stderr


def test_whoever_makes_garbage_only_the_interface_looks_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, text=True, check=False, timeout=30
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["['MainThread']", "['MainThread']"]


def test_whoever_tells_after_the_app_has_gone_is_not_troubled(qtbot: QtBot) -> None:
    app = QObject()
    sweeping, aside, work = Sweeping(app), Aside(app), Work(app)
    ended = threading.Event()
    gone = threading.Event()

    def outlasts(tell: Callable[[int, int], None]) -> None:
        assert gone.wait(60)
        tell(1, 2)
        ended.set()

    def is_late() -> None:
        assert gone.wait(60)

    aside.do(is_late, print)
    work.begin(outlasts)
    with qtbot.waitSignal(sweeping.destroyed):
        app.deleteLater()
    left = {each.name: each.daemon for each in threading.enumerate() if each.name in {"aside", "work"}}
    assert left == {"aside": True, "work": True}, "an app that ends waits for none of them"
    gone.set()
    sweeping.ask()
    assert ended.wait(60)
    for thread in threading.enumerate():
        if thread.name in {"aside", "work"}:
            thread.join(10)
