"""Who takes part in a project: joining, changing, leaving."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.prosjekter.deltaker import NyeProsjektdeltakere, Prosjektdeltakerskjema
from avtaler.models import Prosjekt, Prosjektdeltakelse
from avtaler.tjenester.prosjekter.deltakelse import (
    bli_med,
    endre_prosjektdeltakelse,
    fjern_prosjektdeltakelse,
    medlemmer,
)
from avtaler.uttrekk.parter import partvalg
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kommuner.models import Part
from kommuner.querysets import loepende_eller_kommende
from kommuner.uttrekk import navn_paa

from .oppslag import redigerbart_prosjekt, stier


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_prosjektdeltaker(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Many at once, chosen among those of the cooperation, and one from outside it."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    side = Radside(
        tittel=_("Legg til deltakere"), overlinje=prosjekt.navn, knapp=_("Legg til"), stier=stier(prosjekt),
        tilbake=prosjekt.get_absolute_url(), lagret=_("Deltakerne er lagt til."),
        ingress=_("Hver kommune velger fritt. Det endrer ikke hva den betaler til fellesskapet."),
        mal="avtaler/prosjekter/deltaker.html",
    )  # fmt: skip
    rad = Prosjektdeltakelse(prosjekt=prosjekt)
    return skriv_rad(
        request, _med_valg(partvalg(prosjekt.region_id, dato=idag())), rad, side, parter=_ikke_med(prosjekt),
        dato=_dag(prosjekt), initial={"fra": _dag(prosjekt)}, lagre=lambda skjema: _lagre(prosjekt, skjema),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_prosjektdeltaker(request: HttpRequest, prosjekt_id: int, prosjektdeltakelse_id: int) -> HttpResponse:
    """Its role, its period and what it puts in; a last day lets it out."""
    prosjekt, rad = _rad(request, prosjekt_id, prosjektdeltakelse_id)
    side = Radside(
        tittel=navn_paa(rad.part, rad.fra), overlinje=prosjekt.navn, knapp=_("Lagre endringene"), stier=stier(prosjekt),
        tilbake=prosjekt.get_absolute_url(), lagret=endret(),
        ingress=_("Skriv en siste dag når deltakeren går ut."),
        slettes=reverse("avtaler:slett_prosjektdeltaker", args=[prosjekt.pk, rad.pk]),
    )  # fmt: skip
    return skriv_rad(
        request, Prosjektdeltakerskjema, rad, side,
        lagre=lambda skjema: endre_prosjektdeltakelse(
            rad.pk, skjema.cleaned_data["versjon"], skjema.felt(), dato=idag()
        ),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def slett_prosjektdeltaker(request: HttpRequest, prosjekt_id: int, prosjektdeltakelse_id: int) -> HttpResponse:
    """Ask before a participation that was entered by mistake is deleted."""
    prosjekt, rad = _rad(request, prosjekt_id, prosjektdeltakelse_id)
    navn = navn_paa(rad.part, rad.fra)
    side = Radside(
        tittel=_("Slett deltakelsen til %(navn)s") % {"navn": navn}, overlinje=prosjekt.navn, knapp=_("Slett"),
        stier=stier(prosjekt), tilbake=prosjekt.get_absolute_url(), lagret=_("Deltakelsen er slettet."),
        ingress=_("Bare det som er ført inn ved en feil, skal slettes. Går noen ut, skriv heller en siste dag."),
    )  # fmt: skip
    return ta_bort_rad(request, rad, side, slett=lambda versjon: fjern_prosjektdeltakelse(rad.pk, versjon))


def _med_valg(valgliste: list[str]) -> type[NyeProsjektdeltakere]:
    """The form with the list a browser suggests from."""
    return type("NyeProsjektdeltakere", (NyeProsjektdeltakere,), {"partvalg": valgliste})


def _rad(request: HttpRequest, prosjekt_id: int, deltakelse_id: int) -> tuple[Prosjekt, Prosjektdeltakelse]:
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    rader = prosjekt.deltakelser.select_related("part").prefetch_related("part__identiteter")
    return prosjekt, get_object_or_404(rader, pk=deltakelse_id)


def _dag(prosjekt: Prosjekt) -> date:
    """Today; of a cooperation that has ended, the day the project began, or else the cooperation's last."""
    avtale = prosjekt.avtale
    if avtale is not None and avtale.til is not None and avtale.til <= idag():
        return prosjekt.fra or avtale.til - timedelta(days=1)
    return idag()


def _ikke_med(prosjekt: Prosjekt) -> list[Part]:
    """Those of the cooperation who are not in the project now or later."""
    dag = _dag(prosjekt)
    inne = prosjekt.deltakelser.filter(loepende_eller_kommende(dag)).values("part")
    valg = Part.objects.filter(pk__in=medlemmer(prosjekt, dato=dag)).exclude(pk__in=inne)
    return list(valg.prefetch_related("identiteter"))


def _lagre(prosjekt: Prosjekt, skjema: Any) -> Prosjektdeltakelse:
    return bli_med(prosjekt.pk, parter=skjema.valgte, **skjema.felt(), dato=idag())[0]
