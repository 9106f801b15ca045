"""Setting keys and budgets, and adopting splits that never change."""

from datetime import date

import pytest
from django.db import DatabaseError, connection

from avtaler.tjenester import Avvist, Konflikt
from kommuner.models import Statistikk
from kostnad.domene.ledd import Ledd
from kostnad.domene.utledning import setninger
from kostnad.models import Fordeling
from kostnad.tjenester import fastsett_noekkel, fingeravtrykk, sett_budsjett, vedta_fordeling
from kostnad.uttrekk import forslag
from tests.fabrikker import lag_avtale, lag_bruker
from tests.kostnad.fabrikker_kostnad import (
    FOLKETALL,
    HALVT,
    LIKT,
    lag_budsjett,
    lag_delt_avtale,
    lag_fordeling,
    lag_kommuner,
    lag_noekkel,
)

pytestmark = pytest.mark.django_db


def test_fastsett_noekkel_numbers_versions_and_keeps_the_old():
    avtale = lag_avtale()
    assert [fastsett_noekkel(avtale, fra_aar=2026, steg=steg).versjon for steg in (LIKT, FOLKETALL)] == [1, 2]
    assert [noekkel.versjon for noekkel in avtale.noekler.all()] == [2, 1]


def test_fastsett_noekkel_stores_exact_text_and_no_numbers():
    noekkel = fastsett_noekkel(
        lag_avtale(), fra_aar=2026, steg=[{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": 2}]}]
    )
    assert noekkel.steg == [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "2"}]}]


@pytest.mark.parametrize(
    ("steg", "setning"),
    [
        ([], "Nøkkelen har ingen steg"),
        ([{"steg": "gjett"}], "Steget «gjett» finnes ikke"),
        (["fordel"], "må være et objekt"),
        ([{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": 0.5}]}], "flyttall"),
        ([{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "0"}]}], "Vektene summerer til null"),
        ([*LIKT, *LIKT], "ingenting igjen å fordele"),
        ([{"steg": "fast_prosent", "deltaker": "0301", "prosent": "20"}, *LIKT], "Deltakeren «0301» finnes ikke"),
        ([{**LIKT[0], "unntatt": ["0301"]}], r"Steg 1 \(fordel\): Deltakeren «0301» finnes ikke"),
    ],
)
def test_fastsett_noekkel_refuses_steps_the_engine_cannot_use(steg, setning):
    avtale = lag_avtale(kommuner=lag_kommuner(1000))
    with pytest.raises(Avvist, match=setning):
        fastsett_noekkel(avtale, fra_aar=2026, steg=steg)
    assert not avtale.noekler.exists()


@pytest.mark.parametrize("aar", [0, 1949, 2200, 99999])
def test_fastsett_noekkel_refuses_year_out_of_reach(aar):
    with pytest.raises(Avvist, match="Skriv et år fra 1950 til 2199"):
        fastsett_noekkel(lag_avtale(), fra_aar=aar, steg=LIKT)


def test_sett_budsjett_replaces_amount_and_grants_and_raises_version():
    avtale = lag_avtale()
    lag_budsjett(avtale, beloep=100, tilskudd=[("Skjønnsmidler", 10)])
    budsjett = sett_budsjett(avtale, aar=2026, beloep_oere=200_00, tilskudd=[("Fylket", 30_00)], versjon=1)
    assert (budsjett.beloep_oere, budsjett.versjon) == (200_00, 2)
    assert list(budsjett.tilskudd.values_list("navn", "beloep_oere")) == [("Fylket", 30_00)]


@pytest.mark.parametrize("versjon", [None, 2])
def test_sett_budsjett_on_top_of_somebody_elses_is_a_conflict(versjon):
    avtale = lag_avtale()
    lagret = lag_budsjett(avtale, beloep=100)
    with pytest.raises(Konflikt) as konflikt:
        sett_budsjett(avtale, aar=2026, beloep_oere=200_00, versjon=versjon)
    assert konflikt.value.lagret == lagret
    assert avtale.budsjetter.get().beloep_oere == 100_00


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"beloep_oere": -1}, "ikke være negative"),
        ({"beloep_oere": 100, "tilskudd": [("x", -1)]}, "ikke være negative"),
        ({"beloep_oere": 100, "tilskudd": [("x", 60), ("y", 41)]}, "større enn beløpet"),
        ({"beloep_oere": None, "tilskudd": [("x", 1)]}, "når budsjettet har et beløp"),
        ({"beloep_oere": 100, "aar": 1}, "Skriv et år"),
    ],
)
def test_sett_budsjett_refuses_what_cannot_be_split(felt, setning):
    with pytest.raises(Avvist, match=setning):
        sett_budsjett(lag_avtale(), **({"aar": 2026} | felt))


def test_vedta_fordeling_freezes_amounts_derivation_sources_and_hash():
    avtale = lag_delt_avtale(1000, 3000, steg=HALVT)
    bruker = lag_bruker()
    utregnet = forslag(avtale.budsjetter.get())
    fordeling = vedta_fordeling(avtale.budsjetter.get(), av=bruker)
    assert [del_.beloep_oere for del_ in fordeling.deler.all()] == [337_500_00, 562_500_00]
    assert (fordeling.vedtatt_av, fordeling.fra, fordeling.til) == (bruker, date(2026, 1, 1), date(2027, 1, 1))
    assert fordeling.sha256 == fingeravtrykk(utregnet)
    assert [kilde["verdi"] for kilde in fordeling.kilder] == ["1000", "3000"]
    ledd = [Ledd.fra_json(et) for et in fordeling.deler.first().ledd]
    assert "etter folketall" in " ".join(setninger(ledd, "nb"))


def test_vedtatt_fordeling_is_untouched_by_new_statistics_keys_and_budgets():
    fordeling = lag_fordeling(1000, 3000, steg=FOLKETALL)
    foer = list(fordeling.deler.values_list("beloep_oere", "andel", "ledd"))
    Statistikk.objects.update(verdi=5)
    lag_noekkel(fordeling.avtale, steg=LIKT)
    lag_budsjett(fordeling.avtale, beloep=1, versjon=1)
    igjen = Fordeling.objects.get(pk=fordeling.pk)
    assert list(igjen.deler.values_list("beloep_oere", "andel", "ledd")) == foer
    assert (igjen.sha256, igjen.inndata, igjen.til_fordeling_oere) == (fordeling.sha256, fordeling.inndata, 900_000_00)


@pytest.mark.parametrize("tabell", ["kostnad_fordeling", "kostnad_fordelingsdel"])
@pytest.mark.parametrize("setning", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_database_refuses_to_change_or_delete_adopted_split(tabell, setning):
    lag_fordeling(1000)
    with pytest.raises(DatabaseError, match="never changed or deleted"), connection.cursor() as peker:
        peker.execute(setning.format(tabell))


def test_second_adoption_of_a_year_needs_the_split_it_replaces():
    fordeling = lag_fordeling(1000)
    with pytest.raises(Avvist, match="allerede vedtatt"):
        vedta_fordeling(fordeling.budsjett, av=None)
    rettet = vedta_fordeling(fordeling.budsjett, av=None, erstatter=fordeling)
    assert list(Fordeling.objects.gjeldende()) == [rettet]
    assert Fordeling.objects.get(pk=fordeling.pk).erstattet_av == rettet


def test_correcting_a_split_that_is_already_corrected_is_refused():
    fordeling = lag_fordeling(1000)
    vedta_fordeling(fordeling.budsjett, av=None, erstatter=fordeling)
    with pytest.raises(Avvist, match="allerede erstattet"):
        vedta_fordeling(fordeling.budsjett, av=None, erstatter=fordeling)


def test_correcting_with_split_of_another_year_is_refused():
    fordeling = lag_fordeling(1000)
    annet = lag_budsjett(fordeling.avtale, aar=2027)
    with pytest.raises(Avvist, match="allerede erstattet"):
        vedta_fordeling(annet, av=None, erstatter=fordeling)


def test_vedta_fordeling_refuses_proposal_that_has_changed_since_it_was_read():
    budsjett = lag_delt_avtale(1000, 3000, steg=FOLKETALL).budsjetter.get()
    lest = fingeravtrykk(forslag(budsjett))
    Statistikk.objects.filter(verdi=1000).update(verdi=1001)
    with pytest.raises(Avvist, match="endret siden du så forslaget"):
        vedta_fordeling(budsjett, av=None, lest=lest)
    assert not Fordeling.objects.exists()


@pytest.mark.parametrize(
    ("noekkel", "budsjett", "kvalitet", "ventet"),
    [
        (False, False, "endelig", False),
        (True, False, "endelig", True),
        (False, True, "endelig", True),
        (False, False, "eksempel", True),
    ],
)
def test_fordeling_is_example_when_anything_it_is_made_of_is(noekkel, budsjett, kvalitet, ventet):
    avtale = lag_avtale(kommuner=lag_kommuner(1000))
    Statistikk.objects.update(kvalitet=kvalitet)
    lag_noekkel(avtale, er_eksempel=noekkel)
    assert vedta_fordeling(lag_budsjett(avtale, er_eksempel=budsjett), av=None).er_eksempel is ventet
