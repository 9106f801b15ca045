"""What a budget splits into: who is in, with which figures, by which key."""

from datetime import date

import pytest
from django.utils import translation

from avtaler.tjenester import Avvist, meld_inn
from kommuner.models import Statistikk
from kostnad.uttrekk import forslag
from tests.fabrikker import lag_avtale, lag_folketall, lag_kommune
from tests.kostnad.fabrikker_kostnad import FOLKETALL, HALVT, LIKT, lag_budsjett, lag_delt_avtale, lag_noekkel

pytestmark = pytest.mark.django_db


def beloep(utregnet) -> dict[str, int]:
    """Kroner by participant id."""
    return {del_.id: del_.oere // 100 for del_ in utregnet.resultat.deler}


def test_forslag_splits_what_grants_leave_by_the_key():
    avtale = lag_avtale(kommuner=[a := lag_kommune("Aa", "9901"), b := lag_kommune("Bb", "9902")])
    lag_folketall(a, 2026, 1000)
    lag_folketall(b, 2026, 3000)
    lag_noekkel(avtale, steg=HALVT)
    utregnet = forslag(lag_budsjett(avtale, beloep=1_350_000, tilskudd=[("Skjønnsmidler", 730_000)]))
    assert utregnet.resultat.til_fordeling_oere == utregnet.resultat.sum_oere == 620_000_00
    assert beloep(utregnet) == {"9901": 232_500, "9902": 387_500}


def test_forslag_uses_latest_version_of_latest_year_reached():
    avtale = lag_delt_avtale(1000, 3000, steg=LIKT)
    lag_noekkel(avtale, steg=FOLKETALL, fra_aar=2025)
    gjelder = lag_noekkel(avtale, steg=LIKT, fra_aar=2025)
    lag_noekkel(avtale, steg=FOLKETALL, fra_aar=2027)
    lag_noekkel(avtale, steg=FOLKETALL, fra_aar=2021)
    assert forslag(avtale.budsjetter.get()).noekkel == gjelder


def test_forslag_without_key_is_refused():
    avtale = lag_avtale(kommuner=[lag_kommune()])
    lag_noekkel(avtale, fra_aar=2027)
    with pytest.raises(Avvist, match="ingen fordelingsnøkkel som gjelder for 2026"):
        forslag(lag_budsjett(avtale, aar=2026))


def test_forslag_without_participants_that_year_is_refused():
    avtale = lag_delt_avtale(1000, til=date(2027, 1, 1))
    with pytest.raises(Avvist, match="ingen deltakere i 2028"):
        forslag(lag_budsjett(avtale, aar=2028), noekkel=avtale.noekler.get())


def test_forslag_leaves_out_observers_and_grant_givers():
    avtale = lag_delt_avtale(1000)
    meld_inn(avtale, part=lag_kommune(type="annet"), rolle="observatoer", fra=date(2020, 1, 1))
    meld_inn(avtale, part=lag_kommune(type="fylkeskommune"), rolle="tilskuddsgiver", fra=date(2020, 1, 1))
    assert beloep(forslag(avtale.budsjetter.get())) == {"9901": 900_000}


def test_forslag_counts_days_of_part_year_member():
    avtale = lag_delt_avtale(1000)
    ny = lag_kommune("Ny", "9950")
    lag_folketall(ny, 2026, 1000)
    meld_inn(avtale, part=ny, fra=date(2026, 7, 1))
    utregnet = forslag(avtale.budsjetter.get())
    deltaker = utregnet.oppdrag.deltakere[-1]
    assert (deltaker.fra, deltaker.til) == (date(2026, 7, 1), None)
    assert beloep(utregnet) == {"9901": 598_361, "9950": 301_639}  # 365 and 184 days of 549


def test_forslag_joins_a_change_of_role_without_gap():
    part = lag_kommune("Aa", "9901")
    avtale = lag_avtale()
    meld_inn(avtale, part=part, fra=date(2020, 1, 1), til=date(2026, 5, 1))
    meld_inn(avtale, part=part, rolle="vertskommune", fra=date(2026, 5, 1))
    lag_noekkel(avtale)
    assert forslag(lag_budsjett(avtale)).oppdrag.deltakere[0].fra is None


def test_forslag_refuses_two_stretches_in_one_year():
    part = lag_kommune("Aa", "9901")
    avtale = lag_avtale()
    meld_inn(avtale, part=part, fra=date(2020, 1, 1), til=date(2026, 5, 1))
    meld_inn(avtale, part=part, fra=date(2026, 6, 1))
    lag_noekkel(avtale)
    with pytest.raises(Avvist, match="Aa er med i to atskilte perioder i 2026"):
        forslag(lag_budsjett(avtale))


@pytest.mark.parametrize(("aar", "nummer", "navn"), [(2019, "1417", "Vik i Sogn"), (2020, "4639", "Vik")])
def test_forslag_names_participant_as_it_was_and_key_outlives_renumbering(aar, nummer, navn):
    reform = date(2020, 1, 1)
    vik = lag_kommune(
        "Vik", "4639", identiteter=[("1417", "Vik i Sogn", date(1838, 1, 1), reform), ("4639", "Vik", reform, None)]
    )
    avtale = lag_avtale(kommuner=[vik, lag_kommune("Luster", "4644")], fra=date(2010, 1, 1))
    lag_noekkel(avtale, steg=[{"steg": "fast_prosent", "deltaker": "1417", "prosent": "20"}, *LIKT], fra_aar=2010)
    utregnet = forslag(lag_budsjett(avtale, aar=aar))
    deltaker = next(d for d in utregnet.oppdrag.deltakere if d.id == nummer)
    assert deltaker.navn == navn
    assert beloep(utregnet)[nummer] == 180_000


def test_forslag_identifies_party_without_number_by_its_key():
    selskap = lag_kommune("Sogn Brann IKS", type="iks")
    avtale = lag_avtale(kommuner=[selskap])
    lag_noekkel(avtale)
    assert beloep(forslag(lag_budsjett(avtale))) == {selskap.noekkel: 900_000}


@pytest.mark.parametrize(("tellepunkt", "andel"), [("samme_aar", 450_000), ("aaret_foer", 225_000)])
def test_forslag_counts_inhabitants_on_the_day_the_key_says(tellepunkt, andel):
    avtale = lag_delt_avtale(2000, 2000)
    for deltakelse, verdi in zip(avtale.deltakelser.all(), (1000, 3000), strict=True):
        lag_folketall(deltakelse.part, 2025, verdi)
    lag_noekkel(avtale, steg=FOLKETALL, tellepunkt=tellepunkt)
    assert beloep(forslag(avtale.budsjetter.get()))["9901"] == andel


def test_forslag_counts_new_municipality_on_its_first_day():
    ny = lag_kommune("Ny", "9950", fra=date(2026, 1, 1))
    lag_folketall(ny, 2026, 500)
    avtale = lag_avtale(kommuner=[ny])
    lag_noekkel(avtale, steg=FOLKETALL, tellepunkt="aaret_foer")
    assert [kilde.dag for kilde in forslag(lag_budsjett(avtale)).kilder] == [date(2026, 1, 1)]


def test_forslag_says_whose_figure_of_which_day_is_missing():
    avtale = lag_delt_avtale(1000, steg=FOLKETALL)
    lag_noekkel(avtale, steg=FOLKETALL, fra_aar=2027)
    with pytest.raises(Avvist, match=r"Kommune A mangler folketall per 1\. januar 2027"):
        forslag(lag_budsjett(avtale, aar=2027))


def test_forslag_without_need_of_a_figure_does_not_ask_for_it():
    avtale = lag_avtale(kommuner=[lag_kommune("Aa", "9901")])
    lag_noekkel(avtale, steg=LIKT)
    assert forslag(lag_budsjett(avtale)).kilder == ()


def test_forslag_lists_source_of_every_figure():
    kilder = forslag(lag_delt_avtale(1000, 3000).budsjetter.get()).kilder
    assert [(k.id, k.variabel, k.dato, k.verdi, k.kilde) for k in kilder] == [
        ("9901", "folketall", "2026-01-01", "1000", "SSB tabell 07459"),
        ("9902", "folketall", "2026-01-01", "3000", "SSB tabell 07459"),
    ]


def test_forslag_splits_by_any_statistic():
    avtale = lag_delt_avtale(1000, 1000)
    for deltakelse, verdi in zip(avtale.deltakelser.all(), (1, 2), strict=True):
        Statistikk.objects.create(
            part=deltakelse.part, variabel="elever", dato=date(2026, 1, 1), verdi=verdi, kilde="GSI"
        )
    lag_noekkel(avtale, steg=[{"steg": "fordel", "etter": [{"kriterium": "elever", "vekt": "1"}]}])
    assert beloep(forslag(avtale.budsjetter.get())) == {"9901": 300_000, "9902": 600_000}


def test_impossible_key_is_refused_in_readers_language():
    avtale = lag_delt_avtale(1000, steg=[*LIKT, {"steg": "grense", "gulv": "1000000"}])
    with translation.override("nn"), pytest.raises(Avvist, match="Golvet krev"):
        forslag(avtale.budsjetter.get())


@pytest.mark.parametrize("antall", [1, 3])
def test_forslag_has_fixed_number_of_queries(antall, django_assert_num_queries):
    budsjett = lag_delt_avtale(*[1000] * antall).budsjetter.get()
    with django_assert_num_queries(5):
        forslag(budsjett)
