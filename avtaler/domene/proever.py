"""The computed tests: rules that follow from the facts and that no clause in the agreement can answer.

Each takes the facts, the form and the date, and gives a `Funn`. The law behind a test stands with the
requirement that names it, in `avtaler/regler/`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.andeler import sum_ansvarsandel, sum_eierandel
from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, VERTSKOMMUNE, Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.krav import Funn, Resultat
from avtaler.domene.samarbeidsform import Deltakertype, Rettssubjekt, Samarbeidsform
from avtaler.domene.tekst import Tekst, antall_av, opplisting, prosent
from kommuner.domene.skriving import vis_dato

OPPFYLT, MANGLER = Resultat.OPPFYLT, Resultat.MANGLER
MAA_VURDERES, IKKE_RELEVANT = Resultat.MAA_VURDERES, Resultat.IKKE_RELEVANT

KOMMUNALE = frozenset({Deltakertype.KOMMUNE, Deltakertype.FYLKESKOMMUNE, Deltakertype.IKS})

#: What those who take part are called, one and several: the rules of a form choose among them.
DELTAKERORD = {
    "deltakere": (Tekst("deltaker", "deltakar"), Tekst("deltakere", "deltakarar")),
    "parter": (Tekst("part", "part"), Tekst("parter", "partar")),
    "medlemmer": (Tekst("medlem", "medlem"), Tekst("medlemmer", "medlemmer")),
}

MAANEDER = (Tekst("måned", "månad"), Tekst("måneder", "månader"))

Svar = Callable[[Avtalegrunnlag, Samarbeidsform, date], Funn]


@dataclass(frozen=True)
class Proeve:
    """A computed test, the outcomes it can give, and the facts it puts in the text."""

    svar: Svar
    utfall: frozenset[Resultat]
    gir: frozenset[str] = frozenset()


PROEVER: dict[str, Proeve] = {}


def _proeve(navn: str, *utfall: Resultat, gir: Iterable[str] = ()) -> Callable[[Svar], Svar]:
    def registrer(svar: Svar) -> Svar:
        PROEVER[navn] = Proeve(svar, frozenset(utfall), frozenset(gir))
        return svar

    return registrer


def _hvem(deltakere: Iterable[Deltakergrunnlag]) -> dict[str, str]:
    return {"hvem": opplisting(deltaker.navn for deltaker in deltakere)}


def _har_navneord(navn: str, ord_: str) -> bool:
    """An abbreviation must stand as a word of its own in capitals; written out, case does not matter."""
    if ord_.isupper():
        return re.search(rf"(?<!\w){re.escape(ord_)}(?!\w)", navn) is not None
    return ord_.casefold() in navn.casefold()


@_proeve("navn_inneholder", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["navn"])
def navn_inneholder(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """The name holds the words the law demands; a nynorsk form the law does not name is left to a person."""
    navn = grunnlag.navn.strip()
    if not navn:
        return Funn(IKKE_RELEVANT)
    if any(_har_navneord(navn, ord_) for ord_ in form.navnekrav):
        return Funn(OPPFYLT, {"navn": navn})
    variant = any(_har_navneord(navn, ord_) for ord_ in form.navnevarianter)
    return Funn(MAA_VURDERES if variant else MANGLER, {"navn": navn})


@_proeve("fast_navn", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["navn"])
def fast_navn(grunnlag: Avtalegrunnlag, form: Samarbeidsform, dato: date) -> Funn:
    """The name holds the words the law demands, which have no nynorsk variant."""
    return navn_inneholder(grunnlag, form, dato)


@_proeve("betegnelse_bakerst", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT, gir=["navn"])
def betegnelse_bakerst(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """The words for the form end the name. Where they stand elsewhere, the transition rule may still spare the name."""
    navn = grunnlag.navn.strip()
    ord_i_navnet = [ord_ for ord_ in form.navnekrav if _har_navneord(navn, ord_)]
    if not ord_i_navnet:
        return Funn(IKKE_RELEVANT)
    bakerst = any(navn.casefold().endswith(ord_.casefold()) for ord_ in ord_i_navnet)
    return Funn(OPPFYLT if bakerst else MAA_VURDERES, {"navn": navn})


@_proeve("min_deltakere", OPPFYLT, MANGLER, gir=[*DELTAKERORD, "minst"])
def min_deltakere(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """Enough participants for the form."""
    antall = len(grunnlag.parter)
    verdier: dict[str, str | Tekst] = {navn: antall_av(antall, *ord_) for navn, ord_ in DELTAKERORD.items()}
    verdier["minst"] = str(form.min_deltakere)
    return Funn(OPPFYLT if antall >= form.min_deltakere else MANGLER, verdier)


@_proeve("deltakertyper", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["hvem"])
def deltakertyper(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """Only those whom the law lets into the form take part."""
    if not grunnlag.parter:
        return Funn(IKKE_RELEVANT)
    utenfor = [part for part in grunnlag.parter if part.type not in form.deltakertyper]
    return Funn(MANGLER, _hvem(utenfor)) if utenfor else Funn(OPPFYLT)


@_proeve("samme_deltakertype", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT)
def samme_deltakertype(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """Municipalities among themselves or counties among themselves, not mixed."""
    if not grunnlag.parter:
        return Funn(IKKE_RELEVANT)
    typer = {part.type for part in grunnlag.parter}
    return Funn(OPPFYLT if len(typer) == 1 or not form.samme_deltakertype else MAA_VURDERES)


@_proeve("bare_kommunale", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def bare_kommunale(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Only municipalities, counties and their companies: otherwise it is another kind of cooperation."""
    if not grunnlag.parter:
        return Funn(IKKE_RELEVANT)
    andre = [part for part in grunnlag.parter if part.type not in KOMMUNALE]
    return Funn(MAA_VURDERES, _hvem(andre)) if andre else Funn(OPPFYLT)


@_proeve("alltid_eget_rettssubjekt", OPPFYLT, MANGLER)
def alltid_eget_rettssubjekt(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """The form is a legal person by law; the record must not say the opposite."""
    motsatt = form.eget_rettssubjekt is Rettssubjekt.JA and grunnlag.eget_rettssubjekt is False
    return Funn(MANGLER if motsatt else OPPFYLT)


@_proeve("kontorkommune", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def kontorkommune(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """A cooperation that is not a legal person is kept in the accounts of an office municipality."""
    if grunnlag.eget_rettssubjekt is not False:
        return Funn(IKKE_RELEVANT)
    kontor = grunnlag.med_rolle(KONTORKOMMUNE)
    return Funn(OPPFYLT, _hvem(kontor)) if kontor else Funn(MAA_VURDERES)


@_proeve("medlemmer_per_deltaker", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem", "minst"])
def medlemmer_per_deltaker(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """Every participant has at least the seats the law gives it."""
    if not grunnlag.parter:
        return Funn(IKKE_RELEVANT)
    minst = form.min_medlemmer_per_deltaker or 0
    for_faa = [part for part in grunnlag.parter if part.medlemmer is not None and part.medlemmer < minst]
    ukjent = [part for part in grunnlag.parter if part.medlemmer is None]
    if for_faa:
        return Funn(MANGLER, {**_hvem(for_faa), "minst": str(minst)})
    return Funn(MAA_VURDERES, _hvem(ukjent)) if ukjent else Funn(OPPFYLT, {"minst": str(minst)})


@_proeve("varamedlemmer", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def varamedlemmer(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """Every participant has at least the deputies the law demands for its members."""
    if not grunnlag.parter:
        return Funn(IKKE_RELEVANT)
    kjent = [(part, part.medlemmer, part.varamedlemmer) for part in grunnlag.parter]
    for_faa = [p for p, m, v in kjent if m is not None and v is not None and v < form.vararegel.minst(m)]
    ukjent = [part for part, medlemmer, vara in kjent if medlemmer is None or vara is None]
    if for_faa:
        return Funn(MANGLER, _hvem(for_faa))
    return Funn(MAA_VURDERES, _hvem(ukjent)) if ukjent else Funn(OPPFYLT)


@_proeve("eierandeler_sum", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["sum"])
def eierandeler_sum(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """The ownership shares are together the whole; a share that is not recorded counts as nothing."""
    return _hele(sum_eierandel(grunnlag.parter))


@_proeve("ansvarsandeler_sum", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["sum"])
def ansvarsandeler_sum(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """The liability shares are together the whole; a participant without one answers by its ownership share."""
    return _hele(sum_ansvarsandel(grunnlag.parter))


def _hele(sum_: Fraction | None) -> Funn:
    if sum_ is None:
        return Funn(IKKE_RELEVANT)
    return Funn(OPPFYLT if sum_ == 1 else MANGLER, {"sum": prosent(sum_)})


@_proeve("en_vertskommune", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["hvem"])
def en_vertskommune(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Exactly one of the participants is the host."""
    verter = grunnlag.med_rolle(VERTSKOMMUNE)
    if not verter:
        return Funn(IKKE_RELEVANT)
    return Funn(OPPFYLT if len(verter) == 1 else MANGLER, _hvem(verter))


@_proeve("vedtak_hos_alle", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["hvem"])
def vedtak_hos_alle(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Every participating council (or representative body of an IKS) has itself adopted the agreement."""
    skal_vedta = [part for part in grunnlag.parter if part.type in KOMMUNALE]
    if not skal_vedta:
        return Funn(IKKE_RELEVANT)
    uten = [part for part in skal_vedta if not part.har_vedtak]
    return Funn(MANGLER, _hvem(uten)) if uten else Funn(OPPFYLT)


def _delegering(parter: Iterable[Deltakergrunnlag]) -> Funn:
    parter = list(parter)
    uten = [part for part in parter if part.har_delegering is False]
    ukjent = [part for part in parter if part.har_delegering is None]
    if not parter:
        return Funn(IKKE_RELEVANT)
    if uten:
        return Funn(MANGLER, _hvem(uten))
    return Funn(MAA_VURDERES, _hvem(ukjent)) if ukjent else Funn(OPPFYLT)


@_proeve("delegering_til_verten", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def delegering_til_verten(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Every participant but the host has a delegation resolution of its own."""
    return _delegering(part for part in grunnlag.parter if part.rolle != VERTSKOMMUNE)


@_proeve("delegering_hos_alle", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def delegering_hos_alle(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Every participant, the host too, has delegated to the joint body."""
    return _delegering(grunnlag.parter)


@_proeve("ny_delegering", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT, gir=["hvem"])
def ny_delegering(grunnlag: Avtalegrunnlag, _: Samarbeidsform, __: date) -> Funn:
    """Every participant but the host has delegated anew; the council may also have prolonged the old delegation."""
    parter = [part for part in grunnlag.parter if part.rolle != VERTSKOMMUNE]
    if not parter:
        return Funn(IKKE_RELEVANT)
    uten = [part for part in parter if not part.har_delegering]
    return Funn(MAA_VURDERES, _hvem(uten)) if uten else Funn(OPPFYLT)


@_proeve("meldt_staten", OPPFYLT, MANGLER, MAA_VURDERES, IKKE_RELEVANT, gir=["dato", "mottaker"])
def meldt_staten(grunnlag: Avtalegrunnlag, form: Samarbeidsform, dato: date) -> Funn:
    """The state has been told that the cooperation exists; before it does there is nothing to tell.

    Whether one created under an earlier act had to be told of, that act says, and a person must judge.
    """
    if form.statlig_melding is None:
        raise ValueError(f"Formen {form.kode} har ingen melding til staten.")
    verdier: dict[str, str | Tekst] = {"mottaker": form.statlig_melding.mottaker_for(p.type for p in grunnlag.parter)}
    if grunnlag.meldt_statsforvalter is not None:
        return Funn(OPPFYLT, {**verdier, "dato": vis_dato(grunnlag.meldt_statsforvalter)})
    if grunnlag.start is None or grunnlag.start > dato:
        return Funn(IKKE_RELEVANT, verdier)
    regel_fra = form.statlig_melding.opprettet_fra
    er_eldre = regel_fra is not None and grunnlag.start < regel_fra
    return Funn(MAA_VURDERES if er_eldre else MANGLER, {**verdier, "dato": vis_dato(grunnlag.start)})


def _over_taket(grunnlag: Avtalegrunnlag, form: Samarbeidsform, for_lang: Resultat) -> Funn:
    tak = form.oppsigelse.hoeyst_maaneder
    if tak is None:
        raise ValueError(f"Formen {form.kode} har ingen lengste oppsigelsesfrist.")
    if grunnlag.oppsigelse_maaneder is None:
        return Funn(IKKE_RELEVANT)
    frist = grunnlag.oppsigelse_maaneder
    return Funn(OPPFYLT if frist <= tak else for_lang, {"frist": antall_av(frist, *MAANEDER)})


@_proeve("oppsigelse_hoeyst", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["frist"])
def oppsigelse_hoeyst(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """The notice to leave is not longer than the law lets it be."""
    return _over_taket(grunnlag, form, MANGLER)


@_proeve("oppsigelse_hoeyst_som_regel", OPPFYLT, MAA_VURDERES, IKKE_RELEVANT, gir=["frist"])
def oppsigelse_hoeyst_som_regel(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """As `oppsigelse_hoeyst`, where the law has exceptions that a person must look for."""
    return _over_taket(grunnlag, form, MAA_VURDERES)


@_proeve("omdannet_i_tide", OPPFYLT, MANGLER, MAA_VURDERES, gir=["frist"])
def omdannet_i_tide(grunnlag: Avtalegrunnlag, form: Samarbeidsform, dato: date) -> Funn:
    """A cooperation in a closed form is ended or converted by the deadline of the transition rule."""
    if grunnlag.avsluttet(dato):
        return Funn(OPPFYLT)
    if form.omdanningsfrist is None:
        raise ValueError(f"Formen {form.kode} har ingen omdanningsfrist.")
    utloept = dato > form.omdanningsfrist
    return Funn(MANGLER if utloept else MAA_VURDERES, {"frist": vis_dato(form.omdanningsfrist)})


@_proeve("inngaatt_i_tide", OPPFYLT, MANGLER, IKKE_RELEVANT, gir=["dato"])
def inngaatt_i_tide(grunnlag: Avtalegrunnlag, form: Samarbeidsform, _: date) -> Funn:
    """The cooperation was entered into while the form was open."""
    if grunnlag.start is None:
        return Funn(IKKE_RELEVANT)
    return Funn(OPPFYLT if form.gyldig.gjelder(grunnlag.start) else MANGLER, {"dato": vis_dato(grunnlag.start)})
