"""A split as a page shows it. A proposal and a frozen split are the same data, so they are the same table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from kostnad.domene.frysing import frys, sha256
from kostnad.domene.ledd import Ledd, kriterienavn
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.noekkelord import noekkel_i_ord
from kostnad.domene.penger import kroner, les_oere, per_innbygger
from kostnad.domene.utledning import setninger
from kostnad.models import Fordeling, Fordelingsdel

from .forslag import FOLKETALL, Forslag
from .statistikk import Kilde

Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Fordelingsrad:
    """One participant: what it pays, of how much, and why. ``til`` is exclusive; dates only for part of the year."""

    id: str
    navn: str
    beloep_oere: int
    andel: Fraction
    folketall: int | None
    fra: date | None
    til: date | None
    utledning: tuple[str, ...]

    @property
    def oere_per_innbygger(self) -> int | None:
        return per_innbygger(self.beloep_oere, self.folketall)


@dataclass(frozen=True, kw_only=True)
class Fordelingstabell:
    """A whole split with what went into it, in the reader's language."""

    beloep_oere: int | None
    tilskudd: tuple[tuple[str, int], ...]
    til_fordeling_oere: int
    noekkelord: tuple[str, ...]
    avrunding: str
    rader: tuple[Fordelingsrad, ...]
    kilder: tuple[tuple[str, Kilde], ...]  # what the figure is called, and the figure
    sha256: str

    @property
    def sum_oere(self) -> int:
        return sum(rad.beloep_oere for rad in self.rader)

    @property
    def andel(self) -> Fraction:
        """The shares together: the whole, or nothing when there is nothing to split."""
        return sum((rad.andel for rad in self.rader), Fraction(0))

    @property
    def med_oere(self) -> bool:
        """Whether any amount has øre, so that all of the column are written with øre."""
        return any(rad.beloep_oere % 100 for rad in self.rader)

    @property
    def har_folketall(self) -> bool:
        return any(rad.folketall for rad in self.rader)

    @property
    def oere_per_innbygger(self) -> int | None:
        """The whole sum per inhabitant; None unless every participant has inhabitants."""
        innbyggere = [rad.folketall or 0 for rad in self.rader]
        return per_innbygger(self.sum_oere, sum(innbyggere)) if all(innbyggere) else None


def forslagstabell(utregnet: Forslag, *, maalform: str) -> Fordelingstabell:
    """The table of a split that is not adopted. No queries."""
    return _tabell(frys(utregnet.oppdrag, utregnet.resultat), utregnet.kilder, maalform)


def frossen_tabell(fordeling: Fordeling, *, maalform: str) -> Fordelingstabell:
    """The table of an adopted split, from what was frozen and nothing else. Wants ``deler`` prefetched."""
    kilder = tuple(Kilde(**data) for data in fordeling.kilder)
    return _tabell(frosset(fordeling), kilder, maalform)


def frosset(fordeling: Fordeling) -> dict[str, Any]:
    """The frozen data as it was hashed: put together again from the rows."""
    deler = list(fordeling.deler.all())
    deltakere = fordeling.inndata["deltakere"]
    return {
        "format": fordeling.format,
        "oppdrag": fordeling.inndata,
        "resultat": {
            "deltakere": [_del(del_, deltaker) for del_, deltaker in zip(deler, deltakere, strict=True)],
            "til_fordeling": kroner(fordeling.til_fordeling_oere),
            "sum": kroner(sum(del_.beloep_oere for del_ in deler)),
        },
    }


def frosne_rader(fordeling: Fordeling, *, maalform: str) -> tuple[Fordelingsrad, ...]:
    """The participants of an adopted split in the order of ``deler``, with the figures it was made of."""
    data = frosset(fordeling)
    return tuple(_rader(data["oppdrag"]["deltakere"], data["resultat"]["deltakere"], maalform))


def fordelingsdata(fordeling: Fordeling, *, maalform: str) -> dict[str, Any]:
    """Everything on the page of an adopted split as JSON; ``sha256`` is the hash of ``frosset``."""
    tabell = frossen_tabell(fordeling, maalform=maalform)
    return {
        "avtale": {"id": fordeling.avtale_id, "navn": fordeling.avtale.navn},
        "aar": fordeling.aar,
        "er_eksempel": fordeling.er_eksempel,
        "vedtatt": fordeling.vedtatt.isoformat(),
        "vedtatt_av": str(fordeling.vedtatt_av) if fordeling.vedtatt_av else None,
        "noekkel": {"versjon": fordeling.noekkel.versjon, "ord": tabell.noekkelord},
        "erstatter": fordeling.erstatter_id,
        "erstattet_av": erstattet_av(fordeling),
        "utledning": {rad.id: rad.utledning for rad in tabell.rader},
        "kilder": fordeling.kilder,
        "sha256": fordeling.sha256,
        "frosset": frosset(fordeling),
    }


def erstattet_av(fordeling: Fordeling) -> int | None:
    """The split that corrects this one, if any."""
    ny = getattr(fordeling, "erstattet_av", None)
    return ny.pk if ny else None


def _del(del_: Fordelingsdel, deltaker: Json) -> dict[str, Any]:
    return {
        "id": deltaker["id"], "navn": deltaker["navn"], "beloep": kroner(del_.beloep_oere), "andel": del_.andel,
        "ledd": del_.ledd,
    }  # fmt: skip


def _tabell(data: Json, kilder: Sequence[Kilde], maalform: str) -> Fordelingstabell:
    oppdrag, resultat = data["oppdrag"], data["resultat"]
    navn = {deltaker["id"]: deltaker["navn"] for deltaker in oppdrag["deltakere"]}
    beloep = oppdrag["beloep"]
    return Fordelingstabell(
        beloep_oere=None if beloep is None else les_oere(beloep),
        tilskudd=tuple((et["navn"], les_oere(et["beloep"])) for et in oppdrag["tilskudd"]),
        til_fordeling_oere=les_oere(resultat["til_fordeling"]),
        noekkelord=tuple(noekkel_i_ord(les_noekkel(oppdrag["noekkel"]), navn, maalform)),
        avrunding=oppdrag["avrunding"],
        rader=tuple(_rader(oppdrag["deltakere"], resultat["deltakere"], maalform)),
        kilder=tuple((kriterienavn(kilde.variabel, maalform), kilde) for kilde in kilder),
        sha256=sha256(data),
    )


def _rader(deltakere: Iterable[Json], deler: Iterable[Json], maalform: str) -> Iterable[Fordelingsrad]:
    for deltaker, del_ in zip(deltakere, deler, strict=True):
        folketall = deltaker["verdier"].get(FOLKETALL)
        yield Fordelingsrad(
            id=deltaker["id"], navn=deltaker["navn"], beloep_oere=les_oere(del_["beloep"]),
            andel=Fraction(del_["andel"]), folketall=int(Fraction(folketall)) if folketall else None,
            fra=_dag(deltaker["fra"]), til=_dag(deltaker["til"]),
            utledning=tuple(setninger([Ledd.fra_json(et) for et in del_["ledd"]], maalform)),
        )  # fmt: skip


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
