"""A legal form of cooperation, with the rules that follow from the form itself."""

import re
from collections.abc import Iterable, Mapping
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


class Vedtaksmaate(StrEnum):
    """Who adopts a change of the agreement."""

    ALLE_KOMMUNESTYRENE = "alle_kommunestyrene"  # every council itself; in an IKS also a participating company
    REPRESENTANTSKAPET = "representantskapet"
    GENERALFORSAMLINGEN = "generalforsamlingen"
    AARSMOETET = "aarsmoetet"
    STIFTELSESTILSYNET = "stiftelsestilsynet"
    PARTENE = "partene"  # those who agreed must agree again
    VEDTEKTENE = "vedtektene"  # the articles themselves say who
    IKKE_REGULERT = "ikke_regulert"  # no act says; the agreement should


class Tema(StrEnum):
    """What a rule of the form beside those every form has is about."""

    SKRIFTLIG = "skriftlig"
    LEDER = "leder"
    VALGBARHET = "valgbarhet"
    FUNKSJONSTID = "funksjonstid"
    STYRE = "styre"
    INNKALLING = "innkalling"
    MOETEOFFENTLIGHET = "moeteoffentlighet"
    REGNSKAP = "regnskap"
    MERFORBRUK = "merforbruk"
    REVISJON = "revisjon"
    LAAN = "laan"
    KLAGE = "klage"
    OPPLOESNING = "opploesning"
    GRENSEENDRING = "grenseendring"
    REGISTRERING = "registrering"
    ANSKAFFELSER = "anskaffelser"


#: What each theme is called over its rule. A test holds that none is left out.
TEMANAVN: Mapping[Tema, Tekst] = {
    Tema.SKRIFTLIG: Tekst("Skriftlig avtale", "Skriftleg avtale"),
    Tema.LEDER: Tekst("Leder", "Leiar"),
    Tema.VALGBARHET: Tekst("Valgbarhet", "Valbarheit"),
    Tema.FUNKSJONSTID: Tekst("Funksjonstid", "Funksjonstid"),
    Tema.STYRE: Tekst("Styre", "Styre"),
    Tema.INNKALLING: Tekst("Innkalling", "Innkalling"),
    Tema.MOETEOFFENTLIGHET: Tekst("Åpne møter", "Opne møte"),
    Tema.REGNSKAP: Tekst("Budsjett og regnskap", "Budsjett og rekneskap"),
    Tema.MERFORBRUK: Tekst("Merforbruk", "Meirforbruk"),
    Tema.REVISJON: Tekst("Revisjon", "Revisjon"),
    Tema.LAAN: Tekst("Lån", "Lån"),
    Tema.KLAGE: Tekst("Klage", "Klage"),
    Tema.OPPLOESNING: Tekst("Oppløsning", "Oppløysing"),
    Tema.GRENSEENDRING: Tekst("Endring av kommunegrenser", "Endring av kommunegrenser"),
    Tema.REGISTRERING: Tekst("Registrering", "Registrering"),
    Tema.ANSKAFFELSER: Tekst("Offentlige anskaffelser", "Offentlege innkjøp"),
}


class Omdanningsplikt(StrEnum):
    """What the law says shall become of a cooperation in a closed form."""

    OMDANNES = "omdannes"  # must be converted by the deadline
    AVVIKLES = "avvikles"  # must be wound up by the deadline
    FRIVILLIG = "frivillig"  # may go on; converting is the parties' choice


@dataclass(frozen=True)
class Endringsregel:
    """Who adopts a change: of the items the law says the agreement must settle (`momenter`), and of the rest.

    `i_momenter` is None where the law makes no difference. `kan_avtales`: the agreement may say otherwise of the rest.
    """

    momenter: tuple[str, ...]
    i_momenter: Formregel | None
    ellers: Formregel
    kan_avtales: bool


@dataclass(frozen=True)
class Statsmelding(Formregel):
    """A duty to tell the state that the cooperation exists: who tells whom, and in how many months (None: no limit).

    `mottaker_fylker` is told instead when only counties take part. A cooperation created before `opprettet_fra` was
    told of under the act of its day.
    """

    melder: Tekst
    mottaker: Tekst
    mottaker_fylker: Tekst | None
    frist_maaneder: int | None
    opprettet_fra: date | None

    def mottaker_for(self, typer: Iterable[str]) -> Tekst:
        """Who is told when those who take part are of these kinds (`Deltakertype`)."""
        bare_fylker = set(typer) == {Deltakertype.FYLKESKOMMUNE}
        return self.mottaker_fylker if bare_fylker and self.mottaker_fylker is not None else self.mottaker


@dataclass(frozen=True)
class Omdanning(Formregel):
    """What becomes of a cooperation in a closed form. `svar` is an `Omdanningsplikt`.

    `til` are the forms it may be converted to; `frist` the last day it may be done; `delegering_til` the last day on
    which authority delegated under the old act was valid, unless the council itself had decided otherwise.
    """

    til: tuple[str, ...]
    frist: date | None
    delegering_til: date | None


@dataclass(frozen=True)
class Oppsigelse:
    """Leaving: months of notice the law itself gives when the agreement is silent (None: the law gives none).

    `kan_avtales`: the agreement may set another period, though never one above `hoeyst_maaneder` (None: no ceiling).
    `skriftlig`: the law demands that notice is given in writing.
    """

    maaneder: int | None
    kan_avtales: bool
    hoeyst_maaneder: int | None
    skriftlig: bool
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
    """One of the legal forms. `gyldig` is when a new cooperation may be entered into in this form.

    `oevrige` are rules on a `Tema` of their own (audit, accounts, loans …): what the law settles without the agreement,
    or only asks the agreement to say when the parties want something else.
    """

    kode: str
    navn: Tekst
    kortnavn: Tekst
    beskrivelse: Tekst
    hjemmel: Hjemmel
    gyldig: Gyldighet
    avslag: Avslag
    omdanning: Omdanning | None
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
    endring: Endringsregel
    statlig_melding: Statsmelding | None
    oevrige: tuple[Formregel, ...]

    @property
    def omdannes_til(self) -> tuple[str, ...]:
        """The forms a cooperation in this closed form may be converted to."""
        return self.omdanning.til if self.omdanning is not None else ()

    @property
    def omdanningsfrist(self) -> date | None:
        """The last day a cooperation in this closed form could be converted or wound up in time."""
        return self.omdanning.frist if self.omdanning is not None else None

    def regel_om(self, tema: Tema) -> Formregel | None:
        """What the law says of `tema` for this form, where the rules say anything."""
        return next((regel for regel in self.oevrige if regel.svar == tema), None)

    @property
    def regler(self) -> tuple[Formregel | Oppsigelse, ...]:
        """Every rule of the form in words, each with its paragraph."""
        endring = (self.endring.i_momenter, self.endring.ellers)
        faste = (self.vedtas_av, self.enkeltvedtak, self.ansvar, self.oppsigelse, *endring)
        return tuple(r for r in (*faste, self.statlig_melding, self.omdanning, *self.oevrige) if r is not None)

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
