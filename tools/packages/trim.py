"""What of its libraries the bundle leaves out: all that Legs Up never loads, the network's part of Qt foremost."""

from __future__ import annotations

import subprocess
from fnmatch import fnmatch
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    #: Place in the bundle, where it is now, and PyInstaller's kind.
    Entry = tuple[str, str, str]

#: Modules of Python that nothing of ours uses, but that a library names somewhere. Without ssl there is no TLS to patch.
UNUSED_MODULES = [
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtTest",
    "_hashlib", "_ssl", "doctest", "ftplib", "multiprocessing", "xmlrpc", "lib2to3", "pdb", "pydoc", "pydoc_data", "smtplib", "ssl", "tkinter",
    "unittest", "numpy.f2py", "numpy.testing", "numpy.distutils", "pytest", "setuptools", "pip", "pkg_resources",
    "hibari", "onnxruntime", "simpleaudio",
]  # fmt: skip

#: Files by their place in the bundle, as patterns with forward slashes.
UNUSED_FILES = (
    # Qt without a network: no certificates, no TLS, no knowledge of the line.
    "*/plugins/tls/*", "*/plugins/networkinformation/*", "*libcrypto*", "*libssl*",
    # Platforms without a desktop, and pictures of kinds that are not ours.
    "*/plugins/platforms/*eglfs*", "*/plugins/platforms/*linuxfb*", "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*minimal*", "*/plugins/platforms/*vkkhr*", "*/plugins/egldeviceintegrations/*",
    "*Qt6EglFsKmsSupport*", "*/wayland-shell-integration/*ivi*", "*/wayland-shell-integration/*fullscreen*",
    "*/plugins/generic/*", "*/plugins/qmltooling/*", "*/plugins/position/*",
    "*/plugins/imageformats/*qgif*", "*/plugins/imageformats/*qicns*", "*/plugins/imageformats/*qjp*",
    "*/plugins/imageformats/*qpdf*", "*/plugins/imageformats/*qtga*", "*/plugins/imageformats/*qtiff*",
    "*/plugins/imageformats/*qwbmp*", "*/plugins/imageformats/*qwebp*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    # GNOME's look of file dialogs would bring all of GTK; the portal's plugin stays and knows light from dark.
    "*/plugins/platformthemes/*qgtk3*",
    # Libraries that only those wanted.
    "*Qt*Qml*", "*Qt*Quick*", "*Qt*VirtualKeyboard*", "*Qt*Pdf*", "*Qt*EglFS*", "*opengl32sw*", "*d3dcompiler*",
    # Qt's own words in other languages: the app speaks English and loads none of them.
    "*/translations/*.qm",
    # Tests, notes for type checkers, and lists of what was installed.
    "*/numpy/_core/*_simd*", "*/numpy/_core/*_tests*", "*/numpy/*/tests/*", "*/tests/data/*", "*.pyi", "*.dist-info/RECORD", "*.dist-info/sboms/*", "*/typesystems/*",
)  # fmt: skip

#: Libraries that every desktop has. Some drag TLS, Kerberos and systemd's journal behind them: printers (where they are missing
#: one prints into a PDF) and the session bus. Others have to be the system's own, since its graphics drivers ask for at least
#: their own age of them. The Debian package names them all among what it depends on.
LEFT_TO_THE_SYSTEM = (
    "/libcups.so*", "/libdbus-1.so*", "/libgssapi_krb5.so*",
    "/libstdc++.so*", "/libgcc_s.so*", "/libX11.so*", "/libX11-xcb.so*", "/libxcb.so*", "/libglib-2.0.so*", "/libgthread-2.0.so*",
    "/libmvec.so*", "/libfontconfig.so*", "/libfreetype.so*", "/libexpat.so*", "/libz.so*",
)  # fmt: skip


def is_wanted(destination: str) -> bool:
    """Whether the bundle keeps a file, by its place in the bundle.

    Args:
        destination: path inside the bundle, as the system that builds writes it.
    """
    parts = PureWindowsPath(destination).parts if "\\" in destination else PurePosixPath(destination).parts
    place = "/".join(("", *parts))
    return not any(fnmatch(place, unused) for unused in (*UNUSED_FILES, *LEFT_TO_THE_SYSTEM))


def still_reached(entries: Sequence[Entry], asks: Callable[[str], Sequence[str]]) -> list[Entry]:
    """Leave out the system's libraries that no file of the bundle asks for any more.

    Args:
        entries: what is left of the bundle. Those at its top are the system's libraries, brought along for another file.
        asks: gives the names of the libraries that a file asks for itself.
    """
    system = {entry[0]: entry for entry in entries if _is_of_the_system(entry[0])}
    kept = [entry for entry in entries if entry[0] not in system]
    ahead = [entry[1] for entry in kept]
    while ahead:
        for name in asks(ahead.pop()):
            entry = system.pop(name, None)
            if entry is not None:
                kept.append(entry)
                ahead.append(entry[1])
    return kept


def asked_for(file: str) -> list[str]:
    """Name the libraries that a library asks for itself; what they ask for in turn is not among them.

    PyInstaller's own list is that of the loader, which holds everything behind everything.
    """
    if ".so" not in file:
        return []
    headers = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False)
    return [words[1] for words in map(str.split, headers.stdout.splitlines()) if words[:1] == ["NEEDED"]]


def _is_of_the_system(destination: str) -> bool:
    """A library at the top of the bundle; Python's own stays whatever asks for it."""
    return not set("/\\") & set(destination) and ".so" in destination and "python" not in destination
