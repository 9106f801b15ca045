"""Taking in a list: stored as it came, read, answered for, and written to the register whole or not at all."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from avtaler.domene.innlesing.lagring import ark_til_json, oppsett_til_json
from avtaler.domene.innlesing.oppsett import Ark, Arkoppsett, Linje
from avtaler.models import Avtale, Innlesing, Innlesingsstatus
from avtaler.uttrekk.innlesing import innlest
from kommuner.domene.avvisning import Avvist
from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.grenser import FLESTE_RADER
from kommuner.filer.navn import trygt_navn
from kommuner.filer.tabell import Tabell, les_tabell
from kommuner.filer.vakt import sjekk_tabell
from kommuner.hvem import Hvem, med_hvem
from kommuner.models import Bruker, Region

from .innskriving import skriv_plan
from .laas import laast

Status = Innlesingsstatus
#: No list has more sheets of agreements; the others are not read.
FLESTE_ARK = 6
#: A reading that has not been heard of for so long was lost, and whoever asks next does it.
TAPT_ETTER = timedelta(seconds=20)
_LESES_TAPT = timedelta(seconds=90)
#: Where the reading is when the first sheet is in.
_LEST_HALVT = 80


class Utdatert(Exception):
    """What would be written is no longer what the person has seen."""


def motta_liste(*, region: Region, bruker: Bruker | None, filnavn: str, innhold: bytes) -> Innlesing:
    """Store an uploaded list to be read. Raises Avvist with a sentence when it cannot be a list at all."""
    navn = trygt_navn(filnavn)
    try:
        sjekk_tabell(innhold, navn)
    except Filavvist as feil:
        raise Avvist(feil.setning, felt="fil") from feil
    return Innlesing.objects.create(region=region, bruker=bruker, filnavn=navn, fil=innhold)


def les_liste(innlesing_id: object) -> None:
    """Read the file of one upload. Nothing happens when it is read already, or another is at it."""
    innlesing = _ta(innlesing_id)
    if innlesing is None:
        return
    try:
        arkene = _les_ark(innlesing)
    except Filavvist as feil:
        _avvis(innlesing, feil)
        return
    _oppdater(innlesing, status=Status.KLAR, fremdrift=100, tabell={"ark": ark_til_json(arkene)}, melding="")


def er_tapt(innlesing: Innlesing) -> bool:
    """Whether nobody seems to be reading it: the queue has lost it, or the worker is gone."""
    alder = timezone.now() - innlesing.endret
    frist = {Status.MOTTATT: TAPT_ETTER, Status.LESES: _LESES_TAPT}.get(Status(innlesing.status))
    return frist is not None and alder > frist


@transaction.atomic
def _ta(innlesing_id: object) -> Innlesing | None:
    """Mark the upload as being read, unless somebody is at it."""
    tapt = Q(status=Status.LESES, endret__lt=timezone.now() - _LESES_TAPT)
    ledige = Innlesing.objects.select_for_update(skip_locked=True, of=("self",)).filter(Q(status=Status.MOTTATT) | tapt)
    innlesing = ledige.filter(pk=innlesing_id).first()
    if innlesing is not None:
        innlesing.status, innlesing.fremdrift = Status.LESES, 5
        innlesing.save(update_fields=["status", "fremdrift", "endret"])
    return innlesing


def _les_ark(innlesing: Innlesing) -> list[Ark]:
    """The sheet that looks like a list first, then the other visible ones: our own file has two."""
    innhold = bytes(innlesing.fil)

    def framdrift(antall: int) -> None:
        _oppdater(innlesing, fremdrift=min(_LEST_HALVT, 5 + antall * _LEST_HALVT // FLESTE_RADER))

    foerste = les_tabell(innhold, innlesing.filnavn, framdrift=framdrift)
    andre = [ark.navn for ark in foerste.ark if not ark.skjult and ark.navn != foerste.valgt_ark][: FLESTE_ARK - 1]
    arkene = [_ark(foerste)]
    for navn in andre:
        try:
            arkene.append(_ark(les_tabell(innhold, innlesing.filnavn, ark=navn)))
        except Filavvist as feil:
            if feil.grunn is not Grunn.UTEN_INNHOLD:
                raise
    return arkene


def _ark(tabell: Tabell) -> Ark:
    rader = [(rad.nummer, rad.celler) for rad in (*tabell.over, *tabell.rader)]
    linjer = sorted([*rader, (tabell.overskriftsrad, tabell.overskrifter)])
    return Ark(tabell.valgt_ark, tuple(Linje(nummer, celler) for nummer, celler in linjer), tabell.overskriftsrad)


def _avvis(innlesing: Innlesing, feil: Filavvist) -> None:
    grunn = {"grunn": feil.grunn.value, "verdier": dict(feil.verdier)}
    _oppdater(innlesing, status=Status.AVVIST, melding=feil.setning, resultat=grunn, fil=b"")


def _oppdater(innlesing: Innlesing, **felt: object) -> None:
    Innlesing.objects.filter(pk=innlesing.pk).exclude(status=Status.FORKASTET).update(endret=timezone.now(), **felt)


@transaction.atomic
def svar_paa_innlesing(
    innlesing: Innlesing,
    *,
    svar: Mapping[str, str] | None = None,
    rettelser: Mapping[str, str] | None = None,
    avtaler: Mapping[str, Mapping[str, str]] | None = None,
) -> Innlesing:
    """Remember what a person has answered, corrected and chosen. An empty answer takes an earlier one back."""
    rad = _aapen(innlesing)
    valg = dict(rad.valg)
    valg["svar"] = _sammen(valg.get("svar", {}), svar or {})
    # A cell may be corrected to nothing; that is still a correction.
    valg["rettelser"] = valg.get("rettelser", {}) | dict(rettelser or {})
    valg["avtaler"] = _sammen(valg.get("avtaler", {}), {k: _sammen({}, v) for k, v in (avtaler or {}).items()})
    rad.valg = valg
    rad.save()
    return rad


@transaction.atomic
def velg_oppsett(innlesing: Innlesing, oppsett: Sequence[Arkoppsett]) -> Innlesing:
    """Remember which column is what. Corrections of cells stay; answers that no longer fit are simply not asked for."""
    rad = _aapen(innlesing)
    rad.valg = {**rad.valg, "oppsett": oppsett_til_json(oppsett)}
    rad.save()
    return rad


@transaction.atomic
def forkast_innlesing(innlesing: Innlesing) -> Innlesing:
    """Throw the upload away, file and all. What has been written to the register stays there."""
    rad = laast(Innlesing, innlesing.pk, None)
    if rad.status == Status.LAGRET:
        raise Avvist(_("Lista er allerede lest inn i registeret."))
    rad.status, rad.fil, rad.tabell, rad.valg = Status.FORKASTET, b"", {}, {}
    rad.save()
    return rad


def gjennomfoer_innlesing(innlesing: Innlesing, *, avtrykk: str, bruker: Bruker | None, dato: date) -> Innlesing:
    """Write the whole list to the register, or nothing. ``avtrykk`` is of the plan that the person has seen.

    Raises Utdatert when the register or the answers have changed since, and Avvist with the sentence of the first
    agreement that a service refuses.
    """
    begrunnelse = _("Innlest fra %(fil)s") % {"fil": innlesing.filnavn}
    hvem = Hvem.person(bruker, begrunnelse) if bruker else Hvem(navn="importer_avtaler", begrunnelse=begrunnelse)
    with med_hvem(hvem), transaction.atomic():
        rad = _aapen(innlesing)
        # Nobody changes an agreement of the region between the plan and the writing of it.
        list(Avtale.objects.select_for_update(of=("self",)).filter(region=rad.region_id).values_list("pk", flat=True))
        plan = innlest(rad, dato=dato).plan
        if plan.avtrykk != avtrykk:
            raise Utdatert
        if not plan.kan_lagres:
            raise Avvist(_("Noen spørsmål er ubesvart, eller noe må rettes, før lista kan leses inn."))
        rad.resultat = skriv_plan(plan, region=rad.region, dato=dato)
        rad.status, rad.fil, rad.tabell = Status.LAGRET, b"", {}
        rad.save()
    return rad


def _aapen(innlesing: Innlesing) -> Innlesing:
    """The upload, locked, while it is still on its way."""
    rad = laast(Innlesing, innlesing.pk, None)
    if rad.status != Status.KLAR:
        raise Avvist(_("Lista er allerede lest inn eller forkastet."))
    return rad


def _sammen(gamle: Mapping[str, object], nye: Mapping[str, object]) -> dict[str, object]:
    return {navn: verdi for navn, verdi in {**gamle, **nye}.items() if verdi}
