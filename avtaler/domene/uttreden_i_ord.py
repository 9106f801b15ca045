"""The terms of leaving, said as a person says them, in both written standards."""

from avtaler.domene.tekst import Tekst
from avtaler.domene.uttreden import Kilde, Regel, Vilkaar, Vilkaarsgrunnlag

_TALL_NB = ("null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_TALL_NN = ("null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


def regel_i_ord(grunnlag: Vilkaarsgrunnlag, lovens_ord: Tekst) -> Tekst:
    """The rule that holds. ``lovens_ord`` is what the form's own rule says, for agreements that say nothing."""
    if grunnlag.kilde is not Kilde.AVTALEN or grunnlag.vilkaar is None:
        return lovens_ord
    frist = varsel_i_ord(grunnlag.vilkaar.maaneder)
    virkning = _virkning(grunnlag.vilkaar)
    return Tekst(nb=f"{_stor(frist.nb)}{virkning.nb}.", nn=f"{_stor(frist.nn)}{virkning.nn}.")


def varsel_i_ord(maaneder: int) -> Tekst:
    """«seks måneders varsel», «ett års varsel»; nothing to wait for is «ingen frist»."""
    if maaneder == 0:
        return Tekst(nb="ingen frist", nn="ingen frist")
    if maaneder % 12 == 0:
        aar = maaneder // 12
        return Tekst(
            nb=f"{'ett' if aar == 1 else _tall(aar, _TALL_NB)} års varsel",
            nn=f"{'eitt' if aar == 1 else _tall(aar, _TALL_NN)} års varsel",
        )
    return Tekst(nb=f"{_tall(maaneder, _TALL_NB)} måneders varsel", nn=f"{_tall(maaneder, _TALL_NN)} månaders varsel")


def _virkning(vilkaar: Vilkaar) -> Tekst:
    if vilkaar.regel is Regel.AARSSKIFTE:
        return Tekst(
            nb=", med virkning fra det første årsskiftet etter at fristen er ute",
            nn=", med verknad frå det første årsskiftet etter at fristen er ute",
        )
    if vilkaar.regel is Regel.FRA_AARSSKIFTE:
        return Tekst(
            nb=", regnet fra det første årsskiftet etter oppsigelsen",
            nn=", rekna frå det første årsskiftet etter oppseiinga",
        )
    return Tekst(nb="", nn="")


def _tall(antall: int, ord_: tuple[str, ...]) -> str:
    return ord_[antall] if antall < len(ord_) else str(antall)


def _stor(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
