"""The heart of Legs Up: values and pure functions. No Qt, clock, file or logging here."""
