"""Judging what we have: anonymous notes, verdicts, what a conference gives the councils, and what alternatives cost."""
