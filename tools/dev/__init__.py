"""What dev.py does before there is an environment: the standard library alone."""
