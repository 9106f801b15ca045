"""The idea bank as a list: the most wanted first, with what may be the same idea said twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from avtaler.domene.ideer.interesse import rang
from avtaler.domene.ideer.likhet import like_grupper
from avtaler.models.idee import Idestatus
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Region

from .rader import AAPNE, Idelenke, Iderad, ideer_med_alt, iderader, medlemmer_av

#: Filter value: ideas that wait for somebody to do something with them.
VENTER = "aapne"


@dataclass(frozen=True, kw_only=True)
class Idefilter:
    """What the reader asked for; empty means everything. ``oensket`` is a name, as ``oensker`` gives them."""

    q: str = ""
    region: str = ""
    status: str = ""
    oppgave: str = ""
    oensket: str = ""


@dataclass(frozen=True, kw_only=True)
class Bankrad:
    """An idea in the list, and the open ideas of the same region that may be the same."""

    ide: Iderad
    ligner: tuple[Idelenke, ...]


@dataclass(frozen=True, kw_only=True)
class Bankside:
    """The list, the numbers of the whole bank, and what can be chosen among."""

    rader: tuple[Bankrad, ...]
    antall: int
    antall_vil: int
    antall_ble_til: int
    uten_fremdrift: int
    antall_like: int
    regioner: tuple[tuple[str, str], ...]
    oppgaver: tuple[tuple[str, str], ...]
    oensker: tuple[tuple[str, str], ...]


def bankside(filter: Idefilter, *, dato: date, maalform: str) -> Bankside:
    """The page in a fixed number of queries. Ideas are public; what they lead to is guarded where it is shown."""
    alle = _alle(dato, maalform)
    filter = _bare_kjente(filter, alle)
    i_regionen = [rad for rad in alle if not filter.region or rad.region_slug == filter.region]
    levende = [rad for rad in i_regionen if rad.status != Idestatus.SLAATT_SAMMEN]
    ligner = ligner_paa(i_regionen)
    valgte = sorted((rad for rad in i_regionen if _passer(rad, filter)), key=_plass)
    return Bankside(
        rader=tuple(Bankrad(ide=rad, ligner=ligner.get(rad.id, ())) for rad in valgte),
        antall=len(levende), antall_vil=sum(rad.opptelling.vil > 0 for rad in levende),
        antall_ble_til=sum(rad.status in (Idestatus.FORSLAG, Idestatus.PROSJEKT) for rad in levende),
        uten_fremdrift=sum(rad.mangler_fremdrift for rad in levende), antall_like=len(ligner),
        regioner=tuple(Region.objects.filter(ideer__isnull=False).distinct().values_list("slug", "navn")),
        oppgaver=_valg((rad.oppgave_kode, rad.oppgave_navn) for rad in levende),
        oensker=_valg((navn.casefold(), navn) for rad in levende for navn in rad.oensket),
    )  # fmt: skip


def ligner_paa(rader: Iterable[Iderad]) -> dict[int, tuple[Idelenke, ...]]:
    """For each open idea that may be the same as another open one of its region: the others."""
    titler: dict[int, dict[int, str]] = defaultdict(dict)
    for rad in rader:
        if rad.er_aapen:
            titler[rad.region_id][rad.id] = rad.tittel
    return {ide: andre for egne in titler.values() for ide, andre in _ligner(egne)}


def _ligner(titler: Mapping[int, str]) -> Iterable[tuple[int, tuple[Idelenke, ...]]]:
    for gruppe in like_grupper(titler):
        for ide in gruppe.ider:
            yield ide, tuple(Idelenke(id=annen, tittel=titler[annen]) for annen in gruppe.ider if annen != ide)


def _alle(dato: date, maalform: str) -> Sequence[Iderad]:
    ideer = list(ideer_med_alt())
    return iderader(ideer, medlemmer_av({ide.region_id for ide in ideer}, dato=dato), dato=dato, maalform=maalform)


def _bare_kjente(filter: Idefilter, rader: Sequence[Iderad]) -> Idefilter:
    """The wish without what is not a choice."""
    kjente = {
        "region": {rad.region_slug for rad in rader}, "status": {VENTER, *Idestatus.values},
        "oppgave": {rad.oppgave_kode for rad in rader},
        "oensket": {navn.casefold() for rad in rader for navn in rad.oensket},
    }  # fmt: skip
    return replace(filter, **{navn: "" for navn, verdier in kjente.items() if getattr(filter, navn) not in verdier})


def _passer(rad: Iderad, filter: Idefilter) -> bool:
    ord_ = filter.q.casefold().split()
    tekst = " ".join((rad.tittel, rad.beskrivelse, rad.oppgave_navn, *rad.oensket)).casefold()
    return (
        _har_status(rad, filter.status)
        and (not filter.oppgave or rad.oppgave_kode == filter.oppgave)
        and (not filter.oensket or filter.oensket in (navn.casefold() for navn in rad.oensket))
        and all(ett in tekst for ett in ord_)
    )


def _har_status(rad: Iderad, status: str) -> bool:
    """Merged ideas only when asked for: the idea they are merged into stands for them."""
    if not status:
        return rad.status != Idestatus.SLAATT_SAMMEN
    return rad.status in AAPNE if status == VENTER else rad.status == status


def _plass(rad: Iderad) -> tuple[bool, tuple[int, int, int], str, int]:
    """What was said no to stands last."""
    return (rad.status == Idestatus.FORKASTET, rang(rad.opptelling), sorteringsnoekkel(rad.tittel), rad.id)


def _valg(par: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    unike = {kode: navn for kode, navn in par if kode}
    return tuple(sorted(unike.items(), key=lambda ett: sorteringsnoekkel(ett[1])))
