"""Who may see and do what: the roles of one user on one date, gathered once and asked everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kommuner.models import Bruker, Kommuneendring, Regionmedlemskap, Rolle, Tilgang
from kommuner.querysets import gyldig


@dataclass(frozen=True, kw_only=True)
class Innsyn:
    """What a user reaches. Sets hold primary keys; a municipality brings its predecessors with it."""

    er_administrator: bool = False
    regioner: frozenset[int] = frozenset()
    """Regions whose agreements the user maintains (koordinator)."""
    sekretaer_regioner: frozenset[int] = frozenset()
    parter: frozenset[int] = frozenset()
    """Parties of which the user sees everything, drafts and money included."""
    bestiller_for: frozenset[int] = frozenset()
    """Parties whose reports the user may order."""

    innsynsparter: frozenset[int] = frozenset()
    """Parties whose agreements the user oversees, history included (innsyn: kontrollutvalg, revisor)."""
    via_region: frozenset[int] = frozenset()
    """Parties reached only because the user keeps, or is secretary of, a region they are in."""
    taler_for: frozenset[int] = frozenset()
    """Parties the user speaks for, as their politician or secretary."""
    dato: date | None = None
    """The day the access is of; without it, only a membership with no end is one that runs."""

    def ser_part(self, part_id: int) -> bool:
        return self.er_administrator or part_id in self.parter

    @property
    def egne_parter(self) -> frozenset[int]:
        """The parties the user is of, not counting those reached through a region."""
        return self.parter - self.via_region

    def kan_bestille(self, part_id: int) -> bool:
        return self.er_administrator or part_id in self.bestiller_for

    def foerer_for(self, part_id: int) -> bool:
        """Whether the user enters how the municipality is governed, who holds office, and who takes its seats.

        Its own secretary does, and those who keep a region it is in: the same who order its reports.
        """
        return self.kan_bestille(part_id)

    def kan_bestille_region(self, region_id: int) -> bool:
        return self.er_administrator or region_id in self.regioner | self.sekretaer_regioner

    def kan_redigere(self, region_id: int | None) -> bool:
        return self.er_administrator or region_id in self.regioner

    @property
    def er_koordinator(self) -> bool:
        return self.er_administrator or bool(self.regioner)

    @property
    def foelger_historikk(self) -> bool:
        return self.er_koordinator or bool(self.innsynsparter)


INGEN = Innsyn()


def innsyn_for(bruker: Bruker, *, dato: date) -> Innsyn:
    """The access of ``bruker`` on ``dato``; three queries at most, none for a visitor."""
    if not bruker.is_authenticated:
        return Innsyn(dato=dato)
    tilganger = list(Tilgang.objects.filter(gyldig(dato), bruker=bruker))
    regioner = _steder(tilganger, "region_id", Rolle.KOORDINATOR)
    sekretaer_regioner = _steder(tilganger, "region_id", Rolle.SEKRETAER)
    medlemmer = _medlemmer(regioner | sekretaer_regioner, dato)
    egne = _steder(tilganger, "part_id", Rolle.POLITIKER, Rolle.SEKRETAER, Rolle.RAPPORTOER, Rolle.INNSYN)
    egne_sekretaer = _steder(tilganger, "part_id", Rolle.SEKRETAER)
    taler = _steder(tilganger, "part_id", Rolle.POLITIKER, Rolle.SEKRETAER)
    arv = _arv(til_og_med=dato) if egne | medlemmer else ()
    return Innsyn(
        dato=dato,
        er_administrator=bruker.is_superuser or any(t.rolle == Rolle.ADMINISTRATOR for t in tilganger),
        regioner=regioner,
        sekretaer_regioner=sekretaer_regioner,
        parter=_bakover(egne | medlemmer, arv),
        via_region=_bakover(medlemmer, arv) - _bakover(egne, arv),
        taler_for=_bakover(taler, arv),
        bestiller_for=_bakover(egne_sekretaer | medlemmer, arv),
        innsynsparter=_bakover(_steder(tilganger, "part_id", Rolle.INNSYN), arv),
    )


def _steder(tilganger: list[Tilgang], felt: str, *roller: str) -> frozenset[int]:
    steder = (getattr(tilgang, felt) for tilgang in tilganger if tilgang.rolle in roller)
    return frozenset(sted for sted in steder if sted is not None)


def _medlemmer(regioner: frozenset[int], dato: date) -> frozenset[int]:
    """Who is in the regions on the date: a municipality that has left is no longer theirs to see."""
    if not regioner:
        return frozenset()
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), region__in=regioner)
    return frozenset(medlemskap.values_list("part_id", flat=True))


def med_forgjengere(parter: frozenset[int]) -> frozenset[int]:
    """The parties and every municipality that reforms have carried into them, however many steps back."""
    return _bakover(parter, _arv()) if parter else parter


def _arv(*, til_og_med: date | None = None) -> Sequence[tuple[int, int]]:
    """Every reform, as the municipality that was and the one it became a part of.

    ``til_og_med`` leaves out those still to come: two that are going to merge are two until then.
    """
    endringer = Kommuneendring.objects.filter(dato__lte=til_og_med) if til_og_med else Kommuneendring.objects.all()
    return list(endringer.values_list("fra_part_id", "til_part_id"))


def _bakover(parter: frozenset[int], arv: Sequence[tuple[int, int]]) -> frozenset[int]:
    alle, nye = set(parter), set(parter)
    while nye:
        nye = {fra for fra, til in arv if til in nye} - alle
        alle |= nye
    return frozenset(alle)
