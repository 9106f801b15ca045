"""Documents: the tab of an agreement, one document and its file, and the library across municipalities."""

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from avtaler import arkiv
from avtaler.forms.dokumentfilter import Dokumentfilterskjema
from avtaler.models import Dokument
from avtaler.uttrekk import dokumenter as uttrekk
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import innsyn

from .oppslag import avtalekontekst, synlig_avtale

FANE = "avtaler:dokumenter"
#: A document is never shown in place, and if it were, it could neither run nor fetch.
VERN = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}


@login_not_required
@require_safe
def dokumenter(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The documents of one agreement."""
    avtale = synlig_avtale(request, avtale_id)
    rader = uttrekk.avtaledokumenter(avtale, innsyn(request))
    return render(request, "avtaler/dokumenter.html", avtalekontekst(request, avtale, FANE) | {"rader": rader})


@login_not_required
@require_safe
def bibliotek(request: HttpRequest) -> HttpResponse:
    """The library: the whole page, or only the hits for htmx."""
    skjema = Dokumentfilterskjema(request.GET)
    side = uttrekk.bibliotek(innsyn(request), skjema.filter(request.GET.get("side", "1")))
    bare_treff = request.htmx and not request.htmx.history_restore_request
    mal = "avtaler/bibliotek.html" + ("#treff" if bare_treff else "")
    svar = render(request, mal, {"filter": skjema, "side": side})
    patch_vary_headers(svar, ["HX-Request"])
    return svar


@login_not_required
@require_safe
def dokument(request: HttpRequest, dokument_id: int) -> HttpResponse:
    """What is said of one document, with its control sum."""
    funnet = synlig_dokument(request, dokument_id)
    tilgang = innsyn(request)
    kontekst = {
        "rad": uttrekk.dokumentrad(funnet, tilgang), "avtale": funnet.avtale,
        "kan_redigere": tilgang.kan_redigere(funnet.avtale.region_id),
        "fil_finnes": arkiv.finnes(funnet.sha256, funnet.endelse),
    }  # fmt: skip
    return render(request, "avtaler/dokument.html", kontekst)


@login_not_required
@require_safe
def dokumentfil(request: HttpRequest, dokument_id: int) -> FileResponse:
    """The file, to be saved under the name it was given."""
    funnet = synlig_dokument(request, dokument_id)
    try:
        innhold = arkiv.sti(funnet.sha256, funnet.endelse).open("rb")
    except FileNotFoundError as feil:
        raise Http404 from feil
    svar = FileResponse(innhold, content_type=funnet.mimetype, headers=VERN)
    svar["Content-Disposition"] = innholdsdisposisjon(funnet.filnavn)
    return svar


def synlig_dokument(request: HttpRequest, dokument_id: int) -> Dokument:
    """The document, if the reader may see it; otherwise 404."""
    return get_object_or_404(uttrekk.synlige_dokumenter(innsyn(request)), pk=dokument_id)
