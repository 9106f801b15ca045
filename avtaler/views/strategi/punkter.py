"""The points of a strategy: added, changed, moved, deleted. Moving works by a button, without JavaScript."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.domene.strategi.tre import TOPP, Retning, alt_under, kan_staa_under
from avtaler.forms.strategi import Punktskjema
from avtaler.models import Strategi, Strategipunkt
from avtaler.tjenester import Avvist
from avtaler.tjenester.strategi import endre_punkt as lagre_punkt
from avtaler.tjenester.strategi import flytt_punkt as flytt
from avtaler.tjenester.strategi import registrer_punkt  # fmt: skip
from avtaler.tjenester.strategi import slett_punkt as slett
from avtaler.uttrekk.strategi.tre import plasser
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.innsending import en_gang

from .oppslag import punkter_i_rekkefoelge, redigerbar_strategi, regionens_avtaler, regionens_prosjekter, stier

Slag = Strategipunkt.Slag


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_punkt(request: HttpRequest, strategi_id: int) -> HttpResponse:
    """A new point of the kind ``?slag=``, last under the point ``?over=`` (or at the top)."""
    strategi = redigerbar_strategi(request, strategi_id)
    punkt = Strategipunkt(strategi=strategi, over=_over(request, strategi), slag=_slag(request))
    if not kan_staa_under(punkt.slag, punkt.over.slag if punkt.over else TOPP):
        raise Http404
    side = _side(
        strategi, punkt, _("Nytt punkt: %(slag)s") % {"slag": punkt.get_slag_display()}, _("Punktet er lagt til.")
    )
    valg = _valg(request, strategi, punkt) | {"kan_flyttes": False}
    return skriv_rad(
        request, Punktskjema, punkt, side, lagre=lambda skjema: registrer_punkt(skjema.instance, skjema.felt()), **valg
    )


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_punkt(request: HttpRequest, strategi_id: int, punkt_id: int) -> HttpResponse:
    """Change the words, carry it under another point, and say which cooperation and projects serve it."""
    strategi = redigerbar_strategi(request, strategi_id)
    punkt = _punkt(strategi, punkt_id)
    slettes = reverse("avtaler:slett_punkt", args=[strategi.pk, punkt.pk])
    side = _side(strategi, punkt, capfirst(punkt.get_slag_display()), endret(), slettes)
    return skriv_rad(
        request, Punktskjema, punkt, side,
        lagre=lambda skjema: lagre_punkt(punkt_id, skjema.cleaned_data["versjon"], skjema.felt()),
        **_valg(request, strategi, punkt),
    )  # fmt: skip


@require_POST
def flytt_punkt(request: HttpRequest, strategi_id: int, punkt_id: int) -> HttpResponse:
    """One place up or down (``retning``) among those of its kind, and back to where it stands."""
    strategi = redigerbar_strategi(request, strategi_id)
    punkt = _punkt(strategi, punkt_id)
    if (retning := request.POST.get("retning")) in set(Retning):
        try:
            flytt(punkt.pk, Retning(retning))
        except Avvist as avvist:
            messages.warning(request, avvist.setning)
    return redirect(f"{strategi.get_absolute_url()}#punkt-{punkt.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_punkt(request: HttpRequest, strategi_id: int, punkt_id: int) -> HttpResponse:
    """Ask, and delete the point with all that is under it."""
    strategi = redigerbar_strategi(request, strategi_id)
    punkt = _punkt(strategi, punkt_id)
    under = len(alt_under(plasser(strategi.punkter.all()), punkt.pk)) - 1
    ingress = _("«%(tekst)s» blir slettet.") % {"tekst": punkt.tekst}
    if under:
        ingress += " " + _("Det samme blir de %(antall)d punktene under.") % {"antall": under}
    ingress += " " + _("Samarbeid, prosjekter og tiltak som hang på punktet, blir stående.")
    side = Radside(
        tittel=_("Slett punktet"), knapp=_("Slett punktet"), lagret=_("Punktet er slettet."), overlinje=strategi.tittel,
        tilbake=strategi.get_absolute_url(), ingress=ingress, stier=stier(strategi),
    )  # fmt: skip
    return ta_bort_rad(request, punkt, side, slett=lambda versjon: slett(punkt.pk, versjon))


def _punkt(strategi: Strategi, punkt_id: int) -> Strategipunkt:
    return get_object_or_404(strategi.punkter.select_related("over"), pk=punkt_id)


def _over(request: HttpRequest, strategi: Strategi) -> Strategipunkt | None:
    valgt = request.GET.get("over", "")
    return get_object_or_404(strategi.punkter, pk=som_tall(valgt)) if valgt else None


def _slag(request: HttpRequest) -> str:
    slag = request.GET.get("slag", Slag.MAAL)
    if slag not in Slag.values:
        raise Http404
    return slag


def _side(strategi: Strategi, punkt: Strategipunkt, tittel: str, lagret: str, slettes: str = "") -> Radside:
    tilbake = strategi.get_absolute_url() + (f"#punkt-{punkt.pk or punkt.over_id}" if punkt.pk or punkt.over_id else "")
    return Radside(
        tittel=tittel, knapp=_("Lagre punktet"), lagret=lagret, tilbake=tilbake, slettes=slettes,
        overlinje=punkt.over.tekst if punkt.over else strategi.tittel, stier=stier(strategi),
    )  # fmt: skip


def _valg(request: HttpRequest, strategi: Strategi, punkt: Strategipunkt) -> dict[str, Any]:
    """Where the point may stand, and what may hang on it."""
    egne = alt_under(plasser(strategi.punkter.all()), punkt.pk) if punkt.pk else frozenset()
    slag = [ett for ett in Slag.values if kan_staa_under(punkt.slag, ett)]
    over = punkter_i_rekkefoelge(strategi, slag__in=slag).exclude(pk__in=egne)
    utvalg = {
        "over": over, "avtaler": regionens_avtaler(request, strategi.region_id),
        "prosjekter": regionens_prosjekter(request, strategi.region_id),
    }  # fmt: skip
    return {
        "utvalg": utvalg, "kan_flyttes": bool(slag), "kan_staa_oeverst": kan_staa_under(punkt.slag, TOPP)
    }  # fmt: skip
