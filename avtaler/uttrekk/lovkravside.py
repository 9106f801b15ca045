"""The statutory checklist of one agreement: every requirement with its paragraph, outcome and clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag
from avtaler.domene.krav import Resultat
from avtaler.domene.lovkrav import Vurdering, vurder_avtale
from avtaler.models import Avtale
from avtaler.regler import les_regelverk

from .grunnlag import avtalegrunnlag


@dataclass(frozen=True, kw_only=True)
class Kravrad:
    """One requirement as it is shown, in the reader's language. ``klausul`` is in the agreement's own."""

    kode: str
    tittel: str
    hjelp: str
    hjemmel: str
    kilde: str
    resultat: Resultat
    resultat_navn: str
    begrunnelse: str
    er_bekreftet: bool
    klausul: str


@dataclass(frozen=True, kw_only=True)
class Lovkravside:
    """The checklist with its counts. ``rettstilstand`` is the day the rules were read in the law."""

    rader: tuple[Kravrad, ...]
    maalform: str
    rettstilstand: date

    def antall(self, resultat: Resultat) -> int:
        return sum(rad.resultat is resultat for rad in self.rader)

    @property
    def oppfylt(self) -> int:
        return self.antall(Resultat.OPPFYLT)

    @property
    def mangler(self) -> int:
        return self.antall(Resultat.MANGLER)

    @property
    def maa_vurderes(self) -> int:
        return self.antall(Resultat.MAA_VURDERES)

    @property
    def aktuelle(self) -> int:
        """Requirements that concern the agreement as it is."""
        return len(self.rader) - self.antall(Resultat.IKKE_RELEVANT)


def resultatnavn(resultat: Resultat) -> str:
    """The outcome as a person says it."""
    return {
        Resultat.OPPFYLT: _("Oppfylt"),
        Resultat.MANGLER: _("Mangler"),
        Resultat.MAA_VURDERES: _("Må vurderes"),
        Resultat.IKKE_RELEVANT: _("Ikke aktuelt"),
    }[resultat]


def lovkravside(avtale: Avtale, *, dato: date, maalform: str) -> Lovkravside:
    """The checklist of a stored agreement; as many queries as its facts take."""
    return sjekkliste(avtalegrunnlag(avtale, dato=dato), dato=dato, maalform=maalform, avtalespraak=avtale.maalform)


def sjekkliste(grunnlag: Avtalegrunnlag, *, dato: date, maalform: str, avtalespraak: str = "nb") -> Lovkravside:
    """The checklist of any facts, stored or just typed. No queries."""
    regelverk = les_regelverk()
    hjelp = {krav.kode: krav.hjelp.paa(maalform) for krav in regelverk.krav_for(grunnlag.form, dato)}
    funn: Sequence[Vurdering] = vurder_avtale(grunnlag, regelverk=regelverk, dato=dato)
    return Lovkravside(
        rader=tuple(_rad(ett, grunnlag, hjelp[ett.kode], maalform) for ett in funn),
        maalform=avtalespraak, rettstilstand=regelverk.rettstilstand,
    )  # fmt: skip


def _rad(funn: Vurdering, grunnlag: Avtalegrunnlag, hjelp: str, maalform: str) -> Kravrad:
    return Kravrad(
        kode=funn.kode, tittel=funn.tittel.paa(maalform), hjelp=hjelp, hjemmel=funn.hjemmel.paa(maalform),
        kilde=funn.hjemmel.kilde, resultat=funn.resultat, resultat_navn=resultatnavn(funn.resultat),
        begrunnelse=funn.begrunnelse.paa(maalform), er_bekreftet=funn.sikkerhet == "lest",
        klausul=grunnlag.bestemmelser.get(funn.kode, ""),
    )  # fmt: skip
