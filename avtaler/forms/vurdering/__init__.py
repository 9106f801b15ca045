"""The forms of what people judge."""
