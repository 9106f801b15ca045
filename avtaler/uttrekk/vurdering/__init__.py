"""Reads of what people judge, each for one page, in a fixed number of queries."""
