"""The pages of a strategy: its tree, measures and plans of action, and the cases a region fronts."""
