"""Prints every benchmark against its goal: ``python -m tests.benchmarks [NAME…] [--long]``, all of them without a name.

``--long`` has those take longer that can: twenty minutes of sound. What is seen is measured on a screen of its own where
there is none.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Measured
from tests.desktop.screen import screen

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.benchmarks.result import Result

#: What makes a file a benchmark; others serve them.
MEASURES = "\ndef measure("

#: What paints windows of its own, and so needs a screen from its beginning; others bring theirs.
SEEN = {"figure", "floor", "moving"}

LONGER = "--long"


def main(words: list[str]) -> int:
    """Run benchmarks by name; gives 0 even where a goal is missed, for machines are noisy and a person decides."""
    files = Path(__file__).parent.glob("*.py")
    known = sorted(file.stem for file in files if MEASURES in file.read_text("utf-8"))
    longer = LONGER in words
    names = [word for word in words if word != LONGER]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(known)}.")
        return 1
    with _seen(names or known):
        _run(names or known, longer=longer)
    return 0


@contextmanager
def _seen(names: list[str]) -> Generator[None]:
    """Give this process a screen of its own where what is seen has none."""
    has_one = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys()
    if has_one or not SEEN & set(names):
        yield
        return
    with TemporaryDirectory() as folder, screen(Path(folder), tray=False) as desktop:
        given = {name: desktop.environment[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
        os.environ.update(given)
        yield
        for name in given:
            del os.environ[name]


def _run(names: list[str], *, longer: bool) -> None:
    for name in names:
        benchmark = import_module(f"tests.benchmarks.{name}")
        seconds = getattr(benchmark, "LONG", None) if longer else None
        results: list[Result | Measured] = benchmark.measure(seconds) if seconds else benchmark.measure()
        for result in results:
            if isinstance(result, Measured):
                mark = "ok  " if result.met else "miss"
                print(f"{mark} {name:9} {result.what:48} {result.found:>21} goal {result.goal}", flush=True)
                continue
            mark = "ok  " if result.ok else "miss"
            print(
                f"{mark} {name:9} {result.name:48} {result.value:12.4g} {result.unit:8} goal {result.goal}",
                flush=True,
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
