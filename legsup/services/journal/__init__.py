"""The journal: the private, local record of sessions, in one SQLite file."""
