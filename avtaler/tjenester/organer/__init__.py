"""Writes of organs that have rules of their own."""
