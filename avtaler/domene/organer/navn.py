"""Names of people as they are compared: a person is known by the name and the municipality, nothing else is kept."""


def navnenoekkel(navn: str) -> str:
    """The name as it is compared: spaces and capitals do not make another person."""
    return " ".join(navn.split()).casefold()
