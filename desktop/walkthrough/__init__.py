"""Plays the whole main job in the practice workspace, as people would, and proves that it happened."""
