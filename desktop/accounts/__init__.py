"""The force's accounts: connected, kept open, and watched."""
