"""Meetings: when they must be called, what follows from their decisions, and who has reported home."""
