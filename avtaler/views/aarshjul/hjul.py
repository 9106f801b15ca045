"""The year as two wheels and a list."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.aarshjul.hjulside import hjulside, perioden
from kommuner.foresporsel import idag, innsyn
from kommuner.models import Region

from .omfang import lest_filter, lest_utsnitt


@login_not_required
@require_safe
def aarshjul(request: HttpRequest) -> HttpResponse:
    """Everything that comes in one year for a region, a municipality or the reader's own: the list is the truth."""
    filter, omfang = lest_filter(request)
    fra, til = perioden(filter.aaret)
    utsnitt = lest_utsnitt(request, omfang, fra=fra, til=til, klasse=filter.data["klasse"])
    side = hjulside(utsnitt, idag=idag(), klasse=filter.data["klasse"], rolle=filter.data["rolle"])
    kontekst = {
        "filter": filter, "side": side, "gjelder": filter.kommunen or filter.regionen,
        "regioner_aa_redigere": _redigerbare(request, omfang.om_regioner),
    }  # fmt: skip
    return render(request, "avtaler/aarshjul/aarshjul.html", kontekst)


def _redigerbare(request: HttpRequest, regioner: frozenset[int]) -> list[Region]:
    """The regions shown whose own events the reader keeps. One query, none for those who keep none."""
    leser = innsyn(request)
    egne = [region for region in regioner if leser.kan_redigere(region)]
    return list(Region.objects.filter(pk__in=egne)) if egne else []
