"""The other face, in this process: its verbs with streams and homes of their own, and sessions on a terminal of their own."""
