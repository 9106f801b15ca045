"""A form sent twice is done once: the second gets the answer of the first."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kommuner.models import Innsending

#: The hidden field; ``komponenter/innsending.html`` puts it in a form.
FELT = "innsending"
HUSKES = timedelta(days=3)
View = Callable[..., HttpResponse]


def en_gang(view: View) -> View:
    """The same form, sent again with the same content by the same person, only leads where the first one led.

    The view runs in one transaction. What it redirects from counts as done; anything else (422, 409) may be sent again.
    A form without the hidden field is done each time.
    """

    @wraps(view)
    def innpakket(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        noekkel = _noekkel(request)
        if noekkel is None:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            innsending, ny = Innsending.objects.get_or_create(
                bruker_id=request.user.pk, noekkel=noekkel, avtrykk=_avtrykk(request)
            )
            if not ny:
                return _foerste_svar(request, innsending)
            return _husk(innsending, view(request, *args, **kwargs))

    innpakket.en_gang = True
    return innpakket


def glem_gamle() -> int:
    """Forget the forms sent some days ago; how many."""
    return Innsending.objects.filter(tid__lt=timezone.now() - HUSKES).delete()[0]


def _noekkel(request: HttpRequest) -> UUID | None:
    if request.method != "POST" or not request.user.is_authenticated:
        return None
    try:
        return UUID(request.POST.get(FELT, ""))
    except ValueError:
        return None


def _avtrykk(request: HttpRequest) -> str:
    """Of where it was sent and all that was typed: going back and writing something else is a new form."""
    felt = sorted((navn, tuple(verdier)) for navn, verdier in request.POST.lists() if navn != "csrfmiddlewaretoken")
    filer = sorted((navn, fil.name, fil.size) for navn, fil in request.FILES.items())
    return hashlib.sha256(repr((request.get_full_path(), felt, filer)).encode()).hexdigest()


def _husk(innsending: Innsending, svar: HttpResponse) -> HttpResponse:
    if isinstance(svar, HttpResponseRedirect):
        innsending.til = svar.url[:500]
        innsending.save(update_fields=["til"])
    else:
        innsending.delete()
    return svar


def _foerste_svar(request: HttpRequest, innsending: Innsending) -> HttpResponse:
    messages.info(request, _("Skjemaet er allerede sendt. Det ble lagret én gang."))
    return HttpResponseRedirect(innsending.til)
