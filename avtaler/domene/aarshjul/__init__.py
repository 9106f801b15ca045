"""The year wheel: what recurs by law, by agreement and by a region's own choice, and how it is drawn."""
