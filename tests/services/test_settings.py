"""The settings file: what is read, what falls back, and that nothing is lost."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain import breath
from legsup.domain.sequence import Guidance
from legsup.domain.settings import DEFAULT_PATTERN, GUIDANCES, Settings
from legsup.services.settings.store import SettingsStore

if TYPE_CHECKING:
    from pathlib import Path


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    assert store.load() == Settings()
    assert store.faults == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_read_again_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = replace(Settings(), minutes=10.0, look="linen", lie_down=60.0, cleared="2026-11-23")
    SettingsStore(file).save(chosen)
    assert SettingsStore(file).load() == chosen
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_fault_is_told_and_the_good_values_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    wrong = {
        "minutes": 40,
        "look": "neon",
        "pattern": "1-1",
        "ease_in": "yes",
        "colour": 1,
        "text_size": 120,
        "voice_rate": 2,
    }
    file.write_text(json.dumps(wrong), encoding="utf-8")
    store = SettingsStore(file)
    assert store.load() == replace(Settings(), text_size=120)
    assert [fault.path for fault in store.faults] == [
        "minutes",
        "look",
        "pattern",
        "ease_in",
        "colour",
        "voice_rate",
    ]
    assert "minutes from 0.1 to 20, or null" in str(store.faults[0])


def test_a_faulty_file_is_set_aside_before_the_next_save(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"look": "neon"}', encoding="utf-8")
    store = SettingsStore(file)
    store.save(store.load())
    copy = tmp_path / "settings.damaged-1.json"
    assert copy.read_text(encoding="utf-8") == '{"look": "neon"}'
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert SettingsStore(file).load() == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "[" * 100_000])
def test_a_file_that_is_no_table_is_one_fault(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    store = SettingsStore(file)
    assert store.load() == Settings()
    assert len(store.faults) == 1
    assert str(file) in str(store.faults[0])


def test_a_folder_in_the_file_s_place_is_one_fault(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path)
    assert store.load() == Settings()
    assert len(store.faults) == 1


def test_two_faulty_files_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for text in ("one", "two"):
        file.write_text(text, encoding="utf-8")
        store = SettingsStore(file)
        store.save(store.load())
    assert [copy.read_text("utf-8") for copy in sorted(tmp_path.glob("*damaged*"))] == ["one", "two"]


def test_a_number_beyond_all_numbers_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        '{"minutes": 1' + "0" * 400 + ', "cues_volume": NaN, "text_size": 1e999}', encoding="utf-8"
    )
    store = SettingsStore(file)
    assert store.load() == Settings()
    assert len(store.faults) == 3


_NAMES = st.sampled_from([*Settings.__slots__, "unknown"])
_VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


@given(st.dictionaries(_NAMES, _VALUES))
def test_no_content_is_too_bad_to_be_read(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    file.write_text(json.dumps(found), encoding="utf-8")
    store = SettingsStore(file)
    settings = store.load()
    faulty = {fault.path for fault in store.faults}
    for name, value in found.items():
        if name not in faulty:
            assert getattr(settings, name) == value


def test_the_settings_name_breath_and_guidance_as_the_domain_does() -> None:
    assert str(breath.DEFAULT_PATTERN) == DEFAULT_PATTERN
    assert tuple(guidance.value for guidance in Guidance) == GUIDANCES
