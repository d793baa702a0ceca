"""A seated practice that is brief, as a file, and a home folder in which nothing sounds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.screened import keep_outcome

if TYPE_CHECKING:
    from pathlib import Path

_STEP = """
[[steps]]
id = "{0}"
stage = "{0}"
pose = "seated-chair"
legs_up = false
{1}
[steps.text.en]
title = "{2}"
"""
BRIEF = """id = "brief"
minutes = { default = 0.5, shortest = 0.1, longest = 1 }
[text.en]
title = "A brief seat"
""" + "".join(
    _STEP.format(stage.replace("_", "-"), "" if seconds is None else f"seconds = {seconds}", title).replace(
        'stage = "come-out"', 'stage = "come_out"'
    )
    + ('lines = [{ say = "Move." }]\n' if stage == "come_out" else "")
    for stage, seconds, title in (
        ("prepare", 1, "Sit down"),
        ("settle", 1, "Settle"),
        ("hold", None, "Breathe"),
        ("come_out", 4, "Move"),
        ("rest", 30, "Sit"),
    )
)


def write_brief(folder: Path) -> Path:
    """Write the practice: 2 s to get in, the hold, 4 s to move, which is said, 30 s to sit."""
    file = folder / "brief.toml"
    file.write_text(BRIEF, encoding="utf-8")
    return file


def quiet_home(folder: Path, **settings: object) -> Path:
    """Make a home folder whose settings are silent, and whatever else is given."""
    home = folder / "home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"sound": "silent", **settings}), encoding="utf-8")
    return home


def screened_home(folder: Path, **settings: object) -> Path:
    """Make such a home of somebody whom nothing touches."""
    home = quiet_home(folder, **settings)
    keep_outcome(home)
    return home
