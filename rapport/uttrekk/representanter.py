"""Who sits for a municipality in the organs of its agreements."""

from collections.abc import Iterable
from datetime import date

from avtaler.models import Avtale, Verv
from kommuner.models import Part
from kommuner.querysets import gyldig
from rapport.domene.innhold import Representant

_REKKEFOELGE = Verv.Rolle.values


def representanter(part: Part, avtaler: Iterable[Avtale], dato: date) -> dict[int, tuple[Representant, ...]]:
    """The holders of posts on ``dato`` for each agreement: leaders first, then members and deputies. One query."""
    rader = Verv.objects.filter(gyldig(dato), part=part, organ__avtale__in=list(avtaler)).select_related("organ")
    per_avtale: dict[int, list[Verv]] = {}
    for verv in sorted(rader, key=lambda verv: (verv.organ_id, _REKKEFOELGE.index(verv.rolle), verv.navn, verv.pk)):
        per_avtale.setdefault(verv.organ.avtale_id, []).append(verv)
    return {avtale: tuple(_representant(verv) for verv in alle) for avtale, alle in per_avtale.items()}


def _representant(verv: Verv) -> Representant:
    return Representant(
        organ=str(verv.organ),
        navn=verv.navn,
        rolle=str(verv.get_rolle_display()),
        er_eksempel=verv.er_eksempel,
    )
