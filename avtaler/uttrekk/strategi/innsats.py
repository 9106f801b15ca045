"""«Hva gjør vi for hver»: for every area of a strategy, what the region does for it (needs 1.7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.domene.strategi.tre import alt_under, lest, skal_vise_innsats
from avtaler.models import Strategi, Strategipunkt
from kommuner.filer.ark import Ark, Kolonne
from kommuner.tilgang import Innsyn

from .arbeid import Arbeid, arbeid_per_punkt
from .tre import plasser


@dataclass(frozen=True, kw_only=True)
class Innsats:
    """One point and everything done for it or for what is under it."""

    punkt_id: int
    tekst: str
    slag_navn: str
    over: str
    er_eksempel: bool
    arbeid: tuple[Arbeid, ...]

    @property
    def gjoeres(self) -> bool:
        """Whether anything goes on or is planned."""
        return any(ett.er_aktivt for ett in self.arbeid)


@dataclass(frozen=True, kw_only=True)
class Innsatsside:
    """All of them, those nothing is done for first; and what hangs on other points of the strategy."""

    strategi: Strategi
    uten: tuple[Innsats, ...]
    med: tuple[Innsats, ...]
    andre: tuple[Innsats, ...]

    @property
    def alle(self) -> tuple[Innsats, ...]:
        return (*self.uten, *self.med)


def innsatsside(strategi: Strategi, innsyn: Innsyn, *, dato: date) -> Innsatsside:
    """Five queries."""
    punkter = {punkt.pk: punkt for punkt in strategi.punkter.all()}
    arbeid = arbeid_per_punkt(strategi, innsyn, dato=dato)
    treet = plasser(punkter.values())
    valgt = skal_vise_innsats(treet)
    dekket: set[int] = set()
    rader = []
    for pk in valgt:
        under = alt_under(treet, pk)
        dekket |= under
        rader.append(_innsats(punkter[pk], punkter, _samlet(arbeid, (ett for ett in lest(treet) if ett in under))))
    andre = (punkter[pk] for pk in lest(treet) if pk in arbeid and pk not in dekket)
    return Innsatsside(
        strategi=strategi, uten=tuple(rad for rad in rader if not rad.gjoeres),
        med=tuple(rad for rad in rader if rad.gjoeres),
        andre=tuple(_innsats(punkt, punkter, arbeid[punkt.pk]) for punkt in andre),
    )  # fmt: skip


def innsatsark(side: Innsatsside) -> Ark:
    """One row for each thing that is done, and one for each point that nothing is done for. For csv."""
    kolonner = [Kolonne(navn) for navn in (_("Punkt"), _("Slag"), _("Hva vi gjør"), _("Hva slags"), _("Status"))]
    rader = [
        [rad.tekst, capfirst(rad.slag_navn), ett.navn, capfirst(ett.slag_navn), ett.status]
        for rad in (*side.alle, *side.andre)
        for ett in rad.arbeid
    ]
    tomme = [
        [rad.tekst, capfirst(rad.slag_navn), _("Ingenting ennå"), None, None] for rad in side.uten if not rad.arbeid
    ]
    return Ark(_("Hva gjør vi for hver"), kolonner, [*tomme, *rader])


def _innsats(punkt: Strategipunkt, punkter: Mapping[int, Strategipunkt], arbeid: tuple[Arbeid, ...]) -> Innsats:
    over = punkter.get(punkt.over_id) if punkt.over_id else None
    return Innsats(
        punkt_id=punkt.pk, tekst=punkt.tekst, slag_navn=punkt.get_slag_display(), over=over.tekst if over else "",
        er_eksempel=punkt.er_eksempel, arbeid=arbeid,
    )  # fmt: skip


def _samlet(arbeid: Mapping[int, tuple[Arbeid, ...]], punkter: Iterable[int]) -> tuple[Arbeid, ...]:
    """Each thing once, though it may hang on both an area and a way under it."""
    return tuple(dict.fromkeys(ett for pk in punkter for ett in arbeid.get(pk, ())))
