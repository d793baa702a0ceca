"""One owner of the settings: named values are changed, every part is told, nobody's change is overwritten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from legsup.domain.settings import Settings
from legsup.practice.kept_settings import KeptSettings
from legsup.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class FullDisk(SettingsStore):
    """A store whose disk is full while ``full`` is set."""

    full = True

    def change(self, values: Mapping[str, object]) -> Settings:
        if self.full:
            raise OSError("No space left on device")
        return super().change(values)


def kept_in(folder: Path) -> KeptSettings:
    return KeptSettings(SettingsStore(folder / "settings.json"))


def test_a_change_is_kept_and_told_to_every_part_that_follows(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    told: list[Settings] = []
    late: list[Settings] = []
    kept.follow(told.append)
    leave = kept.follow(late.append)
    kept.change(look="linen")
    leave()
    kept.change(muted=True)
    assert kept.now == kept_in(tmp_path).now == told[-1]
    assert [(each.look, each.muted) for each in told] == [("linen", False), ("linen", True)]
    assert len(late) == 1


def test_what_changes_nothing_is_told_to_nobody(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    told: list[Settings] = []
    kept.follow(told.append)
    kept.change(look="system")
    kept.look()
    assert told == []


def test_what_another_process_wrote_is_never_overwritten(tmp_path: Path) -> None:
    window, terminal = kept_in(tmp_path), kept_in(tmp_path)
    terminal.change(ease_in=False, practised=True)
    window.change(minutes=10.0)
    assert window.now == kept_in(tmp_path).now
    assert (window.now.ease_in, window.now.practised, window.now.minutes) == (False, True, 10.0)


def test_what_another_process_wrote_is_seen_with_the_next_look(tmp_path: Path) -> None:
    window, terminal = kept_in(tmp_path), kept_in(tmp_path)
    told: list[Settings] = []
    window.follow(told.append)
    terminal.change(pattern="5-5")
    assert window.look().pattern == "5-5"
    assert told == [window.now]
    (tmp_path / "settings.json").unlink()
    assert window.look() == Settings()


def test_a_value_that_cannot_be_held_changes_nothing(tmp_path: Path) -> None:
    kept = kept_in(tmp_path)
    with pytest.raises(ValueError, match="text_size: expected per cent from 80 to 200"):
        kept.change(text_size=400)
    assert kept.now == Settings()
    assert not (tmp_path / "settings.json").exists()


def test_what_cannot_be_written_holds_all_the_same_and_is_written_once_it_can_be(tmp_path: Path) -> None:
    store = FullDisk(tmp_path / "settings.json")
    kept = KeptSettings(store)
    told: list[Settings] = []
    kept.follow(told.append)
    with pytest.raises(OSError, match="No space left"):
        kept.change(look="linen")
    assert kept.now.look == told[-1].look == "linen"
    (tmp_path / "settings.json").write_text('{"minutes": 3}', encoding="utf-8")
    assert (kept.look().look, kept.now.minutes) == ("linen", 3)
    store.full = False
    kept.change(muted=True)
    written = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert written == {"minutes": 3, "look": "linen", "muted": True}
