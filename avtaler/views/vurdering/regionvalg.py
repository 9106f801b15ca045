"""Which regions the reader may make something new in."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from avtaler.uttrekk.vurdering.regioner import redigerbare_regioner
from kommuner.foresporsel import innsyn
from kommuner.models import Region


def egne_regioner(request: HttpRequest) -> QuerySet[Region]:
    """The regions the reader keeps. Raises Http404 for those who keep none."""
    if not innsyn(request).er_koordinator:
        raise Http404
    return redigerbare_regioner(innsyn(request))


def regionstart(request: HttpRequest, regioner: QuerySet[Region]) -> dict[str, Any]:
    """The region a new row begins with: the one in the address, or the reader's only one."""
    slug = request.GET.get("region", "")
    treff = list(regioner.filter(slug=slug) if slug else regioner[:2])
    return {"region": treff[0].pk} if len(treff) == 1 else {}
