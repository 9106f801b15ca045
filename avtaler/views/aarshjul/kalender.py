"""The year in one's own calendar: a file to take away, and an address that calendar programmes ask."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from avtaler.models import Kalenderlenke
from avtaler.tjenester.aarshjul.kalenderlenker import finn_kalenderlenke, sekvenser_for
from avtaler.uttrekk.aarshjul import hendelser
from avtaler.uttrekk.aarshjul.hjulside import perioden
from avtaler.uttrekk.aarshjul.ics import avtrykk, kalenderfil, uid
from avtaler.uttrekk.aarshjul.lenker import kalenderens_hendelser
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag

from .omfang import lest_filter, lest_utsnitt

ICS = "text/calendar; charset=utf-8"


@login_not_required
@require_safe
def aarshjul_ics(request: HttpRequest) -> HttpResponse:
    """The wheel the reader looks at, as a file: the same filter, the same scope."""
    filter, omfang = lest_filter(request)
    fra, til = perioden(filter.aaret)
    klasse, rolle = filter.data["klasse"], filter.data["rolle"]
    alle = hendelser(lest_utsnitt(request, omfang, fra=fra, til=til, klasse=klasse))
    valgte = [h for h in alle if (not rolle or h.gjelder_rolle(rolle)) and (not klasse or klasse in h.hjul)]
    navn = _("Årshjul %(aar)s") % {"aar": filter.aaret}
    svar = HttpResponse(kalenderfil(valgte, navn=navn, dato=idag(), nettadresse=settings.NETTADRESSE), content_type=ICS)
    svar["Content-Disposition"] = innholdsdisposisjon(f"aarshjul-{filter.aaret}.ics")
    return svar


@login_not_required
@require_safe
def kalender(request: HttpRequest, kalendernoekkel: str) -> HttpResponse:
    """What a calendar programme fetches: the events its owner may see today. A wrong or called-back secret is 404."""
    lenke = finn_kalenderlenke(kalendernoekkel)
    if lenke is None:
        # Not the site's own page: that would set cookies in a calendar programme.
        return _taus(HttpResponseNotFound(content_type="text/plain"))
    with translation.override(lenke.maalform):
        svar = HttpResponse(_fil(lenke), content_type=ICS)
    svar["Content-Language"] = lenke.maalform
    return _taus(svar)


def _taus(svar: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, and telling nobody where it was."""
    svar["Cache-Control"] = "no-store"
    svar["Referrer-Policy"] = "no-referrer"
    svar["X-Robots-Tag"] = "noindex"
    return svar


def _fil(lenke: Kalenderlenke) -> bytes:
    alle = kalenderens_hendelser(lenke, dato=idag())
    adresse = settings.NETTADRESSE
    sekvenser = sekvenser_for(lenke.pk, {uid(h, adresse): avtrykk(h) for h in alle}, dato=idag())
    return kalenderfil(alle, navn=lenke.navn, dato=idag(), nettadresse=adresse, sekvenser=sekvenser)
