"""What a coordinator does with a step: begins, finishes, declines or takes it back, and writes councils' answers."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.domene.prosjekter.gang import AVSLUTNING, FOERSTE_BEHANDLING, STEGENE
from avtaler.forms.prosjekter.steg import (
    Angreskjema,
    Begynnskjema,
    Frafallskjema,
    Fullfoerskjema,
    Stegskjema,
    Stegvedtakskjema,
)
from avtaler.models import Prosjekt, Prosjektsteg, Stegvedtak
from avtaler.tjenester.prosjekter.raadsvar import registrer_stegvedtak
from avtaler.tjenester.prosjekter.steg import angre_steg, begynn_steg, frafall_steg, fullfoer_steg
from avtaler.uttrekk.prosjekter.ord import stegforklaring, stegnavn
from avtaler.views.radside import Radside, skriv_rad
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kommuner.uttrekk import navn_paa

from .oppslag import redigerbart_prosjekt, stier

SKJEMAER: dict[str, type[Stegskjema]] = {
    "begynn": Begynnskjema, "fullfoer": Fullfoerskjema, "frafall": Frafallskjema, "angre": Angreskjema,
}  # fmt: skip
_GJOER: dict[str, Callable[..., Any]] = {
    "begynn": begynn_steg, "fullfoer": fullfoer_steg, "frafall": frafall_steg, "angre": angre_steg,
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def prosjektsteg(request: HttpRequest, prosjekt_id: int, stegnummer: int, handling: str) -> HttpResponse:
    """One act on one step; what cannot be done says why, and nothing typed is lost."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    if stegnummer not in STEGENE or (stegnummer == AVSLUTNING and handling != "angre") or handling not in SKJEMAER:
        raise Http404
    rad = prosjekt.steg.filter(nummer=stegnummer).first() or Prosjektsteg(
        prosjekt=prosjekt, nummer=stegnummer, versjon=0
    )
    valg: dict[str, Any] = {"initial": {"begynt" if handling == "begynn" else "ferdig": idag()}}
    if handling == "begynn" and stegnummer == FOERSTE_BEHANDLING:
        valg["nei"] = prosjekt.modenhet.filter(svar="nei").count()
    return skriv_rad(
        request, SKJEMAER[handling], rad, _side(prosjekt, stegnummer, handling, nei=valg.get("nei", 0)),
        lagre=lambda skjema: _gjoer(prosjekt, stegnummer, handling, skjema), **valg,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def stegvedtak(request: HttpRequest, prosjekt_id: int, stegvedtak_id: int) -> HttpResponse:
    """What one council said; somebody else's answer in between gives 409 and keeps what was typed."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    alle = Stegvedtak.objects.filter(steg__prosjekt=prosjekt).select_related("part", "steg")
    vedtak = get_object_or_404(alle.prefetch_related("part__identiteter"), pk=stegvedtak_id)
    navn = navn_paa(vedtak.part, vedtak.dato or idag())
    side = Radside(
        tittel=_("Svaret fra %(navn)s") % {"navn": navn}, overlinje=f"{prosjekt.navn} · {stegnavn(vedtak.steg.nummer)}",
        knapp=_("Lagre svaret"), stier=stier(prosjekt), tilbake=prosjekt.get_absolute_url(),
        lagret=_("Svaret fra %(navn)s er registrert.") % {"navn": navn},
        ingress=_("Sier kommunestyret nei, går kommunen ut av prosjektet på møtedagen. De andre fortsetter."),
    )  # fmt: skip
    return skriv_rad(request, Stegvedtakskjema, vedtak, side, lagre=lambda skjema: _lagre_svar(vedtak.pk, skjema))


def _gjoer(prosjekt: Prosjekt, nummer: int, handling: str, skjema: Stegskjema) -> models.Model | None:
    ren = dict(skjema.cleaned_data)
    if handling != "angre":
        ren["idag"] = idag()
    return _GJOER[handling](prosjekt.pk, nummer, **ren)


def _lagre_svar(vedtak_id: int, skjema: Stegvedtakskjema) -> Stegvedtak:
    return registrer_stegvedtak(vedtak_id, versjon=skjema.cleaned_data["versjon"], idag=idag(), **skjema.felt())


def _side(prosjekt: Prosjekt, nummer: int, handling: str, *, nei: int) -> Radside:
    navn = {"nummer": nummer, "navn": stegnavn(nummer).lower()}
    tittel, knapp, lagret = {
        "begynn": (_("Begynn steg %(nummer)s: %(navn)s"), _("Begynn steget"), _("Steget er begynt.")),
        "fullfoer": (_("Fullfør steg %(nummer)s: %(navn)s"), _("Fullfør steget"), _("Steget er ferdig.")),
        "frafall": (_("La steg %(nummer)s frafalle: %(navn)s"), _("La steget frafalle"), _("Steget er frafalt.")),
        "angre": (
            _("Angre i steg %(nummer)s: %(navn)s"),
            _("Angre"),
            _("Det siste som ble gjort med steget, er angret."),
        ),
    }[handling]
    ingress = {
        "begynn": stegforklaring(nummer),
        "angre": _("Det siste som ble gjort med steget, tas tilbake. Det står igjen i historikken."),
    }.get(handling, "")
    if nei:
        ingress += " " + _("Modenhetsprøven har svar som er «nei». Det advarer, men det stanser ikke saken.")
    return Radside(
        tittel=tittel % navn, knapp=knapp, lagret=lagret, overlinje=prosjekt.navn, ingress=ingress,
        stier=stier(prosjekt), tilbake=prosjekt.get_absolute_url(),
    )  # fmt: skip
