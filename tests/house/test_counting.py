"""What the tests note of the lines they run: all of it in the rooms for which a floor asks, nothing elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
#: Runs functions before, within and after ``uncounted``, and three that are counted once; tells the lines that were noted.
SCRIPT = """
import sys, threading
from coverage import Coverage
from tests.counting import counted_once, uncounted
import tests.house.counted as counted

noted = Coverage(data_file=None, config_file=False, include=[counted.__file__])
noted.start()
counted.before()
with uncounted():
    with uncounted():
        counted.within()
    counted.within()
    thread = threading.Thread(target=counted.in_thread)
    thread.start()
    thread.join()
counted.after()
for way, run in (("one", counted.first), ("one", counted.again), ("other", counted.other)):
    with counted_once("come in", way):
        run()
noted.stop()
_, lines, _, missing, _ = noted.analysis2(counted)
print(sorted(set(lines) - set(missing)))
"""


def test_within_nothing_is_noted_before_and_after_all_and_of_what_comes_again_the_first() -> None:
    # Newer Pythons have a way of noting that costs nothing, and goes on.
    environment = {**os.environ, "COVERAGE_CORE": "ctrace"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    source = (ROOT / "tests" / "house" / "counted.py").read_text(encoding="utf-8").splitlines()
    noted = [number + 1 for number, line in enumerate(source) if line.endswith("# noted")]
    assert done.stdout.strip() == str(noted)
    assert len(noted) == 4


def test_a_debugger_goes_on_within() -> None:
    script = (
        "import sys; from tests.counting import uncounted\n"
        "tracer = lambda *_: None\n"
        "sys.settrace(tracer)\n"
        "with uncounted():\n"
        "    assert sys.gettrace() is tracer\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_tests_of_what_no_floor_asks_for_are_not_counted(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("uncounted") is not None
    assert not type(sys.gettrace()).__module__.startswith("coverage")
