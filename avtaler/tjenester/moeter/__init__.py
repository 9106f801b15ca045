"""Writes of meetings that have rules of their own."""
