"""What is done from the board of a round: reminding councils, carrying out what they decided, telling the state."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.forms import Meldingsskjema
from avtaler.tjenester import Avvist, Konflikt, foer_inn_statsmelding, gjoer_foelge, minn_runde
from avtaler.uttrekk.statsmelding import statsmeldingsoppgave
from kommuner.foresporsel import idag

from .oppslag import redigerbar_avtale, sendt, som_tall, vis_avvist
from .runder import redigerbar_runde


@require_POST
def minn(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Remind the councils that have not treated the case, now."""
    runde = redigerbar_runde(request, runde_id)
    sendt_til = minn_runde(runde, dato=idag())
    if sendt_til.raad:
        tekst = ngettext("%(antall)s råd er minnet på saken.", "%(antall)s råd er minnet på saken.", sendt_til.raad)
        messages.success(request, tekst % {"antall": sendt_til.raad})
    if sendt_til.uten_sekretaer:
        tekst = _("Ingen sekretær er registrert for %(navn)s.")
        messages.warning(request, tekst % {"navn": ", ".join(sendt_til.uten_sekretaer)})
    if sendt_til.feilet:
        tekst = _("E-posten til %(navn)s kunne ikke sendes. Prøv igjen senere.")
        messages.error(request, tekst % {"navn": ", ".join(sendt_til.feilet)})
    if not (sendt_til.raad or sendt_til.uten_sekretaer or sendt_til.feilet):
        messages.info(request, _("Alle som venter, er alt minnet i dag."))
    return redirect(runde)


@require_POST
def foelge(request: HttpRequest, runde_id: int, foelge: str) -> HttpResponse:
    """Do one of the acts the round opens for."""
    runde = redigerbar_runde(request, runde_id)
    part_id = som_tall(request.POST.get("part", "")) or None
    try:
        gjort = gjoer_foelge(runde, foelge=foelge, part_id=part_id, dato=idag())
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    else:
        messages.success(request, _("Gjort: %(hva)s.") % {"hva": gjort})
    return redirect(runde)


@require_http_methods(["GET", "HEAD", "POST"])
def meld_statsforvalter(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Record the day the state was told that the cooperation exists."""
    avtale = redigerbar_avtale(request, avtale_id)
    skjema = Meldingsskjema(sendt(request), initial={"versjon": avtale.versjon, "dato": idag()})
    if request.method == "POST" and skjema.is_valid():
        try:
            foer_inn_statsmelding(avtale_id=avtale.pk, idag=idag(), **skjema.cleaned_data)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            skjema = Meldingsskjema({**request.POST.dict(), "versjon": str(avtale.versjon)})
            skjema.add_error(
                None, _("Noen andre har endret avtalen mens du skrev. Kontroller datoen, og lagre på nytt.")
            )
            return _meldingsside(request, avtale, skjema, 409)
        else:
            messages.success(request, _("Meldingen til statsforvalteren er ført inn."))
            return redirect(avtale)
    return _meldingsside(request, avtale, skjema, 422 if skjema.errors else 200)


def _meldingsside(request: HttpRequest, avtale: object, skjema: Meldingsskjema, status: int) -> HttpResponse:
    oppgave = statsmeldingsoppgave(avtale, dato=idag(), maalform=request.LANGUAGE_CODE)
    kontekst = {"form": skjema, "avtale": avtale, "oppgave": oppgave}
    return render(request, "avtaler/statsmelding.html", kontekst, status=status)
