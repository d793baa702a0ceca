"""The messages of the command line and the terminal, in English; a translation replaces them here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from legsup.practice.kept_journal import JournalTrouble

if TYPE_CHECKING:
    from datetime import date

# What is said before a session in the terminal.
ABOUT: Final = (
    "Legs Up leads a restful break: you lie with your legs up a wall, eyes closed, and breathe slowly,"
    " led by voice, tone and light. Here it is all text; `legsup --help` tells what else there is."
)
NO_KEYBOARD: Final = (
    "There is no keyboard here to answer the questions that come before lying with the legs up."
    " So this is {title}, {minutes} min, on a chair."
)
HEADING: Final = "{title} · {minutes} min · {in_all} in all · up by {up_by}"
HEADING_BEDTIME: Final = "{title} · {minutes} min · {in_all} in all"
NOTHING_ANSWERED: Final = (
    "Nothing was answered, and nothing begins. Seated breath is open meanwhile: seated-breath."
)
BACK: Final = "back"
TYPE_NUMBERS: Final = "Type their numbers, as in 1 4; or {back}."
BEGIN_OR_NOT: Final = "Press Enter to begin, or type: {not_today}."
NOT_ANSWERED: Final = (
    "A few questions about your body come before {title}, and here nobody can answer them."
    " Run `legsup session --terminal` at a terminal, or choose a practice on a chair: seated-breath."
)
CLOSED: Final = "Closed: {titles}."
UNREADABLE: Final = (
    "The questions about your health cannot be read, so Seated breath alone is open: seated-breath."
)
OUTCOME_NOT_SAVED: Final = "What is open to you could not be saved ({error}); it holds for this session."
NOT_HEARD: Final = "Nothing can be heard here: {reason}."
NO_LOUDSPEAKER: Final = "no loudspeaker plays"
WAITS_FOR_SOUND: Final = "Nothing can be heard: {reason}. Space goes on, if you follow with your eyes."
MUTED: Final = "sound is muted in the settings"
FOLLOW_BY_EYE: Final = "Follow with your eyes. Press Enter to begin, Ctrl-C to leave it."
NO_ANSWER_HERE: Final = "--pace my-pace waits for keys, and there is no keyboard here; expected hands-free"
ONE_AT_A_TIME: Final = "a session is running in another window or terminal; expected one at a time"
UNKNOWN_SEQUENCE: Final = (
    "There is no sequence {name}. There are: {known}; or give a file that ends in .toml."
)
NOT_OFFERED: Final = (
    "--minutes: {asked:g} minutes of {title} are not offered; expected {shortest:g} to {longest:g}"
)
NO_BEDTIME: Final = "--bedtime: {title} has no ending for falling asleep"
NO_PATTERN: Final = "--pattern: {reason}"
NOT_SAVED: Final = "The settings could not be kept ({error})."
SET_ASIDE: Final = "The journal was damaged. What could be read is kept; the old file is {detail}."
NOT_RECORDED: Final = "This session is not recorded. {detail}"
NOT_WRITTEN: Final = "A record could not be written. {detail}"
BESIDE: Final = "It is kept in the ledger beside the journal, and added later: {detail}"
WRITTEN: Final = "What was not written is in the journal now."
SHUT: Final = "{detail} Sessions are kept beside it until then."
FREE: Final = "The journal can be opened again."
LOST: Final = "Entries of the journal that could not be read: {detail}."
REMINDERS_ON: Final = "Reminders are on, at the times chosen in Settings, while Legs Up runs."
REMINDERS_OFF: Final = "Reminders are off."
# The entry in the desktop's menu.
IN_MENU: Final = "Legs Up is in your menu now: {file}. `legsup desktop remove` takes it away."
OUT_OF_MENU: Final = "Legs Up is no longer in your menu: {file} is gone. Your journal and settings stay."
NOT_IN_MENU: Final = "There was no entry of yours in the menu."
SESSION_RANGE: Final = "--session: {session} is out of range; expected 1 or more"
SPEED_RANGE: Final = "--speed: {speed:g} is out of range; expected 1 to {most:g}"

# What stands on the screen during a session.
PHASES: Final = {
    "inhale": "in, feet to head",
    "hold_full": "stay full",
    "exhale": "out, head to feet",
    "hold_empty": "stay empty",
}
FEET, HEAD = "feet", "head"
OWN_BREATH: Final = "breathe as you like"
PAUSED: Final = {
    "person": "paused",
    "tingling": "paused, for your legs",
    "sleep": "paused, because the computer slept",
}
UP_BY: Final = "up by {time}"
SIDES: Final = {"left": "left side", "right": "right side"}
SIGNS: Final = {
    "switch_sides": "switch sides",
    "half_way": "half way",
    "one_minute_left": "one minute left",
    "resumed": "going on",
}
KEYS_RUNNING: Final = "space pause · enter next · esc come out · d dizzy · t tingling · ? help"
KEYS_PAUSED: Final = "space go on · enter next · esc come out · d dizzy · ? help"
KEYS_WAITING: Final = "enter {answer} · esc come out · ? help"
NEXT: Final = "next"
HELP: Final = (
    ("space", "pause, go on, or answer what waits"),
    ("enter", "the next step; at the end: I'm up"),
    ("esc, e", "come out, gently; once more, there: end now"),
    ("d", "I feel dizzy"),
    ("t", "my legs tingle"),
    ("q", "I'm already up"),
    ("b", "back one step"),
    ("+", "a minute more, in a hold"),
    ("?, h", "this help, spoken too; once more: close it"),
)
KEYS: Final = "Keys: space pauses and goes on, e comes out, d if you feel dizzy, ? tells them all."

# What is said after it.
ONE_BREATH, BREATHS = "1 breath", "{count} breaths"
OUTCOMES: Final = {
    None: "running",
    "completed": "completed",
    "came_out_early": "came out early",
    "stopped": "stopped",
    "interrupted": "interrupted",
}
ENDED: Final = "{title} · {held} held · {breaths} · {outcome}"
KEPT: Final = "It is in the journal: legsup journal list"
NOT_KEPT: Final = "It could not be written into the journal."

# What the verbs ``sequences``, ``check``, ``plan`` and those to the running app tell.
LEFT_OUT: Final = "left out: {fault}"
SOUND_FILE: Final = "{file}: no fault ({title})"
PLAN: Final = "{title} · {minutes} min · {breath} · {in_all} in all"
BREATH: Final = "breath {pattern}"
OPEN: Final = "until answered"
SAMPLE_RANGE: Final = (
    "--sample: {every:g} is out of range; expected seconds above 0, at most {most} samples in all"
)
BELLS: Final = {
    "begin": "begin",
    "step": "bell",
    "note": "soft note",
    "switch_sides": "switch sides",
    "half_way": "half way",
    "one_minute_left": "one minute left",
    "come_out": "come out",
    "resumed": "going on",
    "recall": "recall",
    "end": "end",
}
NOT_RUNNING: Final = "Legs Up is not running."
NO_ANSWER: Final = "Legs Up runs, but does not answer."
NO_SESSION: Final = "Legs Up is running; no session is."
SESSION_NOW: Final = "{sequence}: {step} ({status})"
STATUS_UP_BY: Final = ", up by {time}"
NOTHING_TO: Final = "legsup: {verb}: Legs Up is not running"

# What the verb ``doctor`` tells.
WELL, NOT_WELL = "ok", "--"
VERSIONS, PACKAGES, DISPLAY, TRAY = "versions", "packages", "display", "tray"
SOUND, VOICE, AWAKE, SETTINGS = "sound", "voice", "keep awake", "settings"
INSTALL_PACKAGES: Final = (
    "Missing: {names}. Install Legs Up again, or run `python3 dev.py run` in a checkout."
)
NO_DISPLAY: Final = "none: neither DISPLAY nor WAYLAND_DISPLAY is set"
USE_TERMINAL: Final = "Use `legsup session --terminal` here."
CAN_SHOW: Final = "a window can be shown ({platform})"
CANNOT_SHOW: Final = "no window can be shown: {reason}"
NO_REASON: Final = "Qt gave no reason"
INSTALL_LIBRARIES: Final = "Qt lacks system libraries. On Debian and Ubuntu install: {packages}"
TRAY_THERE: Final = "there is one"
NO_TRAY: Final = "none"
WITHOUT_TRAY: Final = "The window has it all; the icon appears when a tray does."
PLAYS: Final = "plays on {device}"
NO_SOUND: Final = "nothing can be heard: {reason}"
STANDS_STILL: Final = "{device} takes no sound"
WITHOUT_SOUND: Final = "Sessions are led on the screen. For sound connect a loudspeaker; on Debian and Ubuntu install libportaudio2."
OUTPUT: Final = "output"
BUT_MUTED: Final = ", muted in Settings"
NO_OUTPUT: Final = "{name}: {reason}"
CHOOSE_OUTPUT: Final = "Choose another under Settings, Sound comes from."
OWN_BELLS: Final = "bells"
BELLS_CHOSEN: Final = "{own} of your own, {off} off, the others as they came"
BELLS_AS_SHIPPED: Final = "all as they came"
BELL_FAULTS: Final = {
    "NO_LIBRARY": "A bell of your own needs the soundfile library ({reason}). The shipped bell stays.",
    "UNREADABLE": "{file} cannot be read as sound ({reason}). The shipped bell stays.",
    "SILENT": "{file} is silent. The shipped bell stays.",
}
CHOOSE_BELLS: Final = "Choose the file again in Settings, under Bells."
VOICE_CHOSEN: Final = "chosen: {voice}, at {rate:.0f} %; a pack of your own goes into {folder}"
PACK: Final = "voice pack"
PACK_HAS: Final = "{has} of {of} lines in {folder}"
NO_LINE: Final = "{name} is not the name of a line"
MEND_PACK: Final = (
    "Such lines are said by the next voice; docs/recording-a-voice.md tells how a pack is made."
)
OWN_VOICE: Final = "clips of your own in {folder}"
SHIPPED_VOICE: Final = "{count} shipped clips in English"
NATURAL_VOICE: Final = "hibari (English)"
PIPER_VOICE: Final = "piper with {file}"
BETTER_VOICE: Final = (
    "for a more natural voice in lines of your own: pip install 'legsup[natural]' (English), or Piper with a voice file"
    " chosen in Settings"
)
NO_NATURAL_VOICE: Final = "natural: its packages are missing, so the next voice speaks"
INSTALL_NATURAL: Final = "pip install 'legsup[natural]' brings it."
NO_PIPER_VOICE: Final = "piper: its program, or the voice file {file}, is missing, so the next voice speaks"
INSTALL_PIPER: Final = "Install piper, and choose a voice file again in Settings."
NO_VOICE: Final = "none"
INSTALL_VOICE: Final = (
    "Bells and screen lead. For a voice install espeak-ng, or put clips into the voices folder."
)
KEEPS_AWAKE: Final = "the computer is kept awake in a session ({method})"
NOT_AWAKE: Final = "the computer cannot be kept awake from here"
REMINDERS, MEDIA_KEYS, SLEEP, LOGIN = "reminders", "media keys", "sleep", "login"
AS_NOTE: Final = "shown as a notification with buttons"
AS_MESSAGE: Final = "shown as a message of the tray icon; a click on it starts"
IN_WINDOW: Final = "told by a line in the window, while it is open"
READS: Final = "seen before one comes: {seen}"
UNSEEN: Final = "cannot be seen here: {unseen}"
WHAT_GOES_ON: Final = {
    "idle": "an empty chair",
    "presenting": "a presentation",
    "listening": "a call",
}
BY_HAND: Final = "In the tray, Reminders offers a meeting and quiet by hand."
BY_COMMAND: Final = "While you are busy, legsup reminders off keeps them away."
KEYS_WORK: Final = "a session can be steered by media keys, headsets and phones (MPRIS)"
NO_KEYS: Final = "none: there is no session bus"
WITHOUT_KEYS: Final = "Keys in the window, the tray and legsup pause, next, end steer a session."
WITHOUT_KEYS_OR_TRAY: Final = "Keys in the window and legsup pause, next, end steer a session."
SLEEP_ANNOUNCED: Final = "announced, so that the sound fades before it"
SLEEP_SEEN: Final = "not announced; it is noticed on waking"
STARTS: Final = "starts with the computer, hidden in the tray"
STARTS_SMALL: Final = "starts with the computer, in a small window: there is no tray"
NO_START: Final = "does not start with the computer"
WITHOUT_AWAKE: Final = "A computer that falls asleep pauses the session; it asks when it wakes."
NOT_WRITABLE: Final = (
    "It cannot be written, so nothing is kept. Give it back to your user, or use --home DIR."
)
SETTINGS_SOUND: Final = "can be read"
ANSWERS, JOURNAL = "answers", "journal"
NONE_YET: Final = "none yet"
ANSWER_AGAIN: Final = (
    "What they open is not known. Answer the questions again, in the window or the terminal."
)
READ_BUT_NOT_KEPT: Final = "It can be read, but nothing new is kept: {folder} cannot be written."
JOURNAL_HAS: Final = "{count} in {file}; each finished session is in {ledger} too"
JOURNAL_ALONE: Final = "{count} in {file}"
NO_LEDGER: Final = (
    "{ledger} is not a plain file, so nothing is kept beside the journal; move away what is there."
)
NEWER_JOURNAL: Final = "Only that newer Legs Up reads its sessions; this one keeps others with --home DIR."
READ_JOURNAL: Final = "`legsup journal list` and `legsup journal export` give what can be read of it."
FALLS_BACK: Final = "These fall back to their defaults; in the file they stay as they are."


def day_text(day: date) -> str:
    """Write a day as a person reads it."""
    return f"{day.day} {day:%B %Y}"


def journal_trouble(trouble: JournalTrouble, detail: str) -> str:
    """Word what is wrong with the journal."""
    match trouble:
        case JournalTrouble.SET_ASIDE:
            text = SET_ASIDE
        case JournalTrouble.LOST:
            text = LOST
        case JournalTrouble.BESIDE:
            text = BESIDE
        case JournalTrouble.UNUSABLE:
            text = NOT_RECORDED
        case JournalTrouble.WRITTEN:
            text = WRITTEN
        case JournalTrouble.SHUT:
            text = SHUT
        case JournalTrouble.FREE:
            text = FREE
        case JournalTrouble.NOT_WRITTEN:  # pragma: no branch - the type checker proves that none is missing
            text = NOT_WRITTEN
    return text.format(detail=detail)


def breaths(count: int) -> str:
    """Word a number of breaths."""
    return ONE_BREATH if count == 1 else BREATHS.format(count=count)
