"""A period within others."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.deltid import er_dekket, foerste_dekkede
from kommuner.domene.periode import Periode

START = date(2020, 1, 1)


def _dag(nr: int | None) -> date | None:
    return None if nr is None else START + timedelta(days=nr)


def _periode(fra: int, til: int | None = None) -> Periode:
    return Periode(_dag(fra), _dag(til))


PERIODER = st.tuples(st.integers(0, 30), st.none() | st.integers(1, 10)).map(
    lambda p: _periode(p[0], None if p[1] is None else p[0] + p[1])
)


def test_touching_periods_cover_together():
    assert er_dekket(_periode(0, 10), [_periode(5, 10), _periode(0, 5)])


def test_one_day_between_is_not_covered():
    assert not er_dekket(_periode(0, 10), [_periode(0, 5), _periode(6, 10)])


def test_running_period_needs_a_running_one():
    assert er_dekket(_periode(3), [_periode(0)])
    assert not er_dekket(_periode(3), [_periode(0, 100)])
    assert not er_dekket(_periode(3), [])


@given(PERIODER, st.lists(PERIODER, max_size=4))
def test_covered_is_when_every_day_is_in_some_period(periode, andre):
    slutt = 45 if periode.til is None else (periode.til - START).days
    dager = [_dag(nr) for nr in range((periode.fra - START).days, slutt)]
    ventet = all(any(en.inneholder(dag) for en in andre) for dag in dager)
    assert er_dekket(periode, andre) is ventet


def test_stretch_ends_at_the_first_gap():
    assert foerste_dekkede(_periode(0), [_periode(10), _periode(2, 5), _periode(5, 7)]) == _periode(2, 7)


@given(PERIODER, st.lists(PERIODER, max_size=4))
def test_stretch_is_the_first_run_of_days_in_some_period(periode, andre):
    slutt = 60 if periode.til is None else (periode.til - START).days
    inne = [nr for nr in range((periode.fra - START).days, slutt) if any(en.inneholder(_dag(nr)) for en in andre)]
    if not inne:
        assert foerste_dekkede(periode, andre) is None
        return
    fra = til = inne[0]
    while til in inne:
        til += 1
    assert foerste_dekkede(periode, andre) == _periode(fra, None if til == 60 else til)
