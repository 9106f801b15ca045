"""What the law says of an organ of one kind in a cooperation of one form."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.tekst import Tekst


@dataclass(frozen=True)
class Setning:
    """One statement with its paragraph. Without a paragraph it says nothing of the law, only how the word is used."""

    tekst: Tekst
    hjemmel: Hjemmel | None
    sikkerhet: Sikkerhet

    @property
    def er_bekreftet(self) -> bool:
        return self.sikkerhet is Sikkerhet.LEST


@dataclass(frozen=True)
class Setekrav:
    """The fewest seats: ``medlemmer`` a participant, ``vara_per_medlem`` for each of them, ``i_alt`` together."""

    medlemmer: int
    vara_per_medlem: int
    i_alt: int
    setning: Setning
    fra: date | None = None
    """The first day the requirement held; None: as long as the form has been there."""

    def gjelder(self, dato: date) -> bool:
        return self.fra is None or self.fra <= dato


@dataclass(frozen=True)
class Organregel:
    """The rule of ``typer`` in ``former``; no forms means every form, also none (an organ of a region).

    ``aapne_moeter`` are meetings open by law; whether the organ is elected by the people, ``status`` says in words.
    ``periode_aar`` is the term the law gives when the agreement says nothing; None: none is elected.
    """

    typer: frozenset[str]
    former: frozenset[str]
    beslutter: bool
    er_administrativt: bool
    aapne_moeter: bool
    er_eiermoete: bool
    periode_aar: int | None
    myndighet: Setning
    status: Setning | None
    seter: Setekrav | None

    def gjelder(self, *, type: str, form: str) -> bool:
        return type in self.typer and (not self.former or form in self.former)


def organregel(regler: Iterable[Organregel], *, type: str, form: str) -> Organregel:
    """The first rule that is about the kind of organ in the form. Raises LookupError when there is none."""
    for regel in regler:
        if regel.gjelder(type=type, form=form):
            return regel
    raise LookupError(f"no rule for {type!r} in {form!r}")


@dataclass(frozen=True)
class Habilitetsregel:
    """What one who sits both in an organ of ``typer`` and in a council should look into, in ``former``."""

    typer: frozenset[str]
    former: frozenset[str]
    setning: Setning

    def gjelder(self, *, type: str, form: str) -> bool:
        return type in self.typer and (not self.former or form in self.former)


def habilitetsregler(regler: Iterable[Habilitetsregel], *, type: str, form: str) -> tuple[Habilitetsregel, ...]:
    """All that are about the organ, in the order of the file."""
    return tuple(regel for regel in regler if regel.gjelder(type=type, form=form))
