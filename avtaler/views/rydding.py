"""The clean-up list: what is wrong or late in the regions a coordinator keeps, and what is done about it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.ryddeskjema import Fordelingsskjema, Kvitteringsskjema, Ryddefilterskjema
from avtaler.models import Avtale
from avtaler.regler.rydderegler import les_rydderegler
from avtaler.tjenester.avvisning import Avvist, Konflikt
from avtaler.tjenester.rydding import fordel_funn, gjenaapne_funn, kvitter_funn
from avtaler.uttrekk.ryddeliste import Ryddesak, koordinatorer_for, regionvalg, ryddesaker, ryddeside
from kommuner.foresporsel import idag, innsyn

from .oppslag import redigerbar_avtale, som_tall, vis_avvist

#: Where each finding is put right.
STEDER = {
    "skjema": "avtaler:endre", "deltakere": "avtaler:deltakere", "dokumenter": "avtaler:dokumenter",
    "kostnad": "kostnad:avtale", "lovkrav": "avtaler:lovkrav", "vedtak": "avtaler:vedtak", "om": "avtaler:avtale",
}  # fmt: skip


@require_safe
def rydding(request: HttpRequest) -> HttpResponse:
    """The list with its filters, the counts per kind, and how far each region is."""
    leser = innsyn(request)
    if not leser.er_koordinator:
        raise Http404
    skjema = Ryddefilterskjema(request.GET, regioner=regionvalg(leser))
    kode = request.GET.get("kode", "") if request.GET.get("kode", "") in les_rydderegler() else ""
    filter = skjema.filter(kode=kode, side=request.GET.get("side", "1"))
    side = ryddeside(leser, filter, bruker_id=request.user.pk, dato=idag(), maalform=request.LANGUAGE_CODE)
    return render(request, "avtaler/rydding.html", {"filter": skjema, "valgt": filter, "side": side})


@require_http_methods(["GET", "HEAD", "POST"])
def ryddefunn(request: HttpRequest, avtale_id: int, kode: str) -> HttpResponse:
    """One finding: what it is, where it is mended, who takes it, and the sign-off with its reason."""
    avtale = redigerbar_avtale(request, avtale_id)
    if kode not in les_rydderegler():
        raise Http404
    sak = _sak(request, avtale, kode)
    if sak is None:
        messages.success(request, _("Funnet er borte: det er rettet i registeret."))
        return redirect("avtaler:rydding")
    if request.method != "POST":
        return _vis(request, avtale, sak)
    return _handling(request, avtale, sak)


def _handling(request: HttpRequest, avtale: Avtale, sak: Ryddesak) -> HttpResponse:
    """Do what the button says. A conflict shows the finding as it is now, with what was typed still in the form."""
    fordel = _fordelingsskjema(avtale, sak, request.POST)
    kvitter = Kvitteringsskjema(request.POST)
    try:
        if "gjenaapne" in request.POST:
            gjenaapne_funn(avtale, sak.kode, versjon=som_tall(request.POST.get("versjon", "")))
        elif "kvitter" in request.POST:
            if not kvitter.is_valid():
                return _vis(request, avtale, sak, kvitter=kvitter, status=422)
            kvitter_funn(avtale, sak.kode, **kvitter.cleaned_data, av=request.user, dato=idag())
        else:
            if not fordel.is_valid():
                return _vis(request, avtale, sak, fordel=fordel, status=422)
            fordel_funn(avtale, sak.kode, **fordel.felt())
    except Avvist as avvist:
        vis_avvist(kvitter, avvist)
        return _vis(request, avtale, sak, kvitter=kvitter, status=422)
    except Konflikt:
        return _konflikt(request, avtale, sak)
    messages.success(request, _("Lagret."))
    return redirect("avtaler:ryddefunn", avtale.pk, sak.kode)


def _konflikt(request: HttpRequest, avtale: Avtale, sak: Ryddesak) -> HttpResponse:
    """Mine in the forms, theirs on the page above; sending once more is then a choice."""
    naa = _sak(request, avtale, sak.kode) or sak
    data = request.POST.copy()
    data["fordel-versjon"] = data["kvitter-versjon"] = str(naa.behandling.versjon)
    data["kvitter-avtrykk"] = naa.avtrykk
    valg: dict[str, Any] = {}
    if "kvitter" in data:
        valg["kvitter"] = Kvitteringsskjema(data)
    elif "gjenaapne" not in data:
        valg["fordel"] = _fordelingsskjema(avtale, naa, data)
    return _vis(request, avtale, naa, konflikt=True, status=409, **valg)


def _fordelingsskjema(avtale: Avtale, sak: Ryddesak, data: Any = None, **valg: Any) -> Fordelingsskjema:
    return Fordelingsskjema(
        data, koordinatorer=koordinatorer_for(avtale, dato=idag()), dato=idag(),
        lagret_frist=sak.behandling.frist, **valg,
    )  # fmt: skip


def _rettes(avtale: Avtale, sak: Ryddesak) -> str:
    """Where the finding is put right."""
    return reverse("avtaler:reformer") if sak.sted == "reform" else reverse(STEDER[sak.sted], args=[avtale.pk])


def _sak(request: HttpRequest, avtale: Avtale, kode: str) -> Ryddesak | None:
    """The finding as it is now. Its like-named neighbours count too, so the whole region is looked at."""
    like = Avtale.objects.filter(region=avtale.region_id, er_utkast=False) if kode == "mulig_dublett" else [avtale]
    saker = ryddesaker(list(like), dato=idag(), maalform=request.LANGUAGE_CODE)
    return next((sak for sak in saker if (sak.avtale_id, sak.kode) == (avtale.pk, kode)), None)


def _vis(
    request: HttpRequest,
    avtale: Avtale,
    sak: Ryddesak,
    *,
    fordel: Fordelingsskjema | None = None,
    kvitter: Kvitteringsskjema | None = None,
    konflikt: bool = False,
    status: int = 200,
) -> HttpResponse:
    naa = sak.behandling
    lagret = {"eier": sak.eier_id, "frist": naa.frist, "merknad": naa.merknad, "versjon": naa.versjon}
    kontekst = {
        "avtale": avtale, "sak": sak, "rettes": _rettes(avtale, sak), "konflikt": konflikt,
        "fordel": fordel or _fordelingsskjema(avtale, sak, initial=lagret),
        "kvitter": kvitter or Kvitteringsskjema(initial={"avtrykk": sak.avtrykk, "versjon": naa.versjon}),
    }  # fmt: skip
    return render(request, "avtaler/ryddefunn.html", kontekst, status=status)
