"""Pages of what people judge: yellow notes, verdicts, conferences, discussion documents."""
