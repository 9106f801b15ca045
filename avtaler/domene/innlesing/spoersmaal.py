"""What the list does not say plainly: a question with choices, asked once for all cells that say the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kommuner.domene.lesing import Ulesbar

#: Answers that mean the same whatever is asked.
HOPP_OVER = "hopp"
NY = "ny"
#: A name typed instead of one of the choices.
SOM = "som:"


@dataclass(frozen=True)
class Valg:
    """One answer: the value it is stored as, and the code and words of its sentence."""

    verdi: str
    kode: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Avvistsvar:
    """Why a typed answer cannot be read: the code and words of ``Ulesbar``."""

    kode: str
    args: Mapping[str, str]


@dataclass(frozen=True)
class Spoersmaal:
    """``forslag`` is the answer the reading would give itself (empty when it has none), ``svar`` the person's own."""

    noekkel: str
    kode: str
    args: Mapping[str, str]
    valg: tuple[Valg, ...]
    forslag: str = ""
    svar: str = ""
    rader: tuple[int, ...] = ()
    fritekst: str = ""
    """What else may be typed: «navn» or «dato»; empty when only the choices will do."""

    avvist: Avvistsvar | None = None
    """Why the answer cannot be used: what was typed is no better than what the list has."""

    @property
    def er_besvart(self) -> bool:
        return bool(self.svar) and self.avvist is None


@dataclass(frozen=True)
class Melding:
    """Something to know about a row. A ``feil`` must be mended before the list can be read in."""

    kode: str
    args: Mapping[str, str]
    rad: int
    er_feil: bool = False
    sted: str = ""
    """The cell to mend, when one can."""
    tekst: str = ""


class Spoersmaalsliste:
    """Collects the questions as the reading comes to them; the same one is asked once."""

    def __init__(self, svar: Mapping[str, str]) -> None:
        self._svar = svar
        self._stilt: dict[str, tuple[Spoersmaal, dict[int, None]]] = {}
        self._avvist: dict[str, Avvistsvar] = {}

    def still(self, spoersmaal: Spoersmaal, rad: int) -> str:
        """The person's answer, or empty while there is none."""
        if spoersmaal.noekkel not in self._stilt:
            self._stilt[spoersmaal.noekkel] = (spoersmaal, {})
        self._stilt[spoersmaal.noekkel][1][rad] = None
        return self.svar_paa(self._stilt[spoersmaal.noekkel][0])

    def avvis(self, spoersmaal: Spoersmaal, feil: Ulesbar) -> None:
        """The answer cannot be read: the question stands, with what was typed."""
        self._avvist[spoersmaal.noekkel] = Avvistsvar(feil.kode, feil.verdier)

    def svaret(self, noekkel: str) -> str:
        """What a person has answered to the question, whether or not it has been asked yet; empty when nothing."""
        return self._svar.get(noekkel, "")

    def svar_paa(self, spoersmaal: Spoersmaal) -> str:
        """An answer counts only when it is one of the choices, or may be typed."""
        svar = self._svar.get(spoersmaal.noekkel, "")
        kjent = svar in {valg.verdi for valg in spoersmaal.valg}
        typet = bool(spoersmaal.fritekst) and svar.startswith(SOM) and bool(svar.removeprefix(SOM).strip())
        return svar if kjent or typet else ""

    def alle(self) -> tuple[Spoersmaal, ...]:
        """Every question with its answer and rows, in the order they came up."""
        return tuple(
            replace(en, svar=self.svar_paa(en), rader=tuple(rader), avvist=self._avvist.get(en.noekkel))
            for en, rader in self._stilt.values()
        )
