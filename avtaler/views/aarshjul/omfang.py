"""Whose year a request is about, and the events of it within the reader's scope."""

from datetime import date

from django.http import HttpRequest

from avtaler.forms.aarshjul.filter import Aarshjulfilter
from avtaler.uttrekk.aarshjul import Omfang, Utsnitt, eget_omfang, partens_omfang, regionens_omfang, utsnitt
from kommuner.foresporsel import idag, innsyn, valgt_dato


def lest_filter(request: HttpRequest) -> tuple[Aarshjulfilter, Omfang]:
    """The filter as asked for, and what it is about: a municipality before a region, before what is the reader's."""
    eget = eget_omfang(request.user, dato=idag()) if request.user.is_authenticated else Omfang()
    dato = valgt_dato(request)
    filter = Aarshjulfilter(request.GET, dato=dato, har_eget=eget != Omfang())
    if filter.kommunen is not None:
        return filter, partens_omfang(frozenset({filter.kommunen.pk}), dato=dato)
    if filter.regionen is not None:
        return filter, regionens_omfang(filter.regionen)
    return filter, eget


def lest_utsnitt(request: HttpRequest, omfang: Omfang, *, fra: date, til: date, klasse: str = "") -> Utsnitt:
    """What the reader may see of it, in the reader's language."""
    return utsnitt(
        innsyn(request), omfang, fra=fra, til=til, maalform=request.LANGUAGE_CODE,
        innlogget=request.user.is_authenticated, klasse=klasse,
    )  # fmt: skip
