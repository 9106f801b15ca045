"""A region in figures: what the register counts itself, and what others have counted (needs 2.5)."""

from dataclasses import dataclass
from datetime import date

from kommuner.models import Kommunestyring, Region, Regionmedlemskap, Regiontall, Statistikk
from kommuner.querysets import gyldig


@dataclass(frozen=True, kw_only=True)
class Regiontallside:
    """``folketall`` on ``folketall_dato`` and the councillors of ``kjente`` of the ``medlemmer`` members."""

    dag: date
    medlemmer: int
    folketall: int | None
    folketall_dato: date | None
    folketall_kilde: str
    representanter: int | None
    kjente: int
    er_eksempel: bool
    tall: tuple[Regiontall, ...]


def regiontallside(region: Region, *, dato: date) -> Regiontallside:
    """Four queries. A region whose members have all left is shown as nobody's: figures others stated remain."""
    medlemmer = set(Regionmedlemskap.objects.filter(gyldig(dato), region=region).values_list("part", flat=True))
    folketall = list(
        Statistikk.objects.filter(part__in=medlemmer, variabel="folketall", dato__lte=dato)
        .order_by("part_id", "-dato").distinct("part_id")
    )  # fmt: skip
    styring = list(Kommunestyring.objects.filter(gyldig(dato), part__in=medlemmer, medlemmer__isnull=False))
    nyeste = max(folketall, key=lambda rad: rad.dato, default=None)
    return Regiontallside(
        dag=dato, medlemmer=len(medlemmer), folketall=int(sum(rad.verdi for rad in folketall)) if folketall else None,
        folketall_dato=nyeste.dato if nyeste else None, folketall_kilde=nyeste.kilde if nyeste else "",
        representanter=sum(rad.medlemmer for rad in styring) if styring else None, kjente=len(styring),
        er_eksempel=any(rad.er_eksempel for rad in styring), tall=tuple(region.tall.all()),
    )  # fmt: skip
