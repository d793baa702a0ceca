"""The way to the running app: one line asked and one answered over a local socket that only its owner may open."""

#: No question and no answer is longer than this many bytes; whoever sends more is not listened to.
MOST_BYTES = 65_536
