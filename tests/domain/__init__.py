"""The domain: milliseconds, no Qt, no clock."""
