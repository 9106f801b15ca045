"""The organ tree of an agreement and of a region, as an indented list."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from avtaler.domene.virketid import telledag
from avtaler.models import Avtale, Organ
from kommuner.models import Region
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .bilde import Organbilde
from .organbilder import organbilder


@dataclass(frozen=True, kw_only=True)
class Organtre:
    """The organs in the order of the tree, each with its depth. ``felles``: organs of others that follow the agreement.

    ``dag`` is the day they are shown on; ``andre`` are organs before and after it, as (key, name, from, to).
    """

    dag: date
    organer: tuple[Organbilde, ...]
    felles: tuple[Organbilde, ...] = ()
    andre: tuple[Organ, ...] = ()

    @property
    def har_administrative(self) -> bool:
        return any(organ.er_administrativt for organ in self.organer)


def avtalens_organer(avtale: Avtale, innsyn: Innsyn, *, dato: date, maalform: str) -> Organtre:
    """The organs of the agreement, and joint organs that have it in their portfolio. Ten queries at most."""
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    alle = list(Organ.objects.filter(avtale=avtale).select_related("avtale"))
    her = [organ for organ in alle if _er_der(organ, dag)]
    felles = list(Organ.objects.for_user(innsyn).filter(gyldig(dag), foelger=avtale).select_related("avtale"))
    bilder = organbilder([*her, *felles], innsyn, dato=dag, maalform=maalform)
    egne = {organ.pk for organ in her}
    return Organtre(
        dag=dag, organer=i_trerekkefoelge(bilde for bilde in bilder if bilde.id in egne),
        felles=tuple(bilde for bilde in bilder if bilde.id not in egne),
        andre=tuple(organ for organ in alle if organ.pk not in egne),
    )  # fmt: skip


def regionens_organer(region: Region, innsyn: Innsyn, *, dato: date, maalform: str) -> Organtre:
    """The organs that belong to the region itself. Nine queries at most."""
    alle = list(Organ.objects.filter(region=region).select_related("avtale"))
    her = [organ for organ in alle if _er_der(organ, dato)]
    bilder = organbilder(her, innsyn, dato=dato, maalform=maalform)
    egne = {organ.pk for organ in her}
    return Organtre(
        dag=dato, organer=i_trerekkefoelge(bilder), andre=tuple(organ for organ in alle if organ.pk not in egne)
    )


def i_trerekkefoelge(bilder: Iterable[Organbilde]) -> tuple[Organbilde, ...]:
    """Each organ followed by those under it. One whose organ above is not here stands at the top."""
    bilder = list(bilder)
    her = {bilde.id for bilde in bilder}
    under: dict[int | None, list[Organbilde]] = defaultdict(list)
    for bilde in bilder:
        under[bilde.overordnet_id if bilde.overordnet_id in her else None].append(bilde)
    rekkefoelge = _gren(under, None, 0)
    sett = {bilde.id for bilde in rekkefoelge}
    return (*rekkefoelge, *(bilde for bilde in bilder if bilde.id not in sett))


def _gren(under: dict[int | None, list[Organbilde]], over: int | None, nivaa: int) -> list[Organbilde]:
    gren = []
    for bilde in under[over]:
        gren += [replace(bilde, nivaa=nivaa), *_gren(under, bilde.id, nivaa + 1)]
    return gren


def _er_der(organ: Organ, dag: date) -> bool:
    return (organ.fra is None or organ.fra <= dag) and (organ.til is None or dag < organ.til)
