"""Who may see and do what, as values: every role, its reach, and that it ends when it ends."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from kommuner.models import Tilgang
from kommuner.tilgang import Innsyn, innsyn_for
from tests.fabrikker import lag_bruker, lag_kommune, lag_region, slaa_sammen

pytestmark = pytest.mark.django_db
DATO = date(2026, 11, 22)


def test_a_visitor_sees_nothing_but_the_public_part():
    assert innsyn_for(AnonymousUser(), dato=DATO) == Innsyn(dato=DATO)


def test_a_politician_sees_their_own_municipality_and_orders_nothing():
    egen, annen = lag_kommune(), lag_kommune()
    innsyn = innsyn_for(lag_bruker("politiker", kommune=egen), dato=DATO)
    assert innsyn.ser_part(egen.pk)
    assert not innsyn.ser_part(annen.pk)
    assert not innsyn.kan_bestille(egen.pk)
    assert not innsyn.er_koordinator


def test_a_municipality_brings_all_its_predecessors():
    eldst, gammel, ny = lag_kommune("Eldst"), lag_kommune("Gammel"), lag_kommune("Ny")
    slaa_sammen(eldst, til=gammel, dato=date(2010, 1, 1))
    slaa_sammen(gammel, til=ny, dato=date(2020, 1, 1))
    innsyn = innsyn_for(lag_bruker("politiker", kommune=ny), dato=DATO)
    assert innsyn.parter == {eldst.pk, gammel.pk, ny.pk}


def test_a_predecessor_does_not_bring_its_heir():
    gammel, ny = lag_kommune(), lag_kommune()
    slaa_sammen(gammel, til=ny, dato=date(2020, 1, 1))
    assert innsyn_for(lag_bruker("politiker", kommune=gammel), dato=DATO).parter == {gammel.pk}


def test_a_coordinator_reaches_the_region_and_its_members_only():
    medlem, annen = lag_kommune(), lag_kommune()
    region, naboregion = lag_region(kommuner=[medlem]), lag_region(kommuner=[annen])
    innsyn = innsyn_for(lag_bruker("koordinator", region=region), dato=DATO)
    assert innsyn.kan_redigere(region.pk)
    assert not innsyn.kan_redigere(naboregion.pk)
    assert innsyn.ser_part(medlem.pk)
    assert not innsyn.ser_part(annen.pk)
    assert innsyn.kan_bestille_region(region.pk)


def test_a_municipality_that_has_left_the_region_is_no_longer_the_coordinators():
    forlatt = lag_kommune()
    region = lag_region(kommuner=[forlatt])
    region.medlemskap.update(til=DATO)
    innsyn = innsyn_for(lag_bruker("koordinator", region=region), dato=DATO)
    assert not innsyn.ser_part(forlatt.pk)
    assert not innsyn.kan_bestille(forlatt.pk)


def test_who_orders_for_a_municipality_orders_for_its_predecessors_too():
    gammel, ny = lag_kommune(), lag_kommune()
    slaa_sammen(gammel, til=ny, dato=date(2020, 1, 1))
    assert innsyn_for(lag_bruker("sekretaer", kommune=ny), dato=DATO).bestiller_for == {gammel.pk, ny.pk}


def test_a_secretary_of_a_region_orders_for_it_but_does_not_edit():
    medlem = lag_kommune()
    region = lag_region(kommuner=[medlem])
    innsyn = innsyn_for(lag_bruker("sekretaer", region=region), dato=DATO)
    assert innsyn.kan_bestille_region(region.pk)
    assert innsyn.kan_bestille(medlem.pk)
    assert not innsyn.kan_redigere(region.pk)


@pytest.mark.parametrize(
    ("fra", "til"), [(date(2026, 12, 1), None), (date(2020, 1, 1), date(2026, 11, 22))], ids=["not yet", "ended today"]
)
def test_a_role_outside_its_period_gives_nothing(fra, til):
    kommune = lag_kommune()
    innsyn = innsyn_for(lag_bruker("politiker", kommune=kommune, fra=fra, til=til), dato=DATO)
    assert innsyn.parter == frozenset()


def test_an_administrator_sees_and_does_everything():
    innsyn = innsyn_for(lag_bruker("administrator"), dato=DATO)
    assert innsyn.ser_part(lag_kommune().pk)
    assert innsyn.kan_redigere(lag_region().pk)


def test_a_removed_role_is_gone_at_the_next_question():
    kommune = lag_kommune()
    bruker = lag_bruker("politiker", kommune=kommune)
    Tilgang.objects.filter(bruker=bruker).delete()
    assert innsyn_for(bruker, dato=DATO).parter == frozenset()


def test_access_takes_three_queries_whatever_the_number_of_members(django_assert_num_queries):
    region = lag_region(kommuner=[lag_kommune() for _ in range(5)])
    bruker = lag_bruker("koordinator", region=region)
    with django_assert_num_queries(3):
        innsyn_for(bruker, dato=DATO)
