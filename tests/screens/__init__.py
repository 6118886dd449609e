"""Every screen with realistic content, as pictures: ``make screens``."""
