"""What kind of cooperation an agreement is: the page, and its form."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.saertrekk.saertrekkskjema import Saertrekkskjema
from avtaler.models import Saertrekk
from avtaler.uttrekk.prosjektoekonomi.gevinster import gevinster_i_avtale
from avtaler.uttrekk.saertrekk.motiver import trekkene
from avtaler.uttrekk.saertrekk.saertrekkside import saertrekkside
from avtaler.views.oppslag import avtalekontekst, redigerbar_avtale, synlig_avtale
from avtaler.views.radside import Radside, endret, skriv_rad
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.innsending import en_gang


@login_not_required
@require_safe
def saertrekk(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Origin, motives, themes, who decides, the place on the scale; shared systems; gains."""
    funnet = synlig_avtale(request, avtale_id)
    dato = valgt_dato(request)
    kontekst = avtalekontekst(request, funnet, "avtaler:saertrekk") | {
        "side": saertrekkside(funnet, dato=dato),
        "gevinster": gevinster_i_avtale(funnet, innsyn(request), dato=dato),
        "region": funnet.region,
    }
    return render(request, "avtaler/saertrekk/saertrekk.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_saertrekk(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """State or correct the traits."""
    avtale = redigerbar_avtale(request, avtale_id)
    tilbake = reverse("avtaler:saertrekk", args=[avtale.pk])
    side = Radside(
        tittel=_("Særtrekk"), knapp=_("Lagre"), lagret=endret(), tilbake=tilbake, overlinje=avtale.navn,
        stier=[(reverse("avtaler:register"), _("Avtaler")), (tilbake, avtale.navn)],
    )  # fmt: skip
    return skriv_rad(request, Saertrekkskjema, trekkene(avtale) or Saertrekk(avtale=avtale), side)
