"""Leaving an agreement: what a day of notice leads to, giving notice, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.uttredensskjema import Oppsigelsesskjema, Varselskjema
from avtaler.models import Avtale, Deltakelse
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.uttreden import angre_oppsigelse as angre
from avtaler.tjenester.uttreden import hinder_for_angring, si_opp
from avtaler.uttrekk.uttredenside import uttredenside
from kommuner.domene.skriving import vis_dato, vis_kort_dato
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kommuner.uttrekk import navn_paa

from .oppslag import redigerbar_avtale, vis_avvist

MAL = "avtaler/tre_ut.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def tre_ut(request: HttpRequest, avtale_id: int, deltakelse_id: int) -> HttpResponse:
    """The exit date as the day of notice is typed; confirming records the notice and the day the party is out."""
    avtale = redigerbar_avtale(request, avtale_id)
    deltakelse = _deltakelse(avtale, deltakelse_id)
    if request.method != "POST":
        skjema = Varselskjema(request.GET if "varsel" in request.GET else {"varsel": _skrevet(deltakelse)})
        del_ = "#utregning" if request.htmx and request.htmx.target == "utregning" else ""
        return _vis(request, avtale, deltakelse, skjema, del_=del_)
    sendt = Oppsigelsesskjema(request.POST)
    if sendt.is_valid() and (svar := _registrert(request, deltakelse, sendt)) is not None:
        return svar
    skjema = Varselskjema(request.POST)
    for feil in dict.fromkeys(feil for felt in sendt.errors.values() for feil in felt):
        if feil not in skjema.errors.get("varsel", ()):
            skjema.add_error("varsel", feil)
    deltakelse.refresh_from_db(fields=["versjon", "oppsagt", "til"])
    return _vis(request, avtale, deltakelse, skjema)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def angre_oppsigelse(request: HttpRequest, avtale_id: int, deltakelse_id: int) -> HttpResponse:
    """Take a notice back before the party is out."""
    avtale = redigerbar_avtale(request, avtale_id)
    deltakelse = _deltakelse(avtale, deltakelse_id)
    hinder = hinder_for_angring(deltakelse, idag=idag())
    if request.method == "POST":
        try:
            angre(deltakelse_id=deltakelse.pk, versjon=None, idag=idag())
        except Avvist as avvist:
            hinder = avvist.setning
        else:
            messages.success(
                request, _("Oppsigelsen er trukket. %(navn)s er med som før.") % {"navn": _navn(deltakelse)}
            )
            return redirect("avtaler:deltakere", avtale.pk)
    kontekst = {
        "avtale": avtale, "hinder": hinder, "tittel": _("Angre oppsigelsen"), "knapp": _("Angre oppsigelsen"),
        "forklaring": _("%(navn)s er da med som før oppsigelsen.") % {"navn": _navn(deltakelse)},
        "tilbake": reverse("avtaler:deltakere", args=[avtale.pk]),
    }  # fmt: skip
    return render(request, "avtaler/bekreft.html", kontekst, status=422 if request.method == "POST" else 200)


def _registrert(request: HttpRequest, deltakelse: Deltakelse, skjema: Oppsigelsesskjema) -> HttpResponse | None:
    """The way on when the notice is recorded; None when it was refused, with the sentence in the form."""
    ren = skjema.cleaned_data
    grunnlag = ren["grunnlag"] or "avtalen"
    try:
        lagret = si_opp(
            deltakelse_id=deltakelse.pk, versjon=ren["versjon"], varsel=ren["varsel"], idag=idag(), grunnlag=grunnlag
        )
    except Avvist as avvist:
        vis_avvist(skjema, avvist)
        return None
    except Konflikt:
        skjema.add_error(None, _("Noen andre har endret deltakelsen mens du så på siden. Se over, og bekreft på nytt."))
        return None
    setning = _("Oppsigelsen er registrert. %(navn)s er ute fra %(dag)s. Den kan angres fram til da.")
    messages.success(request, setning % {"navn": _navn(deltakelse), "dag": vis_dato(lagret.til)})
    return redirect("avtaler:deltakere", deltakelse.avtale_id)


def _vis(
    request: HttpRequest, avtale: Avtale, deltakelse: Deltakelse, skjema: Varselskjema, *, del_: str = ""
) -> HttpResponse:
    varsel = skjema.dag(deltakelse.oppsagt or idag())
    kontekst = {
        "form": skjema, "avtale": avtale, "deltakelse": deltakelse, "navn": _navn(deltakelse),
        "kan_registreres": varsel <= idag(),
        "side": uttredenside(avtale, deltakelse, varsel=varsel, maalform=request.LANGUAGE_CODE),
        "mot": request.path, "tilbake": reverse("avtaler:deltakere", args=[avtale.pk]),
    }  # fmt: skip
    return render(request, MAL + del_, kontekst, status=422 if skjema.errors else 200)


def _skrevet(deltakelse: Deltakelse) -> str:
    return vis_kort_dato(deltakelse.oppsagt or idag())


def _deltakelse(avtale: Avtale, deltakelse_id: int) -> Deltakelse:
    rader = avtale.deltakelser.select_related("part", "avtale").prefetch_related("part__identiteter")
    return get_object_or_404(rader, pk=deltakelse_id)


def _navn(deltakelse: Deltakelse) -> str:
    return navn_paa(deltakelse.part, idag())
