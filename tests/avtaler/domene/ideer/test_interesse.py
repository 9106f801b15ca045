"""What municipalities say to ideas that are merged: no vote is lost, and none counts twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.ideer.interesse import Opptelling, Stemme, Svar, forenet, rang, tell

DAG = date(2026, 1, 1)
STEMMER = st.lists(
    st.builds(
        Stemme,
        part=st.integers(1, 8),
        ide=st.integers(1, 4),
        svar=st.sampled_from(Svar),
        dato=st.integers(0, 400).map(lambda dager: DAG + timedelta(days=dager)),
        rekkefoelge=st.integers(0, 1),
    ),
    max_size=30,
    unique_by=lambda stemme: (stemme.part, stemme.ide),
)


@given(STEMMER)
def test_merging_loses_no_municipality_and_doubles_none(stemmer):
    assert set(forenet(stemmer)) == {stemme.part for stemme in stemmer}
    medlemmer = range(1, 9)
    telling = tell(forenet(stemmer), medlemmer)
    assert telling.svart + telling.uten_svar == len(medlemmer)


@given(STEMMER)
def test_the_newest_answer_of_each_municipality_stands(stemmer):
    for part, valgt in forenet(stemmer).items():
        assert valgt in stemmer
        assert valgt.dato == max(stemme.dato for stemme in stemmer if stemme.part == part)


@given(STEMMER, st.randoms(use_true_random=False))
def test_the_order_of_the_ideas_does_not_matter(stemmer, tilfeldig):
    stokket = list(stemmer)
    tilfeldig.shuffle(stokket)
    assert forenet(stokket) == forenet(stemmer)


@given(STEMMER, STEMMER)
def test_an_idea_that_is_parted_again_has_the_votes_it_had(beholdt, innlemmet):
    """Merging reads both together and writes neither: parting needs to restore nothing."""
    foer = forenet(beholdt)
    forenet([*beholdt, *innlemmet])
    assert forenet(beholdt) == foer


def test_on_the_same_day_the_answer_to_the_idea_that_stands_is_the_newer():
    innlemmet = Stemme(part=1, ide=9, svar=Svar.VIL_IKKE, dato=DAG)
    staar = Stemme(part=1, ide=2, svar=Svar.VIL, dato=DAG, rekkefoelge=1)
    assert forenet([innlemmet, staar])[1] is staar


def test_those_who_want_to_come_first_then_those_who_might():
    to_vil, kanskje, nei = Opptelling(2, 0, 3, 0), Opptelling(1, 4, 0, 0), Opptelling(1, 4, 1, 0)
    assert sorted([nei, kanskje, to_vil], key=rang) == [to_vil, kanskje, nei]
