"""How the trade says no."""


class Avvist(Exception):
    """What is asked cannot be done. ``setning`` is for the user; ``felt`` names the field it concerns, if one does."""

    def __init__(self, setning: str, *, felt: str | None = None) -> None:
        super().__init__(setning)
        self.setning = setning
        self.felt = felt
