"""The measures of a strategy: by year, and one at a time."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.strategi import Tiltaksskjema
from avtaler.models import Strategi, Tiltak
from avtaler.uttrekk.strategi.tiltak import tiltaksside
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.uttrekk import medlemmer

from .oppslag import (
    driverne,
    punkter_i_rekkefoelge,
    redigerbar_strategi,
    regionens_avtaler,
    regionens_prosjekter,
    stier,
    strategien,
)


@login_not_required
@require_safe
def tiltak(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """All measures, or those of ``?aar=``; those without a next date or somebody to drive them are flagged."""
    strategi = strategien(strategi_id)
    aar = som_tall(request.GET.get("aar", "")) or None
    side = tiltaksside(strategi, innsyn(request), aar=aar, dato=valgt_dato(request))
    kontekst = {"side": side, "strategi": strategi, "kan_redigere": innsyn(request).kan_redigere(strategi.region_id)}
    return render(request, "avtaler/strategi/tiltak.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_tiltak(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """A new measure; ``?punkt=`` is the point it is to hang on."""
    strategi = redigerbar_strategi(request, strategi_id)
    punkt = strategi.punkter.filter(pk=som_tall(request.GET.get("punkt", ""))).first()
    forslag = {"fra_aar": idag().year, "til_aar": idag().year, "punkt": punkt, "ansvarlig": request.user.pk}
    side = _side(strategi, _("Nytt tiltak"), _("Tiltaket er lagt til."))
    return skriv_rad(
        request, Tiltaksskjema, Tiltak(strategi=strategi), side, initial=forslag, utvalg=_utvalg(request, strategi)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_tiltak(request: HttpRequest, strategi_id: int, tiltak_id: int) -> HttpResponse:
    """Change a measure; somebody else's change in between gives 409 with both versions."""
    strategi = redigerbar_strategi(request, strategi_id)
    rad = get_object_or_404(strategi.tiltak, pk=tiltak_id)
    slettes = reverse("avtaler:slett_tiltak", args=[strategi.pk, rad.pk])
    side = _side(strategi, _("Endre tiltaket"), endret(), slettes)
    return skriv_rad(request, Tiltaksskjema, rad, side, utvalg=_utvalg(request, strategi))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_tiltak(request: HttpRequest, strategi_id: int, tiltak_id: int) -> HttpResponse:
    strategi = redigerbar_strategi(request, strategi_id)
    rad = get_object_or_404(strategi.tiltak, pk=tiltak_id)
    setning = _(
        "«%(navn)s» blir borte. Er det ferdig eller avgjort, endrer du heller statusen, så historien blir stående."
    )
    side = _side(
        strategi, _("Slett tiltaket"), _("Tiltaket er slettet."), knapp=_("Slett tiltaket"),
        ingress=setning % {"navn": rad.tittel},
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


def _side(
    strategi: Strategi, tittel: str, lagret: str, slettes: str = "", *, knapp: str = "", ingress: str = ""
) -> Radside:
    return Radside(
        tittel=tittel, knapp=knapp or _("Lagre tiltaket"), lagret=lagret, slettes=slettes, ingress=ingress,
        tilbake=reverse("avtaler:tiltak", args=[strategi.pk]), overlinje=strategi.tittel,
        stier=[*stier(strategi), (reverse("avtaler:tiltak", args=[strategi.pk]), _("Tiltak"))],
    )  # fmt: skip


def _utvalg(request: HttpRequest, strategi: Strategi) -> dict[str, QuerySet]:
    return {
        "punkt": punkter_i_rekkefoelge(strategi), "part": medlemmer(strategi.region_id, dato=idag()),
        "ansvarlig": driverne(strategi.region_id), "avtale": regionens_avtaler(request, strategi.region_id),
        "prosjekt": regionens_prosjekter(request, strategi.region_id),
    }  # fmt: skip
