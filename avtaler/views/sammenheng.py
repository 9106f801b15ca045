"""Relations between agreements: what there is, one more, and away with one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.relasjonsskjema import Relasjonsskjema
from avtaler.models import Avtale
from avtaler.tjenester import Avvist
from avtaler.tjenester.relasjon import fjern_relasjon, legg_til_relasjon
from avtaler.uttrekk.sammenheng import relasjoner
from kommuner.foresporsel import innsyn
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale, sendt, vis_avvist


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def sammenheng(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The relations of an agreement the reader keeps, to agreements the reader may see."""
    avtale = redigerbar_avtale(request, avtale_id)
    if "fjern" in request.POST:
        return _fjernet(request, avtale)
    skjema = Relasjonsskjema(sendt(request), avtale=avtale, innsyn=innsyn(request), maalform=request.LANGUAGE_CODE)
    if request.method == "POST" and skjema.is_valid():
        try:
            legg_til_relasjon(avtale, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Sammenhengen er lagret."))
            return redirect("avtaler:sammenheng", avtale.pk)
    kontekst = {"form": skjema, "avtale": avtale, "relasjoner": list(relasjoner(avtale, innsyn(request)))}
    return render(request, "avtaler/sammenheng.html", kontekst, status=422 if skjema.errors else 200)


def _fjernet(request: HttpRequest, avtale: Avtale) -> HttpResponse:
    """Only what the reader sees can be taken away."""
    synlige = {str(rad.id): rad for rad in relasjoner(avtale, innsyn(request))}
    if (rad := synlige.get(request.POST["fjern"])) is not None:
        fjern_relasjon(avtale, rad.id)
        messages.success(request, _("Sammenhengen med «%(navn)s» er fjernet.") % {"navn": rad.avtale_navn})
    return redirect("avtaler:sammenheng", avtale.pk)
