"""What is done with an idea: answered, judged, merged, turned into something, or said no to."""
