"""The way to the running app: one line asked and one answered over a local socket that only its owner may open."""
