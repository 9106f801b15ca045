"""The page of one row: its form, the answer when it is refused, and mine against theirs when two have changed it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from avtaler.forms.forskjell import paa_nytt
from avtaler.forms.radskjema import Radskjema, Slettskjema
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.rad import endre_rad, registrer_rad, slett_rad

from .oppslag import sendt, vis_avvist


@dataclass(frozen=True, kw_only=True)
class Radside:
    """What the page says, and where it leads. ``stier``: the breadcrumbs, as (address, name)."""

    tittel: str
    knapp: str
    tilbake: str
    lagret: str
    overlinje: str = ""
    ingress: str = ""
    slettes: str = ""
    """The address where the row may be deleted, when it may."""
    stier: list[tuple[str, str]] = field(default_factory=list)
    mal: str = "avtaler/radside.html"


def skriv_rad(
    request: HttpRequest,
    skjematype: type[Radskjema],
    rad: models.Model,
    side: Radside,
    *,
    lagre: Callable[[Radskjema], models.Model] | None = None,
    **valg: Any,
) -> HttpResponse:
    """Make the row when it has no key yet, change it when it has. Put ``@en_gang`` on the view.

    ``lagre`` takes the valid form and stores it when the row has rules of its own; it may raise Avvist and Konflikt.
    ``valg`` goes to the form (``utvalg=``, ``initial=``).
    """
    skjema, forskjeller = skjematype(sendt(request), instance=rad, **valg), None
    if request.method == "POST" and skjema.is_valid():
        try:
            (lagre or _lagre)(skjema)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as konflikt:
            skjema = _mot_lagret(request, skjematype, konflikt.lagret, valg)
            forskjeller = list(skjema.forskjeller())
        else:
            messages.success(request, side.lagret)
            return redirect(side.tilbake)
    status = 409 if forskjeller is not None else 422 if skjema.errors else 200
    return render(request, side.mal, {"form": skjema, "radside": side, "forskjeller": forskjeller}, status=status)


def ta_bort_rad(
    request: HttpRequest,
    rad: models.Model,
    side: Radside,
    *,
    slett: Callable[[int | None], None] | None = None,
    hinder: str = "",
) -> HttpResponse:
    """Ask before the row is deleted (``side.ingress`` says what goes with it), and delete it when told to.

    ``slett`` takes the version read, for rows with rules of their own; it may raise Avvist and Konflikt. When somebody
    has changed the row meanwhile, the page says so and asks again.
    """
    endret_av_andre = False
    if request.method == "POST" and not hinder:
        try:
            versjon = _lest_versjon(request)
            slett(versjon) if slett else slett_rad(type(rad), rad.pk, versjon)
        except Avvist as avvist:
            hinder = avvist.setning
        except Konflikt as konflikt:
            endret_av_andre, rad = True, konflikt.lagret
        else:
            messages.success(request, side.lagret)
            return redirect(side.tilbake)
    skjema = Slettskjema(initial={"versjon": getattr(rad, "versjon", None)})
    kontekst = {"radside": side, "hinder": hinder, "form": skjema, "endret_av_andre": endret_av_andre}
    status = 409 if endret_av_andre else 422 if request.method == "POST" else 200
    return render(request, "avtaler/radslett.html", kontekst, status=status)


def _lest_versjon(request: HttpRequest) -> int | None:
    """The version the question was asked about; None when the question did not say."""
    if "versjon" not in request.POST:
        return None
    skjema = Slettskjema(request.POST)
    skjema.full_clean()
    return skjema.cleaned_data["versjon"]


def _lagre(skjema: Radskjema) -> models.Model:
    rad = skjema.instance
    if rad._state.adding:
        return registrer_rad(rad, skjema.felt())
    return endre_rad(type(rad), rad.pk, skjema.cleaned_data["versjon"], skjema.felt())


def _mot_lagret(
    request: HttpRequest, skjematype: type[Radskjema], lagret: models.Model, valg: dict[str, Any]
) -> Radskjema:
    """What I typed, now against the stored row: saving again is a choice made with open eyes."""
    ferskt = type(lagret)._default_manager.get(pk=lagret.pk)
    return skjematype(paa_nytt(request.POST, versjon=ferskt.versjon), instance=ferskt, **valg)


def endret() -> str:
    """What is said after a change."""
    return _("Endringene er lagret.")
