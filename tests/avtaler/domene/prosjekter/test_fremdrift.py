"""What a project was on a date, and what it lacks to be driven."""

from datetime import date

import pytest

from avtaler.domene.prosjekter.fremdrift import Fremdrift, fremdrift, status_paa
from avtaler.domene.prosjekter.modenhet import modenhet

DAG = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("til", "ventet"),
    [(None, "avsluttet"), (DAG, "avsluttet"), (date(2026, 11, 21), "paagaaende")],
)
def test_closed_project_went_on_until_its_last_day(til, ventet):
    assert status_paa("avsluttet", til, DAG) == ventet


def test_stopped_project_is_stopped():
    assert status_paa("stanset", None, DAG) == "stanset"


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"har_driver": False}, Fremdrift(mangler_driver=True)),
        ({"neste": None}, Fremdrift(mangler_dato=True)),
        ({"neste": date(2026, 11, 19)}, Fremdrift(er_forsinket=True)),
        ({"neste": DAG}, Fremdrift()),
        ({"status": "avsluttet", "har_driver": False, "neste": None}, Fremdrift()),
        ({"samarbeidet_varer": False, "har_driver": False}, Fremdrift()),
    ],
)
def test_open_project_has_somebody_who_drives_it_and_a_next_date(felt, ventet):
    alt = {"status": "paagaaende", "har_driver": True, "neste": DAG, "dato": DAG, "samarbeidet_varer": True} | felt
    assert fremdrift(**alt) == ventet


def test_maturity_counts_only_the_questions_there_are():
    assert modenhet({"vilje": "nei", "gammelt": "nei"}, ("vilje", "arenaer")).nei == 1
    assert modenhet({"vilje": "nei", "gammelt": "nei"}, ("vilje", "arenaer")).ubesvart == 1
