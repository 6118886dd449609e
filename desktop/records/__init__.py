"""What happened, who did it, and proof that nobody changed the record since."""
