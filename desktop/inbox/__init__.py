"""What the public sends back: collected, read, answered and closed."""
