"""Writes of projects: entered, carried through the steps, joined and left, and closed with what comes after."""
