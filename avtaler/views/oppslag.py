"""What every page of an agreement starts with: the agreement within the reader's scope, its head and its tabs."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models import Avtale
from avtaler.tjenester import Avvist
from avtaler.uttrekk import avtalehode
from kommuner.foresporsel import datovalg, innsyn, valgt_dato
from kommuner.models import Region


@dataclass(frozen=True)
class Fane:
    """One tab of an agreement's pages."""

    navn: str
    url: str
    aktiv: bool


def synlig_avtale(request: HttpRequest, avtale_id: int) -> Avtale:
    """The agreement, if the reader may see it; otherwise 404."""
    synlige = Avtale.objects.for_user(innsyn(request)).select_related("region", "dataeier", "bekreftet_av")
    return get_object_or_404(synlige, pk=avtale_id)


def redigerbar_avtale(request: HttpRequest, avtale_id: int) -> Avtale:
    """The agreement, if the reader keeps it; 404 also for those who may only read it."""
    avtale = synlig_avtale(request, avtale_id)
    if not innsyn(request).kan_redigere(avtale.region_id):
        raise Http404
    return avtale


def redigerbar_region(request: HttpRequest, slug: str) -> Region:
    """The region, if the reader coordinates it; otherwise 404."""
    region = get_object_or_404(Region, slug=slug)
    if not innsyn(request).kan_redigere(region.pk):
        raise Http404
    return region


def ser_historikk(request: HttpRequest, avtale: Avtale) -> bool:
    """Whether the reader keeps the agreement or oversees one who is in it; a query only for those who oversee."""
    leser = innsyn(request)
    if leser.kan_redigere(avtale.region_id) or not leser.innsynsparter:
        return leser.kan_redigere(avtale.region_id)
    return Avtale.objects.med_historikk_for(leser).filter(pk=avtale.pk).exists()


def avtalekontekst(request: HttpRequest, avtale: Avtale, aktiv: str) -> dict[str, Any]:
    """What ``avtaler/hode.html`` shows. ``aktiv`` is the URL name of the page's own tab."""
    return {
        "hode": avtalehode(avtale, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE),
        "faner": faner(request, avtale, aktiv),
        "kan_redigere": innsyn(request).kan_redigere(avtale.region_id),
    }


def faner(request: HttpRequest, avtale: Avtale, aktiv: str) -> list[Fane]:
    """The tabs, each on the date the reader has chosen. Money only for those who may see it: one query."""
    sider = {
        "avtaler:avtale": _("Om avtalen"),
        "avtaler:deltakere": _("Deltakere"),
        "avtaler:organer": _("Organer"),
        "avtaler:steder": _("Steder"),
        "avtaler:lovkrav": _("Lovkrav"),
        "avtaler:versjoner": _("Versjoner"),
        "avtaler:vedtak": _("Vedtak"),
        "avtaler:vurderinger": _("Vurderinger"),
        "avtaler:dokumenter": _("Dokumenter"),
        "avtaler:saertrekk": _("Særtrekk"),
    }
    if Avtale.objects.med_oekonomi_for(innsyn(request)).filter(pk=avtale.pk).exists():
        sider["kostnad:avtale"] = _("Kostnad")
    if ser_historikk(request, avtale):
        sider["avtaler:historikk"] = _("Historikk")
    return [
        Fane(tekst, reverse(navn, args=[avtale.pk]) + datovalg(request), navn == aktiv) for navn, tekst in sider.items()
    ]


def sendt(request: HttpRequest) -> QueryDict | None:
    """What was posted, also when it is nothing at all; None when the form is only being opened."""
    return request.POST if request.method == "POST" else None


def som_tall(tekst: str) -> int:
    """A number that came with a request; 0 for what is none, or is longer than any of ours."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 16 else 0


def valgt_region(request: HttpRequest) -> Region | None:
    """The region a list is narrowed to by ``?region=<slug>``; None for all. Raises Http404 for one not there."""
    slug = request.GET.get("region", "")
    if "\x00" in slug:
        raise Http404
    return get_object_or_404(Region, slug=slug) if slug else None


def vis_avvist(skjema: forms.Form, avvist: Avvist) -> None:
    """Put the service's sentence at the field it concerns, or on top of the form."""
    felt = getattr(skjema, "TJENESTEFELT", {}).get(avvist.felt, avvist.felt)
    skjema.add_error(felt if felt in skjema.fields else None, avvist.setning)
