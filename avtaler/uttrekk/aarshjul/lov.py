"""What the law asks for in the period: of the municipality, and of each cooperation by its form. No queries."""

from collections.abc import Iterator

from avtaler.domene.aarshjul.hendelse import BEGGE, Hendelse
from avtaler.domene.aarshjul.lovregel import Forekomst, Hvem, forekomster
from avtaler.domene.hjemmel import Sikkerhet
from avtaler.models import Avtale
from avtaler.regler.aarshjulregler import les_aarshjulregler

from .utsnitt import Utsnitt, hjulene, lenker


def lovhendelser(utsnitt: Utsnitt) -> Iterator[Hendelse]:
    """One event for each time a rule falls; a rule about cooperations names those it is about, and needs one."""
    for forekomst in forekomster(les_aarshjulregler(), fra=utsnitt.fra, til=utsnitt.til):
        angaar = _angaar(utsnitt, forekomst)
        if angaar or forekomst.regel.hvem is Hvem.KOMMUNEN:
            yield _hendelse(forekomst, angaar, utsnitt.maalform)


def _angaar(utsnitt: Utsnitt, forekomst: Forekomst) -> list[Avtale]:
    return [a for a in utsnitt.gjeldende(forekomst.til) if a.form in forekomst.regel.former]


def _hendelse(forekomst: Forekomst, angaar: list[Avtale], maalform: str) -> Hendelse:
    regel = forekomst.regel
    return Hendelse(
        noekkel=f"lov-{regel.kode}-{forekomst.til.year}", fra=forekomst.fra, til=forekomst.til, slag=regel.slag,
        tittel=regel.tittel.paa(maalform), sted=regel.sted.paa(maalform), gjoere=regel.gjoere.paa(maalform),
        hjul=hjulene(angaar) or BEGGE, roller=frozenset(regel.roller), avtaler=lenker(angaar),
        hjemmel=regel.hjemmel.paa(maalform), kilde=regel.hjemmel.kilde,
        raadet_kan_paavirke=regel.raadet_kan_paavirke, er_bekreftet=regel.sikkerhet is Sikkerhet.LEST,
    )  # fmt: skip
