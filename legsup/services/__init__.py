"""The outside world, one port a module: files, sound, voice, power, notifications. Services never import one another."""
