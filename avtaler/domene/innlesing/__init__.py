"""A list of cooperation as people keep it, read into a plan for the register: pure, deterministic, never guessing.

The way of a list: ``oppsett`` says which column is what, ``rader`` reads the cells, ``navnebok`` finds the parties,
``plan`` compares with the register. What has no single meaning becomes a question with choices (``spoersmaal``).
"""
