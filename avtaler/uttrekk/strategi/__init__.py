"""Reads of strategy: the tree with what is done for each point, measures, front cases and plans of action."""
