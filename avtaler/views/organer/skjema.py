"""Making, changing and deleting organs, seats and posts. Only the coordinators of the region."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from avtaler.forms.organer.organskjema import Organskjema, Setetallskjema, Vervskjema
from avtaler.models import Organ, Setetall, Verv
from avtaler.tjenester.organer.sletting import hinder_for_organsletting
from avtaler.tjenester.organer.sletting import slett_organ as slett
from avtaler.views.oppslag import redigerbar_avtale, redigerbar_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang

from .oppslag import kan_foelges, parter_i, redigerbart_organ, soesken, stier_til, tilbake_til

METODER = ["GET", "HEAD", "POST"]


@require_http_methods(METODER)
@en_gang
def nytt_organ(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """An organ of the agreement."""
    return _nytt(request, Organ(avtale=redigerbar_avtale(request, avtale_id)))


@require_http_methods(METODER)
@en_gang
def nytt_regionorgan(request: HttpRequest, slug: str) -> HttpResponse:
    """An organ that serves the whole region."""
    return _nytt(request, Organ(region=redigerbar_region(request, slug)))


@require_http_methods(METODER)
@en_gang
def endre_organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """What the organ is; another's change in between gives 409 with both versions."""
    organ = redigerbart_organ(request, organ_id)
    side = Radside(
        tittel=_("Endre organet"), knapp=_("Lagre endringene"), tilbake=_hit(organ), lagret=endret(),
        overlinje=capfirst(str(organ)), slettes=reverse("avtaler:slett_organ", args=[organ.pk]),
        stier=_stier(organ, request),
    )  # fmt: skip
    return skriv_rad(request, Organskjema, organ, side, utvalg=_organutvalg(organ))


@require_http_methods(METODER)
@en_gang
def slett_organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Delete an organ that should not have been entered; one that has ended gets a last day instead."""
    organ = redigerbart_organ(request, organ_id)
    antall = organ.verv.count()
    setning = ngettext(
        "Organet og %(antall)d verv i det blir borte, med møtene som er planlagt.",
        "Organet og %(antall)d verv i det blir borte, med møtene som er planlagt.",
        antall,
    )
    side = Radside(
        tittel=_("Slette %(navn)s?") % {"navn": organ}, knapp=_("Slett organet"), tilbake=tilbake_til(organ),
        lagret=_("Organet er slettet."), ingress=setning % {"antall": antall}, stier=_stier(organ, request),
    )  # fmt: skip
    return ta_bort_rad(
        request, organ, side, slett=lambda versjon: slett(organ.pk, versjon, idag=idag()),
        hinder=hinder_for_organsletting(organ, idag=idag()),
    )  # fmt: skip


@require_http_methods(METODER)
@en_gang
def nytt_setetall(request: HttpRequest, organ_id: int) -> HttpResponse:
    """How many seats one party has."""
    organ = redigerbart_organ(request, organ_id)
    return _sete(request, organ, Setetall(organ=organ), _("Legg til seter"), initial={"fra": organ.fra or idag()})


@require_http_methods(METODER)
@en_gang
def endre_setetall(request: HttpRequest, organ_id: int, setetall_id: int) -> HttpResponse:
    """A new number from a day is an end on the old one and a new row; this corrects."""
    organ = redigerbart_organ(request, organ_id)
    rad = get_object_or_404(Setetall, organ=organ, pk=setetall_id)
    slettes = reverse("avtaler:slett_setetall", args=[organ.pk, rad.pk])
    return _sete(request, organ, rad, _("Endre seter"), slettes=slettes)


@require_http_methods(METODER)
@en_gang
def slett_setetall(request: HttpRequest, organ_id: int, setetall_id: int) -> HttpResponse:
    """The number is no longer stated; those who sit there still do."""
    organ = redigerbart_organ(request, organ_id)
    rad = get_object_or_404(Setetall.objects.select_related("part"), organ=organ, pk=setetall_id)
    side = Radside(
        tittel=_("Slette setene til %(navn)s?") % {"navn": rad.part}, knapp=_("Slett setene"), tilbake=_hit(organ),
        lagret=_("Setene er slettet."), ingress=_("De som sitter der, blir stående."), overlinje=capfirst(str(organ)),
        stier=_stier(organ, request),
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


@require_http_methods(METODER)
@en_gang
def nytt_verv(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Somebody takes a seat."""
    organ = redigerbart_organ(request, organ_id)
    return _verv(request, organ, Verv(organ=organ), _("Legg til verv"), initial={"fra": idag()})


@require_http_methods(METODER)
@en_gang
def endre_verv(request: HttpRequest, organ_id: int, verv_id: int) -> HttpResponse:
    """Correct or end a post."""
    organ = redigerbart_organ(request, organ_id)
    rad = get_object_or_404(Verv, organ=organ, pk=verv_id)
    return _verv(request, organ, rad, _("Endre verv"), slettes=reverse("avtaler:slett_verv", args=[organ.pk, rad.pk]))


@require_http_methods(METODER)
@en_gang
def slett_verv(request: HttpRequest, organ_id: int, verv_id: int) -> HttpResponse:
    """Delete a post that should not have been entered."""
    organ = redigerbart_organ(request, organ_id)
    rad = get_object_or_404(Verv, organ=organ, pk=verv_id)
    side = Radside(
        tittel=_("Slette vervet til %(navn)s?") % {"navn": rad.navn}, knapp=_("Slett vervet"), tilbake=_hit(organ),
        lagret=_("Vervet er slettet."), overlinje=capfirst(str(organ)), stier=_stier(organ, request),
        ingress=_("Har personen hatt vervet, sett siste dag i stedet. Da kan vi fortsatt se hvem som satt der."),
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


def _nytt(request: HttpRequest, organ: Organ) -> HttpResponse:
    side = Radside(
        tittel=_("Legg til organ"), knapp=_("Legg til organet"), tilbake=tilbake_til(organ),
        lagret=_("Organet er lagt til."), stier=stier_til(organ, request),
    )  # fmt: skip
    return skriv_rad(request, Organskjema, organ, side, utvalg=_organutvalg(organ))


def _organutvalg(organ: Organ) -> dict[str, models.QuerySet]:
    return {"overordnet": soesken(organ), "foelger": kan_foelges(organ)}


def _sete(
    request: HttpRequest, organ: Organ, rad: Setetall, tittel: str, *, slettes: str = "", **valg: object
) -> HttpResponse:
    side = Radside(
        tittel=tittel, knapp=_("Lagre setene"), tilbake=_hit(organ), lagret=_("Setene er lagret."),
        overlinje=capfirst(str(organ)), slettes=slettes, stier=_stier(organ, request),
    )  # fmt: skip
    return skriv_rad(request, Setetallskjema, rad, side, utvalg={"part": parter_i(organ)}, **valg)


def _verv(
    request: HttpRequest, organ: Organ, rad: Verv, tittel: str, *, slettes: str = "", **valg: object
) -> HttpResponse:
    side = Radside(
        tittel=tittel, knapp=_("Lagre vervet"), tilbake=_hit(organ), lagret=_("Vervet er lagret."),
        overlinje=capfirst(str(organ)), slettes=slettes, stier=_stier(organ, request),
    )  # fmt: skip
    return skriv_rad(request, Vervskjema, rad, side, utvalg={"part": parter_i(organ)}, **valg)


def _hit(organ: Organ) -> str:
    return reverse("avtaler:organ", args=[organ.pk])


def _stier(organ: Organ, request: HttpRequest) -> list[tuple[str, str]]:
    return [*stier_til(organ, request), (_hit(organ), capfirst(str(organ)))]
