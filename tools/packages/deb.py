"""The Debian package: the bundle under /usr/lib, and around it what a desktop, a shell and a reader look for."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
from email.utils import formatdate
from pathlib import Path
from typing import TYPE_CHECKING

from legsup import APPLICATION_ID
from legsup.services.desktop_entry import SIZES, TEMPLATE

if TYPE_CHECKING:
    from tools.packages.build import Build

#: Libraries that the bundle leaves to the system, and those that Qt loads by name; where Ubuntu and Debian 13 renamed a
#: package for their 64-bit times, the old name is provided there.
DEPENDS = (
    "libc6 (>= {glibc})", "fontconfig-config", "fonts-dejavu-core | fonts-freefont-ttf | fonts-noto-core",
    "libdbus-1-3", "libegl1", "libexpat1", "libfontconfig1", "libfreetype6", "libgl1", "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi-krb5-2", "libportaudio2", "libstdc++6", "libx11-6", "libx11-xcb1", "libxcb1", "zlib1g",
)  # fmt: skip
RECOMMENDS = ("dbus-user-session | dbus-x11", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
SUGGESTS = ("espeak-ng", "libasound2-plugins | pipewire-alsa", "libcups2 | libcups2t64")
#: Linux's C library that PySide6 asks for, by machine; the machine that builds may ask for a newer one.
GLIBC = {"amd64": "2.34", "arm64": "2.39"}
CONTROL = """Package: legsup
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: {suggests}
Section: misc
Priority: optional
Description: restful work break with the legs up the wall
 Push the chair back, lie down with your legs up the wall, close your eyes,
 and let voice, tone and light lead you through a few slow minutes and gently
 back to your desk. A whole practice can be followed with eyes closed.
 .
 It says who should not do this pose and how sure each claim is. It has no
 network code, and what you practise stays on your computer.
"""
MAINTAINER = "The Legs Up maintainers <legsup@users.noreply.example>"
COPYRIGHT = """Legs Up is made by its maintainers and distributed under the MIT (Expat) license, whose text is in
/usr/lib/legsup/licences/Legs Up.txt.

Copyright: 2026 The Legs Up maintainers

What it brings with it in /usr/lib/legsup/_internal is listed in /usr/lib/legsup/licences/BUNDLED.txt, with the copyright and
the terms of each beside it. Qt and PySide are used under the LGPL, version 3, in /usr/share/common-licenses/LGPL-3.
"""
#: As dpkg's tools read it; what changed for people stands beside it.
CHANGES = """legsup ({version}) unstable; urgency=medium

  * What changed is told in CHANGELOG.md.gz.

 -- {maintainer}  {age}
"""


def make_deb(build: Build) -> Path:
    """Build the package from the bundle; gives its file.

    Raises:
        BuildError: something fails.
    """
    root = build.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(build.bundle, root / "usr/lib/legsup", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/legsup").symlink_to("../lib/legsup/legsup")
    lay_out(build, root / "usr/share")
    _papers(build, root)
    _control(build, root)
    _calm(root, build.age())
    file = build.packages / f"legsup_{build.version}_{build.architecture}.deb"
    build.run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", root, file)
    return file


def lay_out(build: Build, share: Path) -> None:
    """Put under a share folder what a desktop and shells look for: entry, metainfo, icons, manual, completion."""
    assets, linux = build.root / "assets", build.root / "packaging" / "linux"
    icons = Path("icons/hicolor")
    places = {
        f"applications/{TEMPLATE.name}": assets / TEMPLATE,
        f"metainfo/{APPLICATION_ID}.metainfo.xml": linux / f"{APPLICATION_ID}.metainfo.xml",
        "bash-completion/completions/legsup": linux / "legsup.bash",
        "zsh/vendor-completions/_legsup": linux / "_legsup",
        "fish/vendor_completions.d/legsup.fish": linux / "legsup.fish",
        str(icons / "scalable/apps" / f"{APPLICATION_ID}.svg"): assets / "icons/legsup.svg",
        **{
            str(icons / f"{size}x{size}/apps" / f"{APPLICATION_ID}.png"): assets
            / "icons"
            / f"legsup-{size}.png"
            for size in SIZES
        },
    }
    for place, source in places.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _pressed((linux / "legsup.1").read_bytes(), share / "man/man1/legsup.1.gz")


def _papers(build: Build, root: Path) -> None:
    """The copyright, the changes, and what the checker of packages is told."""
    folder = root / "usr/share/doc/legsup"
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(COPYRIGHT, "utf-8")
    _pressed((build.root / "CHANGELOG.md").read_bytes(), folder / "CHANGELOG.md.gz")
    _pressed(
        CHANGES.format(
            version=build.version, maintainer=MAINTAINER, age=formatdate(build.age(), localtime=False)
        ).encode(),
        folder / "changelog.gz",
    )
    overrides = root / "usr/share/lintian/overrides/legsup"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(build.root / "packaging/deb/lintian-overrides", overrides)


def _pressed(content: bytes, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Without a time of its own, so that two builds of one commit are the same.
    file.write_bytes(gzip.compress(content, 9, mtime=0))


def _control(build: Build, root: Path) -> None:
    """The package's own description, and the sums of its files."""
    files = sorted(file for file in (root / "usr").rglob("*") if file.is_file() and not file.is_symlink())
    folder = root / "DEBIAN"
    folder.mkdir()
    text = CONTROL.format(
        version=build.version,
        architecture=build.architecture,
        maintainer=MAINTAINER,
        size=sum(file.stat().st_size for file in files) // 1024,
        depends=", ".join(DEPENDS).format(glibc=oldest_glibc(build)),
        recommends=", ".join(RECOMMENDS),
        suggests=", ".join(SUGGESTS),
    )
    (folder / "control").write_text(text, "utf-8")
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(root)}"
        for file in files
    ]
    (folder / "md5sums").write_text("\n".join(sums) + "\n", "utf-8")


def oldest_glibc(build: Build) -> str:
    """The oldest C library on which the bundle runs: the newest that any of its files asks for.

    Raises:
        BuildError: the files cannot be read.
    """
    files = [build.bundle / "legsup", *(build.bundle / "_internal").rglob("*.so*")]
    asked = build.run("objdump", "-T", *[file for file in files if not file.is_symlink()])
    found = {
        tuple(int(part) for part in word.strip("()").removeprefix("GLIBC_").split("."))
        for word in asked.split()
        if word.strip("()").startswith("GLIBC_2.")
    }
    least = tuple(int(part) for part in GLIBC[build.architecture].split("."))
    return ".".join(str(part) for part in max(found | {least}))


def _calm(root: Path, age: int) -> None:
    """Give all files the rights of a package, and the age of the commit."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == root / "usr/lib/legsup/legsup"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (age, age), follow_symlinks=False)
