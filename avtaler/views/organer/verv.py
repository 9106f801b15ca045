"""A municipality's people: posts and burden, how it is governed, and who holds office in it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.organer.kommuneskjema import Folkevalgtskjema, Styringsskjema
from avtaler.uttrekk.organer.personer import vervside
from avtaler.views.radside import Radside, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Folkevalgt, Kommunestyring, Part
from kommuner.uttrekk import navn_paa

from .kommune import kommune_eller_404, skrivbar_kommune

METODER = ["GET", "HEAD", "POST"]


@require_safe
def verv(request: HttpRequest, nummer: str) -> HttpResponse:
    """Who sits where for the municipality. For those who are logged in: it names people."""
    part = kommune_eller_404(nummer)
    leser = innsyn(request)
    kontekst = {
        "part": part, "navn": navn_paa(part, valgt_dato(request)), "nummer": nummer,
        "side": vervside(part, leser, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE),
        "kan_skrive": leser.foerer_for(part.pk), "ser_seter": leser.ser_part(part.pk),
    }  # fmt: skip
    return render(request, "avtaler/organer/verv.html", kontekst)


@require_http_methods(METODER)
@en_gang
def ny_styring(request: HttpRequest, nummer: str) -> HttpResponse:
    """How the municipality is governed from a day."""
    part = skrivbar_kommune(request, nummer)
    return _styring(request, nummer, Kommunestyring(part=part), initial={"fra": idag()})


@require_http_methods(METODER)
@en_gang
def endre_styring(request: HttpRequest, nummer: str, styring_id: int) -> HttpResponse:
    """Correct or end it."""
    rad = _rad(request, nummer, Kommunestyring, styring_id)
    return _styring(request, nummer, rad, slettes=reverse("avtaler:slett_styring", args=[nummer, rad.pk]))


@require_http_methods(METODER)
@en_gang
def slett_styring(request: HttpRequest, nummer: str, styring_id: int) -> HttpResponse:
    """Delete what should not have been entered."""
    rad = _rad(request, nummer, Kommunestyring, styring_id)
    side = _side(nummer, rad.part, _("Slette styringen?"), _("Slett"), _("Styringen er slettet."))
    return ta_bort_rad(request, rad, side)


@require_http_methods(METODER)
@en_gang
def ny_folkevalgt(request: HttpRequest, nummer: str) -> HttpResponse:
    """One more who holds office."""
    part = skrivbar_kommune(request, nummer)
    return _folkevalgt(request, nummer, Folkevalgt(part=part), _("Legg til folkevalgt"), initial={"fra": idag()})


@require_http_methods(METODER)
@en_gang
def endre_folkevalgt(request: HttpRequest, nummer: str, folkevalgt_id: int) -> HttpResponse:
    """Correct or end an office."""
    rad = _rad(request, nummer, Folkevalgt, folkevalgt_id)
    slettes = reverse("avtaler:slett_folkevalgt", args=[nummer, rad.pk])
    return _folkevalgt(request, nummer, rad, _("Endre folkevalgt"), slettes=slettes)


@require_http_methods(METODER)
@en_gang
def slett_folkevalgt(request: HttpRequest, nummer: str, folkevalgt_id: int) -> HttpResponse:
    """Delete what should not have been entered."""
    rad = _rad(request, nummer, Folkevalgt, folkevalgt_id)
    tittel = _("Slette %(navn)s?") % {"navn": rad.navn}
    side = _side(nummer, rad.part, tittel, _("Slett"), _("Den folkevalgte er slettet."))
    return ta_bort_rad(request, rad, side)


def _rad(request: HttpRequest, nummer: str, modell: type, pk: int) -> Any:
    return get_object_or_404(modell.objects.select_related("part"), part=skrivbar_kommune(request, nummer), pk=pk)


def _styring(
    request: HttpRequest, nummer: str, rad: Kommunestyring, *, slettes: str = "", **valg: object
) -> HttpResponse:
    tittel = _("Slik styres kommunen")
    side = _side(nummer, rad.part, tittel, _("Lagre"), _("Styringen er lagret."), slettes=slettes)
    return skriv_rad(request, Styringsskjema, rad, side, **valg)


def _folkevalgt(
    request: HttpRequest, nummer: str, rad: Folkevalgt, tittel: str, *, slettes: str = "", **valg: object
) -> HttpResponse:
    side = _side(nummer, rad.part, tittel, _("Lagre"), _("Den folkevalgte er lagret."), slettes=slettes)
    return skriv_rad(request, Folkevalgtskjema, rad, side, **valg)


def _side(nummer: str, part: Part, tittel: str, knapp: str, lagret: str, slettes: str = "") -> Radside:
    adresse = reverse("avtaler:verv", args=[nummer])
    return Radside(
        tittel=tittel, knapp=knapp, tilbake=adresse, lagret=lagret, overlinje=str(part), slettes=slettes,
        stier=[(adresse, _("Verv i %(kommune)s") % {"kommune": part})],
    )  # fmt: skip
