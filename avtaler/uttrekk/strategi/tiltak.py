"""The measures of a strategy, year by year (needs 1.10), and what is wrong with them (3.13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.strategi.fremdrift import Tiltaksfakta, Varsel, tiltaksvarsler
from avtaler.domene.strategi.tre import lest
from avtaler.models import Avtale, Prosjekt, Strategi, Tiltak, Tiltaksstatus
from kommuner.tilgang import Innsyn

from .arbeid import aarene
from .tre import plasser

_FARGE = {
    Tiltaksstatus.PLANLAGT: "neutral", Tiltaksstatus.I_GANG: "info", Tiltaksstatus.FULLFOERT: "success",
    Tiltaksstatus.UTSATT: "warning", Tiltaksstatus.AVLYST: "neutral",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Tiltaksrad:
    """One measure as a line. ``driver`` is for those who are logged in."""

    id: int
    tittel: str
    beskrivelse: str
    punkt_id: int | None
    punkt: str
    aar: str
    status: str
    status_navn: str
    farge: str
    driver: str
    part: str
    neste_dato: date | None
    avtale: Avtale | None
    prosjekt: Prosjekt | None
    resultat: str
    varsler: tuple[str, ...]
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Tiltaksside:
    """The measures of the chosen year, or all; ``per_aar`` is how many each year has."""

    strategi: Strategi
    aar: int | None
    per_aar: tuple[tuple[int, int], ...]
    antall: int
    rader: tuple[Tiltaksrad, ...]

    @property
    def med_varsel(self) -> int:
        return sum(bool(rad.varsler) for rad in self.rader)


def tiltaksside(strategi: Strategi, innsyn: Innsyn, *, aar: int | None, dato: date) -> Tiltaksside:
    """Five queries at most."""
    alle = list(_tiltak(strategi))
    aarstall = sorted({et for rad in alle for et in range(rad.fra_aar, rad.til_aar + 1)})
    per_aar = tuple((et, sum(rad.fra_aar <= et <= rad.til_aar for rad in alle)) for et in aarstall)
    valgt = [rad for rad in alle if aar is None or rad.fra_aar <= aar <= rad.til_aar]
    return Tiltaksside(
        strategi=strategi, aar=aar, per_aar=per_aar, antall=len(alle), rader=_rader(strategi, valgt, innsyn, dato)
    )


def tiltak_for_aaret(strategi: Strategi, innsyn: Innsyn, *, aar: int, dato: date) -> tuple[Tiltaksrad, ...]:
    """The measures of one year in the order of the strategy. Four queries at most."""
    rader = _tiltak(strategi).filter(fra_aar__lte=aar, til_aar__gte=aar)
    return _rader(strategi, list(rader), innsyn, dato)


def _tiltak(strategi: Strategi):
    return Tiltak.objects.filter(strategi=strategi).select_related("punkt", "part", "ansvarlig")


def _rader(strategi: Strategi, tiltak: Sequence[Tiltak], innsyn: Innsyn, dato: date) -> tuple[Tiltaksrad, ...]:
    plass = {pk: nr for nr, pk in enumerate(lest(plasser(strategi.punkter.all())))}
    avtaler = Avtale.objects.for_user(innsyn).in_bulk([rad.avtale_id for rad in tiltak if rad.avtale_id])
    prosjekter = Prosjekt.objects.for_user(innsyn).in_bulk([rad.prosjekt_id for rad in tiltak if rad.prosjekt_id])
    rekke = sorted(tiltak, key=lambda rad: (plass.get(rad.punkt_id or 0, len(plass)), rad.fra_aar, rad.pk))
    return tuple(_rad(rad, avtaler, prosjekter, dato) for rad in rekke)


def _rad(rad: Tiltak, avtaler: dict[int, Avtale], prosjekter: dict[int, Prosjekt], dato: date) -> Tiltaksrad:
    fakta = Tiltaksfakta(
        status=rad.status, til_aar=rad.til_aar, neste_dato=rad.neste_dato, har_driver=rad.ansvarlig_id is not None
    )
    return Tiltaksrad(
        id=rad.pk, tittel=rad.tittel, beskrivelse=rad.beskrivelse, punkt_id=rad.punkt_id,
        punkt=rad.punkt.tekst if rad.punkt else "", aar=aarene(rad.fra_aar, rad.til_aar), status=rad.status,
        status_navn=rad.get_status_display(), farge=_FARGE[Tiltaksstatus(rad.status)],
        driver=(rad.ansvarlig.navn or _("(uten navn)")) if rad.ansvarlig else "",
        part=rad.part.navn if rad.part else "", neste_dato=rad.neste_dato, avtale=avtaler.get(rad.avtale_id or 0),
        prosjekt=prosjekter.get(rad.prosjekt_id or 0),
        resultat=rad.resultat, varsler=tuple(varseltekst(ett) for ett in tiltaksvarsler(fakta, dato)),
        er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def varseltekst(varsel: Varsel) -> str:
    """What is wrong, in few words."""
    return {
        Varsel.FORSINKET: _("Forsinket"), Varsel.UTEN_DATO: _("Uten neste dato"),
        Varsel.UTEN_DRIVER: _("Ingen driver det"),
    }[varsel]  # fmt: skip
