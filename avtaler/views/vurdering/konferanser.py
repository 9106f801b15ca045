"""Joint conferences: programme, what was said there, and what is put to the councils."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.vurdering.konferanse import Konferanseskjema
from avtaler.models import Konferanse
from avtaler.uttrekk.vurdering.konferanser import konferanser as alle_konferanser
from avtaler.uttrekk.vurdering.konferanser import konferanseside
from avtaler.views.oppslag import valgt_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .lapperunder import SKRIVE
from .regionvalg import egne_regioner, regionstart


@login_not_required
@require_safe
def konferanser(request: HttpRequest) -> HttpResponse:
    """All the conferences, or those of one region."""
    region = valgt_region(request)
    kontekst = {
        "konferanser": alle_konferanser(region), "region": region,
        "kan_redigere": innsyn(request).kan_redigere(region.pk) if region else innsyn(request).er_koordinator,
    }  # fmt: skip
    return render(request, "avtaler/vurdering/konferanser.html", kontekst)


@login_not_required
@require_safe
def konferanse(request: HttpRequest, konferanse_id: int) -> HttpResponse:
    """One conference with its rounds of notes, verdicts, ideas, summary and case list."""
    funnet = synlig_konferanse(konferanse_id)
    kontekst = {
        "konferanse": funnet, "side": konferanseside(funnet, innsyn(request), idag=idag()),
        "kan_redigere": innsyn(request).kan_redigere(funnet.region_id),
    }  # fmt: skip
    return render(request, "avtaler/vurdering/konferanse.html", kontekst)


@require_http_methods(SKRIVE)
@en_gang
def ny_konferanse(request: HttpRequest) -> HttpResponse:
    """Plan a conference."""
    regioner = egne_regioner(request)
    side = Radside(
        tittel=_("Ny konferanse"), knapp=_("Lagre konferansen"), tilbake=reverse("avtaler:konferanser"),
        lagret=_("Konferansen er lagret."), stier=[(reverse("avtaler:konferanser"), _("Konferanser"))],
    )  # fmt: skip
    start = regionstart(request, regioner)
    return skriv_rad(request, Konferanseskjema, Konferanse(), side, utvalg={"region": regioner}, initial=start)


@require_http_methods(SKRIVE)
@en_gang
def endre_konferanse(request: HttpRequest, konferanse_id: int) -> HttpResponse:
    """Change the programme, or write the summary."""
    funnet = redigerbar_konferanse(request, konferanse_id)
    side = Radside(
        tittel=_("Endre konferansen"), knapp=_("Lagre konferansen"), tilbake=funnet.get_absolute_url(), lagret=endret(),
        overlinje=funnet.tittel, slettes=reverse("avtaler:slett_konferanse", args=[funnet.pk]), stier=stier(funnet),
    )  # fmt: skip
    return skriv_rad(request, Konferanseskjema, funnet, side)


@require_http_methods(SKRIVE)
@en_gang
def slett_konferanse(request: HttpRequest, konferanse_id: int) -> HttpResponse:
    """Delete a conference with its case list; notes and verdicts stay where they are."""
    funnet = redigerbar_konferanse(request, konferanse_id)
    side = Radside(
        tittel=_("Slett konferansen"), knapp=_("Slett konferansen"), lagret=_("Konferansen er slettet."),
        tilbake=reverse("avtaler:konferanser") if request.method == "POST" else funnet.get_absolute_url(),
        overlinje=funnet.tittel, stier=stier(funnet),
        ingress=_("Programmet, oppsummeringen og sakslista blir borte. Gule lapper og vurderinger blir stående."),
    )  # fmt: skip
    return ta_bort_rad(request, funnet, side)


def synlig_konferanse(konferanse_id: int) -> Konferanse:
    """The conference; anybody may see it."""
    return get_object_or_404(Konferanse.objects.select_related("region"), pk=konferanse_id)


def redigerbar_konferanse(request: HttpRequest, konferanse_id: int) -> Konferanse:
    """The conference, if the reader coordinates its region; otherwise 404."""
    funnet = synlig_konferanse(konferanse_id)
    if not innsyn(request).kan_redigere(funnet.region_id):
        raise Http404
    return funnet


def stier(konferanse: Konferanse) -> list[tuple[str, str]]:
    """The way to a conference."""
    return [
        (reverse("avtaler:konferanser"), _("Konferanser")), (konferanse.get_absolute_url(), konferanse.tittel)
    ]  # fmt: skip
