"""The collector of faults: all of a file at once, in the file's order, and nothing for a file that has none."""

from __future__ import annotations

import pytest

from legsup.domain.fault import Fault, Faults, FaultyFileError, few_of_each, written


def test_faults_are_told_in_one_go_and_in_the_order_of_the_file() -> None:
    faults = Faults("mine.toml")
    faults.add(("steps", 10, "pose"), "a known pose", "'handstand'")
    faults.add(("steps", 2, "text", "en"), "a table", "3")
    faults.add("minutes.longest", "at most 20", "30")
    faults.add_others([Fault("part.toml", "", "TOML", "nothing")])
    with pytest.raises(FaultyFileError) as refused:
        faults.refuse()
    assert str(refused.value).splitlines() == [
        "mine.toml: minutes.longest: expected at most 20; found 30",
        "part.toml: expected TOML; found nothing",
        "mine.toml: steps[2].text.en: expected a table; found 3",
        "mine.toml: steps[10].pose: expected a known pose; found 'handstand'",
    ]
    assert len(faults) == len(refused.value.faults)


def test_a_file_without_faults_goes_on() -> None:
    faults = Faults("mine.toml")
    faults.refuse()
    assert not faults


def test_a_key_path_is_written_as_one_would_look_for_it() -> None:
    assert written(("steps", 3, "text", "en", "lines", 0, "at")) == "steps[3].text.en.lines[0].at"
    assert written((0, "uuid")) == "[0].uuid"
    assert not written(())


def test_of_a_kind_a_few_are_told_and_how_many_more() -> None:
    faults = [Fault("f", f"[{number}].pattern", "a pattern", str(number)) for number in range(25)]
    others = [Fault("f", "[3].started", "a time", "x"), Fault("f", "[4].pattern", "another", "x")]
    told = few_of_each([*faults, *others], 20)
    assert [fault for fault, _ in told] == [*faults[:20], *others]
    assert [more for _, more in told] == [0] * 19 + [5, 0, 0]
    assert few_of_each(faults[:20], 20)[-1][1] == 0
