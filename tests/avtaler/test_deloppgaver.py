"""Sub-tasks with participants of their own (à la carte)."""

from datetime import date

import pytest

from avtaler.models import Deloppgavedeltakelse
from avtaler.tjenester import (
    Avvist,
    Konflikt,
    avslutt_avtale,
    avtrykk,
    endre_deloppgave,
    endre_deloppgavedeltakelse,
    endre_deltakelse,
    fjern_deloppgavedeltakelse,
    la_delta,
    meld_inn,
    meld_ut,
    opprett_deloppgave,
)
from tests.fabrikker import lag_avtale, lag_kommune

pytestmark = pytest.mark.django_db
START, SLUTT = date(2020, 1, 1), date(2024, 1, 1)


@pytest.fixture
def luster():
    return lag_kommune("Luster")


@pytest.fixture
def avtale(luster):
    return lag_avtale(kommuner=[luster, lag_kommune("Vik")])


def _felt(deloppgave, **felt):
    like = ("navn", "fra", "til", "oppgave", "merknad")
    return {"deloppgave_id": deloppgave.pk, "versjon": deloppgave.versjon} | {
        navn: felt.get(navn, getattr(deloppgave, navn)) for navn in like
    }


def test_subtask_begins_with_those_who_were_chosen(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt om natta", fra=START, parter=[luster])
    assert [(rad.part, rad.fra, rad.til) for rad in deloppgave.deltakelser.all()] == [(luster, START, None)]


def test_who_is_not_in_the_agreement_is_refused_and_nothing_is_stored(avtale):
    with pytest.raises(Avvist, match="ikke deltaker") as avvist:
        opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[lag_kommune("Aurland")])
    assert avvist.value.felt == "part"
    assert not avtale.deloppgaver.exists()


def test_partner_without_obligations_is_refused(avtale):
    fylket = lag_kommune("Vestland fylkeskommune", type="fylkeskommune")
    meld_inn(avtale, part=fylket, rolle="tilskuddsgiver", fra=START)
    with pytest.raises(Avvist):
        opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[fylket])


@pytest.mark.parametrize(("fra", "til", "felt"), [
    (date(2019, 12, 31), None, "fra"),
    (START, date(2025, 1, 2), "til"),
    (START, START, "til"),
])  # fmt: skip
def test_period_outside_the_subtask_is_refused_at_its_field(avtale, luster, fra, til, felt):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, til=date(2025, 1, 1))
    with pytest.raises(Avvist) as avvist:
        la_delta(deloppgave, part=luster, fra=fra, til=til)
    assert avvist.value.felt == felt


def test_same_party_twice_at_a_time_is_refused(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    with pytest.raises(Avvist, match="allerede"):
        la_delta(deloppgave, part=luster, fra=SLUTT)


def test_leaving_the_agreement_is_leaving_its_subtasks(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    meld_ut(avtale.deltakelser.get(part=luster), til=SLUTT)
    assert deloppgave.deltakelser.get().til == SLUTT


def test_ending_the_agreement_ends_its_subtasks_and_what_had_not_begun_is_gone(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    senere = opprett_deloppgave(avtale, navn="Daglegevakt", fra=date(2025, 1, 1), parter=[luster])
    avslutt_avtale(avtale, til=SLUTT)
    assert deloppgave.deltakelser.get().til == SLUTT
    assert not senere.deltakelser.exists()


def test_who_comes_back_later_is_not_in_the_subtask_meanwhile(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    deltakelse = avtale.deltakelser.get(part=luster)
    avtale.deltakelser.filter(pk=deltakelse.pk).update(til=date(2031, 1, 1))
    meld_inn(avtale, part=luster, fra=date(2031, 1, 1), til=date(2033, 1, 1))
    meld_ut(deltakelse, til=SLUTT)
    assert [(rad.fra, rad.til) for rad in deloppgave.deltakelser.all()] == [(START, SLUTT)]


def test_participation_is_not_shortened_under_a_subtask(avtale, luster):
    opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    deltakelse = avtale.deltakelser.get(part=luster)
    with pytest.raises(Avvist, match="Legevakt"):
        endre_deltakelse(deltakelse_id=deltakelse.pk, lest=avtrykk(deltakelse), felt={"til": SLUTT})
    deltakelse.refresh_from_db()
    assert deltakelse.til is None


def test_ending_a_subtask_ends_those_in_it(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    endret = endre_deloppgave(**_felt(deloppgave, til=SLUTT, navn="Nattlegevakt"))
    assert (endret.navn, endret.versjon, endret.deltakelser.get().til) == ("Nattlegevakt", 2, SLUTT)


def test_subtask_does_not_begin_after_one_who_is_in_it(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    with pytest.raises(Avvist, match="tidligere"):
        endre_deloppgave(**_felt(deloppgave, fra=date(2021, 1, 1)))


def test_change_on_top_of_another_is_a_conflict(avtale):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START)
    endre_deloppgave(**_felt(deloppgave, navn="Min"))
    with pytest.raises(Konflikt):
        endre_deloppgave(**_felt(deloppgave, navn="Din"))


def test_period_of_one_in_it_is_changed_by_who_has_read_it(avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster])
    rad = deloppgave.deltakelser.get()
    endret = endre_deloppgavedeltakelse(deltakelse_id=rad.pk, lest=(START, None), fra=START, til=SLUTT)
    assert endret.til == SLUTT
    with pytest.raises(Avvist, match="Noen andre"):
        endre_deloppgavedeltakelse(deltakelse_id=rad.pk, lest=(START, None), fra=START, til=None)


def test_mistake_is_taken_back(avtale, luster):
    rad = opprett_deloppgave(avtale, navn="Legevakt", fra=START, parter=[luster]).deltakelser.get()
    fjern_deloppgavedeltakelse(rad.pk)
    assert not Deloppgavedeltakelse.objects.exists()
    with pytest.raises(Avvist, match="slettet"):
        endre_deloppgavedeltakelse(deltakelse_id=rad.pk, lest=(START, None), fra=START, til=SLUTT)
