"""Pages of meetings, decisions, initiatives, reports home and news."""
