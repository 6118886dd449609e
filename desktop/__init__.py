"""Blue Lamp: the social desk of a police force."""

__version__ = "0.1.0"
