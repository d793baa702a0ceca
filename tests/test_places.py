"""Where files live: one folder where that is asked, and assets from wheel or checkout."""

from __future__ import annotations

from pathlib import Path

from platformdirs.macos import MacOS

from legsup.places import assets, find, of_person


def test_with_a_home_everything_is_in_it(tmp_path: Path) -> None:
    places = find(tmp_path)
    for path in (
        places.config,
        places.data,
        places.state,
        places.cache,
        places.runtime,
        places.journal,
        places.settings,
    ):
        assert path.is_relative_to(tmp_path)


def test_a_relative_home_does_not_move_with_the_current_folder() -> None:
    assert find(Path("here")).data == Path.cwd() / "here"


def test_without_a_home_the_platform_says_where() -> None:
    places = find(None)
    assert places.data.is_absolute()
    assert places.data.name == "legsup"
    assert places.sequences.parent == places.data


def test_looking_makes_nothing(tmp_path: Path) -> None:
    find(tmp_path / "home")
    assert list(tmp_path.iterdir()) == []


def test_the_assets_are_found() -> None:
    assert (assets() / "sequences").is_dir()


def test_where_one_folder_serves_for_all_the_persons_own_files_are_theirs() -> None:
    places = of_person(MacOS("legsup", appauthor=False))
    assert places.config == places.data
    assert places.owns(places.settings)
    assert places.owns(places.session_lock)
    assert not places.owns(places.sequences / "mine.toml")
