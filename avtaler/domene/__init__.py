"""The trade of agreements, pure: no Django, no files, no clock. Dates come in as arguments."""
