"""One agreement of a list while it is being understood: what was found, what is said of it, and what it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .plan import Registeravtale
from .rader import Celle, Raaavtale
from .spoersmaal import Melding

#: A person's own facts of one agreement, by its key: form, klasse, hopp.
Egne = Mapping[str, Mapping[str, str]]


@dataclass
class Tilfelle:
    """One agreement of the list while it is being understood."""

    raa: Raaavtale
    rad: int
    finnes: Registeravtale | None = None
    meldinger: list[Melding] = field(default_factory=list)
    gjettet: set[str] = field(default_factory=set)
    venter: bool = False
    antall: int = 0

    def feil(self, kode: str, celle: Celle | None = None, **args: str) -> None:
        sted, tekst, rad = (celle.sted, celle.tekst, celle.rad) if celle else ("", "", self.rad)
        self.meldinger.append(Melding(kode, args, rad, er_feil=True, sted=sted, tekst=tekst))

    def merk(self, kode: str, rad: int | None = None, **args: str) -> None:
        self.meldinger.append(Melding(kode, args, self.rad if rad is None else rad))
