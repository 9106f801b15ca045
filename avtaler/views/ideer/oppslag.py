"""What the pages of an idea start with: the idea, and what the reader may do with it."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models.idee import Ide
from avtaler.uttrekk.ideer.talsperson import kan_foreslaa_i, taler_for
from kommuner.foresporsel import idag, innsyn
from kommuner.models import Part, Region

MED = ("region", "oppgave", "bygger_paa", "ansvarlig", "slaatt_sammen_med")


def synlig_ide(ide_id: int) -> Ide:
    """The idea: ideas are for everybody."""
    return get_object_or_404(Ide.objects.select_related(*MED), pk=ide_id)


def redigerbar_ide(request: HttpRequest, ide_id: int) -> Ide:
    """The idea, if the reader keeps its region; otherwise 404."""
    ide = synlig_ide(ide_id)
    if not innsyn(request).kan_redigere(ide.region_id):
        raise Http404
    return ide


def egne_kommuner(request: HttpRequest) -> frozenset[int]:
    """The municipalities the reader speaks for. One query, none for a visitor."""
    return taler_for(request.user.pk, dato=idag())


def foreslaas_i(request: HttpRequest) -> QuerySet[Region]:
    """The regions where the reader may propose an idea."""
    leser = innsyn(request)
    if leser.er_administrator:
        return Region.objects.all()
    return Region.objects.filter(pk__in=kan_foreslaa_i(leser, egne_kommuner(request), dato=idag()))


def kan_svare_for(request: HttpRequest, ide: Ide, part: Part) -> bool:
    """Whether the reader may say what the municipality thinks: the region's coordinator, or one who speaks for it."""
    return innsyn(request).kan_redigere(ide.region_id) or part.pk in egne_kommuner(request)


def stier(ide: Ide | None = None) -> list[tuple[str, str]]:
    """The breadcrumbs: the bank, and the idea when there is one."""
    sti = [(reverse("avtaler:ideer"), _("Idébank"))]
    return [*sti, (ide.get_absolute_url(), ide.tittel)] if ide else sti
