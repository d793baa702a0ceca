"""The other face: the command line with its verbs, and a practice led in the terminal. It loads no Qt but to open the window."""
