"""The one error of the embedded servers."""


class Tjenerfeil(RuntimeError):
    """A server could not be found, started or reached; the message is a sentence for the person at the terminal."""
