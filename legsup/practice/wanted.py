"""What was wanted: a practice as a click, a verb of the command line or another process asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

from legsup.domain.settings import GUIDANCES, GuidanceName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PaceName = Literal["hands-free", "my-pace"]
PACES: tuple[PaceName, ...] = get_args(PaceName)


class Wanted(NamedTuple):
    """A practice as it is wanted; None everywhere takes what was chosen last.

    ``sequence`` is a name or a file, ``minutes`` are those of holding; ``shortest`` proposes the fewest that are offered
    where none are named. ``desk`` begins a hands-free practice at the desk; ``bedtime`` ends it lying down, None as chosen
    for those practices that allow it. ``by_screen`` tells that the person follows with their eyes, so that nothing needs to be heard; ``floor`` opens the floor view.
    """

    sequence: str | None = None
    minutes: float | None = None
    shortest: bool = False
    pattern: str | None = None
    pace: PaceName = "hands-free"
    guidance: GuidanceName | None = None
    desk: bool = True
    bedtime: bool | None = None
    by_screen: bool = False
    floor: bool = False


class UnknownWishError(ValueError):
    """What came from another process is no practice that could be wanted; the message says what was expected."""


def wanted_of(table: object) -> Wanted:
    """Read what another process wants.

    Raises:
        UnknownWishError: it is no table, names what no practice has, or a value is of the wrong kind.
    """
    if not isinstance(table, dict):
        raise UnknownWishError("the options are wrong; expected a table")
    values = cast("Mapping[str, Any]", table)
    for name, value in values.items():
        kind = _KINDS.get(name)
        if kind is None:
            message = f"{name!r} is no option; expected some of {', '.join(_KINDS)}"
            raise UnknownWishError(message)
        expected, accepts = kind
        if not accepts(value):
            message = f"{name}: expected {expected}; found {value!r}"
            raise UnknownWishError(message)
    return Wanted(**values)


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


_TEXT = ("text or null", _is_text)
_SWITCH = ("true or false", _is_switch)
_KINDS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "sequence": _TEXT,
    "minutes": ("a number or null", _is_number),
    "shortest": _SWITCH,
    "pattern": _TEXT,
    "pace": ("one of " + ", ".join(PACES), lambda value: value in PACES),
    "guidance": (
        "one of " + ", ".join(GUIDANCES) + ", or null",
        lambda value: value is None or value in GUIDANCES,
    ),
    "desk": _SWITCH,
    "bedtime": ("true, false or null", lambda value: value is None or isinstance(value, bool)),
    "by_screen": _SWITCH,
    "floor": _SWITCH,
}
assert set(_KINDS) == set(Wanted._fields)
