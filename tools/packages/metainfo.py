"""What software centres are told of releases and pictures, written into the metainfo from CHANGELOG.md and a public address.

Run it when a version is released, with the address of the project's page once there is one: pictures are shown from an
address only, and none is made up.
    python -m tools.packages.metainfo [ADDRESS]
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from legsup import APPLICATION_ID, __version__
from tools import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE = ROOT / "packaging" / "linux" / f"{APPLICATION_ID}.metainfo.xml"
#: The pictures under docs/pictures by their names, each with its caption; the first is shown first.
PICTURES = {
    "practice.png": "The light of the breath on its way from the soles to the head",
    "today.png": "Begin, and the minutes that a break leaves",
    "journal.png": "Days practised have a dot; there are no streaks",
}
#: A release's heading in CHANGELOG.md: "## [0.1.0] - 2026-11-23".
HEADING = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def released(changelog: str) -> list[tuple[str, str]]:
    """Give version and day of every release in a changelog, the newest first."""
    return HEADING.findall(changelog)


def releases(changelog: str, version: str, today: str) -> str:
    """Give the list of releases; a version that is not out yet stands first, as one in development, with the day of writing."""
    told = [(number, day, "stable") for number, day in released(changelog)]
    if version not in {number for number, _, _ in told}:
        told.insert(0, (version, today, "development"))
    rows = "".join(f'    <release version="{a}" date="{b}" type="{c}"/>\n' for a, b, c in told)
    return f"  <releases>\n{rows}  </releases>\n"


def seen_at(address: str) -> str:
    """Give the home page and the pictures at an address; nothing without one."""
    if not address:
        return ""
    home = address.rstrip("/")
    first = ' type="default"'
    shots = "".join(
        f"    <screenshot{'' if number else first}>\n      <caption>{escape(caption)}</caption>\n"
        f"      <image>{escape(f'{home}/docs/pictures/{name}')}</image>\n    </screenshot>\n"
        for number, (name, caption) in enumerate(PICTURES.items())
    )
    return f'  <url type="homepage">{escape(home)}</url>\n  <screenshots>\n{shots}  </screenshots>\n'


def written(metainfo: str, changelog: str, *, version: str, today: str, address: str = "") -> str:
    """Give a metainfo anew: its releases, and where an address is known its home page and pictures."""
    bare = re.sub(
        r"  <url type=.*?</url>\n|  <(screenshots|releases)>.*?</\1>\n", "", metainfo, flags=re.DOTALL
    )
    told = seen_at(address) + releases(changelog, version, today)
    return bare.replace("</component>", f"{told}</component>")


def main(words: Sequence[str]) -> None:
    """Write the file."""
    text = written(
        FILE.read_text("utf-8"),
        (ROOT / "CHANGELOG.md").read_text("utf-8"),
        version=__version__,
        today=datetime.now(UTC).date().isoformat(),
        address=words[0] if words else "",
    )
    FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
