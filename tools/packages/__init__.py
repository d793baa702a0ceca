"""What people install: the bundle, the Debian package, the archive, and the papers that belong to them."""
