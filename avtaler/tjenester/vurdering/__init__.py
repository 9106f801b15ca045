"""Writes of what people judge: notes, verdicts, conferences with their case list, and discussion documents."""
