"""What a request brings to every page: its date and the reader's access. The only place that asks the clock."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar
from kommuner.tilgang import Innsyn, innsyn_for


def idag() -> date:
    """Today in Norway."""
    return timezone.localdate()


def valgt_dato(request: HttpRequest) -> date:
    """«Slik det var»: the date in ``?dato=``, or today when it is missing or cannot be read."""
    tekst = request.GET.get("dato", "").strip()
    if not tekst:
        return idag()
    try:
        return les_dato(tekst, referanseaar=idag().year)
    except Ulesbar:
        return idag()


def datovalg(request: HttpRequest) -> str:
    """«?dato=2019-01-01» to stay on the chosen date; empty today."""
    dato = valgt_dato(request)
    return "" if dato == idag() else f"?dato={dato.isoformat()}"


def innsyn(request: HttpRequest) -> Innsyn:
    """The reader's access today, looked up once a request. History is read with today's access."""
    if not hasattr(request, "_innsyn"):
        request._innsyn = innsyn_for(request.user, dato=idag())
    return request._innsyn
