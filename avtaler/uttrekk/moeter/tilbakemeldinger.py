"""What one municipality's representatives have reported home, and from which meetings it is missing (needs 4.3)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from avtaler.domene.moeter.tilbakemelding import Meldestatus, meldefrist, meldestatus
from avtaler.models import Deltakelse, Moete, Moetestatus, Setetall, Tilbakemelding, Verv
from avtaler.uttrekk.organer.grunnlag import MED_SETE
from kommuner.models import Part, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .hjemme import UTENFOR, eierorgan, kan_melde
from .liste import eier_navn
from .ord import meldestatusnavn
from .tittel import vist_tittel


@dataclass(frozen=True, kw_only=True)
class Hjemmerad:
    """One meeting the municipality sat in, and its report."""

    moete_id: int
    moete_navn: str
    eier_navn: str
    moete_dato: date
    frist: date
    status: Meldestatus
    status_navn: str
    dato: date | None
    til_hvem: str
    tekst: str
    kan_melde: bool
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Hjemmeside:
    """``eierorgan`` is empty when the municipality has not said which organ of its own acts as owner."""

    eierorgan: str
    rader: tuple[Hjemmerad, ...]

    @property
    def antall_mangler(self) -> int:
        return sum(rad.status is Meldestatus.MANGLER for rad in self.rader)


def hjemmeside(part: Part, innsyn: Innsyn, *, dato: date) -> Hjemmeside:
    """Every meeting held by ``dato`` in an organ where the municipality had a seat, newest first. Three queries."""
    moeter = list(_moeter(part, innsyn, dato))
    rader = Tilbakemelding.objects.filter(part=part, moete__in=[moete.pk for moete in moeter])
    meldt = {rad.moete_id: rad for rad in rader}
    return Hjemmeside(
        eierorgan=eierorgan(part.pk, dato),
        rader=tuple(_rad(moete, meldt.get(moete.pk), part, innsyn, dato) for moete in moeter),
    )


def _moeter(part: Part, innsyn: Innsyn, dato: date) -> QuerySet[Moete]:
    """With a seat the day of the meeting; where nobody has written down the seats, those it takes part in."""
    moetedag = OuterRef("dato")
    seter = Setetall.objects.filter(gyldig(moetedag), organ=OuterRef("organ"), medlemmer__gt=0)
    verv = Verv.objects.filter(gyldig(moetedag), organ=OuterRef("organ")).exclude(rolle__in=UTENFOR)
    med = Deltakelse.objects.filter(gyldig(moetedag), avtale=OuterRef("organ__avtale"), rolle__in=MED_SETE)
    i_regionen = Regionmedlemskap.objects.filter(gyldig(moetedag), region=OuterRef("organ__region"))
    sete = Exists(seter.filter(part=part)) | Exists(verv.filter(part=part))
    ukjent = ~Exists(seter) & ~Exists(verv)
    deltar = Exists(med.filter(part=part)) | Exists(i_regionen.filter(part=part))
    meldt = Exists(Tilbakemelding.objects.filter(moete=OuterRef("pk"), part=part))
    moeter = Moete.objects.for_user(innsyn).med_innsyn(innsyn).filter(status=Moetestatus.HOLDT, dato__lte=dato)
    return moeter.filter(Q(sete) | Q(ukjent & deltar) | Q(meldt)).select_related("organ__avtale", "organ__region")


def _rad(moete: Moete, meldt: Tilbakemelding | None, part: Part, innsyn: Innsyn, dato: date) -> Hjemmerad:
    status = meldestatus(moete.dato, meldt=meldt.dato if meldt else None, dato=dato)
    return Hjemmerad(
        moete_id=moete.pk, moete_navn=vist_tittel(moete, har_innsyn=moete.har_innsyn), eier_navn=eier_navn(moete.organ),
        moete_dato=moete.dato, frist=meldefrist(moete.dato), status=status, status_navn=meldestatusnavn(status),
        dato=meldt.dato if meldt else None, til_hvem=meldt.til_hvem if meldt else "",
        tekst=meldt.tekst if meldt else "", kan_melde=kan_melde(moete, part.pk, innsyn),
        er_eksempel=meldt.er_eksempel if meldt else False,
    )  # fmt: skip
