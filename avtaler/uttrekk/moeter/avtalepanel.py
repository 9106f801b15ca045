"""What an agreement's page tells of its meetings: the next ones, the last one, and the latest news."""

from dataclasses import dataclass
from datetime import date

from avtaler.models import Avtale, Moete, Moetestatus
from kommuner.tilgang import Innsyn

from .kunngjoeringer import Kunngjoeringsrad, siste_om
from .tittel import vist_tittel


@dataclass(frozen=True, kw_only=True)
class Moetelenke:
    """A meeting by its name and day."""

    id: int
    tittel: str
    dato: date


@dataclass(frozen=True, kw_only=True)
class Moetepanel:
    """Empty when there are no meetings and no news."""

    kommende: tuple[Moetelenke, ...]
    siste: tuple[Moetelenke, ...]
    nytt: tuple[Kunngjoeringsrad, ...]

    def __bool__(self) -> bool:
        return bool(self.kommende or self.siste or self.nytt)


def moetepanel(avtale: Avtale, innsyn: Innsyn, *, dato: date) -> Moetepanel:
    """The three next, the two last and the three latest news on ``dato``. Three queries."""
    moeter = Moete.objects.med_innsyn(innsyn).filter(organ__avtale=avtale).exclude(status=Moetestatus.AVLYST)
    moeter = moeter.select_related("organ")
    return Moetepanel(
        kommende=tuple(map(_lenke, moeter.filter(dato__gte=dato).order_by("dato", "pk")[:3])),
        siste=tuple(map(_lenke, moeter.filter(dato__lt=dato)[:2])),
        nytt=siste_om(avtale.pk, innsyn, dato=dato),
    )


def _lenke(moete: Moete) -> Moetelenke:
    return Moetelenke(id=moete.pk, tittel=vist_tittel(moete, har_innsyn=moete.har_innsyn), dato=moete.dato)
