"""The remote that the floor lacks: the session as a media player on the desktop's bus (MPRIS, Linux)."""
