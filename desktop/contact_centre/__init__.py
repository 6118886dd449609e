"""Who hears of an emergency, who accepts it, and what stands until somebody does."""
