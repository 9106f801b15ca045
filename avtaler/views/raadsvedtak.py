"""Recording the answer of one council."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms import Vedtaksskjema
from avtaler.forms.vedtaksskjema import vedtaksverdier
from avtaler.models import Raadsvedtak
from avtaler.regler.runderegler import rundeart
from avtaler.tjenester import Avvist, Konflikt, registrer_vedtak
from kommuner.foresporsel import idag
from kommuner.uttrekk import navn_paa

from .oppslag import sendt, vis_avvist
from .runder import redigerbar_runde


@require_http_methods(["GET", "HEAD", "POST"])
def registrer_raadsvedtak(request: HttpRequest, runde_id: int, vedtak_id: int) -> HttpResponse:
    """Record one council's answer; somebody else's in between gives 409 and keeps what was typed."""
    vedtak = _redigerbart_vedtak(request, runde_id, vedtak_id)
    lagret = vedtaksverdier(vedtak)
    skjema = _skjema(vedtak, sendt(request), lagret)
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        if not skjema.has_changed():
            messages.info(request, _("Ingenting er endret."))
            return redirect("avtaler:runde", runde_id)
        try:
            registrer_vedtak(vedtak_id=vedtak.pk, idag=idag(), **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            konflikt = True
            skjema = _skjema(vedtak, {**request.POST.dict(), "versjon": str(lagret["versjon"])}, lagret)
        else:
            messages.success(request, _("Svaret fra %(navn)s er registrert.") % {"navn": vedtak.part})
            return redirect("avtaler:runde", runde_id)
    kontekst = {
        "form": skjema, "runde": vedtak.runde, "part_navn": navn_paa(vedtak.part, idag()),
        "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    return render(
        request, "avtaler/vedtak_skjema.html", kontekst, status=409 if konflikt else 422 if skjema.errors else 200
    )


def _redigerbart_vedtak(request: HttpRequest, runde_id: int, vedtak_id: int) -> Raadsvedtak:
    runde = redigerbar_runde(request, runde_id)
    vedtak = runde.vedtak.select_related("part", "runde__avtale")
    return get_object_or_404(vedtak.prefetch_related("part__identiteter", "punkter", "runde__punkter"), pk=vedtak_id)


def _skjema(vedtak: Raadsvedtak, data: Any, lagret: dict[str, Any]) -> Vedtaksskjema:
    runde = vedtak.runde
    return Vedtaksskjema(
        data, initial=lagret, krav=rundeart(runde.slag, runde.avtale.form).krav, er_sendt=runde.laast is not None,
        punkter=runde.punkter.all(),
    )  # fmt: skip
