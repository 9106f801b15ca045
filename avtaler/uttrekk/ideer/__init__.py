"""What the pages of the idea bank show."""
