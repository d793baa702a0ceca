"""A pose file that is wrong: told in the window, and its steps play with words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ui.desk import opened

ASSETS = Path(__file__).parents[2] / "assets"

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_faulty_pose_is_told_with_its_key_and_its_steps_play_with_words(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    for folder in ASSETS.iterdir():
        if folder.name != "poses":
            (assets / folder.name).symlink_to(folder)
    shutil.copytree(ASSETS / "poses", assets / "poses")
    broken = assets / "poses" / "legs-up-belly.toml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\n[left]\nknee_bend = 300\n", encoding="utf-8")
    desk = opened(tmp_path / "home", assets=assets)
    assert any("legs-up-belly.toml: left.knee_bend: expected a number" in text for text in desk.texts())
    desk.button("Begin").click()
    desk.to("legs-up")
    assert desk.session.beat.text.title in desk.texts()
    desk.to("up")
    desk.close()
