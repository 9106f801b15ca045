"""What a page shows of an organ: its powers, its seats party by party, who sits there, and what is wrong."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.hjemmel import Hjemmel


@dataclass(frozen=True, kw_only=True)
class Regelsetning:
    """A statement of law in the reader's language, with its paragraph and a link to it."""

    tekst: str
    hjemmel: str = ""
    kilde: str = ""
    er_bekreftet: bool = True
    tittel: str = ""


@dataclass(frozen=True, kw_only=True)
class Setefunnrad:
    """Something wrong with the seats, in words, and the rule it breaks."""

    kode: str
    tekst: str
    regel: Regelsetning | None = None


@dataclass(frozen=True, kw_only=True)
class Seterad:
    """The seats of one party. ``medlemmer`` is None when nobody has said how many; ``besatt`` are those filled.

    ``setetall_id`` is the stated row, when the number does not come from the participation in the agreement.
    """

    part_id: int
    navn: str
    nummer: str
    medlemmer: int | None
    varamedlemmer: int | None
    besatt: int
    vara_besatt: int
    setetall_id: int | None = None
    er_eksempel: bool = False

    @property
    def ledige(self) -> int:
        return max((self.medlemmer or 0) - self.besatt, 0)

    @property
    def vara_ledige(self) -> int:
        return max((self.varamedlemmer or 0) - self.vara_besatt, 0)


@dataclass(frozen=True, kw_only=True)
class Vervrad:
    """One who sits there. Only public office is named, so everybody may read it."""

    id: int
    navn: str
    parti: str
    rolle: str
    rolle_navn: str
    plass: int | None
    part_id: int
    part_navn: str
    fra: date
    til: date | None
    valgt_dato: date | None
    saksnummer: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Organbilde:
    """One organ on a date. ``nivaa`` is how deep it stands in the tree it is shown in."""

    id: int
    navn: str
    type: str
    type_navn: str
    avtale_id: int | None
    avtale_navn: str
    region_id: int | None
    overordnet_id: int | None
    egen_myndighet: str
    myndighet: Regelsetning
    status: Regelsetning | None
    setekrav: Regelsetning | None
    beslutter: bool
    er_administrativt: bool
    er_eiermoete: bool
    er_raadgivende: bool
    beslutningsregel: str
    vedtaksfoert: str
    lederrolle: str
    periode_aar: int | None
    moeter_aarlig: int | None
    innkalling_dager: int | None
    innkalling_lov: int | None
    krever_tillitsvalgt: bool
    tillitsvalgt_unntak: str
    tillitsvalgte: int
    fra: date | None
    til: date | None
    er_eksempel: bool
    seter: tuple[Seterad, ...]
    verv: tuple[Vervrad, ...]
    funn: tuple[Setefunnrad, ...]
    foelger: tuple[tuple[int, str], ...]
    nivaa: int = 0

    @property
    def vedtar(self) -> bool:
        """Whether the way it decides is worth telling: one that only advises does not."""
        return not self.er_raadgivende

    @property
    def medlemmer(self) -> int:
        """The seats that are stated."""
        return sum(rad.medlemmer or 0 for rad in self.seter)

    @property
    def besatt(self) -> int:
        return sum(rad.besatt for rad in self.seter)

    @property
    def ledige(self) -> int:
        return sum(rad.ledige for rad in self.seter)

    @property
    def vara_ledige(self) -> int:
        return sum(rad.vara_ledige for rad in self.seter)


def lovsetning(setning, maalform: str, tittel: str = "") -> Regelsetning:
    """A statement of the rules (``Setning`` or ``Formregel``) in the reader's language."""
    hjemmel: Hjemmel | None = setning.hjemmel
    return Regelsetning(
        tekst=setning.tekst.paa(maalform), hjemmel=hjemmel.paa(maalform) if hjemmel else "",
        kilde=hjemmel.kilde if hjemmel else "", er_bekreftet=setning.sikkerhet == "lest", tittel=tittel,
    )  # fmt: skip
