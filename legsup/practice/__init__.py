"""What leads one practice, whatever face it has; without Qt, so that window and terminal share it."""
