"""The parties by every name they have or have had, and which of them a written name can mean."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property, lru_cache

from kommuner.domene.fylkesnavn import fylkesnavn
from kommuner.domene.navn import sorteringsnoekkel

#: What former counties became (the laws of 2018, 2020 and 2024), for county municipalities that are no longer there.
GAMLE_FYLKER: Mapping[str, tuple[str, ...]] = {
    "Hedmark": ("Innlandet",),
    "Oppland": ("Innlandet",),
    "Aust-Agder": ("Agder",),
    "Vest-Agder": ("Agder",),
    "Hordaland": ("Vestland",),
    "Sogn og Fjordane": ("Vestland",),
    "Sør-Trøndelag": ("Trøndelag",),
    "Nord-Trøndelag": ("Trøndelag",),
    "Viken": ("Østfold", "Akershus", "Buskerud"),
    "Vestfold og Telemark": ("Vestfold", "Telemark"),
    "Troms og Finnmark": ("Troms", "Finnmark"),
}
#: Municipalities that were gone before the reference data begin in 2001, and where they are now. The best known only.
FOER_2001: Mapping[str, str] = {
    "Aker": "Oslo", "Ankenes": "Narvik", "Arna": "Bergen", "Bodin": "Bodø", "Brunlanes": "Larvik",
    "Buksnes": "Vestvågøy", "Fana": "Bergen", "Fåberg": "Lillehammer", "Gimsøy": "Vågan", "Hafslo": "Luster",
    "Hedrum": "Larvik", "Hetland": "Stavanger", "Hillesøy": "Tromsø", "Hisøy": "Arendal", "Kråkerøy": "Fredrikstad",
    "Laksevåg": "Bergen", "Madla": "Stavanger", "Moland": "Arendal", "Oddernes": "Kristiansand",
    "Onsøy": "Fredrikstad", "Rolvsøy": "Fredrikstad", "Sandar": "Sandefjord", "Sem": "Tønsberg",
    "Skjeberg": "Sarpsborg", "Stavern": "Larvik", "Strinda": "Trondheim", "Svolvær": "Vågan", "Tjølling": "Larvik",
    "Tromsøysund": "Tromsø", "Tromøy": "Arendal", "Trondenes": "Harstad", "Tune": "Sarpsborg", "Valberg": "Vestvågøy",
    "Varteig": "Sarpsborg", "Øyestad": "Arendal", "Åsane": "Bergen",
}  # fmt: skip
#: Names so alike that the one is offered for the other, and how many are offered.
LIKHET = 0.7
FLEST = 4
#: After so many different unknown names no more are compared: the rest of the list is something else.
FLEST_UKJENTE = 400
_LENGST = 80
_KOMMUNEORD = re.compile(r"\b(kommuner?|komm|k|kommunane|herad|kommunen|suohkan|tjielte)\b")
_FYLKESORD = re.compile(r"\b(fylkeskommune|fylkeskommunen|fylkesting|fylke|fk|fylkkasuohkan)\b")
_TEGN = re.compile(r"[^\w{|}&]+")


class Slag(StrEnum):
    """How sure a name is."""

    EKSAKT = "eksakt"
    GAMMELT = "gammelt"
    """A name that is no longer in use; the heirs are offered."""
    FLERE = "flere"
    """Several parties have the name."""
    LIGNER = "ligner"
    UKJENT = "ukjent"


@dataclass(frozen=True)
class Navneperiode:
    """A number and name a party had from ``fra`` up to, but not with, ``til``."""

    navn: str
    nummer: str = ""
    fra: date | None = None
    til: date | None = None


@dataclass(frozen=True)
class Kjentpart:
    """A party of the register, as the reading needs it."""

    id: int
    navn: str
    type: str = "kommune"
    nummer: str = ""
    orgnr: str = ""
    fylke: str = ""
    fra: date | None = None
    til: date | None = None
    navn_foer: tuple[Navneperiode, ...] = ()
    parallelle: tuple[str, ...] = ()
    etterfoelgere: tuple[int, ...] = ()
    """The parties that reforms carried it into, as they are now."""

    def finnes(self, dato: date) -> bool:
        """Whether the party exists on ``dato``."""
        return (self.fra is None or self.fra <= dato) and (self.til is None or dato < self.til)


@dataclass(frozen=True)
class Gruppe:
    """Parties that go by one name: a region's members, a county's municipalities."""

    navn: str
    parter: tuple[int, ...]


@dataclass(frozen=True)
class Treff:
    """What a name can mean: parties, best first. ``forslag`` are those to propose (several: all of them)."""

    slag: Slag
    parter: tuple[int, ...] = ()
    forslag: tuple[int, ...] = ()


UKJENT = Treff(Slag.UKJENT)


@lru_cache(maxsize=20_000)
def normal(navn: str) -> str:
    """The name as it is compared: no case, accents, punctuation or words for the kind of municipality."""
    noekkel = sorteringsnoekkel(navn.casefold())
    flatt = " ".join(_TEGN.sub(" ", noekkel).split())
    uten = " ".join(_KOMMUNEORD.sub(" ", flatt).split())
    return " ".join(_FYLKESORD.sub("fylkeskommune", uten).split())


_FOER_2001 = {normal(gammelt): normal(naa) for gammelt, naa in FOER_2001.items()}
_GAMLE_FYLKER = {normal(gammelt): nye for gammelt, nye in GAMLE_FYLKER.items()}


@dataclass(frozen=True)
class Navnebok:
    """Every party with every name. ``regionen`` are the parties of the region the list is for."""

    parter: Mapping[int, Kjentpart]
    regionen: frozenset[int] = frozenset()
    grupper: tuple[Gruppe, ...] = ()
    _fylker: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _ligner: dict[tuple[str, date], Treff] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def av(parter: Iterable[Kjentpart], regionen: Iterable[int] = (), grupper: Iterable[Gruppe] = ()) -> "Navnebok":
        """The book of these parties."""
        return Navnebok({part.id: part for part in parter}, frozenset(regionen), tuple(grupper))

    @cached_property
    def _etter_navn(self) -> dict[str, list[int]]:
        bok: dict[str, list[int]] = {}
        for part in self.parter.values():
            for navn in _alle_navn(part):
                treff = bok.setdefault(normal(navn), [])
                if part.id not in treff:
                    treff.append(part.id)
        bok.pop("", None)
        return bok

    @cached_property
    def _etter_nummer(self) -> dict[str, list[int]]:
        bok: dict[str, list[int]] = {}
        for part in self.parter.values():
            for nummer in {part.nummer, *(periode.nummer for periode in part.navn_foer)} - {""}:
                bok.setdefault(nummer, []).append(part.id)
        return bok

    @cached_property
    def _etter_orgnr(self) -> dict[str, int]:
        return {part.orgnr: part.id for part in self.parter.values() if part.orgnr}

    @cached_property
    def _bigrammer(self) -> dict[str, tuple[str, ...]]:
        bok: dict[str, list[str]] = {}
        for noekkel in self._etter_navn:
            for par in _par(noekkel):
                bok.setdefault(par, []).append(noekkel)
        return {par: tuple(noekler) for par, noekler in bok.items()}

    @cached_property
    def fylker(self) -> frozenset[str]:
        """The counties of the region."""
        return frozenset(fylke for id_ in self.regionen if id_ in self.parter for fylke in self.fylker_til(id_))

    def kjenner(self, navn: str) -> bool:
        """Whether some party has or has had the name, as it is written."""
        noekkel = normal(navn)
        return noekkel in self._etter_navn or noekkel.removesuffix(" fylkeskommune") in _GAMLE_FYLKER

    def fylker_til(self, id_: int) -> frozenset[str]:
        """The counties a party is or has been in, and those of its heirs; sort keys."""
        if id_ not in self._fylker:
            self._fylker[id_] = self._finn_fylker(id_)
        return self._fylker[id_]

    def _finn_fylker(self, id_: int) -> frozenset[str]:
        part = self.parter[id_]
        arvinger = (self.parter[arving] for arving in part.etterfoelgere if arving in self.parter)
        naa = {en.fylke for en in (part, *arvinger)}
        foer = {fylkesnavn(p.nummer, p.fra or date(2001, 1, 1)) for p in part.navn_foer if p.nummer}
        return frozenset(sorteringsnoekkel(fylke) for fylke in (naa | foer) - {""})

    def gruppe(self, navn: str) -> Gruppe | None:
        """The region or county that goes by the name, if there is one."""
        noekkel = normal(navn)
        return next((gruppe for gruppe in self.grupper if normal(gruppe.navn) == noekkel), None)

    def finn(
        self,
        navn: str,
        *,
        dato: date,
        nummer: str = "",
        fylke: str = "",
        orgnr: str = "",
        naboer: frozenset[str] = frozenset(),
    ) -> Treff:
        """Whom ``navn`` means on ``dato``, with the help of a number, a county or an organisation number beside it.

        ``naboer`` are the counties of those it stands among: they tell municipalities of one name apart.
        """
        if orgnr and (id_ := self._etter_orgnr.get(orgnr)):
            return Treff(Slag.EKSAKT, (id_,), (id_,))
        noekkel = normal(navn[:_LENGST])
        med_navn = self._etter_navn.get(noekkel, []) if noekkel else []
        if nummer and (med_nummer := self._etter_nummer.get(nummer)):
            return self._med_nummer(med_nummer, med_navn, noekkel, dato)
        if fylke and med_navn:
            med_navn = [id_ for id_ in med_navn if sorteringsnoekkel(fylke) in self.fylker_til(id_)] or med_navn
        if med_navn:
            return self._blant(med_navn, noekkel, dato, naboer)
        return self._lenge_borte(noekkel) or self._som_ligner(noekkel, dato)

    def _med_nummer(self, med_nummer: list[int], med_navn: list[int], noekkel: str, dato: date) -> Treff:
        """The number decides, unless the name beside it is quite another party's."""
        felles = [id_ for id_ in med_nummer if id_ in med_navn]
        if felles or not med_navn:
            return self._blant(felles or med_nummer, noekkel, dato)
        return Treff(Slag.FLERE, tuple(dict.fromkeys([*med_nummer, *med_navn])))

    def _blant(self, ider: list[int], noekkel: str, dato: date, naboer: frozenset[str] = frozenset()) -> Treff:
        """One of the parties that have the name, or have had it."""
        naa = [id_ for id_ in ider if self._heter(id_, noekkel, dato)]
        if len(ider) == 1:
            finnes = self.parter[ider[0]].finnes(dato)
            return Treff(Slag.EKSAKT, tuple(ider), tuple(ider)) if finnes else self._arvet(ider[0])
        if len(naa) == 1 and all(en == naa[0] or self.parter[en].etterfoelgere == (naa[0],) for en in ider):
            return Treff(Slag.EKSAKT, tuple(naa), tuple(naa))
        naermest = self._naermest(ider, naboer)
        if len(naa) == 1 and (naa[0] in naermest or len(naermest) == len(ider)):
            return Treff(Slag.EKSAKT, tuple(naa), tuple(naa))
        beste = naermest if len(naermest) == 1 else [id_ for id_ in naermest if id_ in naa]
        forslag = self._levende(beste[0], dato) if len(beste) == 1 else ()
        rekkefoelge = dict.fromkeys([*beste, *naa, *ider])
        return Treff(Slag.FLERE, tuple(rekkefoelge), forslag if len(forslag) == 1 else ())

    def _heter(self, id_: int, noekkel: str, dato: date) -> bool:
        """Whether the party has this name on ``dato``."""
        part = self.parter[id_]
        if not part.finnes(dato):
            return False
        da = [p.navn for p in part.navn_foer if (p.fra is None or p.fra <= dato) and (p.til is None or dato < p.til)]
        return noekkel in {normal(navn) for navn in _alle_navn(part, da or [part.navn])}

    def _naermest(self, ider: list[int], naboer: frozenset[str]) -> list[int]:
        """Those of the region, else those near whom they stand among, else those of the region's counties, else all."""
        if treff := [id_ for id_ in ider if self._i_regionen(id_)]:
            return treff
        for fylker in (naboer, self.fylker):
            if treff := [id_ for id_ in ider if self.fylker_til(id_) & fylker]:
                return treff
        return ider

    def alene(self, navn: str) -> frozenset[str]:
        """The counties of the one party that has ever had the name; none when several have."""
        ider = self._etter_navn.get(normal(navn), [])
        return self.fylker_til(ider[0]) if len(ider) == 1 else frozenset()

    def _i_regionen(self, id_: int) -> bool:
        return bool({id_, *self.parter[id_].etterfoelgere} & self.regionen)

    def _levende(self, id_: int, dato: date) -> tuple[int, ...]:
        part = self.parter[id_]
        return (id_,) if part.finnes(dato) else part.etterfoelgere

    def _arvet(self, id_: int) -> Treff:
        """A party that is no longer: its heirs, and itself as history. One heir is proposed, several are not."""
        arvinger = self.parter[id_].etterfoelgere
        return Treff(Slag.GAMMELT, (*arvinger, id_), arvinger if len(arvinger) == 1 else ())

    def _lenge_borte(self, noekkel: str) -> Treff | None:
        """Who came after a county municipality, or a municipality of before 2001; all of them are proposed."""
        if noekkel in _FOER_2001:
            ider = tuple(self._etter_navn.get(_FOER_2001[noekkel], ())[:1])
            return Treff(Slag.GAMMELT, ider, ider) if ider else None
        uten = noekkel.removesuffix(" fylkeskommune")
        nye = _GAMLE_FYLKER.get(uten, ())
        ider = tuple(id_ for ny in nye for id_ in self._etter_navn.get(f"{normal(ny)} fylkeskommune", ()))
        return Treff(Slag.GAMMELT, ider, ider) if ider else None

    def _som_ligner(self, noekkel: str, dato: date) -> Treff:
        """The parties whose names are written much like this one; a clear likeness is proposed."""
        if (noekkel, dato) not in self._ligner:
            for_mange = len(self._ligner) >= FLEST_UKJENTE
            self._ligner[noekkel, dato] = UKJENT if for_mange or len(noekkel) < 2 else self._lik(noekkel, dato)
        return self._ligner[noekkel, dato]

    def _lik(self, noekkel: str, dato: date) -> Treff:
        flat = _flat(noekkel)
        felles = Counter(navn for par in _par(flat) for navn in self._bigrammer.get(par, ()))
        poeng: dict[int, float] = {}
        for navn, _antall in felles.most_common(15):
            likhet = SequenceMatcher(None, flat, _flat(navn), autojunk=False).ratio()
            for id_ in self._etter_navn[navn]:
                for levende in self._levende(id_, dato):
                    naer = 0.03 if levende in self.regionen else 0.0
                    poeng[levende] = max(poeng.get(levende, 0), likhet + naer)
        beste = sorted((id_ for id_ in poeng if poeng[id_] >= LIKHET), key=lambda id_: (-poeng[id_], id_))[:FLEST]
        if not beste:
            return UKJENT
        klar = poeng[beste[0]] >= 0.8 and (len(beste) == 1 or poeng[beste[0]] - poeng[beste[1]] > 0.02)
        return Treff(Slag.LIGNER, tuple(beste), (beste[0],) if klar else ())


def _alle_navn(part: Kjentpart, navnene: Iterable[str] | None = None) -> list[str]:
    """Every way the party is written: its names, the parallel ones, and a county without the word for its kind."""
    egne = [part.navn, *(p.navn for p in part.navn_foer)] if navnene is None else [*navnene]
    if part.type == "fylkeskommune":
        egne += [normal(navn).removesuffix(" fylkeskommune") for navn in egne]
    sammen = [f"{parallell} {navn}" for parallell in part.parallelle for navn in egne]
    andre_vei = [f"{navn} {parallell}" for parallell in part.parallelle for navn in egne]
    alle = [" ".join([navn, *part.parallelle]) for navn in egne if len(part.parallelle) > 1]
    return [*egne, *part.parallelle, *sammen, *andre_vei, *alle]


def _flat(noekkel: str) -> str:
    """Without the letters that keyboards lose: ø as o, å and æ as a."""
    return noekkel.translate(str.maketrans("{|}", "aoa"))


def _par(noekkel: str) -> set[str]:
    flat = f" {_flat(noekkel)} "
    return {flat[i : i + 2] for i in range(len(flat) - 1)}
