"""One click a year: the data of an agreement are right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from avtaler.tjenester import Konflikt, bekreft_avtale
from kommuner.foresporsel import idag

from .oppslag import redigerbar_avtale


@require_POST
def bekreft(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Confirm what the reader saw; when somebody has changed it since, say so and show it as it is now."""
    avtale = redigerbar_avtale(request, avtale_id)
    try:
        bekreft_avtale(avtale_id=avtale.pk, lest=request.POST.get("lest", ""), av=request.user, dato=idag())
    except Konflikt:
        messages.warning(request, _("Avtalen er endret siden du åpnet den. Se gjennom på nytt, og bekreft så."))
    else:
        messages.success(request, _("Du har bekreftet at opplysningene stemmer. Neste gang er om ett år."))
    return redirect(avtale)
