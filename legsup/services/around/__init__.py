"""What goes on around the computer, as far as it can be read: hands on it, a presentation, a call. Nothing is opened."""
