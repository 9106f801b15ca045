"""Inhabitants have their say, without logging in; the coordinator reads it, answers, and lets it be shown or not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.ideer.innspill import Behandlingsskjema, Innspillsskjema
from avtaler.models import Runde
from avtaler.models.idee import Ide, Innbyggerinnspill
from avtaler.tjenester import Avvist
from avtaler.tjenester.ideer.innbyggerinnspill import behandle, hinder_for_innspill, ta_imot
from avtaler.uttrekk.ideer.innspill import innspill_for, koe
from avtaler.views.oppslag import sendt, vis_avvist
from avtaler.views.radside import Radside, skriv_rad
from avtaler.views.runder import synlig_runde
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part
from kommuner.querysets import gyldig

from .oppslag import synlig_ide
from .takt import SEKUNDER, for_mange


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def innspill_til_ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """Say something about an idea."""
    ide = synlig_ide(ide_id)
    if ide.slaatt_sammen_med_id is not None:
        return redirect("avtaler:innspill_til_ide", ide.slaatt_sammen_med_id)
    medlemmer = ide.region.medlemskap.filter(gyldig(idag())).values("part")
    return _innspill(request, ide, Part.objects.filter(pk__in=medlemmer))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def innspill_til_runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Say something about a proposal while its text is open."""
    runde = synlig_runde(request, runde_id)
    return _innspill(request, runde, Part.objects.filter(raadsvedtak__runde=runde, type="kommune"))


@require_safe
def innspillkoe(request: HttpRequest) -> HttpResponse:
    """What inhabitants have said, to be read; with ``?alle`` also what is done."""
    if not innsyn(request).er_koordinator:
        raise Http404
    viser_alle = "alle" in request.GET
    rader = koe(innsyn(request), dato=idag(), bare_uleste=not viser_alle)
    return render(request, "avtaler/ideer/koe.html", {"rader": rader, "viser_alle": viser_alle})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def behandle_innspill(request: HttpRequest, innbyggerinnspill_id: int) -> HttpResponse:
    """Read one, answer it, and say whether it is shown."""
    if not innsyn(request).er_koordinator:
        raise Http404
    rad = get_object_or_404(innspill_for(innsyn(request)), pk=innbyggerinnspill_id)
    side = Radside(
        tittel=_("Innspill fra en innbygger"), knapp=_("Lagre"), tilbake=reverse("avtaler:innspillkoe"),
        lagret=_("Innspillet er behandlet."), overlinje=str(rad.ide or rad.runde), mal="avtaler/ideer/behandling.html",
        stier=[(reverse("avtaler:innspillkoe"), _("Innspill fra innbyggere"))],
    )  # fmt: skip
    return skriv_rad(request, Behandlingsskjema, rad, side, lagre=lambda skjema: _behandle(rad, skjema))


def _behandle(rad: Innbyggerinnspill, skjema: Behandlingsskjema) -> Innbyggerinnspill:
    ren = skjema.cleaned_data
    return behandle(
        innspill_id=rad.pk, versjon=ren["versjon"], status=ren["status"], svar=ren["svar"], dato=idag()
    )  # fmt: skip


def _innspill(request: HttpRequest, emne: Ide | Runde, kommuner: QuerySet[Part]) -> HttpResponse:
    skjema, status = Innspillsskjema(sendt(request), kommuner=kommuner), 200
    if request.method == "POST":
        status = _ta_imot(request, emne, skjema)
        if status == 302:
            messages.success(request, _("Takk. Innspillet vises når koordinatoren har lest det og svart."))
            return redirect(emne)
    kontekst = {"form": skjema, "emne": emne, "hinder": hinder_for_innspill(emne)}
    svar = render(request, "avtaler/ideer/innspillside.html", kontekst, status=status)
    if status == 429:
        svar["Retry-After"] = str(SEKUNDER)
    return svar


def _ta_imot(request: HttpRequest, emne: Ide | Runde, skjema: Innspillsskjema) -> int:
    """What the sending came to, as a status: received (302), refused, or too often. A machine is thanked too."""
    if not skjema.is_valid():
        return 422
    if for_mange(request):
        skjema.add_error(None, _("Det er skrevet mange innspill herfra på kort tid. Vent ti minutter, og send igjen."))
        return 429
    if skjema.er_maskin:
        return 302
    try:
        ta_imot(emne, tekst=skjema.cleaned_data["tekst"], part=skjema.cleaned_data["part"], dato=idag())
    except Avvist as avvist:
        vis_avvist(skjema, avvist)
        return 422
    return 302
