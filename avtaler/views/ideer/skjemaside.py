"""A form about an idea: shown, refused (422), met by somebody else's change (409), or done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from avtaler.forms.forskjell import MedForskjeller, paa_nytt
from avtaler.models.idee import Ide
from avtaler.tjenester import Avvist, Konflikt
from avtaler.views.oppslag import sendt, vis_avvist

from .oppslag import stier

#: Makes the form of what was sent (None: nothing) and of the idea as it is stored.
Lager = Callable[[Any, Ide], forms.Form]


@dataclass(frozen=True, kw_only=True)
class Tekster:
    """What the page says, and the template that says it."""

    tittel: str
    knapp: str
    lagret: str
    mal: str = "avtaler/ideer/vurdering.html"
    ekstra: Callable[[forms.Form], dict[str, Any]] = field(default=lambda _skjema: {})


def besvar(
    request: HttpRequest, ide: Ide, tekster: Tekster, *, lag: Lager, lagre: Callable[[Any], Any]
) -> HttpResponse:
    """``lagre`` takes the valid form and returns where to go; it may raise Avvist and Konflikt."""
    skjema, forskjeller = lag(sendt(request), ide), None
    if request.method == "POST" and skjema.is_valid():
        try:
            maal = lagre(skjema)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as konflikt:
            fersk = Ide.objects.get(pk=konflikt.lagret.pk)
            skjema = lag(paa_nytt(request.POST, versjon=fersk.versjon), fersk)
            forskjeller = list(skjema.forskjeller()) if isinstance(skjema, MedForskjeller) else []
        else:
            messages.success(request, tekster.lagret)
            return redirect(maal)
    kontekst = {
        "form": skjema, "ide": ide, "forskjeller": forskjeller, "stier": stier(ide), "tittel": tekster.tittel,
        "knapp": tekster.knapp, **tekster.ekstra(skjema),
    }  # fmt: skip
    status = 409 if forskjeller is not None else 422 if skjema.errors else 200
    return render(request, tekster.mal, kontekst, status=status)
