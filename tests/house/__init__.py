"""The house itself: layers, repository, desktop files and the one command."""
