"""A person's own links to calendars: made, shown once, called back; and how often they want a letter."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.forms.aarshjul.hendelsesskjema import Sammendragskjema
from avtaler.forms.aarshjul.lenkeskjema import Lenkeskjema
from avtaler.models import Kalenderlenke, Sammendrag
from avtaler.tjenester import Avvist
from avtaler.tjenester.aarshjul.kalenderlenker import lag_kalenderlenke, trekk_tilbake
from avtaler.views.oppslag import sendt, vis_avvist
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kommuner.models import Part, Region, Tilgang
from kommuner.querysets import gyldig

#: Where the session keeps a secret address from when it is made until it is shown.
NY_ADRESSE = "ny_kalenderadresse"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def kalendere(request: HttpRequest) -> HttpResponse:
    """The links in use, and a form for one more. The secret address is shown on the next page, and never again."""
    skjema = Lenkeskjema(sendt(request), **_steder(request))
    if request.method == "POST" and skjema.is_valid():
        try:
            request.session[NY_ADRESSE] = _lag(request, skjema)
            return redirect("avtaler:kalendere")
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
    lenker = Kalenderlenke.objects.filter(bruker=request.user, tilbakekalt__isnull=True)
    kontekst = {"form": skjema, "adresse": _ny_adresse(request), "lenker": lenker.select_related("region", "part")}
    return render(request, "avtaler/aarshjul/kalendere.html", kontekst, status=422 if skjema.errors else 200)


@require_POST
@en_gang
def trekk_kalender(request: HttpRequest, lenke_id: int) -> HttpResponse:
    """The address stops working at once."""
    lenke = get_object_or_404(Kalenderlenke, pk=lenke_id, bruker=request.user)
    trekk_tilbake(lenke, naa=timezone.now())
    messages.success(request, _("Lenken «%(navn)s» virker ikke lenger.") % {"navn": lenke.navn})
    return redirect("avtaler:kalendere")


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def sammendrag(request: HttpRequest) -> HttpResponse:
    """How often the reader wants what is coming by e-mail."""
    rad = Sammendrag.objects.filter(bruker=request.user).first()
    rad = rad or Sammendrag(bruker=request.user, hyppighet=Sammendrag.Hyppighet.ALDRI)
    skjema = Sammendragskjema(sendt(request), instance=rad)
    if request.method == "POST" and skjema.is_valid():
        valgt = {"hyppighet": skjema.cleaned_data["hyppighet"]}
        Sammendrag.objects.update_or_create(bruker=request.user, defaults=valgt)
        messages.success(request, _("Valget ditt er lagret."))
        return redirect("avtaler:sammendrag")
    return render(
        request, "avtaler/aarshjul/sammendrag.html", {"form": skjema, "rad": rad}, status=422 if skjema.errors else 200
    )


def _lag(request: HttpRequest, skjema: Lenkeskjema) -> str:
    lenke, hemmelighet = lag_kalenderlenke(
        request.user, naa=timezone.now(), maalform=request.LANGUAGE_CODE, **skjema.felt()
    )
    messages.success(request, _("Lenken «%(navn)s» er laget.") % {"navn": lenke.navn})
    return settings.NETTADRESSE.rstrip("/") + reverse("avtaler:kalender", args=[hemmelighet])


def _ny_adresse(request: HttpRequest) -> str:
    """The address just made, taken out of the session as it is shown."""
    return request.session.pop(NY_ADRESSE, "") if request.method == "GET" else ""


def _steder(request: HttpRequest) -> dict[str, list]:
    """The regions and municipalities the reader has a role in today. One query."""
    tilganger = Tilgang.objects.filter(gyldig(idag()), bruker=request.user).select_related("region", "part")
    tilganger = list(tilganger.order_by("region__sortering", "part__sortering", "pk"))
    regioner: dict[int, Region] = {t.region_id: t.region for t in tilganger if t.region is not None}
    parter: dict[int, Part] = {t.part_id: t.part for t in tilganger if t.part is not None}
    return {"regioner": list(regioner.values()), "parter": list(parter.values())}
