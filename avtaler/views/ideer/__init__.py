"""The pages of the idea bank."""
