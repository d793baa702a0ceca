"""What leads one practice, tried without any face."""
