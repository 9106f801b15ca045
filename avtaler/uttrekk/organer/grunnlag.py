"""What pages of organs read from the tables, at once for many organs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from avtaler.models import Avtale, Deltakelse, Deltakerrolle, Organ, Organtype, Setetall, Verv
from kommuner.models import Part, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok

#: Those the law gives seats: partners without obligations have none.
MED_SETE = (
    Deltakerrolle.DELTAKER,
    Deltakerrolle.VERTSKOMMUNE,
    Deltakerrolle.KONTORKOMMUNE,
    Deltakerrolle.SAMARBEIDSKOMMUNE,
)
#: The organs whose seats the agreement states with each participant.
OEVERSTE = frozenset({Organtype.REPRESENTANTSKAP, Organtype.NEMND, Organtype.GENERALFORSAMLING, Organtype.AARSMOETE})


@dataclass(frozen=True, kw_only=True)
class Organgrunnlag:
    """The rows of many organs, by organ; ``deltakelser`` by agreement and ``medlemmer`` by region."""

    organer: tuple[Organ, ...]
    verv: Mapping[int, list[Verv]]
    setetall: Mapping[int, list[Setetall]]
    deltakelser: Mapping[int, list[Deltakelse]]
    medlemmer: Mapping[int, list[Part]]
    foelger: Mapping[int, list[tuple[int, str]]]
    navn: Navnebok

    def deltakere(self, organ: Organ) -> list[Part]:
        """Who the organ is for: the participants of the agreement, or the members of the region."""
        if organ.avtale_id:
            return [rad.part for rad in self.deltakelser.get(organ.avtale_id, [])]
        return self.medlemmer.get(organ.region_id, [])


def organgrunnlag(organer: Iterable[Organ], innsyn: Innsyn, *, dato: date) -> Organgrunnlag:
    """Seven queries at most, beside the one of the organs themselves (``select_related("avtale")``)."""
    organer = tuple(organer)
    pker = [organ.pk for organ in organer]
    avtaler = {organ.avtale_id for organ in organer if organ.avtale_id}
    regioner = {organ.region_id for organ in organer if organ.region_id}
    verv = list(Verv.objects.filter(gyldig(dato), organ__in=pker).select_related("part").order_by(*_REKKEFOELGE))
    setetall = list(Setetall.objects.filter(gyldig(dato), organ__in=pker).select_related("part"))
    deltakelser = list(
        Deltakelse.objects.filter(gyldig(dato), avtale__in=avtaler, rolle__in=MED_SETE).select_related("part")
    )
    medlemskap = list(
        Regionmedlemskap.objects.filter(gyldig(dato), region__in=regioner)
        .select_related("part").order_by("part__sortering", "pk") if regioner else []
    )  # fmt: skip
    parter = [rad.part for rader in (verv, setetall, deltakelser, medlemskap) for rad in rader]
    return Organgrunnlag(
        organer=organer, verv=_etter(verv, "organ_id"), setetall=_etter(setetall, "organ_id"),
        deltakelser=_etter(deltakelser, "avtale_id"),
        medlemmer={pk: [rad.part for rad in rader] for pk, rader in _etter(medlemskap, "region_id").items()},
        foelger=_foelger(pker, innsyn), navn=Navnebok(parter, dato=dato),
    )  # fmt: skip


_REKKEFOELGE = ("part__sortering", "plass", "navn", "pk")


def _etter(rader: Iterable, felt: str) -> dict[int, list]:
    grupper: dict[int, list] = defaultdict(list)
    for rad in rader:
        grupper[getattr(rad, felt)].append(rad)
    return grupper


def _foelger(organer: list[int], innsyn: Innsyn) -> dict[int, list[tuple[int, str]]]:
    """The agreements each organ follows beside its own, as far as the reader may see them."""
    synlige = Avtale.objects.for_user(innsyn).order_by().values("pk")
    rader = Organ.foelger.through.objects.filter(organ__in=organer, avtale__in=synlige)
    grupper: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for organ, pk, navn in rader.order_by("avtale__navn", "avtale").values_list("organ", "avtale", "avtale__navn"):
        grupper[organ].append((pk, navn))
    return grupper
