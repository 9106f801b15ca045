"""Bringing in the list one has: upload, say what the columns are, look, mend, and write all of it or nothing."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from avtaler.forms.innlesing import Opplastingsskjema, oppsettet, svarene
from avtaler.models import Avtale, Innlesing, Innlesingsstatus, Klasse
from avtaler.models.avtale import formvalg
from avtaler.tjenester import Avvist
from avtaler.tjenester.innlesing import (
    Utdatert,
    er_tapt,
    forkast_innlesing,
    gjennomfoer_innlesing,
    les_liste,
    motta_liste,
    svar_paa_innlesing,
    velg_oppsett,
)
from avtaler.uttrekk.innlesing import bare_kjente, innlest
from avtaler.uttrekk.innlesingsside import arkrader, feltvalg, innlesingsside, slagvalg
from kommuner import koe
from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .oppslag import sendt, vis_avvist

LES_LISTE = "avtaler.tasks.les_liste"
_VIST = 20
_PAA_VEI = (Innlesingsstatus.MOTTATT, Innlesingsstatus.LESES)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def importer(request: HttpRequest) -> HttpResponse:
    """Upload a list, or go on with one. Only coordinators have anywhere to put it."""
    tilgang = innsyn(request)
    if not tilgang.er_koordinator:
        raise Http404
    skjema = Opplastingsskjema(sendt(request), request.FILES or None, innsyn=tilgang)
    if request.method == "POST" and skjema.is_valid():
        fil = skjema.cleaned_data["fil"]
        try:
            innlesing = motta_liste(
                region=skjema.cleaned_data["region"], bruker=request.user, filnavn=fil.name, innhold=fil.read()
            )
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            transaction.on_commit(partial(_bestill_lesing, innlesing.pk))
            return redirect("avtaler:innlesing", innlesing.pk)
    regioner = skjema.fields["region"].queryset
    kontekst = {"form": skjema, "innlesinger": _egne(request)[:_VIST], "regioner": regioner}
    return render(request, "avtaler/import/last_opp.html", kontekst, status=422 if skjema.errors else 200)


@require_safe
def innlesing(request: HttpRequest, innlesing_id: UUID) -> HttpResponse:
    """The upload where it is: being read, refused, ready to be looked at, or done."""
    rad = _innlesingen(request, innlesing_id)
    if er_tapt(rad):
        # The queue has lost it: whoever looks does the reading.
        les_liste(rad.pk)
        rad.refresh_from_db()
    if rad.status in _PAA_VEI:
        mal = "avtaler/import/leses.html" + ("#framdrift" if request.htmx else "")
        return render(request, mal, {"innlesing": rad})
    if rad.status == Innlesingsstatus.KLAR:
        svar = _forhaandsvisning(request, rad)
        return _hele_siden(svar) if request.htmx and request.htmx.target == "framdrift" else svar
    svar = render(request, f"avtaler/import/{rad.status}.html", _ferdig(rad))
    return _hele_siden(svar) if request.htmx and request.htmx.target == "framdrift" else svar


@require_http_methods(["GET", "HEAD", "POST"])
def oppsett(request: HttpRequest, innlesing_id: UUID) -> HttpResponse:
    """What each column holds."""
    rad = _aapen(request, innlesing_id)
    lest = innlest(rad, dato=idag())
    if request.method == "POST":
        nytt = oppsettet(request.POST, lest.arkene, lest.oppsett, lest.grunnlag.bok)
        try:
            rad = velg_oppsett(rad, nytt)
        except Avvist as avvist:
            messages.warning(request, avvist.setning)
            return redirect("avtaler:innlesing", rad.pk)
        flyttet = [n.overskriftsrad for n in nytt] != [f.overskriftsrad for f in lest.oppsett]
        return redirect("avtaler:innlesing_oppsett" if flyttet else "avtaler:innlesing", rad.pk)
    kontekst = {
        "innlesing": rad, "ark": arkrader(lest.arkene, lest.oppsett), "felt": feltvalg(), "slag": slagvalg(),
    }  # fmt: skip
    return render(request, "avtaler/import/kolonner.html", kontekst)


@require_POST
def svar_innlesing(request: HttpRequest, innlesing_id: UUID) -> HttpResponse:
    """Keep the answers and corrections, and show what they lead to."""
    rad = _aapen(request, innlesing_id)
    try:
        svar_paa_innlesing(rad, **bare_kjente(innlest(rad, dato=idag()), svarene(request.POST)))
    except Avvist as avvist:
        messages.warning(request, avvist.setning)
    adresse = redirect("avtaler:innlesing", rad.pk).url
    spoerring = request.GET.urlencode()
    anker = "#avtaler" if request.POST.get("avtale") else ""
    return redirect(f"{adresse}?{spoerring}{anker}" if spoerring else f"{adresse}{anker}")


@require_POST
@en_gang
def lagre_innlesing(request: HttpRequest, innlesing_id: UUID) -> HttpResponse:
    """Write the list to the register. 409 with the plan as it is now when something has changed since it was shown."""
    rad = _innlesingen(request, innlesing_id)
    if rad.status != Innlesingsstatus.KLAR:
        return redirect("avtaler:innlesing", rad.pk)
    try:
        gjennomfoer_innlesing(rad, avtrykk=request.POST.get("avtrykk", ""), bruker=request.user, dato=idag())
    except Utdatert:
        return _forhaandsvisning(request, rad, status=409, utdatert=True)
    except Avvist as avvist:
        return _forhaandsvisning(request, rad, status=422, avvist=avvist.setning)
    messages.success(request, _("Lista er lest inn i registeret."))
    return redirect("avtaler:innlesing", rad.pk)


@require_POST
def forkast(request: HttpRequest, innlesing_id: UUID) -> HttpResponse:
    """Throw the upload away."""
    rad = _innlesingen(request, innlesing_id)
    try:
        forkast_innlesing(rad)
    except Avvist as avvist:
        messages.warning(request, avvist.setning)
        return redirect("avtaler:innlesing", rad.pk)
    messages.success(request, _("Lista er forkastet. Ingenting er skrevet i registeret."))
    return redirect("avtaler:importer")


def _bestill_lesing(innlesing_id: UUID) -> None:
    """Have the list read by the queue, which must find it stored; when the queue is away, at once."""
    if not koe.send(LES_LISTE, innlesing_id=str(innlesing_id)):
        les_liste(innlesing_id)


def _egne(request: HttpRequest) -> Any:
    """The uploads of the reader's regions, without their contents."""
    tilgang = innsyn(request)
    alle = Innlesing.objects.select_related("region", "bruker").defer("fil", "tabell", "valg")
    return alle if tilgang.er_administrator else alle.filter(region__in=tilgang.regioner)


def _innlesingen(request: HttpRequest, innlesing_id: UUID) -> Innlesing:
    return get_object_or_404(_egne(request).defer(None).defer("fil"), pk=innlesing_id)


def _aapen(request: HttpRequest, innlesing_id: UUID) -> Innlesing:
    """The upload while it can still be changed; otherwise 404."""
    return get_object_or_404(_egne(request).defer(None).defer("fil"), pk=innlesing_id, status=Innlesingsstatus.KLAR)


def _forhaandsvisning(request: HttpRequest, rad: Innlesing, *, status: int = 200, **ekstra: Any) -> HttpResponse:
    side = innlesingsside(
        innlest(rad, dato=idag()), vis=request.GET.get("vis", ""), side=request.GET.get("side", "1"),
        maalform=request.LANGUAGE_CODE,
    )  # fmt: skip
    kontekst = {
        "innlesing": rad, "plan": side, "former": formvalg(), "klasser": Klasse.choices, "har_feil": status >= 400,
    }  # fmt: skip
    return render(request, "avtaler/import/klar.html", kontekst | ekstra, status=status)


def _ferdig(rad: Innlesing) -> dict[str, Any]:
    """What is shown of an upload that is over: the agreements written, or why it was refused."""
    resultat = rad.resultat
    ider = [*resultat.get("nye", []), *resultat.get("endrede", [])]
    nye = {*resultat.get("nye", [])}
    avtaler = Avtale.objects.filter(pk__in=ider).only("pk", "navn") if ider else []
    return {
        "innlesing": rad, "setning": _grunnen(rad), "nye": [a for a in avtaler if a.pk in nye],
        "endrede": [a for a in avtaler if a.pk not in nye], "resultat": resultat,
    }  # fmt: skip


def _grunnen(rad: Innlesing) -> str:
    """Why the file was refused, in the reader's own language."""
    if "grunn" not in rad.resultat:
        return rad.melding
    return Filavvist(Grunn(rad.resultat["grunn"]), **rad.resultat.get("verdier", {})).setning


def _hele_siden(svar: HttpResponse) -> HttpResponse:
    """The reading is over: the page that polled is loaded anew."""
    svar = HttpResponse(status=204)
    svar["HX-Refresh"] = "true"
    return svar
