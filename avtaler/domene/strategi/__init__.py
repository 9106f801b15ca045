"""Strategy as values: the tree and its order, what is late, and what something is done for."""
