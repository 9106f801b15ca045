"""Cases on their way to the councils: the last day for input, the window, the council's own meeting, taking effect."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.aarshjul.hendelse import Hendelse, Slag
from avtaler.domene.runde import BEHANDLET
from avtaler.models import Raadsvedtak, Runde, Rundeslag
from kommuner.uttrekk import Navnebok

from .utsnitt import Utsnitt, hjulene, lenker


def sakshendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Three queries: the rounds, the answers of the municipalities in scope, and their names."""
    egne = Raadsvedtak.objects.filter(part__in=utsnitt.omfang.parter).select_related("part")
    runder = Runde.objects.filter(avtale__in=list(utsnitt.avtale), nye_runder__isnull=True)
    runder = list(runder.prefetch_related(Prefetch("vedtak", queryset=egne, to_attr="egne_vedtak")))
    navn = Navnebok([v.part for runde in runder for v in runde.egne_vedtak], dato=utsnitt.fra)
    for runde in runder:
        yield from _runden(runde, utsnitt)
        for vedtak in runde.egne_vedtak:
            if vedtak.dato is not None and vedtak.status not in BEHANDLET:
                yield _moetet(runde, vedtak, navn(vedtak.part).navn, utsnitt)


def _runden(runde: Runde, utsnitt: Utsnitt) -> Iterator[Hendelse]:
    if runde.innspillsfrist is not None and runde.laast is None:
        yield _innspill(runde, utsnitt)
    if runde.vindu_til is not None:
        yield _vinduet(runde, utsnitt)
    if runde.avtalt_ikrafttreden is not None:
        yield _ikraft(runde, utsnitt)


def _innspill(runde: Runde, utsnitt: Utsnitt) -> Hendelse:
    return _hendelse(
        runde, utsnitt, "innspill", runde.innspillsfrist, runde.innspillsfrist,
        tittel=_("Siste dag for innspill: %(sak)s"), raadet_kan_paavirke=True,
        gjoere=_("Send innspill før teksten låses. Etterpå må alle vedta de samme ordene."),
    )  # fmt: skip


def _vinduet(runde: Runde, utsnitt: Utsnitt) -> Hendelse:
    besvart = bool(runde.egne_vedtak) and all(vedtak.status in BEHANDLET for vedtak in runde.egne_vedtak)
    spurt = bool(runde.egne_vedtak) or not utsnitt.omfang.parter
    return _hendelse(
        runde, utsnitt, "vindu", runde.vindu_fra or runde.vindu_til, runde.vindu_til,
        tittel=_("Til behandling i kommunestyrene: %(sak)s"), raadet_kan_paavirke=spurt and not besvart,
        gjoere=_("Kommunestyret har behandlet saken.") if besvart else _kan(runde),
    )  # fmt: skip


def _kan(runde: Runde) -> str:
    if runde.slag == Rundeslag.BUDSJETT:
        return _("Kommunestyret kan uttale seg om budsjettet. Dette er siste mulighet før det låses.")
    if runde.laast is None:
        return _("Teksten er åpen: Be om endringer nå. Etterpå må alle vedta de samme ordene.")
    return _("Kommunestyret vedtar eller avviser. Teksten er låst: Avvik i ordene må avklares med de andre.")


def _ikraft(runde: Runde, utsnitt: Utsnitt) -> Hendelse:
    return _hendelse(
        runde, utsnitt, "ikraft", runde.avtalt_ikrafttreden, runde.avtalt_ikrafttreden,
        tittel=_("Avtalt ikrafttreden: %(sak)s"), gjoere=_("Gjelder fra denne dagen når alle har vedtatt det samme."),
    )  # fmt: skip


def _moetet(runde: Runde, vedtak: Raadsvedtak, kommune: str, utsnitt: Utsnitt) -> Hendelse:
    return _hendelse(
        runde, utsnitt, f"moete-{vedtak.part_id}", vedtak.dato, vedtak.dato,
        tittel=_("Kommunestyret behandler: %(sak)s"), raadet_kan_paavirke=True, slag=Slag.MOETE,
        gjoere=_kan(runde), sted=_("Kommunestyret i %(kommune)s") % {"kommune": kommune},
        parter=frozenset({vedtak.part_id}),
    )  # fmt: skip


def _hendelse(
    runde: Runde, utsnitt: Utsnitt, del_: str, fra: date, til: date, *, tittel: str, slag: Slag | None = None,
    sted: str = "", **felt: Any,
) -> Hendelse:  # fmt: skip
    avtale = utsnitt.avtale[runde.avtale_id]
    er_budsjett = runde.slag == Rundeslag.BUDSJETT
    return Hendelse(
        noekkel=f"runde-{runde.pk}-{del_}", fra=fra, til=til,
        slag=slag or (Slag.BUDSJETT if er_budsjett else Slag.SAK), hjul=hjulene([avtale]), avtaler=lenker([avtale]),
        tittel=tittel % {"sak": runde.tittel}, sted=sted or _("Kommunestyret"),
        url=reverse("avtaler:runde", args=[runde.pk]), er_eksempel=runde.er_eksempel, **felt,
    )  # fmt: skip
