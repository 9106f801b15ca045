"""The region's own events, each time they come, and deadlines of the clean-up list for those who keep the register."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.aarshjul.gjentakelse import Gjentas, dager_i
from avtaler.domene.aarshjul.hendelse import Avtalelenke, Hendelse, Hjul, Slag
from avtaler.models import Funnbehandling, Hjulhendelse
from avtaler.regler.rydderegler import les_rydderegler

from .avtalene import HOLDER_REGISTERET
from .utsnitt import Utsnitt, hjulene, lenker


def egne_hendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """One query. What is about one municipality is for it, and for those who see all of the region."""
    rader = Hjulhendelse.objects.for_user(utsnitt.innsyn).filter(region__in=utsnitt.omfang.om_regioner)
    rader = rader.filter(fra__lte=utsnitt.til).select_related("region", "avtale")
    for rad in rader:
        ser_alt = rad.region_id in utsnitt.omfang.regioner
        yield from (h for h in forekomster(rad, utsnitt) if ser_alt or h.gjelder_parter(utsnitt.omfang.parter))


def forekomster(rad: Hjulhendelse, utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Each time one event comes in the period. No queries."""
    dager = dager_i(
        rad.fra, Gjentas(rad.gjentas), fra=utsnitt.fra, til=utsnitt.til, ikke_fra=rad.til, varer=rad.varer_dager
    )
    for dag in dager:
        yield Hendelse(
            noekkel=f"egen-{rad.pk}-{dag:%Y%m%d}", fra=dag, til=dag + timedelta(days=rad.varer_dager - 1),
            slag=Slag.EGEN, hjul=frozenset({Hjul(rad.klasse)}), tittel=rad.tittel, gjoere=rad.beskrivelse,
            roller=frozenset(rad.roller), parter=frozenset({rad.part_id} if rad.part_id else ()),
            avtaler=(Avtalelenke(id=rad.avtale_id, navn=rad.avtale.navn),) if rad.avtale_id else (),
            region=rad.region.navn, maalform=utsnitt.skrevet_paa(rad.avtale_id, rad.region_id),
            er_eksempel=rad.er_eksempel, raadet_kan_paavirke=rad.kan_paavirkes,
            url=reverse("avtaler:endre_hjulhendelse", args=[rad.region.slug, rad.pk])
            if utsnitt.innsyn.kan_redigere(rad.region_id)
            else "",
        )  # fmt: skip


def ryddefrister(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """Deadlines set in the clean-up list, for the coordinators of the agreement. One query, none for others."""
    egne = [a.pk for a in utsnitt.avtaler if utsnitt.innsyn.kan_redigere(a.region_id)]
    if not egne:
        return
    rader = Funnbehandling.objects.filter(avtale__in=egne, kvittert__isnull=True)
    regler = les_rydderegler()
    for rad in rader.filter(frist__gte=utsnitt.fra, frist__lte=utsnitt.til):
        avtale = utsnitt.avtale[rad.avtale_id]
        regel = regler.get(rad.kode)
        yield Hendelse(
            noekkel=f"rydding-{rad.pk}", fra=rad.frist, til=rad.frist, slag=Slag.AVTALE, hjul=hjulene([avtale]),
            tittel=f"{avtale.navn}: {regel.tittel.paa(utsnitt.maalform) if regel else _('punkt i ryddelista')}",
            roller=HOLDER_REGISTERET, avtaler=lenker([avtale]),
            url=reverse("avtaler:ryddefunn", args=[avtale.pk, rad.kode]), gjoere=_("Frist i ryddelista."),
        )  # fmt: skip
