"""What every kind of event is read from: the reader, the scope, the period, and the agreements within them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from avtaler.domene.aarshjul.hendelse import Avtalelenke, Hjul
from avtaler.models import Avtale
from kommuner.tilgang import Innsyn

from .omfang import Omfang


@dataclass(frozen=True, kw_only=True)
class Utsnitt:
    """``fra`` and ``til`` are the first and last day of the period; ``innlogget`` whether it is for a known person."""

    innsyn: Innsyn
    omfang: Omfang
    fra: date
    til: date
    maalform: str
    innlogget: bool
    avtaler: tuple[Avtale, ...]

    @cached_property
    def avtale(self) -> dict[int, Avtale]:
        """The agreements by key."""
        return {avtale.pk: avtale for avtale in self.avtaler}

    def skrevet_paa(self, avtale_id: int | None, region_id: int) -> str:
        """The language people in the region write in: the agreement's own, else that of one of the region's."""
        if avtale_id in self.avtale:
            return self.avtale[avtale_id].maalform
        return next((a.maalform for a in self.avtaler if a.region_id == region_id), "")

    def gjeldende(self, dag: date) -> list[Avtale]:
        """Those in force on the day; drafts are not."""
        return [a for a in self.avtaler if _gjelder(a, dag)]


def utsnitt(
    innsyn: Innsyn, omfang: Omfang, *, fra: date, til: date, maalform: str, innlogget: bool, klasse: str = ""
) -> Utsnitt:
    """One query."""
    synlige = Avtale.objects.for_user(innsyn).filter(omfang.avtaler(fra))
    synlige = synlige.filter(Q(til__isnull=True) | Q(til__gte=fra))
    if klasse:
        synlige = synlige.filter(klasse=klasse)
    return Utsnitt(
        innsyn=innsyn, omfang=omfang, fra=fra, til=til, maalform=maalform, innlogget=innlogget,
        avtaler=tuple(synlige.select_related("region")),
    )  # fmt: skip


def hjulene(avtaler: Iterable[Avtale]) -> frozenset[Hjul]:
    """The wheels the agreements belong to."""
    return frozenset(Hjul(avtale.klasse) for avtale in avtaler)


def lenker(avtaler: Iterable[Avtale]) -> tuple[Avtalelenke, ...]:
    """The agreements as an event names them, in the order of the register."""
    return tuple(Avtalelenke(id=a.pk, navn=a.navn) for a in sorted(avtaler, key=lambda a: (a.sortering, a.pk)))


def _gjelder(avtale: Avtale, dag: date) -> bool:
    if avtale.er_utkast or avtale.fra is None:
        return False
    return avtale.fra <= dag and (avtale.til is None or dag < avtale.til)
