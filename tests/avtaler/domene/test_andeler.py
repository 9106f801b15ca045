"""What the participants' shares add up to."""

from fractions import Fraction

import pytest

from avtaler.domene.andeler import sum_ansvarsandel, sum_eierandel
from avtaler.domene.avtalegrunnlag import Deltakergrunnlag

HALV, TREDEL = Fraction(1, 2), Fraction(1, 3)


def deltakere(*andeler: tuple[Fraction | None, Fraction | None]) -> list[Deltakergrunnlag]:
    return [Deltakergrunnlag(navn="Vik", eierandel=eier, ansvarsandel=ansvar) for eier, ansvar in andeler]


@pytest.mark.parametrize(
    ("andeler", "eier", "ansvar"),
    [
        ([], None, None),
        ([(None, None)], None, None),
        ([(HALV, None), (HALV, None)], Fraction(1), None),
        ([(HALV, None), (None, None)], HALV, None),
        ([(HALV, TREDEL), (HALV, None)], Fraction(1), Fraction(5, 6)),
        ([(None, TREDEL), (None, None)], None, TREDEL),
    ],
    ids=["nobody", "not recorded", "whole", "one missing", "liability falls back on ownership", "liability alone"],
)
def test_shares_add_up_exactly(
    andeler: list[tuple[Fraction | None, Fraction | None]], eier: Fraction | None, ansvar: Fraction | None
) -> None:
    assert sum_eierandel(deltakere(*andeler)) == eier
    assert sum_ansvarsandel(deltakere(*andeler)) == ansvar
