"""A session in the terminal: led by the same machine, seen as text, answered by keys; it loads no Qt."""
