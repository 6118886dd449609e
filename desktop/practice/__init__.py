"""The practice network: a loopback server of the Mastodon API with a simulated public."""
