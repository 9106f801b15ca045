"""The draft case list of a conference: made with one click, then edited, ordered, and lines taken out and put in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.forms.vurdering.konferanse import Saksskjema
from avtaler.models import Konferanse, Saksforslag
from avtaler.tjenester import Avvist
from avtaler.tjenester.vurdering.saker import flytt_sak, legg_til_saker, ta_ut_sak
from avtaler.uttrekk.vurdering.konferanser import forslag_til_saker
from avtaler.views.radside import Radside, skriv_rad
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang

from .konferanser import redigerbar_konferanse, stier
from .lapperunder import SKRIVE

#: What a button of a line does.
GREP = {
    "opp": lambda sak: flytt_sak(sak_id=sak, opp=True),
    "ned": lambda sak: flytt_sak(sak_id=sak, opp=False),
    "ut": lambda sak: ta_ut_sak(sak_id=sak, ut=True),
    "inn": lambda sak: ta_ut_sak(sak_id=sak, ut=False),
}


@require_POST
@en_gang
def lag_saksliste(request: HttpRequest, konferanse_id: int) -> HttpResponse:
    """One click: the cases that the results give, those that are new."""
    konferanse = redigerbar_konferanse(request, konferanse_id)
    antall = legg_til_saker(konferanse, forslag_til_saker(konferanse, idag=idag()))
    if antall:
        tekst = ngettext("%(antall)d ny sak er lagt til.", "%(antall)d nye saker er lagt til.", antall)
        messages.success(request, tekst % {"antall": antall})
    else:
        messages.info(request, _("Resultatene gir ingen nye saker."))
    return redirect(_lista(konferanse))


@require_http_methods(SKRIVE)
@en_gang
def ny_sak(request: HttpRequest, konferanse_id: int) -> HttpResponse:
    """A case that the results did not give."""
    konferanse = redigerbar_konferanse(request, konferanse_id)
    sak = Saksforslag(konferanse=konferanse, rekkefoelge=konferanse.saksforslag.count() + 1)
    return _skriv(request, sak, _("Ny sak på lista"))


@require_http_methods(SKRIVE)
@en_gang
def endre_sak(request: HttpRequest, saksforslag_id: int) -> HttpResponse:
    """Edit a line."""
    return _skriv(request, _redigerbar_sak(request, saksforslag_id), _("Endre saken"))


@require_POST
@en_gang
def flytt(request: HttpRequest, saksforslag_id: int) -> HttpResponse:
    """Move a line up or down, take it out or put it in: the button says which."""
    sak = _redigerbar_sak(request, saksforslag_id)
    try:
        if grep := GREP.get(request.POST.get("grep", "")):
            grep(sak.pk)
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    return redirect(_lista(sak.konferanse))


def _skriv(request: HttpRequest, sak: Saksforslag, tittel: str) -> HttpResponse:
    konferanse = sak.konferanse
    side = Radside(
        tittel=tittel, knapp=_("Lagre saken"), tilbake=_lista(konferanse), lagret=_("Saken er lagret."),
        overlinje=konferanse.tittel, stier=stier(konferanse),
    )  # fmt: skip
    return skriv_rad(request, Saksskjema, sak, side, utvalg={"avtale": konferanse.region.avtaler.all()})


def _redigerbar_sak(request: HttpRequest, saksforslag_id: int) -> Saksforslag:
    sak = get_object_or_404(Saksforslag.objects.select_related("konferanse__region"), pk=saksforslag_id)
    redigerbar_konferanse(request, sak.konferanse_id)
    return sak


def _lista(konferanse: Konferanse) -> str:
    return f"{reverse('avtaler:konferanse', args=[konferanse.pk])}#saksliste"
