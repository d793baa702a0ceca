"""Start at login, by each system's own means: an entry that the person can see, and take away without us."""
