"""The loudspeakers: one module a backend, and the choice among them."""
