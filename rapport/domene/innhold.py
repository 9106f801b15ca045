"""What a municipality is in, pays, decides and is represented by, as values.

The politician's page, the printed report, its HTML twin and the JSON are faces of these dataclasses. All text that
depends on language is already in the reader's language (``maalform``); money is whole øre; shares are exact fractions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.runde import BEHANDLET
from kostnad.domene.penger import per_innbygger

#: A finding is this, or it must be judged.
MANGLER = "mangler"


@dataclass(frozen=True, kw_only=True)
class Kommunefakta:
    """The municipality as it was on the date: its number and name of that day."""

    nummer: str
    navn: str
    navn_parallelle: str
    nummer_naa: str
    fylke: str
    orgnr: str
    folketall: int | None
    folketall_dato: date | None
    folketall_kilde: str


@dataclass(frozen=True, kw_only=True)
class Deltaker:
    """One participant in an agreement on the date."""

    nummer: str
    navn: str
    type: str
    rolle: str
    rolle_navn: str
    eierandel: Fraction | None
    ansvarsandel: Fraction | None
    medlemmer: int | None
    er_oss: bool


@dataclass(frozen=True, kw_only=True)
class Deltakersum:
    """What one participant pays for one agreement in one year, to compare with."""

    nummer: str
    navn: str
    beloep_oere: int
    folketall: int | None
    er_oss: bool

    @property
    def oere_per_innbygger(self) -> int | None:
        """Øre per inhabitant, rounded to the nearest øre (halves up)."""
        return per_innbygger(self.beloep_oere, self.folketall)


@dataclass(frozen=True, kw_only=True)
class Betaling:
    """What the municipality pays for one agreement in one year, and how it came to be."""

    fordeling_id: int
    aar: int
    beloep_oere: int
    til_fordeling_oere: int
    folketall: int | None
    andel: Fraction
    utledning: tuple[str, ...]
    deltakere: tuple[Deltakersum, ...]
    sha256: str
    er_eksempel: bool

    @property
    def med_oere(self) -> bool:
        """Whether any amount beside ours has øre, so that all of them are written with øre."""
        return any(deltaker.beloep_oere % 100 for deltaker in self.deltakere)

    @property
    def oere_per_innbygger(self) -> int | None:
        return per_innbygger(self.beloep_oere, self.folketall)

    @property
    def andres_oere_per_innbygger(self) -> int | None:
        """The other participants' sum divided by their inhabitants: what one of theirs pays on average."""
        andre = [d for d in self.deltakere if not d.er_oss and d.folketall]
        folketall = sum(d.folketall or 0 for d in andre)
        return per_innbygger(sum(d.beloep_oere for d in andre), folketall)


@dataclass(frozen=True, kw_only=True)
class Representant:
    """Who sits for the municipality in an organ."""

    organ: str
    navn: str
    rolle: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Funn:
    """A statutory requirement that is missing or must be judged, with its paragraph."""

    kode: str
    resultat: str
    tittel: str
    hjemmel: str
    begrunnelse: str


@dataclass(frozen=True, kw_only=True)
class Avtaleark:
    """The fact sheet of one agreement, seen from one municipality on one date."""

    id: int
    navn: str
    maalform: str
    form: str
    form_navn: str
    form_kort: str
    form_hjemmel: str
    eierinteresse: bool
    klasse: str
    klasse_navn: str
    oppgaver: tuple[str, ...]
    formaal: tuple[str, ...]
    kommunens_formaal: str
    kommunens_formaal_maalform: str
    orgnr: str
    eget_rettssubjekt: bool | None
    fra: date | None
    til: date | None
    vaar_rolle: str
    eierandel: Fraction | None
    ansvarsandel: Fraction | None
    deltakere: tuple[Deltaker, ...]
    vertskommune: str
    oppsigelse: str
    ansvar: str
    representanter: tuple[Representant, ...]
    betaling: Betaling | None
    funn: tuple[Funn, ...]
    er_eksempel: bool
    eksempel_merknad: str
    mangler_fordeling: bool = False
    """We take part in what it costs, and nothing is adopted for the day: the cost is not nothing, but unknown."""

    @property
    def antall_mangler(self) -> int:
        """Statutory requirements that are missing."""
        return sum(funn.resultat == MANGLER for funn in self.funn)

    @property
    def antall_vurderes(self) -> int:
        """Statutory requirements that somebody must judge."""
        return len(self.funn) - self.antall_mangler


@dataclass(frozen=True, kw_only=True)
class Sak:
    """A round that this council is in on the date."""

    runde_id: int
    avtale_id: int
    avtale_navn: str
    tittel: str
    slag: str
    tilraadd_dato: date | None
    vindu_fra: date | None
    vindu_til: date | None
    status: str
    status_navn: str
    behandlet: int
    antall: int
    er_forfalt: bool
    er_eksempel: bool

    @property
    def er_besvart(self) -> bool:
        """Whether this council has given its answer; what is left is up to the others."""
        return self.status in BEHANDLET


@dataclass(frozen=True, kw_only=True)
class Naboreform:
    """A municipality that became part of this one, or that this one became part of."""

    nummer: str
    navn: str
    dato: date


@dataclass(frozen=True, kw_only=True)
class Gruppe:
    """Agreements under one heading: a form or a task."""

    kode: str
    navn: str
    avtaler: tuple[Avtaleark, ...]


@dataclass(frozen=True, kw_only=True)
class Prinsipper:
    """The municipality's own principles of ownership (koml. § 26-1 a)."""

    tekst: str
    maalform: str
    fra_aar: int
    til_aar: int
    vedtatt: date | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Kommuneoversikt:
    """Everything about one municipality on one date that the reader may see. Money is None outside the scope."""

    dato: date
    maalform: str
    kommune: Kommunefakta
    forgjengere: tuple[Naboreform, ...]
    etterfoelgere: tuple[Naboreform, ...]
    regioner: tuple[str, ...]
    avtaler: tuple[Avtaleark, ...]
    saker: tuple[Sak, ...]
    prinsipper: Prinsipper | None
    ser_oekonomi: bool
    regelverk: str
    """The version of the rules that judged the agreements: the state of the law and a fingerprint of the files."""

    @property
    def etter_form(self) -> tuple[Gruppe, ...]:
        """The agreements by legal form, in the order of first appearance in the law's list."""
        return grupper((ark.form, ark.form_navn, ark) for ark in self.avtaler)

    @property
    def etter_oppgave(self) -> tuple[Gruppe, ...]:
        """The agreements by task; one with several tasks stands under each."""
        return grupper((oppgave, oppgave, ark) for ark in self.avtaler for oppgave in ark.oppgaver)

    @property
    def betalinger(self) -> tuple[Avtaleark, ...]:
        """The agreements the municipality pays for, dearest first."""
        betalte = [ark for ark in self.avtaler if ark.betaling]
        return tuple(sorted(betalte, key=lambda ark: (-(ark.betaling.beloep_oere if ark.betaling else 0), ark.id)))

    @property
    def betalingsaar(self) -> str:
        """The year of the amounts, or the first and last where they differ; empty without amounts."""
        aar = sorted({ark.betaling.aar for ark in self.avtaler if ark.betaling})
        return "–".join(str(et) for et in dict.fromkeys((aar[0], aar[-1]))) if aar else ""

    @property
    def uten_fordeling(self) -> tuple[Avtaleark, ...]:
        """The agreements that cost us something nobody has adopted for the day. With any of them the sum is not all."""
        return tuple(ark for ark in self.avtaler if ark.mangler_fordeling)

    @property
    def antall_med_kostnad(self) -> int:
        """The agreements that cost us something, known or not."""
        return len(self.betalinger) + len(self.uten_fordeling)

    @property
    def med_oere(self) -> bool:
        """Whether any amount has øre, so that all of the column are written with øre."""
        return any(ark.betaling.beloep_oere % 100 for ark in self.avtaler if ark.betaling)

    @property
    def saker_som_venter(self) -> tuple[Sak, ...]:
        """The rounds this council has not answered."""
        return tuple(sak for sak in self.saker if not sak.er_besvart)

    @property
    def besvarte_saker(self) -> tuple[Sak, ...]:
        """The rounds this council has answered, where others remain."""
        return tuple(sak for sak in self.saker if sak.er_besvart)

    @property
    def antall_mangler(self) -> int:
        """Statutory requirements that are missing, in all the agreements."""
        return sum(ark.antall_mangler for ark in self.avtaler)

    @property
    def antall_vurderes(self) -> int:
        """Statutory requirements that somebody must judge, in all the agreements."""
        return sum(ark.antall_vurderes for ark in self.avtaler)

    @property
    def sum_oere(self) -> int:
        return sum(ark.betaling.beloep_oere for ark in self.avtaler if ark.betaling)

    @property
    def sum_er_eksempel(self) -> bool:
        """Whether anything in the sum is invented."""
        return any(ark.betaling and ark.betaling.er_eksempel for ark in self.avtaler)

    @property
    def sum_oere_per_innbygger(self) -> int | None:
        return per_innbygger(self.sum_oere, self.kommune.folketall)

    @property
    def med_eierinteresse(self) -> tuple[Avtaleark, ...]:
        return tuple(ark for ark in self.avtaler if ark.eierinteresse)

    @property
    def representerte(self) -> tuple[Avtaleark, ...]:
        """The agreements where somebody sits for the municipality."""
        return tuple(ark for ark in self.avtaler if ark.representanter)

    @property
    def med_funn(self) -> tuple[Avtaleark, ...]:
        return tuple(ark for ark in self.avtaler if ark.funn)

    @property
    def har_eksempeltall(self) -> bool:
        return self.sum_er_eksempel or any(ark.er_eksempel for ark in self.avtaler)


def grupper(rader: Iterable[tuple[str, str, Avtaleark]]) -> tuple[Gruppe, ...]:
    """Gather (code, name, sheet) rows under their code, in order of first appearance."""
    navn: dict[str, str] = {}
    ark_under: dict[str, list[Avtaleark]] = {}
    for kode, tittel, ark in rader:
        navn.setdefault(kode, tittel)
        ark_under.setdefault(kode, []).append(ark)
    return tuple(Gruppe(kode=kode, navn=navn[kode], avtaler=tuple(alle)) for kode, alle in ark_under.items())
