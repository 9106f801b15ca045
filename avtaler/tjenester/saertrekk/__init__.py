"""Writes of traits and shared systems that have rules of their own."""
