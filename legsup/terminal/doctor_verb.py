"""The verb ``doctor``: what works on this computer, and what to do about the rest."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from textwrap import fill
from typing import TYPE_CHECKING

from legsup import __version__
from legsup.places import assets, find, ledger_of
from legsup.services import diagnostics
from legsup.services.outcome_store import OutcomeStore
from legsup.services.settings.store import SettingsStore
from legsup.services.system_libraries import QT, SOUND, X11, missing
from legsup.terminal import messages
from legsup.terminal.columns import columns
from legsup.terminal.companion_findings import companion_findings
from legsup.terminal.exits import DONE
from legsup.terminal.finding import Finding

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from legsup.domain.settings import Settings
    from legsup.places import Places
    from legsup.services.diagnostics import Probe

WIDTH = 100
LANGUAGE = "en"


def examine(options: Namespace) -> int:
    """Print a line for each thing that the app stands on; a missing thing is no failure of the verb.

    With ``--packages`` print only the system packages that are missing, by Debian's names, for scripts.
    """
    if options.packages:
        print(" ".join(missing(QT | X11 | SOUND)))
        return DONE
    places = find(options.home)
    seen = diagnostics.has_screen(os.environ)
    store = SettingsStore(places.settings)
    settings = store.load()
    with ThreadPoolExecutor() as together:
        awake = together.submit(diagnostics.probe, diagnostics.AWAKE)
        sound = together.submit(diagnostics.probe, diagnostics.SOUND)
        output = together.submit(diagnostics.probe, diagnostics.OUTPUT, settings.sound)
        companion = together.submit(diagnostics.probe, diagnostics.COMPANION)
        screen = together.submit(diagnostics.probe, diagnostics.SCREEN) if seen else None
        for finding in _versions():
            print_finding(finding)
        shown = screen.result() if screen else None
        print_finding(_display(shown))
        print_finding(_tray(shown))
        print_finding(_sound(sound.result()))
        print_finding(_output(settings, output.result()))
        print_finding(_bells(settings))
        print_finding(_voice(places, settings))
        pack = _pack(places, options.home)
        if pack is not None:
            print_finding(pack)
        print_finding(_awake(awake.result()))
        for finding in companion_findings(companion.result(), tray=_has_tray(shown)):
            print_finding(finding)
    for finding in (*_folders(places), _settings(store), _answers(places), _journal(places)):
        print_finding(finding)
    return DONE


def print_finding(finding: Finding) -> None:
    """Print a finding, a line of it at a time."""
    mark = messages.NOT_WELL if finding.advice else messages.WELL
    head = f"{mark} {finding.name:11} "
    for line in (*finding.found.splitlines(), finding.advice):
        if line:
            print(_filled(head, line), flush=True)
            head = " " * len(head)


def _filled(head: str, text: str) -> str:
    return fill(
        text, columns(WIDTH), initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )


def _versions() -> Iterator[Finding]:
    found = diagnostics.versions()
    yield Finding(
        messages.VERSIONS, f"Legs Up {__version__}, Python {found.pop('Python')}, {found.pop('system')}"
    )
    missing = [name for name, each in found.items() if each is None]
    there = ", ".join(f"{name} {each}" for name, each in found.items() if each)
    advice = messages.INSTALL_PACKAGES.format(names=", ".join(missing)) if missing else ""
    yield Finding(messages.PACKAGES, there, advice)


def _display(shown: Probe | None) -> Finding:
    if shown is None:
        return Finding(messages.DISPLAY, messages.NO_DISPLAY, messages.USE_TERMINAL)
    if shown.passed:
        return Finding(messages.DISPLAY, messages.CAN_SHOW.format(platform=shown.said.split()[0]))
    reason = messages.CANNOT_SHOW.format(reason=shown.complaint or messages.NO_REASON)
    lacking: list[str] = missing(QT | X11) if sys.platform == "linux" else []
    advice = (
        messages.INSTALL_LIBRARIES.format(packages=" ".join(lacking)) if lacking else messages.USE_TERMINAL
    )
    return Finding(messages.DISPLAY, reason, advice)


def _has_tray(shown: Probe | None) -> bool:
    return shown is not None and shown.passed and shown.said.endswith(" tray")


def _tray(shown: Probe | None) -> Finding:
    if _has_tray(shown):
        return Finding(messages.TRAY, messages.TRAY_THERE)
    return Finding(messages.TRAY, messages.NO_TRAY, messages.WITHOUT_TRAY)


def _sound(heard: Probe) -> Finding:
    word, _, name = heard.said.partition(" ")
    if heard.passed and word == "plays":
        return Finding(messages.SOUND, messages.PLAYS.format(device=name))
    reason = messages.STANDS_STILL.format(device=name) if heard.passed else heard.complaint
    return Finding(messages.SOUND, messages.NO_SOUND.format(reason=reason), messages.WITHOUT_SOUND)


def _output(settings: Settings, chosen: Probe) -> Finding:
    """Tell by what sound is made, as chosen in Settings, and why it cannot be had."""
    if chosen.said == "ready":
        muted = messages.BUT_MUTED if settings.muted else ""
        return Finding(messages.OUTPUT, settings.sound + muted)
    reason = messages.NO_OUTPUT.format(name=settings.sound, reason=chosen.said or chosen.complaint)
    return Finding(messages.OUTPUT, reason, messages.CHOOSE_OUTPUT)


def _bells(settings: Settings) -> Finding:
    """Read each bell of the person's own again: a file may have gone since it was chosen."""
    own = [file for file in settings.bells.values() if file is not None]
    off = [kind for kind, file in settings.bells.items() if file is None]
    faults: list[str] = []
    if own:
        from legsup.services.sound.own_bell import BellError, read_bell  # noqa: PLC0415 - loads numpy

        for file in own:
            try:
                read_bell(file)
            except BellError as error:
                told = messages.BELL_FAULTS[error.fault.name]
                faults.append(told.format(file=error.file, reason=error.reason))
    if faults:
        return Finding(messages.OWN_BELLS, "\n".join(faults), messages.CHOOSE_BELLS)
    if not settings.bells:
        return Finding(messages.OWN_BELLS, messages.BELLS_AS_SHIPPED)
    return Finding(messages.OWN_BELLS, messages.BELLS_CHOSEN.format(own=len(own), off=len(off)))


def _pack(places: Places, home: Path | None) -> Finding | None:
    """Read the voice pack of the person's own; None where there is none."""
    folder = places.voices / LANGUAGE
    if not _is_folder(folder):
        return None
    from legsup.domain.every_line import every_line  # noqa: PLC0415 - the same
    from legsup.services.voice.pack import examine as examine_pack  # noqa: PLC0415 - loads numpy
    from legsup.services.voice.speaker import VoiceError  # noqa: PLC0415 - the same
    from legsup.terminal.named import library_of  # noqa: PLC0415 - loads cattrs, for one who has a pack

    library = library_of(home)
    try:
        report = examine_pack(folder, every_line(library.sequences(), library.parts(), LANGUAGE))
    except (OSError, VoiceError) as fault:
        return Finding(messages.PACK, str(fault), messages.MEND_PACK)
    found = messages.PACK_HAS.format(has=report.has, of=report.of, folder=folder)
    wrong = [*report.broken, *(messages.NO_LINE.format(name=name) for name in report.strange)]
    return Finding(messages.PACK, "\n".join([found, *wrong]), messages.MEND_PACK if wrong else "")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a home that may not be entered, which the line of that folder tells
        return False


def _voice(places: Places, settings: Settings) -> Finding:
    shipped = len(list((assets() / "sounds" / "voice" / LANGUAGE).glob("*.*")))
    natural, piper = diagnostics.natural_voice(), diagnostics.piper_voice(settings.piper_voice)
    sources = [messages.OWN_VOICE.format(folder=places.voices)] if _is_folder(places.voices) else []
    sources += [messages.SHIPPED_VOICE.format(count=shipped)] if shipped else []
    sources += [messages.NATURAL_VOICE] if natural else []
    sources += [messages.PIPER_VOICE.format(file=settings.piper_voice)] if piper else []
    sources += diagnostics.speech_programs()
    if not sources:
        return Finding(messages.VOICE, messages.NO_VOICE, messages.INSTALL_VOICE)
    told = [", ".join(sources)]
    told.append(
        messages.VOICE_CHOSEN.format(
            voice=settings.voice, rate=100 * settings.voice_rate, folder=places.voices / LANGUAGE
        )
    )
    advice = ""
    if settings.voice == "natural" and not natural:
        told.append(messages.NO_NATURAL_VOICE)
        advice = messages.INSTALL_NATURAL
    elif not piper and (settings.voice == "piper" or settings.piper_voice):
        told.append(messages.NO_PIPER_VOICE.format(file=settings.piper_voice or "(none chosen)"))
        advice = messages.INSTALL_PIPER
    elif not natural and not piper:
        told.append(messages.BETTER_VOICE)
    return Finding(messages.VOICE, "\n".join(told), advice)


def _awake(kept: Probe) -> Finding:
    word, _, method = kept.said.partition(" ")
    if kept.passed and word == "yes":
        return Finding(messages.AWAKE, messages.KEEPS_AWAKE.format(method=method))
    return Finding(messages.AWAKE, messages.NOT_AWAKE, messages.WITHOUT_AWAKE)


def _folders(places: Places) -> Iterator[Finding]:
    for name in ("config", "data", "state", "cache"):
        looked = diagnostics.folder(getattr(places, name))
        yield Finding(name, str(looked.path), "" if looked.writable else messages.NOT_WRITABLE)


def _settings(store: SettingsStore) -> Finding:
    if not store.faults:
        return Finding(messages.SETTINGS, messages.SETTINGS_SOUND)
    return Finding(messages.SETTINGS, "\n".join(str(fault) for fault in store.faults), messages.FALLS_BACK)


def _answers(places: Places) -> Finding:
    store = OutcomeStore(places.outcome)
    outcome = store.load()
    if store.faults:
        return Finding(
            messages.ANSWERS, "\n".join(str(fault) for fault in store.faults), messages.ANSWER_AGAIN
        )
    return Finding(messages.ANSWERS, messages.SETTINGS_SOUND if outcome else messages.NONE_YET)


def _journal(places: Places) -> Finding:
    """Look into the journal without making or changing one."""
    from legsup.services.journal.looking import look  # noqa: PLC0415 - loads sqlite3
    from legsup.services.journal.trouble import JournalError, NewerJournalError  # noqa: PLC0415 - the same

    file = places.journal
    try:
        count = look(file)
    except NewerJournalError as error:
        return Finding(messages.JOURNAL, str(error), messages.NEWER_JOURNAL)
    except JournalError as error:
        return Finding(messages.JOURNAL, str(error), messages.READ_JOURNAL)
    if count is None:
        return Finding(messages.JOURNAL, messages.NONE_YET)
    return journal_finding(count, file, lambda path: os.access(path, os.W_OK))


def journal_finding(count: int, file: Path, may_write: Callable[[Path], bool]) -> Finding:
    """Say where so many sessions stand, and what of it is not kept."""
    ledger = ledger_of(file)
    if not all(may_write(each) for each in (file, file.parent)):
        told = messages.READ_BUT_NOT_KEPT.format(folder=file.parent)
        return Finding(messages.JOURNAL, messages.JOURNAL_ALONE.format(count=count, file=file), told)
    if not ledger.is_file():
        told = messages.NO_LEDGER.format(ledger=ledger)
        return Finding(messages.JOURNAL, messages.JOURNAL_ALONE.format(count=count, file=file), told)
    return Finding(messages.JOURNAL, messages.JOURNAL_HAS.format(count=count, file=file, ledger=ledger))
