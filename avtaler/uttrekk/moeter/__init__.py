"""Reads of meetings, decisions, initiatives, reports home and news, each for a whole page."""
