"""The split of 20 participants, with its derivation, against the same amounts in plain ``Fraction``."""

from fractions import Fraction

from bench.maaling import side_om_side, skriv
from kostnad.domene.fordeling import Resultat, fordel
from kostnad.domene.lesing import les_oppdrag
from kostnad.domene.oppdrag import Oppdrag
from kostnad.domene.utledning import setninger

RUNDER = 300
POTT_OERE = 620_000_00
FOLKETALL = {f"{1100 + nr}": 1_000 + 1_717 * nr for nr in range(20)}


def oppdraget() -> Oppdrag:
    """Half equally, half by population, after a grant, to whole kroner: the commonest key."""
    return les_oppdrag(
        {
            "beloep": "1350000",
            "tilskudd": [{"navn": "Skjønnsmidler", "beloep": "730000"}],
            "deltakere": [{"id": nr, "navn": nr, "verdier": {"folketall": tall}} for nr, tall in FOLKETALL.items()],
            "noekkel": [
                {
                    "steg": "fordel",
                    "etter": [{"kriterium": "lik", "vekt": "50"}, {"kriterium": "folketall", "vekt": "50"}],
                }
            ],
        }
    )


def i_broek() -> dict[str, int]:
    """The same amounts and nothing else: exact parts, then the largest remainders, ties to the lowest number."""
    sum_, antall = sum(FOLKETALL.values()), len(FOLKETALL)
    halvt = Fraction(POTT_OERE, 200)
    eksakt = {nr: halvt / antall + halvt * tall / sum_ for nr, tall in FOLKETALL.items()}
    hele = {nr: beloep.numerator // beloep.denominator for nr, beloep in eksakt.items()}
    rest = POTT_OERE // 100 - sum(hele.values())
    for nr in sorted(eksakt, key=lambda nr: (hele[nr] - eksakt[nr], nr))[:rest]:
        hele[nr] += 1
    return {nr: kroner * 100 for nr, kroner in hele.items()}


def i_ord(resultat: Resultat) -> list[list[str]]:
    """Everybody's sentences."""
    return [setninger(del_.ledd, "nb") for del_ in resultat.deler]


def main() -> None:
    oppdrag = oppdraget()
    resultat = fordel(oppdrag)
    assert {del_.id: del_.oere for del_ in resultat.deler} == i_broek()
    skriv(
        "split of 20 with derivation", "plain Fraction", side_om_side(lambda: fordel(oppdrag), i_broek, runder=RUNDER)
    )
    tider = side_om_side(lambda: i_ord(fordel(oppdrag)), i_broek, runder=RUNDER)
    skriv("the same with every sentence written", "plain Fraction", tider)


if __name__ == "__main__":
    main()
