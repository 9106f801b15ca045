"""A meeting or an initiative within the reader's scope, and what coordinators may choose among."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models import Moete, Organ
from kommuner.domene.skriving import vis_dato
from kommuner.foresporsel import innsyn


def synlig_moete(request: HttpRequest, moete_id: int) -> Moete:
    """The meeting, if the reader may see its organ; otherwise 404."""
    moeter = Moete.objects.for_user(innsyn(request)).select_related("organ__avtale__region", "organ__region")
    return get_object_or_404(moeter, pk=moete_id)


def redigerbart_moete(request: HttpRequest, moete_id: int) -> Moete:
    """The meeting, if the reader keeps its organ; 404 also for those who may only read it."""
    moete = synlig_moete(request, moete_id)
    if not innsyn(request).kan_redigere(moete.organ.regionens_pk):
        raise Http404
    return moete


def egne_organer(request: HttpRequest) -> QuerySet[Organ]:
    """The organs the reader keeps."""
    leser = innsyn(request)
    organer = Organ.objects.select_related("avtale", "region").order_by("avtale__navn", "navn", "pk")
    if leser.er_administrator:
        return organer
    return organer.filter(Q(avtale__region__in=leser.regioner) | Q(region__in=leser.regioner))


def krev_koordinator(request: HttpRequest) -> None:
    """404 for those who keep no region."""
    if not innsyn(request).er_koordinator:
        raise Http404


def stier(*flere: tuple[str, str]) -> list[tuple[str, str]]:
    """The breadcrumbs under «Møter»."""
    return [(reverse("avtaler:moeter"), _("Møter")), *flere]


def moetenavn(moete: Moete) -> str:
    """«Styret i Sogn KO 3. september 2026»."""
    return f"{moete.tittel or moete.organ} {vis_dato(moete.dato)}"


def moetestier(moete: Moete) -> list[tuple[str, str]]:
    """The breadcrumbs of what is under a meeting."""
    return stier((moete.get_absolute_url(), moetenavn(moete)))
