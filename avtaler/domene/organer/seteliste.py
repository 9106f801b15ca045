"""The seats of a new term, one line for each organ, party and kind of seat."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Seteplass:
    """``antall`` seats of one kind; ``sitter`` are those who hold them the day before, ``valgt`` those chosen."""

    organ_id: int
    organ_navn: str
    avtale_navn: str
    part_id: int
    part_navn: str
    nummer: str
    er_vara: bool
    antall: int
    sitter: tuple[str, ...]
    valgt: tuple[str, ...]

    @property
    def organ(self) -> tuple[int, str, str]:
        """The organ it belongs to: what a list is grouped by."""
        return (self.organ_id, self.organ_navn, self.avtale_navn)

    @property
    def mangler(self) -> int:
        """How many are still to be chosen."""
        return max(self.antall - len(self.valgt), 0)
