"""The settings file and its rules."""
