"""The budget of one year with its grants."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt
from avtaler.views.oppslag import sendt, vis_avvist
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kostnad.forms import Budsjettskjema, tilskuddsskjemaer
from kostnad.forms.budsjett import Tilskuddsskjemaer, startverdier
from kostnad.models import Budsjett
from kostnad.tjenester import sett_budsjett
from kostnad.uttrekk import budsjettvarsler, siste_budsjett

from .oppslag import avtale_til_redigering, budsjett_for


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_budsjett(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """A year that has no budget yet; the one after the latest is suggested."""
    avtale = avtale_til_redigering(request, avtale_id)
    siste = siste_budsjett(avtale)
    aar = siste.aar + 1 if siste else idag().year
    skjema = Budsjettskjema(sendt(request), initial={"aar": aar})
    return _behandle(request, avtale, skjema, tilskuddsskjemaer(sendt(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def budsjett(request: HttpRequest, avtale_id: int, aar: int) -> HttpResponse:
    """Change a budget; somebody else's change in between gives 409, with mine and theirs."""
    avtale = avtale_til_redigering(request, avtale_id)
    lagret = budsjett_for(avtale, aar)
    skjema = Budsjettskjema(sendt(request), aar=aar, initial=startverdier(lagret))
    return _behandle(request, avtale, skjema, tilskuddsskjemaer(sendt(request), lagret=lagret))


def _behandle(request: HttpRequest, avtale: Avtale, skjema: Budsjettskjema, rader: Tilskuddsskjemaer) -> HttpResponse:
    """Store what is valid; «Les av», or htmx while typing, only says how the amounts are read."""
    gyldig = skjema.is_bound and all([skjema.is_valid(), rader.is_valid()])
    deres: Budsjett | None = None
    if gyldig and "les" not in request.POST:
        try:
            lagret = sett_budsjett(avtale, **skjema.felt(), tilskudd=rader.tilskudd())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as konflikt:
            deres = konflikt.lagret if skjema.fast_aar else None
            if deres is None:
                _si_at_det_finnes(skjema, konflikt.lagret)
        else:
            messages.success(request, _("Budsjettet for %(aar)s er lagret.") % {"aar": lagret.aar})
            for varsel in budsjettvarsler(lagret):
                messages.warning(request, varsel)
            return redirect("kostnad:avtale", avtale.pk)
    return _vis(request, avtale, skjema, rader, deres)


def _si_at_det_finnes(skjema: Budsjettskjema, lagret: Budsjett) -> None:
    """Somebody who asked for a new year did not mean to change an old one."""
    skjema.finnes = lagret
    skjema.add_error("aar", _("Budsjettet for %(aar)s finnes. Rett det i stedet.") % {"aar": lagret.aar})


def _vis(
    request: HttpRequest, avtale: Avtale, skjema: Budsjettskjema, rader: Tilskuddsskjemaer, deres: Budsjett | None
) -> HttpResponse:
    kontekst: dict[str, Any] = {
        "avtale": avtale,
        "form": skjema,
        "rader": rader,
        "lest": _lest(skjema, rader),
        "her": _her(skjema),
    }
    if request.htmx:
        return render(request, "kostnad/budsjett.html#lest", kontekst)
    if deres is not None:
        kontekst |= {"deres": deres, "forskjeller": list(skjema.forskjeller(deres, rader.tilskudd()))}
        # Saving again is now a choice made with open eyes.
        skjema.data = request.POST.copy()
        skjema.data["versjon"] = deres.versjon
    har_feil = kontekst["har_feil"] = skjema.is_bound and bool(skjema.errors or rader.total_error_count())
    return render(request, "kostnad/budsjett.html", kontekst, status=409 if deres else 422 if har_feil else 200)


def _her(skjema: Budsjettskjema) -> str:
    return _("Budsjett %(aar)s") % {"aar": skjema.fast_aar} if skjema.fast_aar else _("Nytt budsjett")


def _lest(skjema: Budsjettskjema, rader: Tilskuddsskjemaer) -> dict[str, Any] | None:
    """How the amounts are read, as far as they can be; None before anything is typed."""
    if not skjema.is_bound:
        return None
    skjema.is_valid()
    rader.is_valid()
    beloep, tilskudd = skjema.cleaned_data.get("beloep"), rader.tilskudd()
    if beloep is None:
        return {"feil": skjema.errors.get("beloep")}
    return {"beloep": beloep, "tilskudd": tilskudd, "rest": beloep - sum(oere for _navn, oere in tilskudd)}
