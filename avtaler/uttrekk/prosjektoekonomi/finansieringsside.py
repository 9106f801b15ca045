"""The financing of one project: who pays what on which terms, reconciled with the frame; own effort beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from avtaler.domene.prosjektoekonomi.finansiering import Bortfall, Del, Frist, Plan, Status, bortfall, planen, soeyler
from avtaler.models import Finansiering, Prosjekt, Prosjektdeltakelse
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok

BREDDE = 600


@dataclass(frozen=True, kw_only=True)
class Finansieringsrad:
    """One funder as a page shows it; ``frist`` is the last day the money can be used."""

    id: int
    navn: str
    part_navn: str
    type_navn: str
    status: str
    status_navn: str
    beloep_oere: int | None
    utbetalt_oere: int
    rest_oere: int | None
    vilkaar: str
    frist: date | None
    fristen: Frist
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Egeninnsats:
    """What one participant puts in, in kind: words and hours, never kroner."""

    navn: str
    tekst: str
    timer: Decimal | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Finansieringsside:
    """``soeyler`` are (kind, from, width) of ``BREDDE``."""

    plan: Plan
    rader: tuple[Finansieringsrad, ...]
    bortfall: tuple[Bortfall, ...]
    egeninnsats: tuple[Egeninnsats, ...]
    soeyler: tuple[tuple[str, int, int], ...]

    @property
    def sum_timer(self) -> Decimal | None:
        """None when no hours are stated."""
        timer = [rad.timer for rad in self.egeninnsats if rad.timer is not None]
        return sum(timer, Decimal(0)) if timer else None

    @property
    def utloepte(self) -> tuple[Finansieringsrad, ...]:
        return tuple(rad for rad in self.rader if rad.fristen is Frist.UTLOEPT)

    @property
    def er_tom(self) -> bool:
        return not self.rader and self.plan.ramme is None


def finansieringspanel(prosjekt: Prosjekt, innsyn: Innsyn, *, dato: date) -> Finansieringsside | None:
    """The financing for the project's own page; None for those who may not see its money. Five queries at most."""
    if not Prosjekt.objects.med_oekonomi_for(innsyn).filter(pk=prosjekt.pk).exists():
        return None
    return finansieringsside(prosjekt, dato=dato)


def finansieringsside(prosjekt: Prosjekt, *, dato: date) -> Finansieringsside:
    """Four queries. Whether the reader may see it, the caller has asked (``med_oekonomi_for``)."""
    rader = list(Finansiering.objects.filter(prosjekt=prosjekt).select_related("part"))
    med = Prosjektdeltakelse.objects.filter(prosjekt=prosjekt).select_related("part")
    innsats = [rad for rad in med if rad.egeninnsats or rad.egeninnsats_timer is not None]
    navn = Navnebok([rad.part for rad in [*rader, *innsats] if rad.part], dato=dato)
    deler = [som_del(rad) for rad in rader]
    plan = planen(prosjekt.kostnad_oere, deler, dato=dato)
    return Finansieringsside(
        plan=plan,
        rader=tuple(_rad(rad, ledd, navn, dato) for rad, ledd in zip(rader, deler, strict=True)),
        bortfall=bortfall(deler),
        egeninnsats=tuple(_innsats(innsats, navn)),
        soeyler=soeyler(plan, bredde=BREDDE),
    )


def som_del(rad: Finansiering) -> Del:
    """The row as the calculation knows it."""
    return Del(status=Status(rad.status), beloep=rad.beloep_oere, utbetalt=rad.utbetalt_oere, frist=rad.frist)


def _rad(rad: Finansiering, ledd: Del, navn: Navnebok, dato: date) -> Finansieringsrad:
    return Finansieringsrad(
        id=rad.pk, navn=rad.navn, part_navn=navn(rad.part).navn if rad.part else "",
        type_navn=rad.get_type_display(), status=rad.status, status_navn=rad.get_status_display(),
        beloep_oere=rad.beloep_oere, utbetalt_oere=rad.utbetalt_oere, rest_oere=ledd.rest, vilkaar=rad.vilkaar,
        frist=rad.frist, fristen=ledd.fristen(dato), er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _innsats(rader: Iterable[Prosjektdeltakelse], navn: Navnebok) -> Iterable[Egeninnsats]:
    for rad in rader:
        yield Egeninnsats(
            navn=navn(rad.part).navn, tekst=rad.egeninnsats, timer=rad.egeninnsats_timer, er_eksempel=rad.er_eksempel
        )
