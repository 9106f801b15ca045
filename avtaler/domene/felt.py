"""Which fields of the register answer a requirement that could also be answered by a clause."""

from collections.abc import Callable
from dataclasses import dataclass

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, VERTSKOMMUNE, Avtalegrunnlag
from avtaler.domene.krav import Funn, Resultat
from kommuner.domene.skriving import vis_dato

JA, NEI, USIKKER = Resultat.OPPFYLT, Resultat.MANGLER, Resultat.MAA_VURDERES


@dataclass(frozen=True)
class Felt:
    """A way to answer from fields: the function, the outcomes it can give, and the facts it puts in the text."""

    svar: Callable[[Avtalegrunnlag], Funn]
    utfall: frozenset[Resultat]
    gir: frozenset[str] = frozenset()


def _fylt(test: Callable[[Avtalegrunnlag], bool]) -> Felt:
    return Felt(lambda grunnlag: Funn(JA if test(grunnlag) else NEI), frozenset({JA, NEI}))


def _alle_har_medlemmer(grunnlag: Avtalegrunnlag) -> bool:
    return bool(grunnlag.parter) and all(part.medlemmer is not None for part in grunnlag.parter)


def _alle_har_eierandel(grunnlag: Avtalegrunnlag) -> bool:
    return bool(grunnlag.parter) and all(part.eierandel is not None for part in grunnlag.parter)


def _noekkel_uten_innskudd(grunnlag: Avtalegrunnlag) -> Funn:
    """A cost key shows other contributions, but not whether there is a duty to pay in capital."""
    return Funn(USIKKER if grunnlag.har_noekkel else NEI)


def _oppstart(grunnlag: Avtalegrunnlag) -> Funn:
    """A start date is not by itself the day tasks and authority are transferred."""
    if grunnlag.start is None:
        return Funn(NEI)
    return Funn(USIKKER, {"dato": vis_dato(grunnlag.start)})


def _like_mange_medlemmer(grunnlag: Avtalegrunnlag) -> Funn:
    """Every participant has the same number of seats."""
    medlemmer = {part.medlemmer for part in grunnlag.parter}
    if not medlemmer or None in medlemmer:
        return Funn(USIKKER)
    return Funn(JA if len(medlemmer) == 1 else NEI)


FELT: dict[str, Felt] = {
    "navn": _fylt(lambda grunnlag: bool(grunnlag.navn.strip())),
    "formaal": _fylt(lambda grunnlag: any(formaal.strip() for formaal in grunnlag.formaal)),
    "eget_rettssubjekt": _fylt(lambda grunnlag: grunnlag.eget_rettssubjekt is not None),
    "deltakere": _fylt(lambda grunnlag: bool(grunnlag.parter)),
    "vertskommune": _fylt(lambda grunnlag: bool(grunnlag.med_rolle(VERTSKOMMUNE))),
    "kontorkommune": _fylt(lambda grunnlag: bool(grunnlag.med_rolle(KONTORKOMMUNE))),
    "medlemmer": _fylt(_alle_har_medlemmer),
    "eierandeler": _fylt(_alle_har_eierandel),
    "like_mange_medlemmer": Felt(_like_mange_medlemmer, frozenset({JA, NEI, USIKKER})),
    "oppsigelse": _fylt(lambda grunnlag: grunnlag.oppsigelse_maaneder is not None),
    "noekkel": _fylt(lambda grunnlag: grunnlag.har_noekkel),
    "noekkel_uten_innskudd": Felt(_noekkel_uten_innskudd, frozenset({USIKKER, NEI})),
    "oppstart": Felt(_oppstart, frozenset({USIKKER, NEI}), frozenset({"dato"})),
}
