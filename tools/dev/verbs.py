"""What dev.py does, a verb each: sees to everything that the verb stands on, then starts it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tools.dev.system_packages import System, absent_venv, wanted
from tools.dev.talk import Refusal, beside, complaint, output, say, started

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tools.dev.project_venv import Venv

    Verb = Callable[[Venv, Sequence[str], Mapping[str, str]], int]

USAGE = """usage: python3 dev.py VERB [--] [ARGUMENTS]

  run      start Legs Up (further arguments go to legsup); without a display, a session in the terminal
  test     run the tests (further arguments go to pytest; with any, coverage is not asked for)
  check    style, types, layers and the repository's own rules
  bench    measure speed and memory against bare floors
  doctor   say what works on this machine: display, tray, sound, voice, folders
  gallery  make a picture of every pose, breath, change and screen
  soak     long simulated days, broken files, crowded desktops
  package  build what people install into build/packages; with --try install each in a bare system too"""


#: How much of a room the whole run covers at least, in per cent of lines and branches. What only a process of its own runs
#: is not counted.
COVERED = {"domain": 100, "practice": 90, "ui": 90, "app": 90, "terminal": 90}


#: Tests that run beside the rest: those that mostly wait, for processes, desktops and sound in real time, and as many of the
#: others as make both halves take about as long.
BESIDE = (
    "tests/app",
    "tests/desktop",
    "tests/services",
    "tests/terminal",
    "tests/ui/test_room_for_all.py",
)


def run(venv: Venv, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Start the app; where nothing can be shown, a session in the terminal."""
    seen = sys.platform != "linux" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    instead = [] if seen or names_a_verb(arguments) else ["session", "--terminal"]
    return started(venv.program("python"), "-m", "legsup", *arguments, *instead, environment=environment)


def names_a_verb(words: Sequence[str]) -> bool:
    """Whether the app is asked for more than to open, be it with a folder of its own."""
    match words:
        case [] | ["--home", _]:
            return False
        case [word]:
            return not word.startswith("--home=")
        case _:
            return True


def test(venv: Venv, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the tests; the whole run also asks that the domain is covered to the last branch, and others to a floor."""
    python = venv.program("python")
    if arguments:
        return started(python, "-m", "pytest", "-q", *arguments, environment=environment, folder=venv.root)
    status = tested(python, environment, venv.root)
    if status != 0:
        return status
    failed = 0
    for room, least in COVERED.items():
        words = ("report", f"--include=legsup/{room}/*", f"--fail-under={least}")
        report = output(python, "-m", "coverage", *words, environment=environment, folder=venv.root)
        if report.returncode != 0:
            say(f"legsup/{room} is to be covered to {least} %, branches too:\n{report.stdout}{report.stderr}")
            failed = report.returncode
    return failed


def tested(python: str, environment: Mapping[str, str], root: Path) -> int:
    """Run all tests as two processes beside one another, and put together what they covered."""
    others = (*covering(python, ".coverage.beside"), *BESIDE)
    rest = (*covering(python, ".coverage.rest"), *(f"--ignore={each}" for each in BESIDE))
    status = beside(rest, others, environment=environment, folder=root)
    files = (".coverage.beside", ".coverage.rest")
    joined = output(python, "-m", "coverage", "combine", *files, environment=environment, folder=root)
    if status == 0 and joined.returncode != 0:
        say(f"what the tests covered cannot be put together: {complaint(joined.stdout + joined.stderr)}")
        return joined.returncode
    return status


def covering(python: str, file: str) -> tuple[str, ...]:
    """Give the words that run pytest and note in a file what it covers."""
    return (
        python,
        "-m",
        "coverage",
        "run",
        f"--data-file={file}",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
    )


def check(venv: Venv, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Every gate, one after the other; a fault in one does not hide the next."""
    if arguments:
        raise Refusal("check takes no arguments: every gate looks at everything")
    gates = (
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("basedpyright",),
        # Nobody runs it there with each change; that nothing is called that those systems lack is known all the same.
        ("basedpyright", "--pythonplatform", "Windows", "legsup"),
        ("basedpyright", "--pythonplatform", "Darwin", "legsup"),
        ("lint-imports", "--no-cache", "--no-logo"),
        ("python", "-m", "tools.repository"),
    )
    failed: list[str] = []
    for program, *words in gates:
        name = " ".join([program, *words])
        say(name)
        if started(venv.program(program), *words, environment=environment, folder=venv.root):
            failed.append(name)
    for name in failed:
        say(f"failed: {name}")
    return 1 if failed else 0


def script(*words: str) -> Verb:
    """A verb that runs a module of the checkout with the further arguments."""

    def verb(venv: Venv, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
        python = venv.program("python")
        return started(python, *words, *arguments, environment=environment, folder=venv.root)

    return verb


def gallery(venv: Venv, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """The figure's pictures, then those of every screen; both in the folder that is named, or in build/gallery."""
    figure = script("-m", "tools.gallery")(venv, arguments, environment)
    if arguments and arguments[0].startswith("-"):
        # An option is the figure's own, as --golden.
        return figure
    screens = [f"{arguments[0]}/screens"] if arguments else []
    return script("-m", "tools.gallery_screens")(venv, screens, environment) or figure


#: What each verb wants installed beside the app, and what it does.
VERBS: dict[str, tuple[str, Verb]] = {
    "run": ("", run),
    "test": ("test", test),
    "check": ("dev", check),
    "bench": ("test", script("-m", "tests.benchmarks")),
    "doctor": ("", script("-m", "legsup", "doctor")),
    "gallery": ("", gallery),
    "soak": ("test", script("-m", "tests.soak")),
    "package": ("package", script("-m", "tools.packages")),
}


def prepare(verb: str, system: System, venv: Venv, environment: Mapping[str, str]) -> None:
    """See to everything that a verb stands on.

    Raises:
        Refusal: where something it cannot do without is missing.
    """
    ready = venv.holds(VERBS[verb][0])
    if sys.platform == "linux":
        packages = wanted(verb, environment)
        system.provide(system.absent(packages.musts) + ([] if ready else absent_venv()))
        if not ready:
            # Once is enough: who does not want these is not asked at every start.
            system.provide(system.absent(packages.niceties), must=False)
    venv.prepare(VERBS[verb][0], environment)


def main(words: Sequence[str], environment: Mapping[str, str], system: System, venv: Venv) -> int:
    """Do what the words ask; hand back the exit status."""
    if not words or words[0] not in VERBS:
        print(USAGE)
        return 0 if words and words[0] in {"-h", "--help"} else 2
    try:
        prepare(words[0], system, venv, environment)
        arguments = words[2:] if words[1:2] == ["--"] else words[1:]
        return VERBS[words[0]][1](venv, arguments, environment)
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except KeyboardInterrupt:
        say("interrupted; the same call goes on from here")
        return 130
