"""Which legal forms an idea can become an agreement in, and why the others do not fit.

Only what the law says of the form itself: when it can be entered into, who may take part, and how many at least.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from avtaler.domene.samarbeidsform import Deltakertype, Samarbeidsform, kan_inngaas
from avtaler.domene.tekst import Tekst


@dataclass(frozen=True)
class Formvurdering:
    """A form with the sentences that stand against it; none means that it fits."""

    form: Samarbeidsform
    grunner: tuple[Tekst, ...]

    @property
    def passer(self) -> bool:
        return not self.grunner


def vurder_former(
    former: Iterable[Samarbeidsform], deltakertyper: Sequence[str], dato: date
) -> tuple[Formvurdering, ...]:
    """Each form that is open on ``dato`` against those who are to take part (``Deltakertype`` of each of them)."""
    aapne = (form for form in former if kan_inngaas(form, dato) is None)
    return tuple(Formvurdering(form, tuple(_grunner(form, deltakertyper))) for form in aapne)


def _grunner(form: Samarbeidsform, typer: Sequence[str]) -> Iterable[Tekst]:
    lovlige = {str(type_) for type_ in form.deltakertyper}
    if ulovlige := [type_ for type_ in dict.fromkeys(typer) if type_ not in lovlige]:
        yield _ikke_lov(ulovlige)
    if form.samme_deltakertype and len(set(typer)) > 1:
        yield Tekst(
            "Bare kommuner eller bare fylkeskommuner kan være med, ikke begge.",
            "Berre kommunar eller berre fylkeskommunar kan vere med, ikkje begge.",
        )
    if len(typer) < form.min_deltakere:
        yield Tekst(
            f"Formen krever minst {form.min_deltakere} deltakere.", f"Forma krev minst {form.min_deltakere} deltakarar."
        )


_TYPENAVN = {
    Deltakertype.KOMMUNE: Tekst("kommuner", "kommunar"),
    Deltakertype.FYLKESKOMMUNE: Tekst("fylkeskommuner", "fylkeskommunar"),
    Deltakertype.IKS: Tekst("interkommunale selskaper", "interkommunale selskap"),
    Deltakertype.STAT: Tekst("staten", "staten"),
    Deltakertype.PRIVAT: Tekst("private", "private"),
    Deltakertype.ANNET: Tekst("andre enn kommuner og fylkeskommuner", "andre enn kommunar og fylkeskommunar"),
}


def _ikke_lov(typer: Sequence[str]) -> Tekst:
    navn = [_TYPENAVN[Deltakertype(type_)] for type_ in typer]
    nb, nn = " og ".join(ett.nb for ett in navn), " og ".join(ett.nn for ett in navn)
    return Tekst(f"I denne formen kan ikke {nb} delta.", f"I denne forma kan ikkje {nn} delta.")
