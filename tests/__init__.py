"""The tests of Legs Up, room by room as in the package."""
