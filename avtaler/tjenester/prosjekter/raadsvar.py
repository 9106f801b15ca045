"""Recording what one council said in step 2 or 4. One that says no leaves the project that day."""

from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.gang import BEHANDLET
from avtaler.models import Prosjektstatus, Prosjektsteg, Stegvedtak
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.laas import laast

from .deltakelse import gaa_ut, komme_inn_igjen
from .steg import laas_prosjekt

SETNINGER = {
    "stegvedtak_behandlet_har_dato": (
        "dato", lambda: _("Skriv møtedatoen når kommunestyret har behandlet saken."),
    ),
}  # fmt: skip


def registrer_stegvedtak(
    vedtak_id: int,
    *,
    versjon: int | None,
    svar: str,
    dato: date | None = None,
    saksnummer: str = "",
    merknad: str = "",
    idag: date | None = None,
) -> Stegvedtak:
    """Record where one council is. Raises Konflikt and Avvist.

    While the step goes on an answer can be changed at will; when it is finished, an answer stays an answer.
    ``idag`` is the last day a meeting can have been held; None for history.
    """
    with oversatt(SETNINGER):
        prosjekt = laas_prosjekt(_prosjektet(vedtak_id))
        vedtak = laast(Stegvedtak, vedtak_id, versjon)
        foer, da = vedtak.svar, vedtak.dato
        vedtak.svar, vedtak.dato = svar, dato
        vedtak.saksnummer, vedtak.merknad = saksnummer.strip(), merknad.strip()
        if prosjekt.status == Prosjektstatus.AVSLUTTET:
            raise Avvist(_("Prosjektet er avsluttet."))
        _krev_gyldig(vedtak, idag=idag)
        vedtak.save()
        if foer == Stegvedtak.Svar.IKKE_MED and da is not None:
            komme_inn_igjen(prosjekt, vedtak.part_id, dato=da)
        if svar == Stegvedtak.Svar.IKKE_MED and dato is not None:
            gaa_ut(prosjekt, vedtak.part_id, dato=dato)
    return vedtak


def _prosjektet(vedtak_id: int) -> int:
    return Prosjektsteg.objects.filter(vedtak=vedtak_id).values_list("prosjekt_id", flat=True).first() or 0


def _krev_gyldig(vedtak: Stegvedtak, *, idag: date | None) -> None:
    steg = vedtak.steg
    if steg.status != Prosjektsteg.Status.PAAGAAR and vedtak.svar not in BEHANDLET:
        raise Avvist(_("Behandlingen er ferdig. Svaret kan rettes, men ikke tas bort."), felt="svar")
    if vedtak.svar in BEHANDLET and vedtak.dato is None:
        raise Avvist(_("Skriv møtedatoen når kommunestyret har behandlet saken."), felt="dato")
    if vedtak.dato is not None:
        _krev_dag(vedtak.dato, steg, idag)
    if vedtak.svar == Stegvedtak.Svar.MED_MERKNAD and not vedtak.merknad:
        raise Avvist(_("Skriv merknaden kommunestyret hadde."), felt="merknad")


def _krev_dag(dato: date, steg: Prosjektsteg, idag: date | None) -> None:
    if idag is not None and dato > idag:
        raise Avvist(_("Møtedatoen kan ikke være i framtida."), felt="dato")
    if steg.begynt is not None and dato < steg.begynt:
        raise Avvist(_("Møtet kan ikke ha vært før behandlingen begynte."), felt="dato")
    if steg.status != Prosjektsteg.Status.PAAGAAR and steg.ferdig is not None and dato > steg.ferdig:
        raise Avvist(_("Møtet kan ikke ha vært etter at behandlingen var ferdig."), felt="dato")
