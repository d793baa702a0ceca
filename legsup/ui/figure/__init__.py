"""The figure: a body at rest in a quiet room, painted from a pose, with the breath as light in it."""
