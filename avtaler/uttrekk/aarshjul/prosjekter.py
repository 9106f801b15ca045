"""Projects: the next date of each that goes on, and the day an offer of money ends, for those who may see money."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.aarshjul.hendelse import Hendelse, Hjul, Slag
from avtaler.models import Finansiering, Prosjekt, Prosjektklasse, Prosjektstatus

from .utsnitt import Utsnitt


def prosjekthendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Two queries, one for a visitor."""
    periode = {"neste_dato__gte": utsnitt.fra, "neste_dato__lte": utsnitt.til}
    prosjekter = Prosjekt.objects.for_user(utsnitt.innsyn).filter(_omfang(utsnitt, ""), **periode)
    for prosjekt in prosjekter.filter(status=Prosjektstatus.PAAGAAENDE).distinct():
        yield _neste(prosjekt, utsnitt.skrevet_paa(prosjekt.avtale_id, prosjekt.region_id))
    if utsnitt.innlogget:
        yield from _tilsagn(utsnitt)


def _tilsagn(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    med_penger = Prosjekt.objects.med_oekonomi_for(utsnitt.innsyn).order_by().values("pk")
    tilsagn = Finansiering.objects.filter(
        _omfang(utsnitt, "prosjekt__"), prosjekt__in=med_penger, frist__gte=utsnitt.fra, frist__lte=utsnitt.til
    )
    tilsagn = tilsagn.exclude(status=Finansiering.Status.AVSLAATT).select_related("prosjekt").distinct()
    for rad in tilsagn:
        yield Hendelse(
            noekkel=f"tilsagn-{rad.pk}", fra=rad.frist, til=rad.frist, slag=Slag.PROSJEKT, hjul=_hjul(rad.prosjekt),
            tittel=_("%(prosjekt)s: tilsagnet fra %(fra)s går ut")
            % {"prosjekt": rad.prosjekt.navn, "fra": rad.navn},
            url=reverse("avtaler:prosjekt", args=[rad.prosjekt_id]), er_eksempel=rad.er_eksempel,
            gjoere=_("Rapporter og be om utbetaling, eller søk om lengre frist."),
        )  # fmt: skip


def _neste(prosjekt: Prosjekt, maalform: str) -> Hendelse:
    return Hendelse(
        noekkel=f"prosjekt-{prosjekt.pk}-{prosjekt.neste_dato:%Y%m%d}", fra=prosjekt.neste_dato,
        til=prosjekt.neste_dato, slag=Slag.PROSJEKT, hjul=_hjul(prosjekt), maalform=maalform,
        er_eksempel=prosjekt.er_eksempel,
        tittel=f"{prosjekt.navn}: {prosjekt.neste or _('neste dato i prosjektet')}",
        url=reverse("avtaler:prosjekt", args=[prosjekt.pk]), sted=_("Prosjektet"),
        gjoere=_("Følg prosjektet, og si fra før neste skritt."), raadet_kan_paavirke=True,
    )  # fmt: skip


def _hjul(prosjekt: Prosjekt) -> frozenset[Hjul]:
    drift = prosjekt.klasse == Prosjektklasse.DRIFT
    return frozenset({Hjul.TJENESTEYTING if drift else Hjul.UTVIKLING})


def _omfang(utsnitt: Utsnitt, prefiks: str) -> Q:
    """Of the regions, of the agreements, and those the municipalities have joined."""
    omfang = utsnitt.omfang
    return (
        Q(**{f"{prefiks}region__in": omfang.regioner})
        | Q(**{f"{prefiks}avtale__in": list(utsnitt.avtale)})
        | Q(**{f"{prefiks}deltakelser__part__in": omfang.parter})
    )
