"""The settings file: what is read, what falls back, and that nothing is lost."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legsup.domain import breath
from legsup.domain.sequence import Guidance
from legsup.domain.settings import DEFAULT_PATTERN, GUIDANCES, RULES, Settings, with_values
from legsup.services.settings.store import SettingsStore
from tests.powerless import powerless

if TYPE_CHECKING:
    from pathlib import Path


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    assert store.load() == Settings()
    assert store.faults == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_changed_is_read_again_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = {"minutes": 10.0, "look": "linen", "lie_down": 60.0, "pattern": "5-5"}
    given = SettingsStore(file).change(chosen)
    assert given == with_values(Settings(), chosen)
    assert SettingsStore(file).load() == given
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_setting_of_an_earlier_version_is_no_fault_and_goes_with_the_next_change(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"cleared": "2026-11-23", "look": "linen"}', encoding="utf-8")
    store = SettingsStore(file)
    assert store.load() == with_values(Settings(), {"look": "linen"})
    assert store.faults == ()
    store.change({})
    assert "cleared" not in file.read_text(encoding="utf-8")


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
    assert store.load() == Settings(text_size=120)
    assert [fault.path for fault in store.faults] == [
        "minutes",
        "look",
        "pattern",
        "ease_in",
        "colour",
        "voice_rate",
    ]
    assert "minutes from 0.1 to 20, or null" in str(store.faults[0])


@pytest.mark.parametrize(("name", "good"), [("my\udce9.toml", True), ("half of a character \ud800", False)])
def test_a_name_may_hold_bytes_that_are_no_text_but_no_half_of_a_character(name: str, good: object) -> None:
    assert RULES["sequence"].accepts(name) is good
    assert RULES["bells"].accepts({"end": name}) is good


def test_only_the_named_value_is_changed_in_what_the_file_holds(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    held = {"look": "neon", "of_a_later_version": [1], "minutes": 7, "text_size": 150}
    file.write_text(json.dumps(held), encoding="utf-8")
    store = SettingsStore(file)
    given = store.change({"text_size": 120})
    assert json.loads(file.read_text("utf-8")) == {**held, "text_size": 120}
    assert given == Settings(minutes=7, text_size=120)
    assert {fault.path for fault in store.faults} == {"look", "of_a_later_version"}
    assert sorted(each.name for each in tmp_path.iterdir()) == [".settings.lock", "settings.json"]


@pytest.mark.parametrize(
    "values",
    [{"look": "neon"}, {"colour": "blue"}, {"muted": 1}, {"bells": {"note": None}}, {"bells": {"end": 1}}],
)
def test_what_no_setting_may_hold_is_refused_before_anything_is_written(
    tmp_path: Path, values: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(values))}: expected"):
        SettingsStore(tmp_path / "settings.json").change({"muted": True, **values})
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_what_it_leads_to_is_changed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    target, file = tmp_path / "kept" / "own.json", tmp_path / "settings.json"
    target.write_text('{"look": "dusk"}', encoding="utf-8")
    file.symlink_to(target)
    SettingsStore(file).change({"muted": True})
    assert file.is_symlink()
    assert json.loads(target.read_text("utf-8")) == {"look": "dusk", "muted": True}


def test_a_byte_order_mark_of_an_editor_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"\xef\xbb\xbf" + b'{"look": "linen"}')
    store = SettingsStore(file)
    assert (store.load().look, store.faults) == ("linen", ())


def test_a_file_that_is_no_table_is_set_aside_before_another_takes_its_place(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("no table", encoding="utf-8")
    SettingsStore(file).change({"muted": True})
    copy = tmp_path / "settings.damaged-1.json"
    assert copy.read_text(encoding="utf-8") == "no table"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert json.loads(file.read_text("utf-8")) == {"muted": True}


def test_two_processes_that_change_at_once_lose_nothing_of_one_another(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    code = (
        "import sys; from pathlib import Path; from legsup.services.settings.store import SettingsStore\n"
        "for n in range(60): SettingsStore(Path(sys.argv[1])).change({sys.argv[2]: 80 + n if sys.argv[2] =="
        " 'text_size' else n / 60})"
    )
    names = ("text_size", "cues_volume", "sea_volume")
    writers = [subprocess.Popen([sys.executable, "-c", code, str(file), name]) for name in names]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert json.loads(file.read_text("utf-8")) == {
        "text_size": 139,
        "cues_volume": 59 / 60,
        "sea_volume": 59 / 60,
    }


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
        SettingsStore(file).change({"muted": True})
    assert [copy.read_text("utf-8") for copy in sorted(tmp_path.glob("*damaged*"))] == ["one", "two"]


def test_a_number_beyond_all_numbers_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        '{"minutes": 1' + "0" * 400 + ', "cues_volume": NaN, "text_size": 1e999}', encoding="utf-8"
    )
    store = SettingsStore(file)
    assert store.load() == Settings()
    assert len(store.faults) == 3


_NAMES = st.sampled_from([*Settings._fields, "unknown"])
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


def test_every_setting_has_a_rule_that_its_default_keeps() -> None:
    assert set(RULES) == set(Settings._fields)
    for name, rule in RULES.items():
        assert rule.expected
        assert rule.accepts(getattr(Settings(), name)), name
        assert not rule.accepts(object()), name


def test_the_settings_name_breath_and_guidance_as_the_domain_does() -> None:
    assert str(breath.DEFAULT_PATTERN) == DEFAULT_PATTERN
    assert tuple(guidance.value for guidance in Guidance) == GUIDANCES


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call")
def test_settings_that_may_not_be_read_now_are_left_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"minutes": 7.0, "muted": true}', encoding="utf-8")
    file.chmod(0)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from legsup.services.settings.store import SettingsStore\n"
        "try:\n"
        "    SettingsStore(Path(sys.argv[1])).change({'reminders': True})\n"
        "except PermissionError:\n"
        "    print('refused')\n"
    )
    done = powerless("-c", code, str(file))
    assert (done.stdout.strip(), done.stderr) == ("refused", "")
    file.chmod(0o600)
    assert file.read_text(encoding="utf-8") == '{"minutes": 7.0, "muted": true}'
    assert sorted(each.name for each in tmp_path.iterdir()) == [".settings.lock", "settings.json"]
