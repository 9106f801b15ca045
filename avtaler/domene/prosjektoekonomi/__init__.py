"""What a project costs and who pays it, and what it gives back. Pure: amounts are whole øre, days come in."""
