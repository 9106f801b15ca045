"""A region's own events: made, changed and deleted by its coordinators."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.aarshjul.hendelsesskjema import Hjulhendelseskjema
from avtaler.models import Avtale, Hjulhendelse
from avtaler.views.oppslag import redigerbar_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part, Region
from kommuner.querysets import gyldig


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_hjulhendelse(request: HttpRequest, slug: str) -> HttpResponse:
    """One more event of the region's own."""
    region = redigerbar_region(request, slug)
    side = _side(region, tittel=_("Ny hendelse i årshjulet"), knapp=_("Legg til"), lagret=_("Hendelsen er lagt til."))
    rad = Hjulhendelse(region=region)
    return skriv_rad(request, Hjulhendelseskjema, rad, side, utvalg=_utvalg(request, rad), initial={"fra": idag()})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_hjulhendelse(request: HttpRequest, slug: str, hendelse_id: int) -> HttpResponse:
    """Change an event; all its occurrences follow."""
    region = redigerbar_region(request, slug)
    rad = get_object_or_404(Hjulhendelse, pk=hendelse_id, region=region)
    slettes = reverse("avtaler:slett_hjulhendelse", args=[slug, rad.pk])
    side = _side(region, tittel=_("Endre hendelsen"), knapp=_("Lagre"), lagret=endret(), slettes=slettes)
    return skriv_rad(request, Hjulhendelseskjema, rad, side, utvalg=_utvalg(request, rad))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_hjulhendelse(request: HttpRequest, slug: str, hendelse_id: int) -> HttpResponse:
    """Ask, and take the event with every occurrence out of the wheel."""
    region = redigerbar_region(request, slug)
    rad = get_object_or_404(Hjulhendelse, pk=hendelse_id, region=region)
    ingress = _("«%(tittel)s» blir borte fra hjulet og fra alles kalendere, også det som har vært.")
    side = _side(
        region, tittel=_("Slette hendelsen?"), knapp=_("Slett"), lagret=_("Hendelsen er slettet."),
        ingress=ingress % {"tittel": rad.tittel},
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


def _side(region: Region, **felt: str) -> Radside:
    hjulet = f"{reverse('avtaler:aarshjul')}?region={region.slug}"
    return Radside(overlinje=region.navn, tilbake=hjulet, stier=[(hjulet, _("Årshjul"))], **felt)


def _utvalg(request: HttpRequest, rad: Hjulhendelse) -> dict[str, object]:
    """The region's agreements and today's members, and what is chosen already."""
    avtaler = Avtale.objects.for_user(innsyn(request)).filter(region=rad.region_id)
    medlemmer = Part.objects.filter(gyldig(idag(), "regionmedlemskap__"), regionmedlemskap__region=rad.region_id)
    parter = Part.objects.filter(Q(pk__in=medlemmer.order_by().values("pk")) | Q(pk=rad.part_id))
    return {"avtale": avtaler, "part": parter}
