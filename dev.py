#!/usr/bin/env python3
"""One command each to run, test and check Legs Up from a bare checkout: ``python3 dev.py VERB``.

Needs Python 3.11 with its venv module, nothing else. It names missing system libraries, makes .venv, installs
exactly what constraints.txt says, and goes on from there. Whatever stops it, the next call recovers.
The verbs are in tools/dev; this file is so plain that a Python of any age can read it and be told.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall say so, not show a traceback
    sys.exit("dev.py: Legs Up needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

from tools import ROOT
from tools.dev.project_venv import Venv
from tools.dev.system_packages import System
from tools.dev.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ, System(), Venv(ROOT)))
