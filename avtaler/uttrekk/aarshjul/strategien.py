"""The strategy carried out: the next date of measures, and when the cases the region fronts are decided."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.aarshjul.hendelse import Hendelse, Hjul, Slag
from avtaler.models import Frontsak, Tiltak, Tiltaksstatus

from .utsnitt import Utsnitt

FERDIG = (Tiltaksstatus.FULLFOERT, Tiltaksstatus.AVLYST)
UTVIKLING = frozenset({Hjul.UTVIKLING})


def strategihendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Two queries."""
    periode = (utsnitt.fra, utsnitt.til)
    tiltak = Tiltak.objects.filter(strategi__region__in=utsnitt.omfang.om_regioner, neste_dato__range=periode)
    for rad in tiltak.exclude(status__in=FERDIG):
        yield Hendelse(
            noekkel=f"tiltak-{rad.pk}-{rad.neste_dato:%Y%m%d}", fra=rad.neste_dato, til=rad.neste_dato,
            slag=Slag.STRATEGI, hjul=UTVIKLING, tittel=_("Tiltak: %(tittel)s") % {"tittel": rad.tittel},
            url=reverse("avtaler:strategi", args=[rad.strategi_id]), er_eksempel=rad.er_eksempel,
            gjoere=_("Se hva som er gjort, og hva som er neste skritt."),
        )  # fmt: skip
    yield from _frontsaker(utsnitt, periode)


def _frontsaker(utsnitt: Utsnitt, periode: tuple[date, date]) -> Iterator[Hendelse]:
    aapne = (Frontsak.Status.PLANLAGT, Frontsak.Status.I_ARBEID)
    saker = Frontsak.objects.filter(region__in=utsnitt.omfang.om_regioner, status__in=aapne)
    for sak in saker.filter(Q(dato__range=periode) | Q(neste_dato__range=periode)).select_related("punkt"):
        if sak.neste_dato is not None and periode[0] <= sak.neste_dato <= periode[1]:
            neste = sak.neste or _("neste skritt")
            yield _frontsak(sak, "neste", sak.neste_dato, _("Frontsak: %(tittel)s. %(neste)s"), neste)
        if sak.dato is not None and periode[0] <= sak.dato <= periode[1]:
            yield _frontsak(sak, "avgjoeres", sak.dato, _("Frontsaken avgjøres: %(tittel)s"), "")


def _frontsak(sak: Frontsak, del_: str, dag: date, tittel: str, neste: str) -> Hendelse:
    return Hendelse(
        noekkel=f"frontsak-{sak.pk}-{del_}-{dag:%Y%m%d}", fra=dag, til=dag, slag=Slag.STRATEGI, hjul=UTVIKLING,
        tittel=tittel % {"tittel": sak.tittel, "neste": neste}, sted=sak.rettet_mot, er_eksempel=sak.er_eksempel,
        url=reverse("avtaler:strategi", args=[sak.punkt.strategi_id]) if sak.punkt else "",
        gjoere=_("Ta saken opp i partiet og i møtene regionen har: %(kanal)s.") % {"kanal": sak.kanal}
        if sak.kanal
        else _("Ta saken opp i partiet og i møtene regionen har."),
    )  # fmt: skip
