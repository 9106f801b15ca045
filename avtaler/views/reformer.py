"""Municipal reforms carried through agreements: what is left, the preview of one, and all that are chosen at once."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.domene.reform import Reform
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.reform import Gjennomfoering, gjennomfoer_reform
from avtaler.uttrekk.reformplan import Reformvalg
from avtaler.uttrekk.reformside import Reformhode, finn_reform, redigerbare, reformliste, reformside
from kommuner.foresporsel import innsyn
from kommuner.innsending import en_gang

MAL = "avtaler/reform.html"


@require_safe
def reformer(request: HttpRequest) -> HttpResponse:
    """Reforms with agreements still to be carried through. Only coordinators have any."""
    if not innsyn(request).er_koordinator:
        raise Http404
    return render(request, "avtaler/reformer.html", {"reformer": reformliste(innsyn(request))})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def reform(request: HttpRequest, reformdato: str, nummer: str) -> HttpResponse:
    """The preview of one reform, and carrying it through the agreements chosen: all of them, or none."""
    if not innsyn(request).er_koordinator or (funnet := _finn(reformdato, nummer)) is None:
        raise Http404
    reformen, hode = funnet
    if request.method != "POST" or "gjennomfoer" not in request.POST:
        return _vis(request, reformen, hode)
    valgte = _gjennomfoeringer(request, reformen)
    if not valgte:
        return _vis(request, reformen, hode, feil=_("Velg minst én avtale."))
    try:
        avtaler = gjennomfoer_reform(reformen, valgte)
    except Avvist as avvist:
        return _vis(request, reformen, hode, feil=avvist.setning)
    except Konflikt as konflikt:
        setning = _("Planen for «%(navn)s» er ikke lenger den du så på. Se over den på nytt. Ingenting er lagret.")
        return _vis(request, reformen, hode, feil=setning % {"navn": konflikt.lagret}, status=409)
    setning = ngettext("Reformen er ført gjennom %d avtale.", "Reformen er ført gjennom %d avtaler.", len(avtaler))
    messages.success(request, setning % len(avtaler))
    return redirect("avtaler:reformer")


def _finn(dato: str, nummer: str) -> tuple[Reform, Reformhode] | None:
    try:
        return finn_reform(date.fromisoformat(dato), nummer)
    except ValueError:
        return None


def _vis(
    request: HttpRequest, reformen: Reform, hode: Reformhode, *, feil: str = "", status: int = 422
) -> HttpResponse:
    valgte = None if request.method != "POST" else set(_tall(request.POST, "avtale"))
    side = reformside(reformen, hode, innsyn(request), _valgene(request, reformen), valgte)
    del_ = "#avtaler" if request.htmx and request.htmx.target == "avtaler" else ""
    kontekst = {"side": side, "feil": feil, "har_feil": bool(feil), "mot": request.path}
    # Choosing is no save: without one it is an answer like any other, but never one that changes anything.
    return render(request, MAL + del_, kontekst, status=status if feil or _tom(request) else 200)


def _tom(request: HttpRequest) -> bool:
    return request.method == "POST" and "oppdater" not in request.POST


def _gjennomfoeringer(request: HttpRequest, reformen: Reform) -> list[Gjennomfoering]:
    """The agreements ticked that the reader keeps, with the choices and the plan as it was shown."""
    egne = set(redigerbare(innsyn(request)).filter(pk__in=_tall(request.POST, "avtale")).values_list("pk", flat=True))
    valgene = _valgene(request, reformen)
    return [
        Gjennomfoering(avtale_id=pk, avtrykk=request.POST.get(f"avtrykk-{pk}", ""), valgt=valgene.get(pk, Reformvalg()))
        for pk in sorted(egne)
    ]


def _valgene(request: HttpRequest, reformen: Reform) -> dict[int, Reformvalg]:
    """The choices by agreement: «valg-<avtale>-<part>» holds those who carry on (0: nobody), «del-…» the area."""
    valg: dict[int, dict[int, tuple[int, ...]]] = {}
    omraader: dict[int, dict[int, str]] = {}
    for navn in request.POST:
        slag, _strek, resten = navn.partition("-")
        avtale, _strek, part = resten.partition("-")
        if not (avtale.isdecimal() and part.isdecimal()) or int(part) not in reformen.fra | reformen.til:
            continue
        if slag == "valg":
            etter = tuple(pk for pk in _tall(request.POST, navn) if pk in reformen.etterfoelgere(int(part)))
            valg.setdefault(int(avtale), {})[int(part)] = etter
        elif slag == "del":
            omraader.setdefault(int(avtale), {})[int(part)] = request.POST[navn].replace("\x00", "")[:80]
    return {pk: Reformvalg(valg=valg.get(pk, {}), del_av=omraader.get(pk, {})) for pk in {*valg, *omraader}}


def _tall(data: QueryDict, navn: str) -> list[int]:
    return [int(verdi) for verdi in data.getlist(navn) if verdi.isascii() and verdi.isdecimal() and len(verdi) < 10]
