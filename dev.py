#!/usr/bin/env python3
"""One command each to run, test and check Legs Up from a bare checkout: ``python3 dev.py VERB``.

Needs Python 3.11 with its venv module, nothing else. It names missing system libraries, makes .venv, installs
exactly what constraints.txt says, and goes on from there. Whatever stops it, the next call recovers.
The verbs are in packaging/dev; this file is so plain that a Python of any age can read it and be told.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall say so, not show a traceback
    sys.exit("dev.py: Legs Up needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

from pathlib import Path

ROOT = Path(__file__).resolve().parent
# Not a package below "packaging": pip and pytest import a package of that name themselves.
sys.path.insert(0, str(ROOT / "packaging" / "dev"))

from project_venv import Venv
from system_packages import System
from verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ, System(), Venv(ROOT)))
