"""Writes of the year: secret links to calendars, and letters about what is coming."""
