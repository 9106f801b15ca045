"""The projects of one agreement and of one party, as short lists on their pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from avtaler.domene.prosjekter.fremdrift import AVSLUTTET, status_paa
from avtaler.models import Avtale, Prosjekt, Prosjektstatus
from kommuner.models import Part
from kommuner.tilgang import Innsyn

from .register import deltar_i


@dataclass(frozen=True, kw_only=True)
class Prosjektlinje:
    """A project in a short list."""

    id: int
    navn: str
    status: str
    status_navn: str
    merknad: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Prosjektpanel:
    """Those that are not closed, and how many are. ``spoerring`` asks the register for all of them."""

    spoerring: str
    aapne: tuple[Prosjektlinje, ...]
    antall_avsluttet: int

    @property
    def antall(self) -> int:
        return len(self.aapne) + self.antall_avsluttet


def avtalens_prosjekter(avtale: Avtale, innsyn: Innsyn, *, dato: date) -> Prosjektpanel:
    """The projects under the agreement. One query."""
    return _panel(Prosjekt.objects.for_user(innsyn).filter(avtale=avtale), dato, f"?avtale={avtale.pk}")


def partens_prosjekter(part: Part, innsyn: Innsyn, *, dato: date) -> Prosjektpanel:
    """The projects the party takes part in on the date, or did to the end. One query."""
    return _panel(
        Prosjekt.objects.for_user(innsyn).filter(deltar_i([part.pk], dato=dato)), dato, f"?deltaker={part.nummer}"
    )


def _panel(prosjekter: QuerySet[Prosjekt], dato: date, spoerring: str) -> Prosjektpanel:
    rader = [*_linjer(prosjekter.order_by("sortering", "pk"), dato)]
    aapne = tuple(rad for rad in rader if rad.status != AVSLUTTET)
    return Prosjektpanel(spoerring=spoerring, aapne=aapne, antall_avsluttet=len(rader) - len(aapne))


def _linjer(prosjekter: Iterable[Prosjekt], dato: date) -> Iterable[Prosjektlinje]:
    for prosjekt in prosjekter:
        status = status_paa(prosjekt.status, prosjekt.til, dato)
        yield Prosjektlinje(
            id=prosjekt.pk, navn=prosjekt.navn, status=status, status_navn=str(Prosjektstatus(status).label),
            merknad=prosjekt.merknad, er_eksempel=prosjekt.er_eksempel or bool(prosjekt.eksempel_merknad),
        )  # fmt: skip
