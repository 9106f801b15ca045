"""Places and posts, and the yearly confirmation."""

from datetime import date
from decimal import Decimal

import pytest

from avtaler.tjenester import Avvist, Konflikt, bekreft_avtale, endre_sted, registrer_sted
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune

pytestmark = pytest.mark.django_db
START = date(2020, 1, 1)


def _sted(**felt):
    standard = {"part": lag_kommune("Luster"), "type": "avdelingskontor", "fra": START, "aarsverk": Decimal("2.50")}
    return registrer_sted(lag_avtale(), **(standard | felt))


def test_place_with_posts_is_registered():
    assert _sted(navn="Gaupne").aarsverk == Decimal("2.50")


@pytest.mark.parametrize(("felt", "verdier"), [("til", {"til": START}), ("aarsverk", {"aarsverk": Decimal("-1")})])
def test_what_the_database_refuses_is_told_at_its_field(felt, verdier):
    with pytest.raises(Avvist) as avvist:
        _sted(**verdier)
    assert avvist.value.felt == felt


def test_second_change_of_a_place_is_a_conflict():
    sted = _sted()
    assert endre_sted(sted_id=sted.pk, versjon=1, felt={"navn": "Gaupne"}).versjon == 2
    with pytest.raises(Konflikt):
        endre_sted(sted_id=sted.pk, versjon=1, felt={"navn": "Skjolden"})


def test_confirmation_records_who_and_when_and_disturbs_nobody_who_edits():
    avtale, kari = lag_avtale(), lag_bruker(navn="Kari")
    bekreft_avtale(avtale_id=avtale.pk, versjon=avtale.versjon, av=kari, dato=date(2024, 5, 1))
    versjon = avtale.versjon
    avtale.refresh_from_db()
    assert (avtale.bekreftet_dato, avtale.bekreftet_av, avtale.versjon) == (date(2024, 5, 1), kari, versjon)


def test_what_has_changed_since_it_was_read_is_not_confirmed():
    avtale = lag_avtale()
    with pytest.raises(Konflikt):
        bekreft_avtale(avtale_id=avtale.pk, versjon=avtale.versjon - 1, av=lag_bruker(), dato=date(2024, 5, 1))
    avtale.refresh_from_db()
    assert avtale.bekreftet_dato is None
