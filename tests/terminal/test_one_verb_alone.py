"""The parser of one verb alone: quick to make, and in all that it reads and says the same as that of all verbs."""

from __future__ import annotations

import pytest

from legsup.terminal import command_line

PLAIN = [
    "", "--background", "--home DIR", "--home=DIR --background", "--home DIR status", "status --json", "status --home DIR",
    "start", "start wall --minutes 3 --floor", "pause", "add-minute", "reminders on", "sequences --json", "plan wall --sample 1",
    "check a.toml b.toml", "journal", "journal export --format csv -o FILE", "journal forget --yes", "session --terminal",
    "voice render DIR", "desktop install", "doctor --packages",
]  # fmt: skip
WRONG = ["dance", "--nothing", "--back", "status --nothing", "journal dance", "journal export", "-h", "--version", "start -h", "plan", "--home", "-- status"]  # fmt: skip


@pytest.mark.parametrize("line", [*PLAIN, *WRONG])
def test_a_parser_of_one_verb_says_what_that_of_all_says(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[object] = []
    for parse in (command_line.build_parser().parse_args, command_line.parsed):
        try:
            told.append(vars(parse(line.split())))
        except SystemExit as end:
            told.append(end.code)
        told.append(tuple(capsys.readouterr()))
    assert told[:2] == told[2:]


def test_where_it_is_plain_one_verb_alone_is_made() -> None:
    assert [
        command_line.verb_in(line.split()) for line in ("--home DIR status --json", "--background", "-h")
    ] == [
        "status",
        "",
        None,
    ]
    with pytest.raises(SystemExit):
        command_line.build_parser("status").parse_args(["doctor"])
