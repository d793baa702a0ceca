"""The messages of the command line and the terminal, in English; a translation replaces them here and nowhere else."""

from __future__ import annotations

from typing import Final

# What is said before a session in the terminal.
ABOUT: Final = (
    "Legs Up leads a restful break: you lie with your legs up a wall, eyes closed, and breathe slowly,"
    " led by voice, tone and light. Here it goes by text; `legsup --help` tells what else there is."
)
NO_KEYBOARD: Final = (
    "There is no keyboard here to answer who should not lie with the legs up."
    " So this is {title}, {minutes} min, on a chair."
)
HEADING: Final = "{title} · {minutes} min · {in_all} in all · up by {up_by}"
READ_FIRST: Final = "Press Enter if nothing on it applies to you. Type n and Enter if something does."
SOMETHING_APPLIES: Final = "Begin it here: legsup session --terminal seated-breath"
NOT_CLEARED: Final = (
    "{title} is for after the list of who should not do this pose, and here nobody can answer it."
    " Run `legsup session --terminal` at a terminal, or choose a practice on a chair: seated-breath."
)
NOT_HEARD: Final = "Nothing can be heard here: {reason}."
MUTED: Final = "sound is muted in the settings"
FOLLOW_BY_EYE: Final = "Follow with your eyes. Press Enter to begin, Ctrl-C to leave it."
NO_ANSWER_HERE: Final = "--pace my-pace waits for keys, and here is no keyboard; expected hands-free"
ONE_AT_A_TIME: Final = "a session is running in another window or terminal; expected one at a time"
NOT_SAVED: Final = "Your answer could not be kept ({error}); it holds for this session."
SET_ASIDE: Final = "The journal was damaged. What could be read is kept; the old file is {file}."
NOT_RECORDED: Final = "This session is not recorded ({reason})."
SPEED_RANGE: Final = "--speed: {speed:g} is out of range; expected 1 to 1000"

# What stands on the screen during a session.
STAGES: Final = {
    "prepare": "make ready",
    "enter": "lie down",
    "settle": "settle",
    "hold": "rest",
    "change": "change",
    "come_out": "come out",
    "rest": "sit a while",
}
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
    ("b", "back one step"),
    ("+", "a minute more, in a hold"),
    ("esc, e", "come out, gently; once more: end now"),
    ("d", "I feel dizzy"),
    ("t", "my legs tingle"),
    ("q", "I'm already up"),
    ("?", "this help, and away with it"),
)

# What is said after it.
OUTCOMES: Final = {
    None: "running",
    "completed": "completed",
    "came_out_early": "came out early",
    "stopped": "stopped",
    "interrupted": "interrupted",
}
ENDED: Final = "{title} · {held} held · {breaths} breaths · {outcome}"
KEPT: Final = "It is in the journal: legsup journal list"
