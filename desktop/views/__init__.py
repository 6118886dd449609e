"""One screen a file; small shared parts in widgets/. Views ask the rooms and show what they answer."""
