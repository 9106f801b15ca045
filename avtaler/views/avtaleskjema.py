"""Entering and changing an agreement: one form that follows the legal form, with the checklist beside it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.domene.virketid import Avtalestatus, avtalestatus
from avtaler.forms import Avtaleskjema, Sluttskjema
from avtaler.forms.avtaleverdier import med_flyttet_formaal, skrevet, startverdier
from avtaler.forms.forskjell import paa_nytt
from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt, avslutt_avtale, endre_avtale, registrer_avtale
from avtaler.uttrekk.lovkravside import sjekkliste
from avtaler.uttrekk.register import statusnavn
from kommuner.enhetsregister import kan_slaa_opp
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .enhetsoppslag import AVTALEFELT, KNAPP, med_enhet
from .feltvarsel import varsler_om_vedtak
from .oppslag import redigerbar_avtale, sendt, vis_avvist

MAL = "avtaler/skjema.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny(request: HttpRequest) -> HttpResponse:
    """A new agreement. Only coordinators have anywhere to put one."""
    if not innsyn(request).er_koordinator:
        raise Http404
    if request.method != "POST":
        return _vis(request, _skjema(request, kode=request.GET.get("form", "")))
    if (foreloepig := _foreloepig(request)) is not None:
        return foreloepig
    skjema = _skjema(request, request.POST, kode=request.POST.get("form", ""))
    return _lagret(request, skjema) or _vis(request, skjema, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Change an agreement; somebody else's change in between gives 409 with both versions."""
    avtale = redigerbar_avtale(request, avtale_id)
    if request.method != "POST":
        startverdi = startverdier(avtale, dato=idag())
        return _vis(request, _skjema(request, kode=avtale.form, avtale=avtale, initial=startverdi))
    if (foreloepig := _foreloepig(request, avtale)) is not None:
        return foreloepig
    skjema = _skjema(request, request.POST, kode=request.POST.get("form", ""), avtale=avtale)
    return _lagret(request, skjema) or _vis(request, skjema, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def avslutt(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """End an agreement and everybody's part in it."""
    avtale = redigerbar_avtale(request, avtale_id)
    skjema = Sluttskjema(sendt(request), initial={"versjon": avtale.versjon})
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            avslutt_avtale(avtale, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt = True
            skjema = Sluttskjema(paa_nytt(request.POST, versjon=feil.lagret.versjon))
        else:
            messages.success(request, _("Avtalen er avsluttet. Historikken er tatt vare på."))
            return redirect(avtale)
    kontekst = {
        "form": skjema, "avtale": avtale, "tittel": _("Avslutt avtalen"), "knapp": _("Avslutt avtalen"),
        "forklaring": _("Deltakelsene som varer, tar slutt samme dag. Ingenting blir slettet."),
        "tilbake": avtale.get_absolute_url(), "forskjeller": () if konflikt else None,
    }  # fmt: skip
    status = 409 if konflikt else 422 if skjema.errors else 200
    return render(request, "avtaler/avslutt.html", kontekst, status=status)


def _foreloepig(request: HttpRequest, avtale: Avtale | None = None) -> HttpResponse | None:
    """Answers to what is not yet a save: the checklist as it is typed, and the form after a change of form."""
    kode = request.POST.get("form", "")
    if request.htmx and request.htmx.target == "sjekkliste":
        skjema = _skjema(request, request.POST, kode=kode, avtale=avtale)
        return render(request, f"{MAL}#sjekkliste", _sjekkliste(request, skjema))
    if "formaal_handling" in request.POST:
        return _med_flyttet_formaal(request, avtale)
    if KNAPP in request.POST:
        data, panel = med_enhet(request, AVTALEFELT, avtale_id=avtale.pk if avtale else None)
        skjema = _skjema(request, kode=data.get("form", ""), avtale=avtale, initial=skrevet(data))
        lest = _skjema(request, data, kode=data.get("form", ""), avtale=avtale)
        return _vis(request, skjema, lest=lest, enhetspanel=panel)
    if "oppdater" in request.POST:
        skjema = _skjema(request, kode=kode, avtale=avtale, initial=skrevet(request.POST))
        return _vis(request, skjema, lest=_skjema(request, request.POST, kode=kode, avtale=avtale))
    return None


def _med_flyttet_formaal(request: HttpRequest, avtale: Avtale | None) -> HttpResponse:
    """The form with a purpose moved, added or removed, and the reader at it; nothing is saved or judged."""
    data, plass = med_flyttet_formaal(request.POST)
    kode = data.get("form", "")
    skjema = _skjema(request, kode=kode, avtale=avtale, initial=skrevet(data))
    skjema.fields["formaal"].widget.fokus = plass
    return _vis(request, skjema, lest=_skjema(request, data, kode=kode, avtale=avtale))


def _lagret(request: HttpRequest, skjema: Avtaleskjema) -> HttpResponse | None:
    """The way on after saving, the two versions after a conflict, or None when the form has errors."""
    if not skjema.is_valid():
        return None
    avtale = skjema.avtale
    try:
        if avtale is None:
            lagret = registrer_avtale(dato=skjema.dato, **skjema.innhold())
        else:
            versjon = skjema.cleaned_data["versjon"]
            with varsler_om_vedtak(request, avtale):
                lagret = endre_avtale(avtale_id=avtale.pk, versjon=versjon, dato=skjema.dato, **skjema.innhold())
    except Avvist as avvist:
        vis_avvist(skjema, avvist)
        return None
    except Konflikt as konflikt:
        return _konflikt(request, konflikt.lagret)
    for varsel in skjema.varsler():
        messages.warning(request, varsel.tekst.paa(request.LANGUAGE_CODE))
    return _videre(request, lagret, er_ny=avtale is None)


def _videre(request: HttpRequest, avtale: Avtale, *, er_ny: bool) -> HttpResponseRedirect:
    if er_ny:
        messages.success(request, _registrert(avtale))
        return redirect("avtaler:deltakere", avtale.pk)
    messages.success(request, _("Endringene er lagret."))
    return redirect(avtale)


def _registrert(avtale: Avtale) -> str:
    """What is said of a new agreement: the list opens on those in force, so where to find any other."""
    status = avtalestatus(fra=avtale.fra, til=avtale.til, er_utkast=avtale.er_utkast, dato=idag())
    setning = _("Avtalen er registrert. Legg til deltakerne nå.")
    if status is Avtalestatus.GJELDENDE:
        return setning
    funnet = _("I lista over avtaler finner du den under «%(status)s».") % {"status": statusnavn(status)}
    return f"{setning} {funnet}"


def _konflikt(request: HttpRequest, lagret: Avtale) -> HttpResponse:
    """Mine and theirs, with everything I typed still in the form; saving again is then a choice."""
    data = request.POST.copy()
    data["versjon"] = str(lagret.versjon)
    deres = startverdier(lagret, dato=idag())
    mitt = _skjema(request, data, kode=data.get("form", ""), avtale=lagret, initial=deres)
    return _vis(request, mitt, status=409, forskjeller=list(mitt.forskjeller()))


def _skjema(
    request: HttpRequest, data: Any = None, *, kode: str, avtale: Avtale | None = None, **valg: Any
) -> Avtaleskjema:
    if "initial" not in valg and data is None:
        valg["initial"] = {"form": kode}
    return Avtaleskjema(
        data, innsyn=innsyn(request), dato=idag(), maalform=request.LANGUAGE_CODE, kode=kode, avtale=avtale, **valg
    )


def _sjekkliste(request: HttpRequest, skjema: Avtaleskjema) -> dict[str, Any]:
    grunnlag = skjema.grunnlag()
    liste = sjekkliste(grunnlag, dato=idag(), maalform=request.LANGUAGE_CODE) if grunnlag else None
    varsler = [(v.tekst.paa(request.LANGUAGE_CODE), v.hjemmel) for v in skjema.varsler()]
    return {"liste": liste, "varsler": varsler, "avtale": skjema.avtale}


def _vis(
    request: HttpRequest, skjema: Avtaleskjema, *, status: int = 200, lest: Avtaleskjema | None = None, **ekstra: Any
) -> HttpResponse:
    """The page, or for htmx only the form. ``lest`` is what was typed, when the form itself is not yet judged."""
    avtale = skjema.avtale
    bare_skjema = request.htmx and request.htmx.target == "skjema"
    kontekst = {
        "form": skjema, "avtale": avtale, "mot": request.path, **_sjekkliste(request, lest or skjema), **ekstra,
        "kan_slaa_opp": kan_slaa_opp(),
        "avbryt": avtale.get_absolute_url() if avtale else reverse("avtaler:register"),
    }  # fmt: skip
    return render(request, MAL + ("#skjema" if bare_skjema else ""), kontekst, status=status)
