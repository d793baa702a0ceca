"""The command line: global options before or after the verb, and the verbs."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from legsup import __version__
from legsup.telling import give_up, tell, why
from legsup.terminal.exits import DONE, INTERRUPTED, WRONG, WrongError
from legsup.terminal.parsing import Parser, Version, demand_output, flush

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Command = Callable[[argparse.Namespace], int]

#: Verbs that talk to the running app.
REMOTE = ("pause", "resume", "next", "back", "add-minute", "end", "stop")
#: Commands that say nothing where all is well.
WITHOUT_WORDS = ("window_verbs:open_window", "window_verbs:start", "remote_verbs:send")
#: As the settings and the practice name them; loading those would cost `legsup status` time (a test holds both together).
PACES = ("hands-free", "my-pace")
GUIDANCES = ("bells", "short", "full")
UNWRITTEN = "the answer could not be written ({reason})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and hand back the exit status (0 done, 1 wrong, 2 usage, 3 not running)."""
    for stream in (sys.stdout, sys.stderr):
        # A character that the terminal cannot show is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = _done(arguments)
        flush()
    except WrongError as error:
        return _wrong(str(error))
    except BrokenPipeError:
        # Whoever reads has read enough, as `legsup plan … | head`; nothing more is to be written at exit.
        give_up(sys.stdout)
        return DONE
    except KeyboardInterrupt:
        tell("")
        return INTERRUPTED
    except OSError as error:
        # A home that may not be entered has a name; what has none is the output, and what was asked for may well be done.
        return _wrong(why(error) if error.filename is not None else UNWRITTEN.format(reason=why(error)))
    return status


def _done(arguments: Sequence[str] | None) -> int:
    options = parsed(sys.argv[1:] if arguments is None else arguments)
    options.home = getattr(options, "home", None)
    if options.home is not None:
        _demand_folder(options.home)
    if getattr(options, "output", None) is None and options.command not in WITHOUT_WORDS:
        demand_output()
    # Each verb loads what it needs and nothing else: `legsup status` must answer at once.
    module, function = str(options.command).split(":")
    command: Command = getattr(import_module(f"legsup.terminal.{module}"), function)
    return command(options)


def _demand_folder(home: Path) -> None:
    """See that nothing stands where a home is, or is to be made, but folders.

    Raises:
        WrongError: something does.
    """
    with suppress(OSError):  # what cannot be looked at is told by whoever opens it
        for each in (home, *home.absolute().parents):
            if each.is_dir():
                return
            if each.exists() or each.is_symlink():
                raise WrongError(f"--home: expected a folder; {each} is none")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ends the process where it asks for help, or is wrong."""
    return build_parser(verb_in(arguments)).parse_args(arguments)


def _wrong(reason: str) -> int:
    """Say what is wrong, on whatever stream is left."""
    from legsup.foreign import shown  # noqa: PLC0415 - only where something is wrong

    try:
        flush()
    except OSError:
        give_up(sys.stdout)
    tell("legsup: " + "\n".join(shown(line) for line in reason.split("\n")))
    return WRONG


def build_parser(alone: str | None = None) -> Parser:
    """The parser of the whole command line; or with one verb ``alone`` (none at all: empty), which takes a tenth of the time."""
    parser = Parser(
        prog="legsup",
        description="A restful work break: legs up the wall, eyes closed, led by voice, tone and light."
        " Without a verb it opens the window.",
        parents=[_global_options()],
    )
    parser.set_defaults(command="window_verbs:open_window")
    parser.add_argument("--background", action="store_true", help="start in the tray, without a window")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB")

    def verb(name: str, does: str, text: str, fill: Callable[[Parser], object] = _nothing) -> None:
        if alone is None or name == alone:
            made = verbs.add_parser(name, help=text, description=text, parents=[_global_options()])
            made.set_defaults(command=does, verb=name)
            fill(made)

    verb("start", "window_verbs:start", "begin a practice in the window", _practice)
    for name in REMOTE:
        verb(name, "remote_verbs:send", f"{name.replace('-', ' ')}: sent to the running app")
    verb("status", "remote_verbs:status", "tell what the running app is doing", _status)
    verb("reminders", "reminder_verb:switch", "turn the reminders on or off", _reminders)
    verb("sequences", "sequence_verbs:list_sequences", "list the sequences", _json)
    verb("plan", "plan_verb:show_plan", "write out a whole practice ahead of time", _plan)
    verb("check", "sequence_verbs:check", "check sequence files; every fault is told", _check)
    verb("journal", "journal_verb:list_records", "the journal of past sessions", _journal)
    verb("session", "session_verb:run_session", "lead a session in the terminal", _session)
    verb("voice", "voice_verb:render", "the spoken lines, for recording a voice of one's own", _voice)
    if sys.platform == "linux":
        verb("desktop", "desktop_verb:install", "the entry in this desktop's menu", _desktop)
    verb("doctor", "doctor_verb:examine", "say what works on this computer", _doctor)
    return build_parser() if alone and not verbs.choices else parser


def verb_in(arguments: Sequence[str]) -> str | None:
    """Name the verb where it is plain which one is meant, empty where it is none; None where argparse has to say."""
    words = iter(arguments)
    for word in words:
        if word == "--home":
            next(words, "")
        elif not word.startswith("-"):
            return word
        elif word != "--background" and not word.startswith("--home="):
            return None
    return ""


def _nothing(_parser: Parser) -> None:
    """A verb that takes nothing."""


def _global_options() -> Parser:
    """Options that may stand before or after the verb; without defaults, so that what stood before stays."""
    options = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--home", type=_folder, metavar="DIR", help="keep everything in this folder")
    options.add_argument("--version", action=Version, text=f"Legs Up {__version__}")
    return options


def _folder(name: str) -> Path:
    if not name:
        raise argparse.ArgumentTypeError("expected a folder; found an empty name")
    return Path(name)


def _practice(parser: Parser) -> None:
    parser.add_argument(
        "sequence", metavar="SEQUENCE|FILE.toml", nargs="?", help="a name, or a file that ends in .toml"
    )
    parser.add_argument("--minutes", type=float, metavar="N", help="minutes of holding")
    parser.add_argument("--pattern", metavar="P", help="breath in seconds: IN-OUT, IN-HOLD-OUT-HOLD or own")
    parser.add_argument("--pace", choices=PACES, help="who moves it on (hands-free by default)")
    parser.add_argument("--guidance", choices=GUIDANCES, help="how much is spoken")
    parser.add_argument(
        "--speed", type=float, default=1.0, metavar="X", help="for trying: faster, silent, no record"
    )
    parser.add_argument("--bedtime", action="store_true", help="end lying on the side, to fall asleep")
    parser.add_argument("--floor", action="store_true", help="begin in floor view")
    parser.add_argument("--no-desk", action="store_true", help="without the seconds at the desk")


def _session(parser: Parser) -> None:
    parser.add_argument("--terminal", action="store_true", required=True, help="in this terminal")
    parser.add_argument(
        "--plain", action="store_true", help="steps and words, a line each: for a screen reader"
    )
    _practice(parser)


def _status(parser: Parser) -> None:
    parser.add_argument("--watch", action="store_true", help="tell it again with every change, a line each")
    _json(parser)


def _reminders(parser: Parser) -> None:
    parser.add_argument("state", metavar="on|off", choices=("on", "off"))


def _check(parser: Parser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    _json(parser)


def _doctor(parser: Parser) -> None:
    parser.add_argument(
        "--packages", action="store_true", help="only the Debian packages that are missing, for scripts"
    )


def _plan(parser: Parser) -> None:
    parser.add_argument("sequence", metavar="SEQUENCE|FILE.toml")
    parser.add_argument("--minutes", type=float, metavar="N")
    parser.add_argument("--pattern", metavar="P")
    parser.add_argument("--ease-in", action="store_true", help="ease from the usual breath into the pattern")
    parser.add_argument("--pace", choices=PACES)
    parser.add_argument("--guidance", choices=GUIDANCES)
    parser.add_argument("--bedtime", action="store_true", help="the ending to fall asleep with")
    parser.add_argument(
        "--session", type=int, metavar="N", help="as in the session of this number (6: one knows the way)"
    )
    parser.add_argument(
        "--sample", type=float, metavar="S", help="add the breath every S seconds (with --json)"
    )
    _json(parser)


def _journal(parser: Parser) -> None:
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    def verb(name: str, does: str, text: str) -> Parser:
        made = verbs.add_parser(name, help=text, description=text, parents=[_global_options()])
        made.set_defaults(command=f"journal_verb:{does}")
        return made

    _json(verb("list", "list_records", "list past sessions, the newest first"))
    export = verb("export", "export", "write the journal out")
    export.add_argument("--format", choices=("csv", "json", "ics"), required=True)
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="into a file instead of the terminal"
    )
    verb("import", "take_in", "add sessions from an export").add_argument("file", type=Path, metavar="FILE")
    verb("forget", "forget", "delete the whole journal").add_argument(
        "--yes", action="store_true", help="do not ask"
    )


def _desktop(parser: Parser) -> None:
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name, text in (
        ("install", "write the entry and its icons for yourself; a packaged app has brought them already"),
        ("remove", "take them away again"),
    ):
        made = verbs.add_parser(name, help=text, description=text, parents=[_global_options()])
        made.set_defaults(command=f"desktop_verb:{name}")


def _voice(parser: Parser) -> None:
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    text = "write every line of the shipped sequences into a folder: a list, and each as the present voice says it"
    render = verbs.add_parser("render", help=text, description=text, parents=[_global_options()])
    render.add_argument("folder", type=Path, metavar="DIR")
    render.add_argument("--language", default="en", metavar="CODE", help="as in the sequence files (en)")
    render.add_argument("--list-only", action="store_true", help="the list alone, without sound")


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")
