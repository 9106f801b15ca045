"""What a coordinator should know when a key or a budget is stored: it may be right, and still not be split yet."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from avtaler.models import Avtale
from kommuner.domene.skriving import vis_dato
from kommuner.models import Statistikk
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.stegdata import deler_beloep, kriterier
from kostnad.models import Budsjett, Noekkel

from .forslag import FOLKETALL, gjeldende_noekkel, siste_budsjett
from .statistikk import telledato


def har_folketall(avtale: Avtale, dato: date) -> bool:
    """Whether any participant's population is known for ``dato``; they are published together. One query."""
    return Statistikk.objects.filter(part__deltakelser__avtale=avtale, variabel=FOLKETALL, dato=dato).exists()


def noekkelvarsler(noekkel: Noekkel) -> Iterator[str]:
    """What keeps the key from splitting the latest budget it is in force for, or that of its first year."""
    siste = siste_budsjett(noekkel.avtale)
    yield from _uten_folketall(noekkel, max(noekkel.fra_aar, siste.aar if siste else 0))


def budsjettvarsler(budsjett: Budsjett) -> Iterator[str]:
    """What keeps the key in force from splitting the budget. Without a key there is only the amount to speak of."""
    noekkel = gjeldende_noekkel(budsjett.avtale.noekler, budsjett.aar)
    if budsjett.beloep_oere is None and (noekkel is None or deler_beloep(les_noekkel(noekkel.steg))):
        yield _("Budsjettet har ikke noe beløp. Da må nøkkelen ha satser som setter summen.")
    if noekkel is not None:
        yield from _uten_folketall(noekkel, budsjett.aar)


def _uten_folketall(noekkel: Noekkel, aar: int) -> Iterator[str]:
    dato = telledato(noekkel, aar)
    if FOLKETALL in kriterier(les_noekkel(noekkel.steg)) and not har_folketall(noekkel.avtale, dato):
        setning = _("Folketallet for %(dato)s finnes ikke ennå. Forslaget kan lages når det er lest inn.")
        yield setning % {"dato": vis_dato(dato)}
