"""What a finished round opens for: acts that a person does with one click, each with its date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from avtaler.domene.rundeslag import Foelge
from avtaler.models import Avtaleversjon, Deltakelse, Runde
from kommuner.querysets import gyldig

from .rundetavle import Rundetavle


@dataclass(frozen=True, kw_only=True)
class Foelgevalg:
    """One act. ``part_id`` is whom it is about; ``er_gjort`` acts are shown as done."""

    foelge: Foelge
    tekst: str
    dato: date
    part_id: int | None = None
    er_gjort: bool = False
    deltakelse_id: int | None = None
    """Set when the act has a page of its own, where the day is reckoned."""


def foelgevalg(runde: Runde, tavle: Rundetavle) -> tuple[Foelgevalg, ...]:
    """The acts in the order they are done; none until something has been decided. At most two queries."""
    dato = tavle.gjelder_fra
    if dato is None:
        return ()
    return tuple(valg for foelge in tavle.art.foelger for valg in _VALG[foelge](runde, tavle, dato))


def _avtalen_gjelder(runde: Runde, _tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    gjort = runde.avtale.fra == dato and not runde.avtale.er_utkast
    yield Foelgevalg(foelge=Foelge.AVTALEN_GJELDER, tekst=_("Sett avtalen i kraft"), dato=dato, er_gjort=gjort)


def _versjonen_gjelder(runde: Runde, _tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    for versjon in Avtaleversjon.objects.filter(runde=runde).order_by("nummer"):
        tekst = _("Sett versjon %(nummer)s av avtalen i kraft") % {"nummer": versjon.nummer}
        yield Foelgevalg(foelge=Foelge.VERSJONEN_GJELDER, tekst=tekst, dato=dato, er_gjort=versjon.fra == dato)


def _utenfor(runde: Runde, tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    """A coalition begins without the rest: they are taken out of the list of participants, one by one."""
    if not tavle.utenfor:
        return
    med = _med_fra(runde, dato)
    for rad in tavle.utenfor:
        tekst = _("Ta %(navn)s ut av deltakerlista") % {"navn": rad.navn}
        gjort = rad.part_id not in med
        yield Foelgevalg(foelge=Foelge.UTENFOR, tekst=tekst, dato=dato, part_id=rad.part_id, er_gjort=gjort)


def _meld_inn(runde: Runde, _tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    if runde.gjelder_part_id is not None:
        tekst = _("Meld inn %(navn)s") % {"navn": runde.gjelder_part}
        gjort = runde.gjelder_part_id in _med_fra(runde, dato)
        yield Foelgevalg(foelge=Foelge.MELD_INN, tekst=tekst, dato=dato, part_id=runde.gjelder_part_id, er_gjort=gjort)


def _meld_ut(runde: Runde, _tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    """On the agreed day; without one the terms of the agreement give it, and the page of the leaver reckons it."""
    egne = Deltakelse.objects.filter(gyldig(dato) | Q(fra__gt=dato), avtale=runde.avtale_id, part=runde.gjelder_part_id)
    deltakelse = egne.order_by("fra").first() if runde.gjelder_part_id is not None else None
    if runde.gjelder_part_id is not None:
        side = deltakelse is not None and deltakelse.til is None and runde.avtalt_ikrafttreden is None
        yield Foelgevalg(
            foelge=Foelge.MELD_UT, tekst=_("Meld ut %(navn)s") % {"navn": runde.gjelder_part}, dato=dato,
            part_id=runde.gjelder_part_id, er_gjort=deltakelse is None or deltakelse.til is not None,
            deltakelse_id=deltakelse.pk if side else None,
        )  # fmt: skip


def _avslutt(runde: Runde, _tavle: Rundetavle, dato: date) -> Iterable[Foelgevalg]:
    gjort = runde.avtale.til is not None
    yield Foelgevalg(foelge=Foelge.AVSLUTT, tekst=_("Avslutt avtalen"), dato=runde.avtale.til or dato, er_gjort=gjort)


def _ingen(_runde: Runde, _tavle: Rundetavle, _dato: date) -> Iterable[Foelgevalg]:
    return ()


_VALG: dict[Foelge, Callable[[Runde, Rundetavle, date], Iterable[Foelgevalg]]] = {
    Foelge.AVTALEN_GJELDER: _avtalen_gjelder,
    Foelge.VERSJONEN_GJELDER: _versjonen_gjelder,
    Foelge.UTENFOR: _utenfor,
    Foelge.MELD_INN: _meld_inn,
    Foelge.MELD_UT: _meld_ut,
    Foelge.OMDANN: _ingen,
    Foelge.AVSLUTT: _avslutt,
}


def _med_fra(runde: Runde, dato: date) -> set[int]:
    """The parties that take part on the day, or that join later."""
    rader = Deltakelse.objects.filter(gyldig(dato) | Q(fra__gt=dato), avtale=runde.avtale_id)
    return set(rader.values_list("part_id", flat=True))
