"""Discussion documents: concrete alternatives side by side, for a common discussion before anything is proposed."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.vurdering.diskusjon import Diskusjonsskjema
from avtaler.models import Avtale, Diskusjonsdokument, Dokument, Ide, Runde
from avtaler.uttrekk.vurdering.diskusjoner import diskusjoner as synlige_diskusjoner
from avtaler.uttrekk.vurdering.diskusjoner import diskusjonsside
from avtaler.views.oppslag import valgt_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .lapperunder import SKRIVE
from .regionvalg import egne_regioner, regionstart


@login_not_required
@require_safe
def diskusjoner(request: HttpRequest) -> HttpResponse:
    """All the documents the reader may see, or those of one region."""
    region = valgt_region(request)
    kontekst = {
        "dokumenter": synlige_diskusjoner(innsyn(request), region), "region": region,
        "kan_redigere": innsyn(request).kan_redigere(region.pk) if region else innsyn(request).er_koordinator,
    }  # fmt: skip
    return render(request, "avtaler/vurdering/diskusjoner.html", kontekst)


@login_not_required
@require_safe
def diskusjon(request: HttpRequest, diskusjon_id: int) -> HttpResponse:
    """The question, the alternatives and, for those whose money it is, what they cost."""
    dokument = synlig_diskusjon(request, diskusjon_id)
    kontekst = {
        "dokument": dokument, "side": diskusjonsside(dokument, innsyn(request)),
        "kan_redigere": innsyn(request).kan_redigere(dokument.region_id),
    }  # fmt: skip
    return render(request, "avtaler/vurdering/diskusjon.html", kontekst)


@require_http_methods(SKRIVE)
@en_gang
def ny_diskusjon(request: HttpRequest) -> HttpResponse:
    """Begin a document; it is a draft until it is published."""
    regioner = egne_regioner(request)
    side = Radside(
        tittel=_("Nytt diskusjonsdokument"), knapp=_("Lagre dokumentet"), tilbake=reverse("avtaler:diskusjoner"),
        lagret=_("Dokumentet er lagret. Åpne det og legg til alternativene."),
        stier=[(reverse("avtaler:diskusjoner"), _("Diskusjonsdokumenter"))],
    )  # fmt: skip
    start = regionstart(request, regioner) | {"dato": idag()}
    return skriv_rad(
        request, Diskusjonsskjema, Diskusjonsdokument(), side, utvalg={"region": regioner} | _utvalg(request, regioner),
        initial=start,
    )  # fmt: skip


@require_http_methods(SKRIVE)
@en_gang
def endre_diskusjon(request: HttpRequest, diskusjon_id: int) -> HttpResponse:
    """Change the text, publish it, or attach it to a case."""
    dokument = redigerbar_diskusjon(request, diskusjon_id)
    side = Radside(
        tittel=_("Endre dokumentet"), knapp=_("Lagre dokumentet"), tilbake=dokument.get_absolute_url(),
        lagret=endret(), overlinje=dokument.tittel, stier=stier(dokument),
        slettes=reverse("avtaler:slett_diskusjon", args=[dokument.pk]),
    )  # fmt: skip
    return skriv_rad(request, Diskusjonsskjema, dokument, side, utvalg=_utvalg(request, [dokument.region_id]))


@require_http_methods(SKRIVE)
@en_gang
def slett_diskusjon(request: HttpRequest, diskusjon_id: int) -> HttpResponse:
    """Delete a document with its alternatives."""
    dokument = redigerbar_diskusjon(request, diskusjon_id)
    side = Radside(
        tittel=_("Slett dokumentet"), knapp=_("Slett dokumentet"), lagret=_("Dokumentet er slettet."),
        tilbake=reverse("avtaler:diskusjoner") if request.method == "POST" else dokument.get_absolute_url(),
        overlinje=dokument.tittel, stier=stier(dokument), ingress=_("Alternativene og beløpene blir borte."),
    )  # fmt: skip
    return ta_bort_rad(request, dokument, side)


def synlig_diskusjon(request: HttpRequest, diskusjon_id: int) -> Diskusjonsdokument:
    """The document, if the reader may see it; otherwise 404."""
    med = synlige_diskusjoner(innsyn(request)).select_related("region", "ide", "avtale")
    return get_object_or_404(med, pk=diskusjon_id)


def redigerbar_diskusjon(request: HttpRequest, diskusjon_id: int) -> Diskusjonsdokument:
    """The document, if the reader coordinates its region; otherwise 404."""
    dokument = synlig_diskusjon(request, diskusjon_id)
    if not innsyn(request).kan_redigere(dokument.region_id):
        raise Http404
    return dokument


def stier(dokument: Diskusjonsdokument) -> list[tuple[str, str]]:
    """The way to a document."""
    return [
        (reverse("avtaler:diskusjoner"), _("Diskusjonsdokumenter")), (dokument.get_absolute_url(), dokument.tittel)
    ]  # fmt: skip


def _utvalg(request: HttpRequest, regioner: Any) -> dict[str, Any]:
    """What a document may be about, and what may lie behind it."""
    avtaler = Avtale.objects.for_user(innsyn(request)).filter(region__in=regioner)
    analyser = Dokument.objects.for_user(innsyn(request)).filter(avtale__region__in=regioner, type="analyse")
    return {
        "avtale": avtaler, "ide": Ide.objects.filter(region__in=regioner), "analyse": analyser,
        "runde": Runde.objects.filter(avtale__region__in=regioner),
    }  # fmt: skip
