"""Faults of sequence files: all of a file at once, with key paths, and never any other error."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legsup.domain.fault import FaultyFileError
from legsup.services.library import Library
from legsup.services.library.strict import is_row, is_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASSETS = Path(__file__).parents[2] / "assets"
LIBRARY = Library(ASSETS)

FIVE = """
id = "five-faults"
minutes = { default = 5, shortest = 2, longest = 30 }
colour = "blue"
[text.en]
title = "Five faults"
[[steps]]
id = "get-in"
stage = "enter"
pose = "handstand"
seconds = -3
[steps.text.en]
title = "Get in"
[[steps.text.en.lines]]
at = "two"
say = "Sit."
[[steps]]
id = "hold"
stage = "hold"
pose = "legs-up"
[steps.text.en]
title = "Hold"
"""


def test_five_faults_are_told_in_one_go(tmp_path: Path) -> None:
    file = tmp_path / "five.toml"
    file.write_text(FIVE, encoding="utf-8")
    with pytest.raises(FaultyFileError) as refused:
        LIBRARY.load_file(file)
    assert [(fault.path, fault.found) for fault in refused.value.faults] == [
        ("colour", "an unknown one"),
        ("minutes.longest", "30"),
        ("steps", "none"),
        ("steps", "none"),
        ("steps[0].pose", "'handstand'"),
        ("steps[0].seconds", "-3"),
        ("steps[0].text.en.lines[0].at", "'two'"),
    ]
    assert f"{file}: steps[0].pose: expected a known pose; found 'handstand'" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"id = ", "TOML"),
        (b"id = \xff", "text in UTF-8"),
        (b"a = " + b"[" * 5000, "TOML"),
        (b"id = " + b"9" * 5000, "TOML"),
        (b"#" * 1_000_001, "a file of at most 1000000 bytes"),
    ],
)
def test_what_is_no_toml_is_one_fault_of_the_whole_file(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    with pytest.raises(FaultyFileError) as refused:
        LIBRARY.load_file(file)
    assert [(fault.path, fault.expected) for fault in refused.value.faults] == [("", expected)]


@pytest.mark.parametrize("place", ["none.toml", "", "nul\0.toml"])
def test_what_cannot_be_read_is_a_fault(tmp_path: Path, place: str) -> None:
    with pytest.raises(FaultyFileError, match="expected a file that can be read"):
        LIBRARY.load_file(tmp_path / place)


def test_values_are_not_bent_to_the_right_kind(refused: Callable[[dict[str, Any]], dict[str, str]]) -> None:
    table = sound()
    table["id"] = 0x10**9000
    table["bedtime"] = "yes"
    table["minutes"] = {"default": True, "shortest": 1e999, "longest": 10**400}
    table["steps"][0]["seconds"] = "13"
    table["steps"][0]["only"] = "someday"
    table["steps"][0]["text"]["en"]["tips"] = ["fine", 3]
    table["steps"][0]["text"]["en"]["lines"] = ["say", {"at": 1.0}]
    table["steps"][0]["facts"] = "B01"
    table["steps"][1]["stage"] = "hodl"
    table["steps"][1]["max_seconds"] = 1.0
    table["steps"][1]["text"]["en"] = "Hold"
    table["steps"].append("the end")
    found = refused(table)
    assert found == {
        "id": "text",
        "bedtime": "true or false",
        "minutes.default": "a number",
        "minutes.shortest": "a finite number",
        "minutes.longest": "a finite number",
        "steps[0].seconds": "a number",
        "steps[0].only": "one of hands-free, my-pace",
        "steps[0].text.en.tips[1]": "text",
        "steps[0].text.en.lines[0]": "a table",
        "steps[0].text.en.lines[1].say": "this key, which is needed",
        "steps[0].facts": "a list",
        "steps[1].stage": "one of prepare, enter, settle, hold, change, come_out, rest",
        "steps[1].text.en": "a table",
        "steps[3]": "a table",
    }


def test_steps_must_be_there(refused: Callable[[dict[str, Any]], dict[str, str]]) -> None:
    table = sound()
    del table["steps"]
    assert refused(table) == {"steps": "this key, which is needed"}
    table["steps"] = "hold"
    assert refused(table) == {"steps": "a list"}


def test_steps_do_not_grow_without_end(refused: Callable[[dict[str, Any]], dict[str, str]]) -> None:
    table = sound()
    table["steps"] = [{"include": "way-in"}] * 100
    assert "at most 500 steps" in refused(table).values()


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[dict[str, Any]], dict[str, str]]:
    def read(table: dict[str, Any]) -> dict[str, str]:
        file = tmp_path / "sequence.toml"
        file.write_text(as_toml(table), encoding="utf-8")
        with pytest.raises(FaultyFileError) as faults:
            LIBRARY.load_file(file)
        return {fault.path: fault.expected for fault in faults.value.faults}

    return read


def sound() -> dict[str, Any]:
    words = {"en": {"title": "Sit", "lines": [{"at": 1.0, "say": "Sit down sideways."}], "tips": ["Slowly."]}}
    return {
        "id": "mine",
        "minutes": {"default": 5, "shortest": 2, "longest": 20},
        "text": {"en": {"title": "Mine"}},
        "bedtime": False,
        "steps": [
            {
                "id": "sit",
                "stage": "enter",
                "pose": "sit-sideways",
                "legs_up": False,
                "seconds": 13,
                "text": words,
            },
            {"id": "hold", "stage": "hold", "pose": "legs-up", "text": {"en": {"title": "Hold"}}},
            {"include": "way-out"},
        ],
    }


def as_toml(table: dict[str, Any]) -> str:
    """Write plain values as TOML, tables inline."""
    return "\n".join(f"{as_key(key)} = {inline(item)}" for key, item in table.items())


def inline(value: object) -> str:
    if is_table(value):
        return "{" + ", ".join(f"{as_key(key)} = {inline(item)}" for key, item in value.items()) + "}"
    if is_row(value):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    match value:
        case bool():
            return str(value).lower()
        case int():
            return hex(value) if value >= 0 else str(value)
        case float():
            return str(value)
        case _:
            return as_key(str(value))


def as_key(text: str) -> str:
    escaped = "".join(
        f"\\U{ord(char):08x}" if char in '"\\' or not char.isprintable() else char for char in text
    )
    return f'"{escaped}"'


PLAIN = st.one_of(
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["hold", "rest", "legs-up", "way-in", "right", "needle", "bells", "en"]),
)
KEYS = st.sampled_from(
    ["id", "stage", "text", "en", "lines", "say", "at", "share", "pair", "include", "steps", "x"]
)
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of everything inside a value, the value itself left out."""
    inside: list[tuple[Any, Any]] = []
    if is_table(value):
        inside.extend(value.items())
    if is_row(value):
        inside.extend(enumerate(value))
    for key, inner in inside:
        yield (*path, key)
        yield from places(inner, (*path, key))


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    table = deepcopy(sound())
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from([*places(table), ("new",)]))
        here: Any = table
        for key in path[:-1]:
            here = here[key]
        if draw(st.booleans()):
            here[path[-1]] = draw(ANYTHING)
        elif path != ("new",):
            del here[path[-1]]
    return table


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=mutated())
def test_a_mutated_file_is_read_or_refused_with_its_faults(tmp_path: Path, table: dict[str, Any]) -> None:
    file = tmp_path / "mutated.toml"
    file.write_text(as_toml(table), encoding="utf-8")
    faults = ()
    try:
        LIBRARY.load_file(file)
    except FaultyFileError as refused:
        faults = refused.faults
    assert "TOML" not in {fault.expected for fault in faults}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_garbage_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "garbage.toml"
    file.write_bytes(content)
    with pytest.raises(FaultyFileError):
        LIBRARY.load_file(file)


@pytest.mark.parametrize(
    "content",
    [
        b".".join([b"a"] * 500) + b" = 1",
        b"a = " + b"[" * 60 + b"]" * 60,
        b"[" + b".".join([b"b"] * 40) + b"]",
    ],
    ids=["dotted keys", "lists", "tables"],
)
def test_what_is_nested_too_deeply_is_refused_in_one_line_and_the_others_are_there(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "deep.toml").write_bytes(content)
    library = Library(ASSETS, tmp_path)
    assert len(library.sequences()) == len(LIBRARY.sequences())
    (fault,) = library.faults
    assert (fault.path, fault.expected) == ("", "tables within one another at most 32 deep")


def test_a_byte_order_mark_of_an_editor_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "seated-breath.toml"
    file.write_bytes(b"\xef\xbb\xbf" + (ASSETS / "sequences" / "seated-breath.toml").read_bytes())
    assert LIBRARY.load_file(file).id == "seated-breath"
