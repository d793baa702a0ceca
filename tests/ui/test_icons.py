"""The icons that panels show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from legsup.places import assets
from legsup.ui.icons import TrayState, tray_icon

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("state", TrayState)
def test_an_icon_has_every_size_and_none_where_its_pictures_are_missing(
    state: TrayState, tmp_path: Path
) -> None:
    assert {size.width() for size in tray_icon(assets(), state).availableSizes()} == {16, 22, 32, 48}
    assert tray_icon(tmp_path, state).isNull()
