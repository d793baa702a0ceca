"""The library: shipped and own sequences, found by name or path, and bad files that stop nothing."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from legsup.domain.fault import FaultyFileError
from legsup.domain.postures import Posture
from legsup.domain.sequence import Guidance, Pace, Stage
from legsup.services.library import Library, UnknownSequenceError

if TYPE_CHECKING:
    from collections.abc import Callable

ASSETS = Path(__file__).parents[2] / "assets"

OWN = """
id = "{id}"
minutes = {{ default = 0.5, shortest = 0.1, longest = 3 }}
[text.en]
title = "My own"
[[steps]]
include = "{part}"
[[steps]]
id = "hold"
stage = "hold"
pose = "legs-up"
legs_up = true
[steps.text.en]
title = "Hold"
[[steps]]
include = "way-out"
"""


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, **words: str) -> Path:
        file = tmp_path / "own" / f"{name}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(OWN.format_map({"id": name, "part": "way-in"} | words), encoding="utf-8")
        return file

    return write


def faults_of(file: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(FaultyFileError) as refused:
        Library(ASSETS).load_file(file)
    assert all(fault.file == str(file) for fault in refused.value.faults)
    return [(fault.path, fault.expected, fault.found) for fault in refused.value.faults]


def test_shipped_sequences_come_whole_and_in_their_order() -> None:
    library = Library(ASSETS)
    sequences = library.sequences()
    assert library.faults == ()
    assert sequences[0].id == "legs-up-the-wall"
    assert {sequence.source for sequence in sequences} == {"shipped"}


def test_own_sequences_stand_after_the_shipped_ones(own: Callable[..., Path]) -> None:
    file = own("mine")
    sequence = Library(ASSETS, file.parent).sequences()[-1]
    assert sequence.id == "mine"
    assert sequence.source == str(file)
    assert [step.stage for step in sequence.steps if step.only is not Pace.MY_PACE][:2] == [
        Stage.PREPARE,
        Stage.ENTER,
    ]


def test_a_bad_own_file_is_told_and_leaves_the_others(own: Callable[..., Path]) -> None:
    own("first")
    folder = own("second", part="nowhere").parent
    (folder / "third.toml").write_bytes(b"\xff\xfe")
    library = Library(ASSETS, folder)
    assert library.sequences()[-1].id == "first"
    assert [(Path(fault.file).name, fault.path) for fault in library.faults] == [
        ("second.toml", "steps[0].include"),
        ("third.toml", ""),
    ]


def test_an_own_file_cannot_take_a_shipped_name(own: Callable[..., Path]) -> None:
    file = own("anything", id="legs-up-the-wall")
    library = Library(ASSETS, file.parent)
    assert library.find("legs-up-the-wall").source == "shipped"
    assert [sequence.source for sequence in library.sequences() if sequence.id == "legs-up-the-wall"] == [
        "shipped"
    ]
    assert [(fault.path, fault.found) for fault in library.faults] == [("id", "'legs-up-the-wall'")]


def test_a_folder_of_ones_own_need_not_exist(tmp_path: Path) -> None:
    assert Library(ASSETS, tmp_path / "none").sequences()


def test_found_by_name_and_by_path(own: Callable[..., Path]) -> None:
    file = own("mine")
    library = Library(ASSETS, file.parent)
    assert library.find("mine") == library.find(str(file)) == library.load_file(file)
    with pytest.raises(UnknownSequenceError) as unknown:
        library.find("lotus")
    assert unknown.value.name == "lotus"
    assert {"legs-up-the-wall", "mine"} <= set(unknown.value.known)


def test_parts_hold_the_desk_the_end_and_the_phrases() -> None:
    parts = Library(ASSETS).parts()
    assert parts.desk.seconds == 12
    assert parts.up.text["en"].next == "I'm up"
    tags = {step.id: step.tag for step in parts.dizzy}
    assert (tags["dizzy-lie-down"], tags["dizzy-feet-down"], tags["dizzy-seat"]) == (None, "legs-up", "seat")
    assert all(line.least is Guidance.BELLS for step in parts.dizzy for line in step.text["en"].lines)
    phrases = parts.phrases["en"]
    assert (len(phrases.numbers), phrases.numbers[0], phrases.numbers[42]) == (61, "zero", "forty-two")


def test_damaged_parts_are_told(tmp_path: Path) -> None:
    copytree(ASSETS, tmp_path / "assets")
    parts = tmp_path / "assets" / "sequences" / "parts"
    (parts / "phrases.toml").write_text('[en]\nopening = 3\nclap = "no"\n', encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"en.opening: expected text; found 3") as refused:
        Library(tmp_path / "assets").parts()
    assert "en.clap" in {fault.path for fault in refused.value.faults}
    (parts / "desk.toml").write_text("steps = []\n", encoding="utf-8")
    with pytest.raises(FaultyFileError, match=r"desk.toml: steps: expected at least one step"):
        Library(tmp_path / "assets").parts()


def test_a_part_that_includes_itself_is_refused(own: Callable[..., Path]) -> None:
    file = own("round", part="ring")
    parts = file.parent / "parts"
    parts.mkdir()
    (parts / "ring.toml").write_text('[[steps]]\ninclude = "ring"\n', encoding="utf-8")
    assert faults_of(file)[0] == (
        "steps[0].include.steps[0].include",
        "a part that does not include itself",
        "ring > ring",
    )


def test_a_part_beside_the_file_serves_but_hides_no_shipped_one(own: Callable[..., Path]) -> None:
    file = own("mine", part="my-way")
    parts = file.parent / "parts"
    parts.mkdir()
    (parts / "my-way.toml").write_text('[[steps]]\ninclude = "lie-down"\n', encoding="utf-8")
    (parts / "way-out.toml").write_text("steps = []\n", encoding="utf-8")
    sequence = Library(ASSETS).load_file(file)
    assert sequence.steps[0].id == "sit"
    assert sequence.steps[-1].id == "way-up"


def test_an_include_stands_alone_and_names_a_plain_part(own: Callable[..., Path]) -> None:
    file = own("mine", part="../parts/way-in")
    text = file.read_text(encoding="utf-8").replace('"way-out"', '"way-out"\nseconds = 3')
    file.write_text(text, encoding="utf-8")
    assert faults_of(file) == [
        ("steps[0].include", "the name of a shared part", "'../parts/way-in'"),
        ("steps[2].seconds", "no other key beside include", "one"),
    ]


@pytest.fixture
def damaged(tmp_path: Path) -> Callable[[str, str], list[tuple[str, str, str]]]:
    """Change the shared file of nets and tell what is then wrong with it."""
    shipped = tmp_path / "assets"
    copytree(ASSETS / "sequences", shipped / "sequences")
    copytree(ASSETS / "poses", shipped / "poses")
    net = shipped / "sequences" / "parts" / "net.toml"
    whole = net.read_text(encoding="utf-8")

    def faults(old: str, new: str) -> list[tuple[str, str, str]]:
        assert old in whole
        net.write_text(whole.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(FaultyFileError) as refused:
            Library(shipped).parts()
        return [(fault.path, fault.expected, fault.found) for fault in refused.value.faults]

    return faults


def test_every_posture_has_a_net_with_every_word_and_a_dizzy_script() -> None:
    parts = Library(ASSETS).parts()
    assert set(parts.net) == set(Posture)
    for net in parts.net.values():
        words = net.text["en"]
        assert all(getattr(words, slot.name).strip() for slot in fields(words))
        assert net.dizzy


def test_a_posture_without_a_net_is_impossible(
    damaged: Callable[[str, str], list[tuple[str, str, str]]],
) -> None:
    assert damaged("[crossed]\n", "[cross]\n")[0] == (
        "cross",
        "one of the postures " + ", ".join(Posture),
        "an unknown one",
    )
    told = [path for path, _, _ in damaged("[crossed]\n", "[cross]\n")]
    assert "crossed.dizzy" in told


def test_a_net_lacks_no_word_and_names_real_steps(
    damaged: Callable[[str, str], list[tuple[str, str, str]]],
) -> None:
    assert damaged("[wall.words.en]", "[wall.words.de]") == [
        ("wall.words.en", "the net's words in English", "nothing")
    ]
    assert damaged('dizzy = ["dizzy-lie-down"', 'dizzy = ["dizzy-fly"') == [
        ("standing.dizzy[0]", "a step of dizzy.toml", "'dizzy-fly'")
    ]
    assert damaged('waiting = "Press', 'ignored = "Press')[0][0].startswith("standing.words.en.")
    scripts = 'dizzy = ["dizzy-lie-down", "dizzy-on-side", "dizzy-press-up", "dizzy-seat"]'
    assert damaged(scripts, "dizzy = []") == [("standing.dizzy", "a dizzy script: ids of steps", "none")]
    slept = 'slept = "The computer was asleep. Press any key to go on. Otherwise we come out slowly."'
    assert damaged(slept, 'slept = " "') == [("standing.words.en.slept", "words", "none")]


def test_every_shipped_step_has_its_posture() -> None:
    library = Library(ASSETS)
    parts = library.parts()
    shared = (parts.desk, parts.up, *parts.dizzy)
    for step in (*shared, *(step for sequence in library.sequences() for step in sequence.steps)):
        assert step.posture is not None, step.id


def test_a_pose_of_one_s_own_says_its_posture_else_it_counts_as_lying(
    tmp_path: Path,
) -> None:
    shipped = tmp_path / "assets"
    copytree(ASSETS / "sequences", shipped / "sequences")
    copytree(ASSETS / "poses", shipped / "poses")
    poses = {"squat": 'posture = "kneeling"', "float": "", "slope": 'posture = "sloping"', "broken": "]"}
    for name, text in poses.items():
        (shipped / "poses" / f"{name}.toml").write_text(text, encoding="utf-8")
    library = Library(shipped)
    whole = (ASSETS / "sequences" / "seated-breath.toml").read_text(encoding="utf-8")
    placed: dict[str, Posture] = {}
    for name in poses:
        file = tmp_path / f"{name}.toml"
        file.write_text(whole.replace('pose = "seated-chair"', f'pose = "{name}"', 1), encoding="utf-8")
        placed[name] = library.load_file(file).steps[0].placed
    assert placed == {
        "squat": Posture.KNEELING,
        "float": Posture.LYING,
        "slope": Posture.LYING,
        "broken": Posture.LYING,
    }
