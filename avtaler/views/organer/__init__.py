"""Pages of organs, seats and posts."""
