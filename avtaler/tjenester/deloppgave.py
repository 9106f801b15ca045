"""Sub-tasks (à la carte): which of the participants solve which part of an agreement together, and when."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.deltid import er_dekket, foerste_dekkede
from avtaler.models import Avtale, Deloppgave, Deloppgavedeltakelse, Deltakelse, Oppgave
from kommuner.domene.periode import Periode
from kommuner.domene.skriving import vis_kort_dato
from kommuner.models import Part

from .avvisning import Avvist, oversatt
from .laas import laast

SETNINGER = {
    "deloppgave_til_etter_fra": ("til", lambda: _("Deloppgaven må ta slutt etter at den begynner.")),
    "deloppgavedeltakelse_til_etter_fra": ("til", lambda: _("Deltakelsen må ta slutt etter at den begynner.")),
    "deloppgavedeltakelse_en_gang_om_gangen": (
        "part",
        lambda: _("Deltakeren er allerede med i deloppgaven i hele eller deler av denne perioden."),
    ),
}


def opprett_deloppgave(
    avtale: Avtale,
    *,
    navn: str,
    fra: date,
    til: date | None = None,
    oppgave: Oppgave | None = None,
    merknad: str = "",
    parter: Iterable[Part] = (),
    er_eksempel: bool = False,
) -> Deloppgave:
    """Enter a sub-task with those who are in it from its first day. Raises Avvist when one is not in the agreement."""
    with oversatt(SETNINGER):
        deloppgave = Deloppgave.objects.create(
            avtale=avtale, navn=navn, oppgave=oppgave, fra=fra, til=til, merknad=merknad, er_eksempel=er_eksempel
        )
        for part in parter:
            la_delta(deloppgave, part=part, fra=fra, til=til)
    return deloppgave


def endre_deloppgave(
    *, deloppgave_id: int, versjon: int, navn: str, fra: date, til: date | None, oppgave: Oppgave | None, merknad: str
) -> Deloppgave:
    """Change a sub-task read as ``versjon``; when it ends sooner, so do those in it. Raises Konflikt and Avvist."""
    with oversatt(SETNINGER):
        deloppgave = laast(Deloppgave, deloppgave_id, versjon)
        if deloppgave.deltakelser.filter(fra__lt=fra).exists():
            raise Avvist(_("En deltaker er med i deloppgaven fra en tidligere dato. Endre den først."), felt="fra")
        deloppgave.navn, deloppgave.oppgave, deloppgave.merknad = navn, oppgave, merknad
        deloppgave.fra, deloppgave.til = fra, til
        deloppgave.save()
        if til is not None:
            _klipp(deloppgave.deltakelser.all(), til)
    return deloppgave


def la_delta(deloppgave: Deloppgave, *, part: Part, fra: date, til: date | None = None) -> Deloppgavedeltakelse:
    """Let a participant of the agreement into the sub-task. Raises Avvist outside its time in the agreement."""
    with oversatt(SETNINGER):
        deltakelse = Deloppgavedeltakelse(deloppgave=deloppgave, part=part, fra=fra, til=til)
        _krev_innenfor(deltakelse)
        deltakelse.save()
    return deltakelse


def endre_deloppgavedeltakelse(*, deltakelse_id: int, lest: tuple, fra: date, til: date | None) -> Deloppgavedeltakelse:
    """Change the period of one who is in, read as ``lest`` (from, to). Raises Konflikt and Avvist."""
    with oversatt(SETNINGER):
        deltakelse = _laast_deltakelse(deltakelse_id)
        if (deltakelse.fra, deltakelse.til) != lest:
            raise Avvist(_("Noen andre har endret perioden mens du skrev. Kontroller den, og lagre på nytt."))
        deltakelse.fra, deltakelse.til = fra, til
        _krev_innenfor(deltakelse)
        deltakelse.save()
    return deltakelse


@transaction.atomic
def fjern_deloppgavedeltakelse(deltakelse_id: int) -> None:
    """Take back one that was let in by mistake; who has been in and left is ended by its last day instead."""
    Deloppgavedeltakelse.objects.filter(pk=deltakelse_id).delete()


def krev_deloppgaver_innenfor(avtale_id: int, part_id: int) -> None:
    """Raise Avvist when the party would be in a sub-task while outside the agreement."""
    perioder = _perioder(avtale_id, part_id)
    rader = Deloppgavedeltakelse.objects.filter(deloppgave__avtale=avtale_id, part=part_id)
    for rad in rader.select_related("deloppgave", "part"):
        if not er_dekket(Periode(rad.fra, rad.til), perioder):
            setning = _("%(navn)s er med i deloppgaven «%(oppgave)s» i en periode utenfor. Endre den først.")
            raise Avvist(setning % {"navn": rad.part, "oppgave": rad.deloppgave.navn}, felt="fra")


def klipp_deloppgaver(avtale_id: int, part_id: int | None = None) -> None:
    """Let nobody be in a sub-task while outside the agreement: who comes back later, is let in again by a person."""
    rader = Deloppgavedeltakelse.objects.filter(deloppgave__avtale=avtale_id)
    if part_id is not None:
        rader = rader.filter(part=part_id)
    for rad in rader:
        perioder = _perioder(avtale_id, rad.part_id)
        if not er_dekket(Periode(rad.fra, rad.til), perioder):
            _avgrens(rad, foerste_dekkede(Periode(rad.fra, rad.til), perioder))


def flytt_deloppgaver(avtale_id: int, *, fra: date) -> None:
    """Let no sub-task begin before its agreement does, on ``fra``; one that was over by then has nobody in it."""
    rader = Deloppgave.objects.filter(Q(til__isnull=True) | Q(til__gt=fra), avtale=avtale_id, fra__lt=fra)
    rader.update(fra=fra, versjon=F("versjon") + 1)
    klipp_deloppgaver(avtale_id)


def _avgrens(rad: Deloppgavedeltakelse, periode: Periode | None) -> None:
    if periode is None:
        rad.delete()
    else:
        rad.fra, rad.til = periode.fra, periode.til
        rad.save()


def _klipp(rader, til: date) -> None:
    """End what runs past ``til``; what would have begun after is taken away."""
    rader.filter(fra__gte=til).delete()
    rader.filter(Q(til__isnull=True) | Q(til__gt=til), fra__lt=til).update(til=til)


def _laast_deltakelse(deltakelse_id: int) -> Deloppgavedeltakelse:
    rader = Deloppgavedeltakelse.objects.select_for_update(of=("self",)).select_related("deloppgave", "part")
    rad = rader.filter(pk=deltakelse_id).first()
    if rad is None:
        raise Avvist(_("Noen andre har slettet dette mens du arbeidet med det."))
    return rad


def _krev_innenfor(rad: Deloppgavedeltakelse) -> None:
    if rad.til is not None and rad.til <= rad.fra:
        raise Avvist(SETNINGER["deloppgavedeltakelse_til_etter_fra"][1](), felt="til")
    if not er_dekket(Periode(rad.fra, rad.til), [_deloppgavens(rad.deloppgave)]):
        dato = vis_kort_dato(rad.deloppgave.fra)
        if rad.fra < rad.deloppgave.fra:
            raise Avvist(_("Deloppgaven begynner %(dato)s. Ingen kan være med før det.") % {"dato": dato}, felt="fra")
        slutt = vis_kort_dato(rad.deloppgave.til - timedelta(days=1))
        setning = _("Deloppgaven varer til %(dato)s. Skriv en siste dag som ikke er senere.")
        raise Avvist(setning % {"dato": slutt}, felt="til")
    if not er_dekket(Periode(rad.fra, rad.til), _perioder(rad.deloppgave.avtale_id, rad.part_id)):
        setning = _("%(navn)s er ikke deltaker i avtalen i hele denne perioden.")
        raise Avvist(setning % {"navn": rad.part}, felt="part")


def _deloppgavens(deloppgave: Deloppgave) -> Periode:
    return Periode(deloppgave.fra, deloppgave.til)


def _perioder(avtale_id: int, part_id: int) -> list[Periode]:
    """When the party is a participant in the sense of the law; partners without obligations solve no tasks."""
    rader = Deltakelse.objects.filter(avtale=avtale_id, part=part_id).exclude(rolle__in=UTENFOR)
    rader = rader.exclude(til__lte=F("fra"))
    return [Periode(fra, til) for fra, til in rader.values_list("fra", "til")]
