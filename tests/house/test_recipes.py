"""The recipes for systems that nobody here builds on: at least they parse, name files that exist, and fit one another.

Validators are asked where they are installed; that none of this was built is said in packaging/README.md.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from legsup import APPLICATION_ID

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
FLATPAK = PACKAGING / "flatpak" / f"{APPLICATION_ID}.yaml"
WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"
WINGET = PACKAGING / "windows" / "winget"
INNO = (PACKAGING / "windows" / "legsup.iss").read_text("utf-8")
#: What winget's schemas (1.12.0) ask of each file at least, besides identifier, version, type and the schema's own version.
ASKED = {
    "version": {"DefaultLocale"},
    "installer": {"Installers"},
    "defaultLocale": {"PackageLocale", "Publisher", "PackageName", "License", "ShortDescription"},
}


def read(file: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.safe_load(file.read_text("utf-8"))


def validated(*command: str | Path, folder: Path = ROOT) -> None:
    """Have a validator judge a file; where it is missing the test is skipped."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


SCRIPTS = sorted(PACKAGING.rglob("*.sh"))


@pytest.mark.parametrize("script", SCRIPTS, ids=[each.name for each in SCRIPTS])
def test_every_shell_script_is_sound(script: Path) -> None:
    validated("bash", "-n", script)
    validated("shellcheck", "--severity=warning", script)


def test_the_flatpak_asks_for_no_network_and_no_files() -> None:
    manifest = read(FLATPAK)
    assert (manifest["id"], manifest["command"]) == (APPLICATION_ID, "legsup")
    asked: list[str] = manifest["finish-args"]
    assert "--socket=wayland" in asked
    assert not [
        each
        for each in asked
        if re.match(r"--(share=network|filesystem|device=all|socket=session-bus)", each)
    ]


def test_the_flatpak_s_own_files_are_there() -> None:
    (own,) = (module for module in read(FLATPAK)["modules"] if module["name"] == "legsup")
    folders = {each.get("dest", ""): (FLATPAK.parent / each["path"]).resolve() for each in own["sources"]}
    # The first is what dev.py package makes.
    assert folders.pop("") == ROOT / "build/packaging/bundle"
    for line in own["build-commands"]:
        for word in line.split():
            folder, _, name = word.partition("/")
            if folder in folders:
                assert (folders[folder] / name).is_file(), word


def test_the_flatpak_s_manifest_can_be_read(tmp_path: Path) -> None:
    # It makes a folder of its own wherever it is started.
    validated("flatpak-builder", "--show-manifest", FLATPAK, folder=tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="an AppImage is made on Linux")
@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_appimage_is_laid_out_for_the_machine_that_builds(machine: str, tmp_path: Path) -> None:
    for place in ("packaging/appimage/build.sh", f"packaging/linux/{APPLICATION_ID}.metainfo.xml",
                  f"assets/desktop/{APPLICATION_ID}.desktop", "assets/icons/legsup.svg"):  # fmt: skip
        target = tmp_path / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / place, target)
    programs = {
        tmp_path / "build/packaging/bundle/legsup/legsup": "",
        tmp_path / "programs/uname": f"echo {machine}",
        tmp_path / "programs/appimagetool": f'echo "$@" >"{tmp_path}/asked"',
    }
    for place, does in programs.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        place.chmod(0o755)
    environment = {"PATH": f"{tmp_path}/programs:/usr/bin:/bin"}
    subprocess.run(["sh", tmp_path / "packaging/appimage/build.sh"], env=environment, check=True)
    folder = tmp_path / "build/appimage/LegsUp.AppDir"
    asked = (tmp_path / "asked").read_text("utf-8").split()
    assert asked == [str(folder), str(tmp_path / f"build/packages/LegsUp-{machine}.AppImage")]
    assert (folder / "AppRun").resolve() == folder / "usr/lib/legsup/legsup"
    # As appimagetool looks for them: the one entry at the top, and the icon that it names beside it.
    (entry,) = folder.glob("*.desktop")
    assert f"Icon={APPLICATION_ID}" in entry.read_text("utf-8").splitlines()
    assert (folder / f"{APPLICATION_ID}.svg").is_file()


def test_the_windows_installer_takes_the_bundle_and_leaves_what_is_the_person_s() -> None:
    sections = re.findall(r"^\[(\w+)\]$", INNO, re.MULTILINE)
    assert sections == ["Setup", "Files", "Icons", "Run", "UninstallRun"]
    assert r"..\..\build\packaging\bundle\legsup\*" in INNO
    assert "AppVersion={#Version}" in INNO
    assert "PrivilegesRequired=lowest" in INNO
    assert not re.search(r"^\[UninstallDelete\]", INNO, re.MULTILINE)
    for program in re.findall(r"\{app\}\\([\w-]+)\.exe", INNO):
        assert program in {"legsup", "legsup-gui"}


def test_winget_s_three_texts_fit_one_another() -> None:
    texts = {each["ManifestType"]: each for each in map(read, sorted(WINGET.glob("*.yaml")))}
    assert set(texts) == set(ASKED)
    for kind, least in ASKED.items():
        assert least <= set(texts[kind]), kind
        same = ("PackageIdentifier", "PackageVersion", "ManifestVersion")
        assert {each: texts[kind][each] for each in same} == {each: texts["version"][each] for each in same}
    assert texts["version"]["DefaultLocale"] == texts["defaultLocale"]["PackageLocale"]
    (installer,) = texts["installer"]["Installers"]
    assert {"Architecture", "InstallerUrl", "InstallerSha256"} <= set(installer)
    made = re.search(r"^OutputBaseFilename=(.*)$", INNO, re.MULTILINE)
    assert made is not None
    assert installer["InstallerUrl"].endswith(made[1].replace("{#Version}", "@VERSION@") + ".exe")


def test_the_cask_is_ruby() -> None:
    validated("ruby", "-c", PACKAGING / "macos" / "cask.rb")
    assert 'app "Legs Up.app"' in (PACKAGING / "macos" / "cask.rb").read_text("utf-8")


def test_the_workflows_are_what_their_checker_takes() -> None:
    validated("actionlint", *WORKFLOW.parent.glob("*.yml"))


def test_newer_actions_are_proposed_and_no_newer_pins() -> None:
    asked = read(WORKFLOW.parents[1] / "dependabot.yml")
    assert [each["package-ecosystem"] for each in asked["updates"]] == ["github-actions"]


def test_packages_are_built_on_the_systems_that_a_practice_is_tried_on() -> None:
    tried = read(WORKFLOW.with_name("tests.yml"))["jobs"]["elsewhere"]["strategy"]["matrix"]["system"]
    built = [each["runner"] for each in read(WORKFLOW)["jobs"]["build"]["strategy"]["matrix"]["include"]]
    assert set(tried) <= set(built)


def test_the_tests_run_on_every_python_that_has_pins_of_its_own() -> None:
    job = read(WORKFLOW.with_name("tests.yml"))["jobs"]["test"]
    # Debian 12 has Python 3.11, Debian 13 has 3.13.
    assert job["strategy"]["matrix"]["container"] == ["debian:12", "debian:13"]
    assert [step["run"] for step in job["steps"] if "run" in step][-1] == ".ci/run"


def test_the_workflow_builds_each_system_on_a_tag_and_checks_the_sums() -> None:
    workflow = read(WORKFLOW)
    # YAML 1.1 reads "on" as true.
    assert workflow[True] == {"push": {"tags": ["v*"]}}
    jobs = workflow["jobs"]
    runners = [each["runner"] for each in jobs["build"]["strategy"]["matrix"]["include"]]
    for system in ("ubuntu", "arm", "windows", "macos"):
        assert any(system in each for each in runners), system
    lines = "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    for line in ("python3 dev.py package", "sha256sum -c SHA256SUMS", "lintian --fail-on error,warning", r"packaging\windows\legsup.iss"):  # fmt: skip
        assert line in lines, line
    uses = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", each) for each in uses)
    # Writing is allowed where the release is made, nowhere else.
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["release"]
