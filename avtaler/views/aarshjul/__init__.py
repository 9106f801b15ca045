"""Pages of the year: the wheels, own events, calendars, what one can influence, and letters."""
