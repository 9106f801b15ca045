"""What has begun, grown, been converted and ended in each year, and its chart."""

from datetime import date
from itertools import pairwise

import pytest

from avtaler.domene.saertrekk.aarstall import Aar, Liv, aarstall, stille_aar
from avtaler.domene.saertrekk.diagram import diagram
from avtaler.domene.saertrekk.plassering import hoeyeste, stable

DATO = date(2026, 11, 20)


def liv(id=1, fra=date(2024, 1, 1), **felt) -> Liv:
    return Liv(id=id, fra=fra, **felt)


def aar(*avtaler, dato=DATO) -> dict[int, Aar]:
    return {ett.aar: ett for ett in aarstall(avtaler, dato=dato)}


def test_every_year_from_the_first_event_is_there_also_the_quiet():
    assert list(aar(liv())) == [2024, 2025, 2026]
    assert aar(liv())[2024].startet == (1,)
    assert aar(liv())[2025].er_stille


def test_agreement_ends_in_the_year_of_its_last_day():
    funnet = aar(liv(til=date(2026, 1, 1)))
    assert funnet[2025].avsluttet == (1,)
    assert not funnet[2026].avsluttet


def test_nothing_after_the_date_is_known():
    funnet = aar(liv(til=date(2027, 1, 1), utvidet=frozenset({date(2026, 12, 1)})), liv(2, date(2027, 1, 1)))
    assert funnet[2026].er_stille
    assert 2027 not in funnet


def test_agreement_is_extended_once_a_year_and_not_on_its_first_day():
    dager = frozenset({date(2024, 1, 1), date(2025, 1, 1), date(2025, 8, 1)})
    funnet = aar(liv(utvidet=dager))
    assert (funnet[2024].utvidet, funnet[2025].utvidet) == ((), (1,))


def test_conversion_is_neither_an_end_nor_a_beginning():
    gammel = liv(1, til=date(2025, 7, 1), endte_i_omdanning=True)
    ny = liv(2, date(2025, 7, 1), begynte_som_omdanning=True)
    assert aar(gammel, ny)[2025] == Aar(2025, omdannet=(2,))


def test_no_agreements_make_no_years():
    assert aarstall([liv(fra=None)], dato=DATO) == ()


def test_quiet_years_are_counted_back_from_the_last():
    assert stille_aar(aarstall([liv()], dato=DATO)) == 2
    assert stille_aar(aarstall([liv(fra=date(2026, 1, 1))], dato=DATO)) == 0


def test_bars_stand_on_the_line_and_ends_hang_under_it():
    tegning = diagram([Aar(2024, startet=(1, 2), utvidet=(3,)), Aar(2025, avsluttet=(1,))], bredde=100, hoeyde=90)
    over = [s for s in tegning.soeyler if s.slag != "avsluttet"]
    under = [s for s in tegning.soeyler if s.slag == "avsluttet"]
    assert [s.hoeyde for s in over] == [2 * tegning.skritt, tegning.skritt]
    assert over[0].y + over[0].hoeyde == tegning.nulllinje
    assert over[1].y + over[1].hoeyde == over[0].y
    assert [s.y for s in under] == [tegning.nulllinje]
    assert all(0 <= s.y and s.y + s.hoeyde <= tegning.hoeyde for s in tegning.soeyler)


@pytest.mark.parametrize("antall", [1, 7, 20, 60])
def test_last_year_is_always_named_and_names_do_not_stand_too_close(antall):
    tegning = diagram([Aar(2000 + nr, startet=(nr,)) for nr in range(antall)], bredde=700)
    assert tegning.merker[-1].aar == 2000 + antall - 1
    assert all(b.x - a.x >= 40 for a, b in pairwise(tegning.merker))


def test_chart_of_no_years_is_an_error():
    with pytest.raises(ValueError, match="no years"):
        diagram([])


def test_points_on_the_same_place_are_stacked():
    punkter = stable([2, 5, 2, 2])
    assert [(p.nr, p.plass, p.hoeyde) for p in punkter] == [(1, 2, 0), (2, 5, 0), (3, 2, 1), (4, 2, 2)]
    assert (hoeyeste(punkter), hoeyeste(())) == (3, 0)


def test_place_off_the_scale_is_an_error():
    with pytest.raises(ValueError, match="no place 6"):
        stable([6])
