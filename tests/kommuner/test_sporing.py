"""Every model of ours leaves a trace of every change, or says why not."""

import pytest
from django.apps import apps
from django.db import connection

from kommuner.models.sporing import SPORET, USPORET, Spor, sti_til_sql

APPER = ("kommuner", "avtaler", "kostnad", "rapport", "samarbeid")
MODELLER = [
    modell
    for app in APPER
    for modell in apps.get_app_config(app).get_models(include_auto_created=True)
    if not modell._meta.proxy
]


@pytest.mark.parametrize("modell", MODELLER, ids=lambda modell: modell._meta.label)
def test_every_model_is_tracked_or_says_why_not(modell):
    sporet = modell._meta.db_table in SPORET
    assert sporet != (modell in USPORET), "call spor(…) or uten_spor(…) in the app's list"
    assert sporet or len(USPORET[modell].split()) > 2


#: Rows with an agreement that its history does not tell of, and why.
BARE_REGIONENS = {
    "avtaler_saksforslag": "the case list of a conference is a draft for the region's members",
    "avtaler_diskusjonsdokument": "a draft is read by the region's coordinators only, and it is one until published",
}


@pytest.mark.parametrize("tabell", BARE_REGIONENS)
def test_draft_of_a_region_is_told_of_in_its_own_history_only(tabell):
    assert (SPORET[tabell].avtale, bool(SPORET[tabell].region)) == ("", True)


@pytest.mark.parametrize("sporing", SPORET.values(), ids=list(SPORET))
def test_a_row_under_an_agreement_leads_to_it_and_its_region(sporing):
    felt = {felt.name for felt in sporing.modell._meta.concrete_fields}
    assert sti_til_sql(sporing.modell, sporing.navn)
    under = felt & {"avtale", "runde", "organ", "budsjett", "deloppgave", "vedtak"}
    assert bool(sporing.avtale) or not under or sporing.modell._meta.db_table in BARE_REGIONENS
    assert bool(sporing.region) or not sporing.avtale


@pytest.mark.parametrize("sporing", SPORET.values(), ids=list(SPORET))
def test_secrets_bytes_and_what_the_database_reckons_stay_out(sporing):
    forbudt = {
        felt.column
        for felt in sporing.modell._meta.concrete_fields
        if felt.generated or felt.get_internal_type() == "BinaryField" or "password" in felt.name
    }
    assert forbudt <= sporing.uten


@pytest.mark.django_db
def test_migrate_installs_every_trigger_in_force_and_none_can_be_ignored():
    with connection.cursor() as peker:
        peker.execute(
            "SELECT c.relname, t.tgenabled, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgname LIKE 'pgtrigger\\_%'"
        )
        rader = peker.fetchall()
    assert {tabell for tabell, _paa, _kilde in rader} == {*SPORET, "kommuner_hendelse"}
    assert {paa for _tabell, paa, _kilde in rader} == {"O"}
    assert not [tabell for tabell, _paa, kilde in rader if "ignore" in kilde]
    assert Spor().get_installation_status(SPORET["avtaler_avtale"].modell)[0] == "INSTALLED"
