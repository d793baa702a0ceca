"""Everything that the app stands on is named with its terms, in a bundle too."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from legsup.services.licences import LIST, PACKAGES, bundle_folder, notices

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_package_that_is_installed_with_the_app_is_named_with_version_and_terms() -> None:
    wanted = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    assert {re.split(r"[<>=!; ]", each)[0] for each in wanted} <= set(PACKAGES)
    told = notices()
    assert any(line.startswith("PySide6-Essentials 6.") and "LGPL-3.0" in line for line in told)
    assert all(re.fullmatch(r"[\w-]+ [\d.]+\S*: \S.*", line) for line in told), told


def test_a_bundle_has_its_own_list(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text(
        "What is in this folder.\nAnd more.\n\nPython 3.11.7: PSF-2.0\nnumpy 2.4.6: BSD\n", "utf-8"
    )
    assert notices(tmp_path) == ("Python 3.11.7: PSF-2.0", "numpy 2.4.6: BSD")


def test_where_the_list_is_missing_or_damaged_the_packages_are_asked(tmp_path: Path) -> None:
    assert notices(tmp_path) == notices()
    (tmp_path / LIST).write_bytes(b"\xff\xfe\x00")
    assert notices(tmp_path) == notices()


def test_a_checkout_is_no_bundle() -> None:
    assert bundle_folder() is None
