"""The bundle: one folder that runs where no Python is, made by PyInstaller from an environment of its own."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from tools.packages.build import BuildError
from tools.packages.icu_data import trim_icu
from tools.packages.notices import write_licences

if TYPE_CHECKING:
    from pathlib import Path

    from tools.packages.build import Build

#: How numpy is told to do without a library for linear algebra: nothing of ours needs one, and it is 28 MB. On Intel's
#: machines one more set of instructions than the least is built in, that of processors since 2013.
NUMPY = ("-Dallow-noblas=true", "-Dblas=none", "-Dlapack=none")
NUMPY_INTEL = "-Dcpu-dispatch=X86_V3"


def make_bundle(build: Build, wheel: Path) -> Path:
    """Build the folder anew and give it.

    Args:
        build: where.
        wheel: the wheel of this version; what is bundled is what would be installed from it.

    Raises:
        BuildError: something fails.
    """
    _environment(build, wheel)
    shutil.rmtree(build.bundle, ignore_errors=True)
    build.run(
        build.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", build.bundle.parent, "--workpath", build.work / "pyinstaller",
        build.root / "packaging" / "pyinstaller" / "legsup.spec",
    )  # fmt: skip
    if sys.platform == "linux":
        for library in (build.bundle / "_internal/PySide6/Qt/lib").glob("libicudata.so.*"):
            trim_icu(build, library)
        _strip(build)
    write_licences(build, build.bundle / "licences")
    return build.bundle


def _environment(build: Build, wheel: Path) -> None:
    """An environment with the app and PyInstaller, and nothing that only a test or a gate needs."""
    shutil.rmtree(build.work / "venv", ignore_errors=True)
    build.run(sys.executable, "-m", "venv", build.work / "venv")
    pins = ("-c", build.root / "constraints.txt")
    small = _small_numpy(build) if sys.platform == "linux" else None
    if small:
        build.run(build.python, "-m", "pip", "install", "-q", "--no-deps", small)
    build.run(build.python, "-m", "pip", "install", "-q", *pins, f"legsup[bundle] @ {wheel.as_uri()}")


def _small_numpy(build: Build) -> Path | None:
    """Numpy without linear algebra's library, built once a version; None where it cannot be built, and the usual one does."""
    folder = build.work / "numpy"
    pin = next(
        line.partition(";")[0].strip()
        for line in (build.root / "constraints.txt").read_text("utf-8").splitlines()
        if line.startswith("numpy==") and _holds(line.partition(";")[2])
    )
    number = pin.partition("==")[2]
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    made = sorted(folder.glob(f"numpy-{number}-{tag}-*.whl"))
    if made:
        return made[0]
    intel = (NUMPY_INTEL,) if build.architecture == "amd64" else ()
    settings = [f"-Csetup-args={each}" for each in (*NUMPY, *intel)]
    try:
        build.run(
            build.python, "-m", "pip", "wheel", "-q", "--no-deps", "--no-binary", "numpy", pin, "-w", folder, *settings
        )  # fmt: skip
    except BuildError as fault:
        print(f"package: the bundle gets the usual numpy and is 28 MB larger; {fault}", file=sys.stderr)
        return None
    return next(iter(sorted(folder.glob(f"numpy-{number}-{tag}-*.whl"))), None)


def _holds(marker: str) -> bool:
    """Whether a pin is meant for this Python."""
    from packaging.markers import Marker  # noqa: PLC0415 - comes with the build tools alone

    return not marker.strip() or Marker(marker.strip()).evaluate()


#: What comes with tables that only a debugger reads; the libraries of Qt's wheels are stripped already.
UNSTRIPPED = (
    "libpython*.so*", "python*/lib-dynload/*.so", "numpy/**/*.so", "_cffi_backend*.so", "_soundfile_data/*.so",
    "PySide6/Qt/lib/libicu*.so.*",
)  # fmt: skip


def _strip(build: Build) -> None:
    """Take from the libraries what only a debugger reads."""
    inside = build.bundle / "_internal"
    libraries = [file for pattern in UNSTRIPPED for file in sorted(inside.glob(pattern))]
    build.run("strip", "--strip-unneeded", *[file for file in libraries if not file.is_symlink()])
    for file in inside.rglob("*.so*"):
        if not file.is_symlink():
            file.chmod(0o644)
