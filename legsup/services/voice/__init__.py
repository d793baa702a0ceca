"""The voice: every line of a plan rendered ahead to samples, from the best source that this computer has.

Its modules load numpy, so they are imported when a session is prepared, never before.
"""
