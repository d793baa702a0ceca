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
    gone.set()
    sweeping.ask()
    assert ended.wait(60)
    for thread in threading.enumerate():
        if thread.name in {"aside", "work"}:
            thread.join(10)
