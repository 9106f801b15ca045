"""When a participation and its places in sub-tasks were to end before notice was given: the change log remembers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avtaler.models import Deloppgavedeltakelse, Deltakelse
from kommuner.models import Handling, Hendelse


@dataclass(frozen=True)
class FoerOppsigelsen:
    """The ends before; None is no end. ``deloppgaver`` has those the notice cut short, by primary key."""

    til: date | None
    deloppgaver: Mapping[int, date | None]


def foer_oppsigelsen(deltakelse: Deltakelse) -> FoerOppsigelsen | None:
    """What the last notice changed; None when it was entered with the participation itself. Two queries."""
    egne = Hendelse.objects.filter(
        tabell=Deltakelse._meta.db_table, objekt=str(deltakelse.pk), handling=Handling.ENDRET, foer__has_key="oppsagt"
    )
    sagt_opp = egne.order_by("-pk").first()
    if sagt_opp is None or sagt_opp.foer["oppsagt"] is not None:
        return None
    til = sagt_opp.foer["til"] if "til" in sagt_opp.foer else deltakelse.til
    return FoerOppsigelsen(_dag(til), _klipt(sagt_opp))


def _klipt(sagt_opp: Hendelse) -> dict[int, date | None]:
    """The sub-tasks cut in the same go, after the participation itself."""
    klipp = Hendelse.objects.filter(
        tabell=Deloppgavedeltakelse._meta.db_table, foresporsel=sagt_opp.foresporsel, pk__gt=sagt_opp.pk,
        avtale_id=sagt_opp.avtale_id, part_id=sagt_opp.part_id, handling=Handling.ENDRET, foer__has_key="til",
    )  # fmt: skip
    return {int(hendelse.objekt): _dag(hendelse.foer["til"]) for hendelse in klipp.order_by("-pk")}


def _dag(lagret: date | str | None) -> date | None:
    return date.fromisoformat(lagret) if isinstance(lagret, str) else lagret
