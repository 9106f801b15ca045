"""All the rules together: the forms, the requirements, and the version a report says it was judged by.

Where to look a rule up:

* what an agreement must hold, and whether it does: `krav_for` and `domene.lovkrav.vurder_avtale`;
* who adopts a change of it: `domene.endringskrav.hvem_vedtar_endring` (the list of items is `form.endring.momenter`);
* how one leaves when the agreement is silent, and what it may set: `form.oppsigelse`;
* who tells the state what: `form.statlig_melding`, with `mottaker_for` the participants;
* what becomes of a cooperation in a closed form, and by when: `form.omdanning`;
* audit, accounts, loans, notice of meetings and the like: `form.regel_om(Tema.…)`.

Each answer carries its paragraph and whether it was read in the act. docs/lovkrav.md is all of it on one page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avtaler.domene.krav import Krav
from avtaler.domene.samarbeidsform import Samarbeidsform, kan_inngaas


class RegelverkFeil(ValueError):
    """The rule files are wrong; the message says which file and what."""


class UkjentSamarbeidsform(LookupError):
    """A form code that no rule file defines."""


@dataclass(frozen=True)
class Regelverk:
    """The forms by code (in the order they are shown) and the requirements (in the order of the law)."""

    former: Mapping[str, Samarbeidsform]
    krav: tuple[Krav, ...]
    versjon: str
    rettstilstand: date

    def form(self, kode: str) -> Samarbeidsform:
        """The form with `kode`; UkjentSamarbeidsform if there is none."""
        try:
            return self.former[kode]
        except KeyError:
            raise UkjentSamarbeidsform(f"Samarbeidsformen «{kode}» finnes ikke i regelverket.") from None

    def krav_for(self, form: str, dato: date) -> tuple[Krav, ...]:
        """The requirements that hold for `form` on `dato`, in the order of the law."""
        self.form(form)
        return tuple(krav for krav in self.krav if form in krav.former and krav.gyldig.gjelder(dato))

    def krav_med_kode(self, kode: str) -> tuple[Krav, ...]:
        """Every wording of the requirement, oldest first: a changed law is a new entry with the same code."""
        return tuple(krav for krav in self.krav if krav.kode == kode)

    def former_som_kan_inngaas(self, dato: date) -> tuple[Samarbeidsform, ...]:
        """The forms a new cooperation may take on `dato`."""
        return tuple(form for form in self.former.values() if kan_inngaas(form, dato) is None)
