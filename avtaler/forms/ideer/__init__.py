"""The forms of the idea bank."""
