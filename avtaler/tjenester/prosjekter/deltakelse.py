"""Who takes part in a project: joining, changing, leaving. The common cost is never touched (needs 2.8, 2.9)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.prosjekter.gang import RAADSSTEG
from avtaler.models import (
    Deltakelse,
    Deltakerrolle,
    Prosjekt,
    Prosjektdeltakelse,
    Prosjektstatus,
    Prosjektsteg,
    Stegvedtak,
)
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.laas import laast
from avtaler.uttrekk.prosjekter.gang import MED_RAAD
from kommuner.models import Part, Parttype, Regionmedlemskap
from kommuner.querysets import gyldig, loepende_eller_kommende

from .steg import laas_prosjekt

SETNINGER = {
    "prosjektdeltakelse_en_gang_om_gangen": (
        "part", lambda: _("Deltakeren er allerede med i prosjektet i hele eller deler av denne perioden."),
    ),
    "prosjektdeltakelse_til_etter_fra": ("til", lambda: _("Deltakelsen må ta slutt etter at den begynner.")),
    "prosjektdeltakelse_timer_ikke_negative": ("egeninnsats_timer", lambda: _("Skriv null timer eller mer.")),
}  # fmt: skip


def bli_med(
    prosjekt_id: int,
    *,
    parter: Iterable[Part],
    fra: date,
    til: date | None = None,
    rolle: str = Prosjektdeltakelse.Rolle.DELTAKER,
    egeninnsats: str = "",
    egeninnsats_timer: Decimal | None = None,
    er_eksempel: bool = False,
    dato: date | None = None,
) -> list[Prosjektdeltakelse]:
    """Let the parties in: all of them or none. While the councils treat the project, theirs are asked too.

    ``dato`` is the day it is entered: one that is out by then is not asked. None for history.
    Raises Avvist on overlap, a bad period, and when one who is to be a participant is not in the cooperation.
    """
    felt = {
        "rolle": rolle, "fra": fra, "til": til, "egeninnsats": egeninnsats, "egeninnsats_timer": egeninnsats_timer,
        "er_eksempel": er_eksempel,
    }  # fmt: skip
    with oversatt(SETNINGER):
        prosjekt = laas_prosjekt(prosjekt_id)
        krev_aapent(prosjekt)
        rader = [Prosjektdeltakelse(prosjekt=prosjekt, part=part, **felt) for part in parter]
        krev_medlemmer(prosjekt, [rad.part for rad in rader], rolle=rolle, fra=fra)
        for rad in rader:
            rad.save()
            _spoer(rad, dato)
    return rader


def endre_prosjektdeltakelse(
    deltakelse_id: int, versjon: int | None, felt: Mapping[str, Any], *, dato: date | None = None
) -> Prosjektdeltakelse:
    """Change what a party is in the project, for how long, and what it puts in. Raises Konflikt and Avvist.

    One that has left on ``dato`` while its council is still asked is asked no more; a last day to come takes nobody
    out of the treatment. None for history.
    """
    with oversatt(SETNINGER):
        krev_aapent(laas_prosjekt(_prosjektet(deltakelse_id)))
        rad = laast(Prosjektdeltakelse, deltakelse_id, versjon)
        for navn, verdi in felt.items():
            setattr(rad, navn, verdi)
        krev_medlemmer(rad.prosjekt, [rad.part], rolle=rad.rolle, fra=rad.fra)
        rad.save()
        _spoer(rad, dato)
        _spoer_ikke_den_som_er_ute(rad, dato)
    return rad


def fjern_prosjektdeltakelse(deltakelse_id: int, versjon: int | None = None) -> None:
    """Delete a participation that was entered by mistake. Refused when its council has answered in the project."""
    with transaction.atomic():
        rad = laast(Prosjektdeltakelse, deltakelse_id, versjon)
        krev_aapent(rad.prosjekt)
        svar = Stegvedtak.objects.filter(steg__prosjekt=rad.prosjekt_id, part=rad.part_id)
        if svar.exclude(svar=Stegvedtak.Svar.IKKE_BEHANDLET).exists():
            raise Avvist(_("Kommunestyret har svart i prosjektet. Skriv heller en siste dag for deltakelsen."))
        svar.delete()
        rad.delete()


def gaa_ut(prosjekt: Prosjekt, part_id: int, *, dato: date) -> None:
    """The council said no on ``dato``: from that day the municipality takes no part, nor is it asked. Others go on."""
    for rad in prosjekt.deltakelser.select_for_update().filter(loepende_eller_kommende(dato), part=part_id):
        rad.til_foer_nei, rad.til = rad.til, _ute(rad, dato)
        _lagre_endret(rad)
        _spoer_ikke_den_som_er_ute(rad, rad.til)


def komme_inn_igjen(prosjekt: Prosjekt, part_id: int, *, dato: date) -> None:
    """The no of ``dato`` was put right: the municipality takes part as long as before, and is asked with the others."""
    for rad in prosjekt.deltakelser.select_for_update().filter(part=part_id, til__isnull=False):
        if rad.til == _ute(rad, dato):
            rad.til, rad.til_foer_nei = rad.til_foer_nei, None
            with oversatt(SETNINGER):
                _lagre_endret(rad)
            _spoer(rad, dato)


def krev_aapent(prosjekt: Prosjekt) -> None:
    """Raise Avvist when the project is closed."""
    if prosjekt.status == Prosjektstatus.AVSLUTTET:
        raise Avvist(_("Prosjektet er avsluttet."))


def krev_medlemmer(prosjekt: Prosjekt, parter: Iterable[Part], *, rolle: str, fra: date) -> None:
    """Participants are among those of the cooperation on the first day; partners and others may be anyone."""
    if rolle not in MED_RAAD:
        return
    inne = medlemmer(prosjekt, dato=fra)
    utenfor = [str(part) for part in parter if part.pk not in inne]
    if utenfor:
        setning = _("%(navn)s er ikke med i samarbeidet den første dagen. Velg en annen rolle, som samarbeidspartner.")
        raise Avvist(setning % {"navn": ", ".join(utenfor)}, felt="rolle")


def medlemmer(prosjekt: Prosjekt, *, dato: date) -> frozenset[int]:
    """Whom the participants are chosen among: those in the agreement, or the region when there is no agreement."""
    if prosjekt.avtale_id is None:
        med = Regionmedlemskap.objects.filter(gyldig(dato), region=prosjekt.region_id)
    else:
        utenfor = UTENFOR - {Deltakerrolle.PROSJEKTDELTAKER.value}
        med = Deltakelse.objects.filter(gyldig(dato), avtale=prosjekt.avtale_id).exclude(rolle__in=utenfor)
    return frozenset(med.values_list("part_id", flat=True))


def _ute(rad: Prosjektdeltakelse, dato: date) -> date:
    """The first day outside for one whose council said no; a period is never shorter than a day."""
    return max(dato, rad.fra + timedelta(days=1))


def _er_ute(rad: Prosjektdeltakelse, steg: Prosjektsteg, dato: date | None) -> bool:
    """Whether it has left by ``dato``, or had before the treatment began."""
    dager = [dag for dag in (dato, steg.begynt) if dag is not None]
    return rad.til is not None and bool(dager) and rad.til <= max(dager)


def _prosjektet(deltakelse_id: int) -> int:
    return Prosjekt.objects.filter(deltakelser=deltakelse_id).values_list("pk", flat=True).first() or 0


def _lagre_endret(rad: Prosjektdeltakelse) -> None:
    rad.versjon += 1
    rad.save()


def _steg_som_spoer(rad: Prosjektdeltakelse) -> Prosjektsteg | None:
    steg = Prosjektsteg.objects.filter(prosjekt=rad.prosjekt_id, nummer__in=RAADSSTEG)
    return steg.filter(status=Prosjektsteg.Status.PAAGAAR).first()


def _spoer(rad: Prosjektdeltakelse, dato: date | None) -> None:
    steg = _steg_som_spoer(rad)
    if steg and not _er_ute(rad, steg, dato) and rad.rolle in MED_RAAD and rad.part.type == Parttype.KOMMUNE:
        Stegvedtak.objects.get_or_create(steg=steg, part=rad.part)


def _spoer_ikke_den_som_er_ute(rad: Prosjektdeltakelse, dato: date | None) -> None:
    steg = _steg_som_spoer(rad)
    if steg and (_er_ute(rad, steg, dato) or rad.rolle not in MED_RAAD):
        steg.vedtak.filter(part=rad.part_id, svar=Stegvedtak.Svar.IKKE_BEHANDLET).delete()
