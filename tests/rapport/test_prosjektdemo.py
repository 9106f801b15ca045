"""The projects of the sources are there, each where the source has it. Reads the file; loads nothing."""

from collections import Counter

from avtaler.regler.modenhet import modenhetskoder
from rapport.demodata import les


def _prosjekter(region: str) -> list[dict]:
    return next(rad["prosjekter"] for rad in les("prosjekter") if rad["region"] == region)


def test_the_four_lists_of_9k_are_whole():
    lister = Counter((rad["klasse"], rad.get("status", "paagaaende")) for rad in _prosjekter("vestfold-9k"))
    assert lister == {
        ("areal_naering", "avsluttet"): 4,
        ("drift", "avsluttet"): 5,
        ("areal_naering", "paagaaende"): 3,
        ("drift", "paagaaende"): 9,
    }
    merknader = {rad["navn"]: rad["merknad"] for rad in _prosjekter("vestfold-9k") if "merknad" in rad}
    assert merknader == {
        "Felles kommunale planprosesser": "opprettet plangruppe",
        "Felles næringspolitikk": "til behandling i kommunestyrene",
        "Utviklingsområder for 9-k som regionsenter": "til behandling i kommunestyrene",
        "Vekst og bo 2": "rullering",
    }


def test_every_it_project_of_vest_telemark_says_how_it_came_about():
    prosjekter = _prosjekter("vest-telemark")
    assert len(prosjekter) == 8
    assert Counter(rad["opphav"] for rad in prosjekter) == {"sak_til_sak": 7, "regional": 1}


def test_what_no_source_gives_is_said_to_be_invented():
    for region in les("prosjekter"):
        for rad in region["prosjekter"]:
            assert rad.get("eksempel_merknad") or not {"deltakere", "steg", "modenhet", "neste_dato"} & set(rad), rad
            assert set(rad.get("modenhet", {})) <= set(modenhetskoder())
