"""An adopted split: the page, and the same as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kostnad.uttrekk import fordelingsdata, frossen_tabell

from .oppslag import synlig_fordeling


@require_safe
def fordeling(request: HttpRequest, fordeling_id: int) -> HttpResponse:
    """What was adopted, by whom, of which figures; nothing is computed again."""
    funnet = synlig_fordeling(request, fordeling_id)
    tabell = frossen_tabell(funnet, maalform=request.LANGUAGE_CODE)
    kontekst = {
        "fordeling": funnet, "avtale": funnet.avtale, "tabell": tabell, "er_hel": tabell.sha256 == funnet.sha256,
        "erstattet_av": getattr(funnet, "erstattet_av", None), "her": _("Fordeling %(aar)s") % {"aar": funnet.aar},
    }  # fmt: skip
    return render(request, "kostnad/fordeling.html", kontekst)


@require_safe
def fordeling_data(request: HttpRequest, fordeling_id: int) -> HttpResponse:
    """The page as data."""
    funnet = synlig_fordeling(request, fordeling_id)
    data = fordelingsdata(funnet, maalform=request.LANGUAGE_CODE)
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
