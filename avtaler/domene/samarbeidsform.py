"""A legal form of cooperation, with the rules that follow from the form itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.tekst import Tekst
from kommuner.domene.navn import sorteringsnoekkel


class Deltakertype(StrEnum):
    KOMMUNE = "kommune"
    FYLKESKOMMUNE = "fylkeskommune"
    IKS = "iks"
    STAT = "stat"
    PRIVAT = "privat"
    ANNET = "annet"


class Rettssubjekt(StrEnum):
    """Whether the cooperation is its own legal person."""

    JA = "ja"
    NEI = "nei"
    AVTALEN = "avtalen"
    FRA_SAK_TIL_SAK = "fra_sak_til_sak"


class Vararegel(StrEnum):
    """The least number of deputies a participant must elect to the top organ."""

    INGEN = "ingen"
    LIKE_MANGE = "like_mange"
    TO_PER_MEDLEM = "to_per_medlem"

    def minst(self, medlemmer: int) -> int:
        """The least number of deputies for `medlemmer` members."""
        return {Vararegel.INGEN: 0, Vararegel.LIKE_MANGE: medlemmer, Vararegel.TO_PER_MEDLEM: 2 * medlemmer}[self]


class Eierinteresse(StrEnum):
    """How the form stands in the overview of koml. § 26-1(2)b: owned, equivalent to owned, or told for information."""

    EIERANDEL = "eierandel"
    TILSVARENDE = "tilsvarende"
    OPPLYSNING = "opplysning"


@dataclass(frozen=True)
class Formregel:
    """A rule of the form in words: a code for the program, a sentence for people, and its paragraph."""

    svar: str
    tekst: Tekst
    hjemmel: Hjemmel | None
    sikkerhet: Sikkerhet


@dataclass(frozen=True)
class Oppsigelse:
    """Leaving: months of notice the law itself gives (None: only the agreement can say)."""

    maaneder: int | None
    tekst: Tekst
    hjemmel: Hjemmel | None
    sikkerhet: Sikkerhet


@dataclass(frozen=True)
class Avslag:
    """The sentences that refuse a new agreement: before the form existed, and after it was closed."""

    for_tidlig: Tekst | None
    for_sent: Tekst | None


@dataclass(frozen=True)
class Samarbeidsform:
    """One of the legal forms. `gyldig` is when a new cooperation may be entered into in this form."""

    kode: str
    navn: Tekst
    kortnavn: Tekst
    beskrivelse: Tekst
    hjemmel: Hjemmel
    gyldig: Gyldighet
    avslag: Avslag
    omdannes_til: tuple[str, ...]
    omdanningsfrist: date | None
    deltakertyper: tuple[Deltakertype, ...]
    samme_deltakertype: bool
    min_deltakere: int
    eget_rettssubjekt: Rettssubjekt
    oeverste_organ: Tekst | None
    min_medlemmer_per_deltaker: int | None
    vararegel: Vararegel
    navnekrav: tuple[str, ...]
    navnevarianter: tuple[str, ...]
    eierinteresse: Eierinteresse
    orgnr_kan_mangle: bool
    vedtas_av: Formregel
    enkeltvedtak: Formregel
    ansvar: Formregel
    oppsigelse: Oppsigelse
    statlig_melding: Formregel | None

    @property
    def er_avviklet_form(self) -> bool:
        """The form is closed: no new cooperation can be entered into in it any more."""
        return self.gyldig.til is not None


#: Words of so few letters are looked for whole.
_KORT_ORD = 3


def kan_inngaas(form: Samarbeidsform, dato: date) -> Tekst | None:
    """None if a new cooperation may be entered into in `form` on `dato`, otherwise the sentence that refuses it."""
    if form.gyldig.fra is not None and dato < form.gyldig.fra:
        return form.avslag.for_tidlig
    if form.gyldig.til is not None and dato > form.gyldig.til:
        return form.avslag.for_sent
    return None


def former_som_heter(ord_: str, former: Iterable[Samarbeidsform]) -> frozenset[str]:
    """The codes of the forms whose names, in either language, hold the word.

    A short word («KO», «§», «27») must be a whole word, or «ko» would be in every «kommune».
    """
    return frozenset(form.kode for form in former if any(_har_ordet(navn, ord_) for navn in _navnene(form)))


def _navnene(form: Samarbeidsform) -> Iterable[str]:
    return (form.navn.nb, form.navn.nn, form.kortnavn.nb, form.kortnavn.nn)


def _har_ordet(navn: str, ord_: str) -> bool:
    navn, ord_ = sorteringsnoekkel(navn), sorteringsnoekkel(ord_)
    return ord_ in navn if len(ord_) > _KORT_ORD else ord_ in re.findall(r"[\w{|}]+|§", navn)
