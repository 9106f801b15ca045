"""Step 6: the project is closed, and what it leads to is there without anybody typing it again (needs 2.18)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.gang import AVSLUTNING, er_foer_forrige, hinder_for_aa_avslutte
from avtaler.models import Avtale, Klasse, Prosjekt, Prosjektdeltakelse, Prosjektklasse, Prosjektstatus, Prosjektsteg
from avtaler.tjenester.avtale import registrer_avtale
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.deltakelse import meld_inn
from avtaler.tjenester.laas import laast
from avtaler.tjenester.ordningsform import krev_form, rolle_i
from avtaler.uttrekk.prosjekter.gang import MED_RAAD, gang_for
from kommuner.models import Part
from kommuner.querysets import gyldig

from .prosjekt import SETNINGER
from .steg import krev

#: What makes the successor, when there is to be one.
Etterfoelgeren = Callable[[Prosjekt], Avtale]
_KLASSE = {Prosjektklasse.AREAL_NAERING: Klasse.UTVIKLING, Prosjektklasse.DRIFT: Klasse.TJENESTEYTING}


def ny_ordning(*, navn: str, form: str, fra: date | None, dato: date, vert: Part | None = None) -> Etterfoelgeren:
    """A draft agreement with the project's participants, region and purpose; the law is asked on ``dato``.

    ``vert``: the host, or where the office is to be. Raises Avvist when the form does not fit those who take part.
    """
    return partial(_lag_ordning, navn=navn, form=form, fra=fra, dato=dato, vert=vert)


def finnes_fra_foer(avtale: Avtale) -> Etterfoelgeren:
    """An agreement that is there already."""
    return lambda _prosjekt: avtale


@transaction.atomic
def avslutt_prosjekt(
    prosjekt_id: int,
    *,
    dato: date,
    etterfoelger: Etterfoelgeren | None = None,
    viderefoert: str = "",
    grunn: str = "",
    versjon: int | None = None,
    idag: date | None = None,
    er_eksempel: bool = False,
) -> Prosjekt:
    """Close the project with ``dato`` as its last day. Raises Konflikt and Avvist.

    It leads to an arrangement, goes on in each organisation (``viderefoert`` says how), or to nothing for a reason.
    """
    with oversatt(SETNINGER):
        prosjekt = laast(Prosjekt, prosjekt_id, versjon)
        gang = gang_for(prosjekt, dato=dato)
        krev(hinder_for_aa_avslutte(
            gang, har_etterfoelger=etterfoelger is not None, viderefoert=viderefoert, grunn=grunn
        ))  # fmt: skip
        _krev_dag(dato, idag, for_tidlig=er_foer_forrige(gang, AVSLUTNING, dato))
        if etterfoelger is not None:
            prosjekt.etterfoelger = etterfoelger(prosjekt)
        prosjekt.status, prosjekt.til = Prosjektstatus.AVSLUTTET, dato + timedelta(days=1)
        prosjekt.viderefoert = viderefoert.strip()
        prosjekt.neste, prosjekt.neste_dato = "", None
        prosjekt.save()
        Prosjektsteg.objects.create(
            prosjekt=prosjekt, nummer=AVSLUTNING, status=Prosjektsteg.Status.FERDIG, begynt=dato, ferdig=dato,
            merknad=grunn.strip(), er_eksempel=er_eksempel,
        )  # fmt: skip
    return prosjekt


def ordningens_deltakere(prosjekt: Prosjekt, *, dato: date) -> list[Prosjektdeltakelse]:
    """Those the successor begins with: the participants on the last day. One query."""
    return list(prosjekt.deltakelser.filter(gyldig(dato), rolle__in=MED_RAAD).select_related("part"))


def _lag_ordning(
    prosjekt: Prosjekt, *, navn: str, form: str, fra: date | None, dato: date, vert: Part | None
) -> Avtale:
    deltakere = ordningens_deltakere(prosjekt, dato=dato)
    krev_form(form, [rad.part for rad in deltakere], dato)
    if vert is not None and vert not in [rad.part for rad in deltakere]:
        raise Avvist(_("Velg en av dem som er med i prosjektet på den siste dagen."), felt="vert")
    formaal = [prosjekt.beskrivelse.strip() or prosjekt.navn]
    avtale = registrer_avtale(
        felt={
            "navn": navn.strip(), "form": form, "klasse": _KLASSE[Prosjektklasse(prosjekt.klasse)], "fra": fra,
            "region": prosjekt.region, "er_utkast": True, "kilde": _("Prosjektet «%(navn)s»") % {"navn": prosjekt.navn},
            "maalform": prosjekt.avtale.maalform if prosjekt.avtale else "nb", "er_eksempel": prosjekt.er_eksempel,
        },
        formaal=formaal, oppgaver=(), bestemmelser={}, dato=dato,
    )  # fmt: skip
    for rad in deltakere:
        rolle = rolle_i(form, rad.part, vert)
        meld_inn(avtale, part=rad.part, rolle=rolle, fra=fra or dato, er_eksempel=rad.er_eksempel)
    return avtale


def _krev_dag(dato: date, idag: date | None, *, for_tidlig: bool) -> None:
    if idag is not None and dato > idag:
        raise Avvist(_("Datoen kan ikke være i framtida."), felt="dato")
    if for_tidlig:
        raise Avvist(_("Datoen er før noe som allerede har skjedd i prosjektet."), felt="dato")
