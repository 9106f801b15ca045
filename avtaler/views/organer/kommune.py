"""The municipality of an address, and who may write for it."""

from django.http import Http404, HttpRequest

from kommuner.foresporsel import idag, innsyn
from kommuner.models import Part
from kommuner.uttrekk import finn_kommune


def kommune_eller_404(nummer: str) -> Part:
    """The municipality the number means today."""
    part = finn_kommune(nummer, idag())
    if part is None:
        raise Http404
    return part


def skrivbar_kommune(request: HttpRequest, nummer: str) -> Part:
    """The municipality, if the reader is its secretary or keeps its region; otherwise 404."""
    part = kommune_eller_404(nummer)
    if not innsyn(request).foerer_for(part.pk):
        raise Http404
    return part
