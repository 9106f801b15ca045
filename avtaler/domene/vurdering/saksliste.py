"""What a conference gives the councils: its results as a draft list of cases (needs 4.25).

A case comes of an arrangement that somebody wants to end or most want to develop, of an idea that at least two want to
join, and of a theme from the yellow notes that nobody has answered. The list is a proposal: people edit it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from avtaler.domene.tekst import Tekst, antall_av, opplisting

from .dommer import AVVIKLE, UTVIKLE, alle_vil_avvikle, flertall_for

#: As many must want to join before an idea is a case.
MINST_SOM_VIL = 2
#: The title's place in the table.
LENGDE = 200
AVTALE, IDE, TEMA = "avtale", "ide", "lappegruppe"


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """An arrangement with the verdicts it got: municipality → verdict. ``antall`` are in it."""

    id: int
    navn: str
    antall: int
    dommer: Mapping[str, str] = field(default_factory=dict)

    def som_vil(self, dom: str) -> list[str]:
        return [navn for navn, en in self.dommer.items() if en == dom]


@dataclass(frozen=True, kw_only=True)
class Ideinteresse:
    """An idea and who wants to join."""

    id: int
    tittel: str
    vil: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Tema:
    """A theme from the notes."""

    id: int
    navn: str
    antall: int
    besvart: bool = False


@dataclass(frozen=True, kw_only=True)
class Sakslinje:
    """One proposed case: ``slag`` and ``id`` say what it comes of."""

    slag: str
    id: int
    tittel: str
    tekst: str

    @property
    def noekkel(self) -> tuple[str, int]:
        return self.slag, self.id


def saksliste(
    arrangementer: Iterable[Arrangement], ideer: Iterable[Ideinteresse], temaer: Iterable[Tema], *, maalform: str,
    finnes: Collection[tuple[str, int]] = (),
) -> tuple[Sakslinje, ...]:  # fmt: skip
    """The cases that the results give, in the language ``maalform``, without those that are there (``finnes``)."""
    alle = (*_om_arrangementer(arrangementer), *_om_ideer(ideer), *_om_temaer(temaer))
    return tuple(_linje(*sak, maalform) for sak in alle if sak[:2] not in finnes)


_Sak = tuple[str, int, Tekst, Tekst]


def _om_arrangementer(arrangementer: Iterable[Arrangement]) -> Iterator[_Sak]:
    """Those that all want to end first, then disputed ones, then those to develop."""
    ordnet = sorted(arrangementer, key=lambda en: (not _alle(en), AVVIKLE not in en.dommer.values()))
    for en in ordnet:
        verdier = {
            "navn": en.navn, "avvikle": _hvem(en.som_vil(AVVIKLE)), "utvikle": _hvem(en.som_vil(UTVIKLE)),
        }  # fmt: skip
        if _alle(en):
            yield AVTALE, en.id, _AVVIKLE[0].med(verdier), _AVVIKLE[1].med(verdier)
        elif AVVIKLE in en.dommer.values():
            yield AVTALE, en.id, _FRAMTID[0].med(verdier), _FRAMTID[1].med(verdier)
        elif en.dommer and flertall_for(en.dommer.values(), UTVIKLE):
            yield AVTALE, en.id, _UTVIKLE[0].med(verdier), _UTVIKLE[1].med(verdier)


def _om_ideer(ideer: Iterable[Ideinteresse]) -> Iterator[_Sak]:
    """Most wanted first."""
    for en in sorted(ideer, key=lambda ide: -len(ide.vil)):
        if len(en.vil) >= MINST_SOM_VIL:
            verdier = {"tittel": en.tittel, "hvem": opplisting(en.vil)}
            yield IDE, en.id, _IDE[0].med(verdier), _IDE[1].med(verdier)


def _om_temaer(temaer: Iterable[Tema]) -> Iterator[_Sak]:
    """Those most notes are about first."""
    for en in sorted(temaer, key=lambda tema: -tema.antall):
        if not en.besvart:
            verdier: dict[str, str | Tekst] = {"navn": en.navn, "lapper": antall_av(en.antall, _LAPP, _LAPPER)}
            yield TEMA, en.id, _TEMA[0].med(verdier), _TEMA[1].med(verdier)


def _alle(en: Arrangement) -> bool:
    return alle_vil_avvikle(en.dommer.values(), antall=en.antall)


def _hvem(navn: list[str]) -> str:
    return opplisting(navn) if navn else ""


def _linje(slag: str, id: int, tittel: Tekst, tekst: Tekst, maalform: str) -> Sakslinje:
    return Sakslinje(slag=slag, id=id, tittel=tittel.paa(maalform)[:LENGDE], tekst=tekst.paa(maalform))


_LAPP, _LAPPER = Tekst("gul lapp", "gul lapp"), Tekst("gule lapper", "gule lappar")
_AVVIKLE = (
    Tekst("Oppløse {navn}", "Løyse opp {navn}"),
    Tekst(
        "Alle kommunene i samarbeidet har vurdert at det bør avvikles.\n\nKommunestyret vedtar at {navn} oppløses.",
        "Alle kommunane i samarbeidet har vurdert at det bør avviklast.\n\nKommunestyret vedtek at {navn} blir "
        "løyst opp.",
    ),
)
_FRAMTID = (
    Tekst("Framtida for {navn}", "Framtida for {navn}"),
    Tekst(
        "{avvikle} har vurdert at samarbeidet bør avvikles.\n\nKommunestyret tar stilling til om {navn} skal avvikles, "
        "videreføres eller utvikles.",
        "{avvikle} har vurdert at samarbeidet bør avviklast.\n\nKommunestyret tek stilling til om {navn} skal "
        "avviklast, førast vidare eller utviklast.",
    ),
)
_UTVIKLE = (
    Tekst("Utvikle {navn} videre", "Utvikle {navn} vidare"),
    Tekst(
        "{utvikle} har vurdert at samarbeidet bør videreutvikles.\n\nKommunestyret tar stilling til hvordan {navn} "
        "skal utvikles.",
        "{utvikle} har vurdert at samarbeidet bør utviklast vidare.\n\nKommunestyret tek stilling til korleis {navn} "
        "skal utviklast.",
    ),
)
_IDE = (
    Tekst("Nytt samarbeid: {tittel}", "Nytt samarbeid: {tittel}"),
    Tekst(
        "{hvem} vil være med.\n\nKommunestyret tar stilling til om kommunen vil være med og utrede samarbeidet.",
        "{hvem} vil vere med.\n\nKommunestyret tek stilling til om kommunen vil vere med og greie ut samarbeidet.",
    ),
)
_TEMA = (
    Tekst("Innspill uten svar: {navn}", "Innspel utan svar: {navn}"),
    Tekst(
        "{lapper} handler om dette, og ingen har svart.\n\nKommunestyret drøfter hva som bør gjøres.",
        "{lapper} handlar om dette, og ingen har svart.\n\nKommunestyret drøftar kva som bør gjerast.",
    ),
)
