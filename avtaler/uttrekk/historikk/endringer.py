"""From events to changes: what each row's change says, and what only looks like one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from avtaler.domene.ordforskjell import Ordforskjell, ordforskjell
from kommuner.models import Handling, Hendelse
from kommuner.models.sporing import SPORET, Sporing

from .verdier import FRAKSJON, Navn, andelsnavn, feltene, ledetekst, vis, vis_broek

#: Longer than this, or over several lines, a text is compared word by word.
KORT_TEKST = 80
#: Rows that are written anew when their list is saved: the same place in the list is the same row.
PLASS = {
    "avtaler_formaal": ("avtale_id", "rekkefoelge"),
    "avtaler_bestemmelse": ("versjon_id", "krav", "tittel"),
    "kostnad_tilskudd": ("budsjett_id", "navn"),
}


@dataclass(frozen=True, kw_only=True)
class Feltendring:
    """One column before and after, as a person reads it. ``ordene`` compares long texts."""

    navn: str
    foer: str
    etter: str
    ordene: Ordforskjell | None = None


@dataclass(frozen=True, kw_only=True)
class Endring:
    """What happened to one row: what it is («deltaker»), what it is called, and its columns."""

    handling: str
    tabell: str
    slag: str
    navn: str
    felt: tuple[Feltendring, ...]

    @property
    def hva(self) -> str:
        return f"{self.slag}: {self.navn}" if self.navn else self.slag

    @property
    def handling_navn(self) -> str:
        return capfirst(Handling(self.handling).label)


def samlet(hendelser: Sequence[Hendelse]) -> list[Hendelse]:
    """The events without rows that were deleted and made again: unchanged they vanish, changed they are one change."""
    slettet = {_plass(h): h for h in hendelser if h.handling == Handling.SLETTET and h.tabell in PLASS}
    borte: set[int] = set()
    nye: list[Hendelse] = []
    for hendelse in hendelser:
        forgjenger = slettet.get(_plass(hendelse)) if hendelse.handling == Handling.OPPRETTET else None
        if forgjenger is None or forgjenger.pk in borte:
            nye.append(hendelse)
            continue
        borte.add(forgjenger.pk)
        nye += _ett_av(forgjenger, hendelse)
    return [hendelse for hendelse in nye if hendelse.pk not in borte]


def _plass(hendelse: Hendelse) -> tuple[Any, ...]:
    rad = hendelse.etter or hendelse.foer or {}
    return (hendelse.tabell, *(rad.get(kolonne) for kolonne in PLASS.get(hendelse.tabell, ("id",))))


def _ett_av(foer: Hendelse, etter: Hendelse) -> list[Hendelse]:
    """The two as one change, in memory only; nothing when only the key differs."""
    ulike = [navn for navn, verdi in etter.etter.items() if navn != "id" and foer.foer.get(navn) != verdi]
    if not ulike:
        return []
    etter.handling = Handling.ENDRET
    etter.foer = {navn: foer.foer.get(navn) for navn in ulike}
    etter.etter = {navn: etter.etter[navn] for navn in ulike}
    return [etter]


def endring_av(hendelse: Hendelse, navn: Navn, maalform: str) -> Endring:
    """The change in words. A new or deleted row shows what it held, without what was empty."""
    sporing = SPORET[hendelse.tabell]
    felt = tuple(_feltendringer(sporing, hendelse, navn, maalform))
    return Endring(
        handling=hendelse.handling, tabell=hendelse.tabell, slag=str(sporing.slag),
        navn=_radnavn(sporing, hendelse, maalform), felt=felt,
    )  # fmt: skip


def _radnavn(sporing: Sporing, hendelse: Hendelse, maalform: str) -> str:
    if sporing.navn in sporing.i_ord and hendelse.navn:
        return sporing.i_ord[sporing.navn](hendelse.navn, maalform)
    linje = " ".join(hendelse.navn.split())
    return linje if len(linje) <= KORT_TEKST else f"{linje[:KORT_TEKST].rsplit(' ', 1)[0]} …"


def _feltendringer(sporing: Sporing, hendelse: Hendelse, navn: Navn, maalform: str) -> Iterable[Feltendring]:
    foer, etter = hendelse.foer or {}, hendelse.etter or {}
    for kolonne, felt in feltene(sporing).items():
        if kolonne not in foer and kolonne not in etter:
            continue
        if kolonne.endswith(FRAKSJON):
            yield from _broek(kolonne, foer, etter)
            continue
        par = [vis(sporing, felt, rad.get(kolonne), navn, maalform) for rad in (foer, etter)]
        yield from _feltendring(ledetekst(felt), *par, hendelse.handling)


def _broek(kolonne: str, foer: dict[str, Any], etter: dict[str, Any]) -> Iterable[Feltendring]:
    if kolonne.endswith(FRAKSJON[0]):
        stamme = kolonne.rsplit("_", 1)[0]
        yield from _feltendring(andelsnavn(kolonne), vis_broek(foer, stamme), vis_broek(etter, stamme), "")


def _feltendring(navn: str, foer: str, etter: str, handling: str) -> Iterable[Feltendring]:
    if foer == etter:
        return
    er_lang = handling == Handling.ENDRET and foer and etter and any(_lang(tekst) for tekst in (foer, etter))
    yield Feltendring(navn=navn, foer=foer, etter=etter, ordene=ordforskjell(foer, etter) if er_lang else None)


def _lang(tekst: str) -> bool:
    return len(tekst) > KORT_TEKST or "\n" in tekst
