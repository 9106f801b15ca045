"""Forms of meetings, items, initiatives, reports home and news."""
