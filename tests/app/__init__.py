"""Tests of the command line, the terminal session and the wiring."""
