"""Forms of the year wheel."""
