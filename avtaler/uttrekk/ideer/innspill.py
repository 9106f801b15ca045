"""What inhabitants have said: the read ones for everybody, the unread for those who keep the region."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from avtaler.models import Runde
from avtaler.models.idee import Innbyggerinnspill
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok


@dataclass(frozen=True, kw_only=True)
class Innspillsrad:
    """One input that is shown, with its answer."""

    id: int
    tekst: str
    dato: date
    bor_i: str
    svar: str
    svar_dato: date | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Koerad:
    """One input in the queue, and what it is about."""

    id: int
    tekst: str
    dato: date
    bor_i: str
    gjelder: str
    url: str
    region_navn: str
    status: str
    status_navn: str
    er_eksempel: bool


def innspillsrader(innspill: QuerySet[Innbyggerinnspill], *, dato: date) -> tuple[Innspillsrad, ...]:
    """Those that are shown, the newest first. Two queries."""
    vist = list(innspill.filter(status=Innbyggerinnspill.Status.VIST, dato__lte=dato).select_related("part"))
    navn = Navnebok([rad.part for rad in vist if rad.part], dato=dato)
    return tuple(
        Innspillsrad(
            id=rad.pk,
            tekst=rad.tekst,
            dato=rad.dato,
            bor_i=navn(rad.part).navn if rad.part else "",
            svar=rad.svar,
            svar_dato=rad.svar_dato,
            er_eksempel=rad.er_eksempel,
        )
        for rad in vist
    )


def innspill_for(innsyn: Innsyn) -> QuerySet[Innbyggerinnspill]:
    """The inputs the reader is to read: of the ideas and the rounds of the regions they keep."""
    alle = Innbyggerinnspill.objects.select_related("ide__region", "runde__avtale__region", "part")
    if innsyn.er_administrator:
        return alle
    return alle.filter(Q(ide__region__in=innsyn.regioner) | Q(runde__avtale__region__in=innsyn.regioner))


def antall_uleste(innsyn: Innsyn) -> int:
    """How many wait for the reader. One query."""
    return innspill_for(innsyn).filter(status=Innbyggerinnspill.Status.NYTT).count()


def koe(innsyn: Innsyn, *, dato: date, bare_uleste: bool = True) -> tuple[Koerad, ...]:
    """The queue, the oldest first: the unread, or with ``bare_uleste`` off also those that are done."""
    innspill = innspill_for(innsyn).order_by("dato", "pk")
    if bare_uleste:
        innspill = innspill.filter(status=Innbyggerinnspill.Status.NYTT)
    rader = list(innspill)
    navn = Navnebok([rad.part for rad in rader if rad.part], dato=dato)
    return tuple(_koerad(rad, navn) for rad in rader)


def _koerad(rad: Innbyggerinnspill, navn: Navnebok) -> Koerad:
    emne = rad.ide or rad.runde
    region = rad.ide.region if rad.ide else rad.runde.avtale.region
    return Koerad(
        id=rad.pk, tekst=rad.tekst, dato=rad.dato, bor_i=navn(rad.part).navn if rad.part else "", gjelder=str(emne),
        url=emne.get_absolute_url(), region_navn=region.navn, status=rad.status, status_navn=rad.get_status_display(),
        er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def tar_imot(runde: Runde) -> bool:
    """Whether inhabitants may have their say: the text is open, and anybody may read the proposal."""
    return runde.laast is None and not runde.avtale.er_utkast


def rundens_innspill(runde: Runde, *, dato: date) -> tuple[Innspillsrad, ...]:
    """What inhabitants have said to a proposal, as shown. Two queries."""
    return innspillsrader(Innbyggerinnspill.objects.filter(runde=runde), dato=dato)
