"""Who adopts a change of an agreement: every council when it touches what the law lists, otherwise whom the form says.

The lists and the paragraphs are data (`endring` of each form in `avtaler/regler/`): koml. §§ 18-4(2)–(3), 19-4(2)–(3)
and 20-4(2), IKS-loven § 4(2), aksjeloven § 5-18, samvirkelova § 54, stiftelsesloven §§ 45–48.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, VERTSKOMMUNE, Avtalegrunnlag
from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.krav import Krav
from avtaler.domene.samarbeidsform import Samarbeidsform, Vedtaksmaate
from avtaler.domene.tekst import Tekst

#: One fact of the register may answer by more than one name.
_SAMME_FELT = {"noekkel": frozenset({"noekkel", "noekkel_uten_innskudd"})}

#: The facts of a change, by their names in `domene.felt`. The cost key has its own history (`kostnad`).
_FAKTA: Mapping[str, Callable[[Avtalegrunnlag], object]] = {
    "navn": lambda grunnlag: grunnlag.navn.strip(),
    "formaal": lambda grunnlag: grunnlag.formaal,
    "eget_rettssubjekt": lambda grunnlag: grunnlag.eget_rettssubjekt,
    "deltakere": lambda grunnlag: frozenset(part.navn for part in grunnlag.parter),
    "vertskommune": lambda grunnlag: frozenset(part.navn for part in grunnlag.med_rolle(VERTSKOMMUNE)),
    "kontorkommune": lambda grunnlag: frozenset(part.navn for part in grunnlag.med_rolle(KONTORKOMMUNE)),
    "medlemmer": lambda grunnlag: {part.navn: part.medlemmer for part in grunnlag.parter},
    "eierandeler": lambda grunnlag: {part.navn: part.eierandel for part in grunnlag.parter},
    "oppsigelse": lambda grunnlag: grunnlag.oppsigelse_maaneder,
    "oppstart": lambda grunnlag: grunnlag.start,
}


@dataclass(frozen=True)
class Endringskrav:
    """Who must adopt a change. `momenter` are the changed items on the law's list, in the order of the law.

    `kan_avtales_annet`: the agreement itself may give these changes to someone else or ask for more votes; read it.
    """

    maate: Vedtaksmaate
    tekst: Tekst
    hjemmel: Hjemmel | None
    sikkerhet: Sikkerhet
    momenter: tuple[str, ...]
    kan_avtales_annet: bool

    @property
    def krever_alle_kommunestyrene(self) -> bool:
        return self.maate is Vedtaksmaate.ALLE_KOMMUNESTYRENE


def hvem_vedtar_endring(form: Samarbeidsform, endrede_krav: Iterable[str]) -> Endringskrav:
    """Who adopts a change that touches the requirements with these codes.

    One listed item is enough to bring the whole change before every council. Codes the form does not list, and no code
    at all, are «other changes».
    """
    endrede = set(endrede_krav)
    momenter = tuple(kode for kode in form.endring.momenter if kode in endrede)
    i_momenter = form.endring.i_momenter if momenter else None
    regel = i_momenter or form.endring.ellers
    return Endringskrav(
        maate=Vedtaksmaate(regel.svar),
        tekst=regel.tekst,
        hjemmel=regel.hjemmel,
        sikkerhet=regel.sikkerhet,
        momenter=momenter,
        kan_avtales_annet=i_momenter is None and form.endring.kan_avtales,
    )


def momenter_for_felt(form: Samarbeidsform, krav: Iterable[Krav], felt: Iterable[str]) -> tuple[str, ...]:
    """The listed items that these facts of the register answer (names in `domene.felt`), for changes made in fields.

    `krav` are the requirements of the form on the day. A new name, share or cost key changes the agreement as much as
    a new clause does.
    """
    navn = {ett for ledd in felt for ett in _SAMME_FELT.get(ledd, frozenset({ledd}))}
    beroert = {ledd.kode for ledd in krav if ledd.proeve in navn}
    return tuple(kode for kode in form.endring.momenter if kode in beroert)


def endrede_felt(foer: Avtalegrunnlag, etter: Avtalegrunnlag) -> frozenset[str]:
    """Which facts (names in `domene.felt`) say something else in ``etter``.

    What was not recorded before is filled in, not changed; and a participant's numbers are changed only when it is
    there both before and after.
    """
    return frozenset(navn for navn, fakta in _FAKTA.items() if _er_endret(fakta(foer), fakta(etter)))


def _er_endret(foer: object, etter: object) -> bool:
    if isinstance(foer, Mapping) and isinstance(etter, Mapping):
        return any(_er_endret(foer[navn], etter[navn]) for navn in foer.keys() & etter.keys())
    return foer not in (None, "", (), frozenset()) and foer != etter
