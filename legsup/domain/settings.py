"""The settings: what the person chose, with the defaults of a first start, and what each may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from legsup.domain.ranges import FEWEST_MINUTES, LIE_DOWN_RANGE, MOST_MINUTES, SEATED_REST_RANGE, SPEECH_RATES
from legsup.domain.setting_rules import (
    Rule,
    is_bells,
    is_pattern,
    is_written,
    name,
    number,
    number_or_none,
    one_of,
    rule,
    switch,
)
from legsup.domain.voicing import VOICINGS, VoicingName

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Minutes proposed for the first practice ever, and from then on until one is chosen (D01, D04, D05).
FIRST_MINUTES = 2.0
LATER_MINUTES = 5.0
#: The default breath as it is written; the breath owns it, and is not needed to read settings (a test holds them to one
#: another, and the guidances too).
DEFAULT_PATTERN = "4-6"
#: The sequence proposed at first.
FIRST_SEQUENCE = "legs-up-the-wall"
#: Stands for the shipped bell where one is chosen; in the settings it is simply not named.
AS_SHIPPED = ""
#: Steps by which the floor view may be dimmed for a dark room.
FLOOR_DIMS = (0, 3)
#: Per cent of the usual size of text.
TEXT_SIZES = (80, 200)

GuidanceName = Literal["bells", "short", "full"]
LookName = Literal["system", "dusk", "linen"]
WallSide = Literal["left", "right"]
OutputName = Literal["sounddevice", "simpleaudio", "silent"]
ReminderKind = Literal["times", "interval"]
WithoutTray = Literal["ask", "stay", "quit"]
ThirdName = Literal["silent", "seated"]
VoiceName = Literal["auto", "pack", "shipped", "natural", "piper", "system", "espeak-ng", "flite"]

GUIDANCES: tuple[GuidanceName, ...] = get_args(GuidanceName)
LOOKS: tuple[LookName, ...] = get_args(LookName)
WALL_SIDES: tuple[WallSide, ...] = get_args(WallSide)
OUTPUTS: tuple[OutputName, ...] = get_args(OutputName)
VOICES: tuple[VoiceName, ...] = get_args(VoiceName)
REMINDER_KINDS: tuple[ReminderKind, ...] = get_args(ReminderKind)
THIRDS: tuple[ThirdName, ...] = get_args(ThirdName)
#: Two fixed times are proposed, not after lunch; working hours with a pause; Monday to Friday.
REMINDER_TIMES, REMINDER_HOURS, REMINDER_DAYS = "11:00 16:00", "09:00-12:00 13:00-17:30", "12345"
#: Minutes between two reminders by interval.
REMINDER_MINUTES = (30, 240)

_MINUTES = number_or_none(
    f"minutes from {FEWEST_MINUTES:g} to {MOST_MINUTES:g}", (FEWEST_MINUTES, MOST_MINUTES)
)
_PATTERN = rule("a breath pattern as 4-6, 4-1-6-1 or own", lambda value: is_pattern(value, DEFAULT_PATTERN))
_LIE_DOWN = number_or_none(f"seconds from {LIE_DOWN_RANGE[0]:g} to {LIE_DOWN_RANGE[1]:g}", LIE_DOWN_RANGE)
_SEATED_REST = number_or_none(
    f"seconds from {SEATED_REST_RANGE[0]:g} to {SEATED_REST_RANGE[1]:g}", SEATED_REST_RANGE
)
_TEXT_SIZE = number(f"per cent from {TEXT_SIZES[0]} to {TEXT_SIZES[1]}, whole", TEXT_SIZES, whole=True)
_FLOOR_DIM = number(
    f"a step of dimming from {FLOOR_DIMS[0]} to {FLOOR_DIMS[1]}, whole", FLOOR_DIMS, whole=True
)
_VOLUME = number("a volume from 0 to 1", (0.0, 1.0))
_RATE = number(f"a share of the calm rate from {SPEECH_RATES[0]:g} to {SPEECH_RATES[1]:g}", SPEECH_RATES)
_PIPER = rule(
    "the path of a voice file for Piper (.onnx), or nothing",
    lambda value: isinstance(value, str) and (value == "" or value.endswith(".onnx")),
)
_BELLS = rule("kinds of bells, each with a file or null (never null for the note)", is_bells)
_TIMES = rule("times of day as 11:00 16:00", lambda value: is_written(value, "parse_times", REMINDER_TIMES))
_HOURS = rule(
    "ranges of a day as 09:00-12:00 13:00-17:30",
    lambda value: is_written(value, "parse_hours", REMINDER_HOURS),
)
_DAYS = rule(
    "days of the week as 12345 (1 is Monday)", lambda value: is_written(value, "parse_days", REMINDER_DAYS)
)
_BETWEEN = number(
    f"minutes from {REMINDER_MINUTES[0]} to {REMINDER_MINUTES[1]}, whole", REMINDER_MINUTES, whole=True
)


_NO_BELLS: Mapping[str, str | None] = {}


class Settings(NamedTuple):
    """Everything that is kept between two starts.

    ``minutes`` None means that none was chosen yet; ``pattern`` is written as people name it (``4-6``, ``own``).
    ``lie_down`` and ``seated_rest`` are seconds, None the sequence's own.
    ``fall_asleep`` ends a practice that allows it lying down, to fall asleep.
    ``practised`` turns True with the first practice that was recorded, ``welcomed`` with the end of the first run.
    ``floor_figure`` draws the figure's outline in the floor view's holds too, ``floor_dim`` dims that view in steps.
    ``voicing`` is how the breath sounds; ``sea_throughout`` lets the sea begin at the desk and stay to the end.
    ``voice_rate`` is how fast a voice speaks that is made here, as a share of a calm one (0.8-1.4); ``piper_voice`` is the
    path of a voice file for Piper, empty for none.
    ``read_too`` lets a screen reader say the words of a practice that the app's own voice says already.
    ``ask_legs`` and ``ask_note`` add a row for the legs and a line for a note to the end of a session.
    Reminders come at ``reminder_times`` or every ``reminder_minutes`` within ``reminder_hours``, on ``reminder_days``;
    ``reminder_third`` says what comes after the second practice of a day.
    ``at_login`` starts the app with the person's login; ``keep_screen`` keeps the screen on, and unlocked, in a practice.
    ``without_tray`` says whether the app goes on when its window is closed and there is no tray.
    Volumes are 0-1 of what the sounds were levelled at; ``bells`` names kinds of cues whose bell is off (None) or a file
    of the person's own; ``text_size`` is per cent.
    """

    sequence: str = FIRST_SEQUENCE
    minutes: float | None = None
    pattern: str = DEFAULT_PATTERN
    ease_in: bool = True
    guidance: GuidanceName = "full"
    half_way: bool = False
    hands_near: bool = False
    fall_asleep: bool = False
    lie_down: float | None = None
    seated_rest: float | None = None
    practised: bool = False
    welcomed: bool = False
    look: LookName = "system"
    wall_side: WallSide = "right"
    still_figure: bool = False
    floor_figure: bool = False
    floor_dim: int = 0
    text_size: int = 100
    sound: OutputName = "sounddevice"
    muted: bool = False
    cues_volume: float = 1.0
    voice_volume: float = 1.0
    sea_volume: float = 1.0
    voicing: VoicingName = "pad"
    sea_throughout: bool = False
    voice_rate: float = 1.0
    voice: VoiceName = "auto"
    piper_voice: str = ""
    read_too: bool = False
    ask_legs: bool = False
    ask_note: bool = False
    reminders: bool = False
    reminder_kind: ReminderKind = "times"
    reminder_times: str = REMINDER_TIMES
    reminder_minutes: int = 90
    reminder_hours: str = REMINDER_HOURS
    reminder_days: str = REMINDER_DAYS
    reminder_third: ThirdName = "silent"
    at_login: bool = False
    without_tray: WithoutTray = "ask"
    keep_screen: bool = False
    bells: Mapping[str, str | None] = _NO_BELLS

    @property
    def proposed_minutes(self) -> float:
        """The minutes chosen last; where none were, fewer for a first practice."""
        return self.minutes or (LATER_MINUTES if self.practised else FIRST_MINUTES)


#: What each setting may hold, in the same order.
RULES: Mapping[str, Rule] = {
    "sequence": name("a sequence's name"),
    "minutes": _MINUTES,
    "pattern": _PATTERN,
    "ease_in": switch(),
    "guidance": one_of(GUIDANCES),
    "half_way": switch(),
    "hands_near": switch(),
    "fall_asleep": switch(),
    "lie_down": _LIE_DOWN,
    "seated_rest": _SEATED_REST,
    "practised": switch(),
    "welcomed": switch(),
    "look": one_of(LOOKS),
    "wall_side": one_of(WALL_SIDES),
    "still_figure": switch(),
    "floor_figure": switch(),
    "floor_dim": _FLOOR_DIM,
    "text_size": _TEXT_SIZE,
    "sound": one_of(OUTPUTS),
    "muted": switch(),
    "cues_volume": _VOLUME,
    "voice_volume": _VOLUME,
    "sea_volume": _VOLUME,
    "voicing": one_of(VOICINGS),
    "sea_throughout": switch(),
    "voice_rate": _RATE,
    "voice": one_of(VOICES),
    "piper_voice": _PIPER,
    "read_too": switch(),
    "ask_legs": switch(),
    "ask_note": switch(),
    "reminders": switch(),
    "reminder_kind": one_of(REMINDER_KINDS),
    "reminder_times": _TIMES,
    "reminder_minutes": _BETWEEN,
    "reminder_hours": _HOURS,
    "reminder_days": _DAYS,
    "reminder_third": one_of(THIRDS),
    "at_login": switch(),
    "without_tray": one_of(get_args(WithoutTray)),
    "keep_screen": switch(),
    "bells": _BELLS,
}
assert tuple(RULES) == Settings._fields, "every setting has a rule"

#: Settings of earlier versions that mean nothing any more: no fault where they stand, and gone with the next change.
#: ``cleared`` was the day of one yes to a list, which is no outcome of the screening.
RETIRED = frozenset({"cleared"})


def with_values(settings: Settings, values: Mapping[str, object]) -> Settings:
    """Give settings with named values changed.

    Raises:
        ValueError: there is no setting of that name, or it may not hold the value.
    """
    for each, value in values.items():
        known = RULES.get(each)
        if known is None or not known.accepts(value):
            expected = f"one of {', '.join(RULES)}" if known is None else known.expected
            message = f"{each}: expected {expected}; found {value!r}"
            raise ValueError(message)
    return settings._replace(**values)  # pyright: ignore[reportArgumentType] - the rules have just held each value


def with_bell(bells: Mapping[str, str | None], kind: str, own: str | None) -> dict[str, str | None]:
    """Give bells with one changed: a file of the person's own, None for off, or ``AS_SHIPPED``."""
    others = {each: kept for each, kept in bells.items() if each != kind}
    return others if own == AS_SHIPPED else {**others, kind: own}
