"""What the doctor says of the companion: reminders and what is seen around them, media keys, sleep, start at login."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from legsup.services.autostart.login import of_system
from legsup.terminal import messages
from legsup.terminal.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legsup.services.diagnostics import Probe


def companion_findings(probe: Probe, *, tray: bool) -> Iterator[Finding]:
    """Word what the probe of the companion came to; what it did not come to cannot be read here.

    Where there is no ``tray`` nothing is said to be found in one.
    """
    told = cast("dict[str, Any]", json.loads(probe.said)) if probe.passed else {}
    seen = [words for key, words in messages.WHAT_GOES_ON.items() if told.get(key) is not None]
    unseen = [words for words in messages.WHAT_GOES_ON.values() if words not in seen]
    lines = [messages.AS_NOTE if told.get("buttons") else messages.AS_MESSAGE if tray else messages.IN_WINDOW]
    lines += [messages.READS.format(seen=", ".join(seen))] if seen else []
    lines += [messages.UNSEEN.format(unseen=", ".join(unseen))] if unseen else []
    by_hand = messages.BY_HAND if tray else messages.BY_COMMAND
    yield Finding(messages.REMINDERS, "\n".join(lines), by_hand if unseen else "")
    if told.get("bus"):
        yield Finding(messages.MEDIA_KEYS, messages.KEYS_WORK)
    else:
        without = messages.WITHOUT_KEYS if tray else messages.WITHOUT_KEYS_OR_TRAY
        yield Finding(messages.MEDIA_KEYS, messages.NO_KEYS, without)
    yield Finding(messages.SLEEP, messages.SLEEP_ANNOUNCED if told.get("sleep") else messages.SLEEP_SEEN)
    login = of_system()
    starts = messages.STARTS if tray else messages.STARTS_SMALL
    yield Finding(messages.LOGIN, starts if login is not None and login.is_on() else messages.NO_START)
