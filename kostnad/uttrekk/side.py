"""The cost page of an agreement: key in words, budgets by year, adopted splits. Seven queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from itertools import pairwise

from avtaler.models import Avtale
from avtaler.uttrekk import deltakelser_for
from kommuner.uttrekk import navn_paa
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.noekkelord import noekkel_i_ord
from kostnad.domene.penger import kroner
from kostnad.models import Budsjett, Fordeling, Noekkel
from kostnad.tilgang import ALLE_AAR, Aarsinnsyn

from .tabell import erstattet_av


@dataclass(frozen=True, kw_only=True)
class Noekkelvisning:
    """One version of the key, in words."""

    versjon: int
    fra_aar: int
    setninger: tuple[str, ...]
    avrunding: str
    tellepunkt: str
    kilde: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Budsjettrad:
    """One year: the amount, the grants, what is left to split, the change, and whether the split is adopted."""

    aar: int
    beloep_oere: int | None
    tilskudd: tuple[tuple[str, int], ...]
    endring_oere: int | None
    endring: Fraction | None
    kilde: str
    er_eksempel: bool
    fordeling_id: int | None
    er_endret_siden: bool
    """The adopted split was made of other figures than the budget has now."""

    @property
    def tilskudd_oere(self) -> int:
        return sum(oere for _navn, oere in self.tilskudd)

    @property
    def til_fordeling_oere(self) -> int | None:
        return None if self.beloep_oere is None else self.beloep_oere - self.tilskudd_oere


@dataclass(frozen=True, kw_only=True)
class Fordelingskort:
    """An adopted split in short."""

    id: int
    aar: int
    vedtatt: datetime
    sum_oere: int
    er_eksempel: bool
    er_erstattet: bool
    deler: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Kostnadsside:
    """All of it. ``noekkel`` is the one in force for the year of the date; ``fordelinger`` are those that count.

    ``kommende_noekkel`` is the one that will apply where none does yet.
    """

    noekkel: Noekkelvisning | None
    kommende_noekkel: Noekkelvisning | None
    andre_noekler: tuple[Noekkelvisning, ...]
    budsjetter: tuple[Budsjettrad, ...]
    fordelinger: tuple[Fordelingskort, ...]
    erstattede: tuple[Fordelingskort, ...]


def kostnadsside(avtale: Avtale, *, dato: date, maalform: str, aar: Aarsinnsyn = ALLE_AAR) -> Kostnadsside:
    """What the agreement costs and who pays, with the key of the year ``dato`` is in; only the years of ``aar``."""
    noekler = _synlige(sorted(avtale.noekler.all(), key=lambda noekkel: (-noekkel.fra_aar, -noekkel.versjon)), aar)
    gjeldende = next((noekkel for noekkel in noekler if noekkel.fra_aar <= dato.year), None)
    kommende = None if gjeldende else _foerste(noekler)
    navn = _navn(avtale, dato)
    vist = {noekkel.pk: _noekkel(noekkel, navn, maalform) for noekkel in noekler}
    fordelinger = [fordeling for fordeling in _fordelinger(avtale) if aar.ser(fordeling.aar)]
    kort = [_kort(fordeling) for fordeling in fordelinger]
    return Kostnadsside(
        noekkel=vist[gjeldende.pk] if gjeldende else None,
        kommende_noekkel=vist[kommende.pk] if kommende else None,
        andre_noekler=tuple(vist[noekkel.pk] for noekkel in noekler if noekkel not in (gjeldende, kommende)),
        budsjetter=tuple(_budsjettrader(avtale, {f.aar: f for f in fordelinger if not erstattet_av(f)}, aar)),
        fordelinger=tuple(et for et in kort if not et.er_erstattet),
        erstattede=tuple(et for et in kort if et.er_erstattet),
    )


def _synlige(noekler: Sequence[Noekkel], aar: Aarsinnsyn) -> Sequence[Noekkel]:
    """The keys that were in force in a year the reader sees. ``noekler`` come newest first."""
    if aar.aar is None:
        return noekler
    brukt = {next((noekkel for noekkel in noekler if noekkel.fra_aar <= et_aar), None) for et_aar in aar.aar}
    return [noekkel for noekkel in noekler if noekkel in brukt]


def _foerste(noekler: Sequence[Noekkel]) -> Noekkel | None:
    """The key of the earliest year, and of that year the newest version. ``noekler`` come newest first."""
    return min(noekler, key=lambda noekkel: noekkel.fra_aar, default=None)


def _navn(avtale: Avtale, dato: date) -> dict[str, str]:
    """Every number a participant has had → its name on the date."""
    parter = [rad.part for rad in deltakelser_for([avtale])[avtale.pk]]
    nummer = {identitet.nummer: navn_paa(part, dato) for part in parter for identitet in part.identiteter.all()}
    return nummer | {part.noekkel: part.navn for part in parter}


def _noekkel(noekkel: Noekkel, navn: Mapping[str, str], maalform: str) -> Noekkelvisning:
    return Noekkelvisning(
        versjon=noekkel.versjon, fra_aar=noekkel.fra_aar,
        setninger=tuple(noekkel_i_ord(les_noekkel(noekkel.steg), navn, maalform)),
        avrunding=noekkel.get_avrunding_display(), tellepunkt=noekkel.get_tellepunkt_display(),
        kilde=noekkel.kilde, er_eksempel=noekkel.er_eksempel,
    )  # fmt: skip


def _fordelinger(avtale: Avtale) -> Iterable[Fordeling]:
    rader = Fordeling.objects.filter(avtale=avtale).select_related("erstattet_av").prefetch_related("deler")
    return rader.order_by("-aar", "-pk")


def _kort(fordeling: Fordeling) -> Fordelingskort:
    navn = [deltaker["navn"] for deltaker in fordeling.inndata["deltakere"]]
    beloep = [del_.beloep_oere for del_ in fordeling.deler.all()]
    return Fordelingskort(
        id=fordeling.pk, aar=fordeling.aar, vedtatt=fordeling.vedtatt, sum_oere=fordeling.til_fordeling_oere,
        er_eksempel=fordeling.er_eksempel, er_erstattet=erstattet_av(fordeling) is not None,
        deler=tuple(zip(navn, beloep, strict=True)),
    )  # fmt: skip


def _budsjettrader(avtale: Avtale, vedtatte: Mapping[int, Fordeling], aar: Aarsinnsyn) -> Iterable[Budsjettrad]:
    alle = avtale.budsjetter.prefetch_related("tilskudd").order_by("-aar")
    budsjetter = [budsjett for budsjett in alle if aar.ser(budsjett.aar)]
    for budsjett, forrige in pairwise([*budsjetter, None]):
        yield _budsjettrad(budsjett, forrige, vedtatte.get(budsjett.aar))


def _budsjettrad(budsjett: Budsjett, forrige: Budsjett | None, vedtatt: Fordeling | None) -> Budsjettrad:
    tilskudd = tuple((et.navn, et.beloep_oere) for et in budsjett.tilskudd.all())
    endring = _endring(budsjett, forrige)
    return Budsjettrad(
        aar=budsjett.aar, beloep_oere=budsjett.beloep_oere, tilskudd=tilskudd, endring_oere=endring,
        endring=Fraction(endring, forrige.beloep_oere) if endring is not None and forrige.beloep_oere else None,
        kilde=budsjett.kilde, er_eksempel=budsjett.er_eksempel, fordeling_id=vedtatt.pk if vedtatt else None,
        er_endret_siden=vedtatt is not None and not _samme_tall(budsjett, tilskudd, vedtatt),
    )  # fmt: skip


def _endring(budsjett: Budsjett, forrige: Budsjett | None) -> int | None:
    """The change from the year before; None when that year has no budget."""
    if forrige is None or forrige.aar != budsjett.aar - 1:
        return None
    if budsjett.beloep_oere is None or forrige.beloep_oere is None:
        return None
    return budsjett.beloep_oere - forrige.beloep_oere


def _samme_tall(budsjett: Budsjett, tilskudd: Sequence[tuple[str, int]], vedtatt: Fordeling) -> bool:
    naa = [{"navn": navn, "beloep": kroner(oere)} for navn, oere in tilskudd]
    beloep = None if budsjett.beloep_oere is None else kroner(budsjett.beloep_oere)
    return (vedtatt.inndata["beloep"], vedtatt.inndata["tilskudd"]) == (beloep, naa)
