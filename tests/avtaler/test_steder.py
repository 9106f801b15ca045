"""Places and posts, and the yearly confirmation."""

from datetime import date
from decimal import Decimal

import pytest

from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt, bekreft_avtale, endre_sted, meld_ut, registrer_sted
from avtaler.uttrekk.bekreftelsesavtrykk import bekreftelsesavtrykk
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune

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
    bekreft_avtale(avtale_id=avtale.pk, lest=bekreftelsesavtrykk(avtale), av=kari, dato=date(2024, 5, 1))
    versjon = avtale.versjon
    avtale.refresh_from_db()
    assert (avtale.bekreftet_dato, avtale.bekreftet_av, avtale.versjon) == (date(2024, 5, 1), kari, versjon)


def _ny_deltaker(avtale):
    lag_deltakelse(avtale, lag_kommune("Vik"))


def _deltaker_ut(avtale):
    meld_ut(avtale.deltakelser.get(), til=date(2024, 1, 1))


def _nytt_sted(avtale):
    avtale.steder.create(part=lag_kommune("Luster"), fra=date(2021, 1, 1))


def _nytt_navn(avtale):
    Avtale.objects.filter(pk=avtale.pk).update(navn="Ny KO", versjon=avtale.versjon + 1)


@pytest.mark.parametrize("endre", [_ny_deltaker, _deltaker_ut, _nytt_sted, _nytt_navn])
def test_what_has_changed_since_it_was_read_is_not_confirmed(endre):
    avtale = lag_avtale(kommuner=[lag_kommune("Sogndal")])
    lest = bekreftelsesavtrykk(avtale)
    endre(avtale)
    with pytest.raises(Konflikt):
        bekreft_avtale(avtale_id=avtale.pk, lest=lest, av=lag_bruker(), dato=date(2024, 5, 1))
    avtale.refresh_from_db()
    assert avtale.bekreftet_dato is None
