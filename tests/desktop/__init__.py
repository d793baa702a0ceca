"""The whole app on a real X server with tray, session bus and sound."""
