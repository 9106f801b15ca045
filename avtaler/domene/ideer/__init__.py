"""Ideas for new cooperation: which are alike, who wants them, how ready they are, and which forms fit."""
