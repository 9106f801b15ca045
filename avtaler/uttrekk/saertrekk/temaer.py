"""What goes on in each of the seven themes of development: agreements in force, and projects (needs 0.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from avtaler.models import Avtale, Prosjekt, Saertrekk, Utviklingstema
from avtaler.models.prosjekt import Prosjektstatus
from kommuner.models import Region
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn


@dataclass(frozen=True)
class Lenke:
    """One agreement or project: its key and its name."""

    id: int
    navn: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Temarad:
    """One theme with what goes on in it."""

    navn: str
    avtaler: tuple[Lenke, ...]
    prosjekter: tuple[Lenke, ...]

    @property
    def er_tom(self) -> bool:
        return not (self.avtaler or self.prosjekter)


@dataclass(frozen=True, kw_only=True)
class Temaoversikt:
    """All seven themes, in the order of the source; ``uten`` are agreements nobody has given a theme."""

    rader: tuple[Temarad, ...]
    uten: int


def temaoversikt(region: Region, innsyn: Innsyn, *, dato: date) -> Temaoversikt:
    """Three queries."""
    avtaler = Avtale.objects.for_user(innsyn).gjeldende(dato).filter(region=region)
    trekk = Saertrekk.objects.filter(avtale__in=avtaler.order_by().values("pk")).exclude(tema=[])
    merket = list(trekk.select_related("avtale").order_by("avtale__sortering", "pk"))
    prosjekter = list(aktive_prosjekter(region, innsyn, dato).exclude(tema=[]))
    return Temaoversikt(
        rader=tuple(_rad(tema, merket, prosjekter) for tema in Utviklingstema),
        uten=avtaler.count() - len(merket),
    )


def aktive_prosjekter(region: Region, innsyn: Innsyn, dato: date) -> QuerySet[Prosjekt]:
    """Projects going on on the date: begun, and then not ended."""
    ikke_endt = Q(til__gt=dato) | Q(til__isnull=True, status=Prosjektstatus.PAAGAAENDE)
    return Prosjekt.objects.for_user(innsyn).filter(gyldig(dato), ikke_endt, region=region)


def _rad(tema: Utviklingstema, merket: Sequence[Saertrekk], prosjekter: Sequence[Prosjekt]) -> Temarad:
    return Temarad(
        navn=str(tema.label),
        avtaler=tuple(
            Lenke(rad.avtale_id, rad.avtale.navn, rad.er_eksempel) for rad in merket if tema.value in rad.tema
        ),
        prosjekter=tuple(Lenke(rad.pk, rad.navn, rad.er_eksempel) for rad in prosjekter if tema.value in rad.tema),
    )
