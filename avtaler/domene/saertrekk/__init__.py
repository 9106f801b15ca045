"""What kind of cooperation it is: its place on the scale, and what has begun and ended year by year. Pure."""
