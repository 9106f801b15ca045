"""When one who gives notice is out: three real kinds, the edges of the year, lock-in, the law, and no terms."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.uttreden import (
    Kilde,
    Regel,
    Vilkaar,
    legg_til_maaneder,
    siste_varsel,
    uttreden,
    uttreden_ved_grenseendring,
    vilkaar_for,
)

HALVT_TIL_AARSSKIFTE = Vilkaar(maaneder=6, regel=Regel.AARSSKIFTE)
AAR_FRA_AARSSKIFTE = Vilkaar(maaneder=12, regel=Regel.FRA_AARSSKIFTE)
AAR_TIL_AARSSKIFTE = Vilkaar(maaneder=12, regel=Regel.AARSSKIFTE)
ETT_AAR = Vilkaar(maaneder=12)

datoer = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
vilkaarene = st.builds(
    Vilkaar,
    maaneder=st.integers(min_value=0, max_value=120),
    regel=st.sampled_from(Regel),
    bundet_til=st.none() | datoer,
    hoeyst=st.none() | st.integers(min_value=0, max_value=36),
)


@pytest.mark.parametrize(
    ("vilkaar", "ute"),
    [
        (HALVT_TIL_AARSSKIFTE, date(2024, 1, 1)),
        (AAR_FRA_AARSSKIFTE, date(2025, 1, 1)),
        (AAR_TIL_AARSSKIFTE, date(2025, 1, 1)),
        (ETT_AAR, date(2024, 3, 16)),
    ],
)
def test_uttreden_three_agreements_three_dates(vilkaar, ute):
    assert uttreden(date(2023, 3, 15), vilkaar).til == ute


@pytest.mark.parametrize(
    ("varsel", "halvt_til", "aar_fra", "aar_til", "ett_aar"),
    [
        # On New Year's Day the turn of that year has been: the period from the next begins a year later.
        (date(2023, 1, 1), date(2024, 1, 1), date(2025, 1, 1), date(2025, 1, 1), date(2024, 1, 2)),
        # Six months from 30 June are over on 30 December, from 1 July on 1 January: too late for that New Year.
        (date(2023, 6, 30), date(2024, 1, 1), date(2025, 1, 1), date(2025, 1, 1), date(2024, 7, 1)),
        (date(2023, 7, 1), date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 1), date(2024, 7, 2)),
        # On the last day of the year the next New Year is tomorrow.
        (date(2023, 12, 31), date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 1)),
    ],
)
def test_uttreden_at_the_edges_of_the_year(varsel, halvt_til, aar_fra, aar_til, ett_aar):
    alle = (HALVT_TIL_AARSSKIFTE, AAR_FRA_AARSSKIFTE, AAR_TIL_AARSSKIFTE, ETT_AAR)
    assert [uttreden(varsel, vilkaar).til for vilkaar in alle] == [halvt_til, aar_fra, aar_til, ett_aar]


def test_months_end_on_the_last_day_of_a_shorter_month():
    assert legg_til_maaneder(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert legg_til_maaneder(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert legg_til_maaneder(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert uttreden(date(2023, 8, 31), Vilkaar(maaneder=6)).siste_dag == date(2024, 2, 29)


def test_no_notice_in_a_lock_in():
    bundet = Vilkaar(maaneder=12, regel=Regel.AARSSKIFTE, bundet_til=date(2025, 1, 1))
    svar = uttreden(date(2023, 3, 15), bundet)
    assert svar.for_tidlig
    assert svar.varsel == date(2025, 1, 1)
    assert svar.til == date(2027, 1, 1)
    assert not uttreden(date(2025, 1, 1), bundet).for_tidlig


def test_a_longest_notice_set_by_law_gives_the_earlier_day():
    assert uttreden(date(2023, 3, 15), Vilkaar(maaneder=24, hoeyst=12)).til == date(2024, 3, 16)
    assert uttreden(date(2023, 3, 15), Vilkaar(maaneder=6, regel=Regel.AARSSKIFTE, hoeyst=12)).til == date(2024, 1, 1)


def test_terms_come_from_the_agreement_then_from_the_law_then_from_nobody():
    bundet = date(2026, 1, 1)
    avtalt = vilkaar_for(maaneder=6, regel=Regel.AARSSKIFTE, bundet_til=None, lovens=12)
    assert (avtalt.kilde, avtalt.vilkaar) == (Kilde.AVTALEN, HALVT_TIL_AARSSKIFTE)
    lovens = vilkaar_for(maaneder=None, regel=Regel.AARSSKIFTE, bundet_til=bundet, lovens=12)
    assert (lovens.kilde, lovens.vilkaar) == (Kilde.LOVEN, Vilkaar(maaneder=12, bundet_til=bundet))
    ingen = vilkaar_for(maaneder=None, regel=Regel.MAANEDER, bundet_til=None, lovens=None)
    assert (ingen.kilde, ingen.vilkaar) == (Kilde.INGEN, None)


def test_latest_notice_that_still_reaches_a_wanted_day():
    assert siste_varsel(date(2024, 1, 1), HALVT_TIL_AARSSKIFTE) == date(2023, 6, 30)
    assert siste_varsel(date(2025, 1, 1), AAR_FRA_AARSSKIFTE) == date(2023, 12, 31)
    assert siste_varsel(date(2025, 1, 1), AAR_TIL_AARSSKIFTE) == date(2023, 12, 31)
    assert siste_varsel(date(2024, 6, 30), HALVT_TIL_AARSSKIFTE) == date(2023, 6, 30)
    assert siste_varsel(date(2025, 1, 1), Vilkaar(maaneder=12, bundet_til=date(2024, 6, 1))) is None


def test_border_change_gives_six_months_notice_within_a_year():
    reform = date(2024, 1, 1)
    svar = uttreden_ved_grenseendring(date(2024, 8, 31), iverksatt=reform)
    assert svar is not None
    assert svar.siste_dag == date(2025, 2, 28)
    assert uttreden_ved_grenseendring(date(2025, 1, 1), iverksatt=reform) is not None
    assert uttreden_ved_grenseendring(date(2025, 1, 2), iverksatt=reform) is None
    assert uttreden_ved_grenseendring(date(2023, 12, 31), iverksatt=reform) is None


@given(varsel=datoer, vilkaar=vilkaarene)
def test_nobody_is_out_before_the_notice(varsel, vilkaar):
    svar = uttreden(varsel, vilkaar)
    assert svar.til > varsel
    assert svar.siste_dag >= svar.varsel >= varsel


@given(varsel=datoer, dager=st.integers(min_value=0, max_value=800), vilkaar=vilkaarene)
def test_a_later_notice_never_gives_an_earlier_exit(varsel, dager, vilkaar):
    assert uttreden(varsel, vilkaar).til <= uttreden(varsel + timedelta(days=dager), vilkaar).til


@given(varsel=datoer, maaneder=st.integers(min_value=0, max_value=60))
def test_a_year_end_rule_always_ends_with_a_year(varsel, maaneder):
    for regel in (Regel.AARSSKIFTE, Regel.FRA_AARSSKIFTE):
        if regel is Regel.AARSSKIFTE or maaneder % 12 == 0:
            til = uttreden(varsel, Vilkaar(maaneder=maaneder, regel=regel)).til
            assert (til.month, til.day) == (1, 1)


@given(oensket=datoer, vilkaar=vilkaarene)
def test_latest_notice_is_in_time_and_the_day_after_is_not(oensket, vilkaar):
    dag = siste_varsel(oensket, vilkaar)
    if dag is None:
        assert uttreden(vilkaar.bundet_til, vilkaar).til > oensket
    else:
        assert uttreden(dag, vilkaar).til <= oensket
        assert uttreden(dag + timedelta(days=1), vilkaar).til > oensket
