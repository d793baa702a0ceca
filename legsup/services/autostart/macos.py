"""Start at login on macOS: a launch agent of the person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from legsup import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The name of the agent in ``~/Library/LaunchAgents``.
NAME = f"{APPLICATION_ID}.plist"


def entry(command: Sequence[str]) -> bytes:
    """Write the agent that starts a command at login, once, as a program with a face."""
    import plistlib  # noqa: PLC0415 - brings a reader of XML along, for one system alone

    return plistlib.dumps(
        {
            "Label": APPLICATION_ID,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
    )


def is_on(content: bytes) -> bool:
    """Whether an agent starts anything."""
    import plistlib  # noqa: PLC0415 - see above

    try:
        found: object = plistlib.loads(content)
    except Exception:  # noqa: BLE001 - of a damaged file the library raises whatever it stumbles over
        return False
    table = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    return table.get("RunAtLoad") is True and table.get("Disabled") is not True
