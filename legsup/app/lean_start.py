"""A lean start: what Python and Qt's library for it do beside the loading is put off, or left out."""

from __future__ import annotations

import builtins
import gc
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

#: What PySide6 needs to word a wrong call, to document its methods, and to write stubs for type checkers. It carries their
#: source within a library, and compiles all of it with each start: a fifth of an empty window's.
_SELDOM = {
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "mapping", "parser")
}
#: The newest version of which it is known that this is all that it asks of them; a newer one loads them as it likes.
KNOWN = (6, 12)
#: What stands in the place of each until something in it is asked for. How enums are made is told by one of them else, and
#: ``update_mapping`` is called by the library itself, which aborts where it is not there.
_STANDS_IN = """
import sys
sys.pyside6_option_python_enum = getattr(sys, "pyside6_option_python_enum", True)
def __getattr__(name):
    from legsup.app.lean_start import ask
    return ask(sys.modules[__name__], name)
def update_mapping():
    return __getattr__("update_mapping")()
"""
_COMPILE: Callable[..., object] = builtins.compile


def begin() -> None:
    """Look for no garbage until ``Garbage`` does, or ``settle``, and have PySide6 do with its import what is needed, and no more.

    What is loaded at the start is no garbage, yet a tenth of the start went into looking through it. And PySide6, to offer other names
    of its methods (``__feature__``, which nothing here wants), reads the source of whatever is imported after it, and keeps that:
    2.3 MiB in an idle tray, a twentieth of the start. What it seldom needs comes with its first need.
    """
    gc.disable()
    builtins.compile = _compile
    try:
        import PySide6  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport] - that it puts its own import in Python's place is what is undone
    finally:
        builtins.compile = _COMPILE
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """Look for garbage as Python does it, but not among what the start has loaded: the window has gone, or never came."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def ask(module: ModuleType, name: str) -> Any:  # noqa: ANN401 - as of any module
    """Give something of a module of PySide6's that was put off: it is loaded now.

    Raises:
        AttributeError: there is nothing of that name in it.
    """
    # Python asks such of any module; none of these has more of it than it has by now.
    if name.startswith("__"):
        raise AttributeError(name)
    spec = module.__spec__
    assert spec is not None, "it was imported"
    assert spec.loader is not None, "the same"
    for each in ("__getattr__", "update_mapping"):
        del module.__dict__[each]
    published, spec.name = spec.name, module.__name__  # PySide6 publishes it under another name
    try:
        spec.loader.exec_module(module)
    finally:
        spec.name = published
    return getattr(module, name)


def _compile(source: Any, filename: Any, *how: Any, **more: Any) -> object:  # noqa: ANN401 - as Python's own
    seldom = filename in _SELDOM and sys.modules["shiboken6"].__version_info__[:2] <= KNOWN
    return _COMPILE(_STANDS_IN if seldom else source, filename, *how, **more)
