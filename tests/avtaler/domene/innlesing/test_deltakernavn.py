"""Cells of participants as people write them."""

import pytest

from avtaler.domene.innlesing.deltakernavn import les_deltaker, les_deltakere
from tests.avtaler.domene.innlesing.bok import bok

CELLER = {
    "Vågan, Vestvågøy og Flakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Vågan | Vestvågøy | Flakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Vågan; Vestvågøy\nFlakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Vågan/Vestvågøy/Flakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Vågan - Vestvågøy – Flakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Vågan Vestvågøy Flakstad": ["Vågan", "Vestvågøy", "Flakstad"],
    "Bygland, Valle og Evje og Hornnes": ["Bygland", "Valle", "Evje og Hornnes"],
    "Møre og Romsdal fylkeskommune og Nordland fylkeskommune": [
        "Møre og Romsdal fylkeskommune", "Nordland fylkeskommune",
    ],
    "Sogn og Fjordane fylkeskommune, Hordaland fylkeskommune": [
        "Sogn og Fjordane fylkeskommune", "Hordaland fylkeskommune",
    ],
    "Deatnu/Tana, Unjárga-Nesseby": ["Deatnu/Tana", "Unjárga-Nesseby"],
    "Aurskog-Høland, Nord-Aurdal": ["Aurskog-Høland", "Nord-Aurdal"],
    "Vågan, Vågan, VÅGAN": ["Vågan"],
    "Vågan m.fl.": ["Vågan"],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("celle", CELLER)
def test_cell_is_split_into_the_names_it_holds(celle):
    assert [navn.navn for navn in les_deltakere(celle, bok().kjenner)] == CELLER[celle]


@pytest.mark.parametrize(
    ("tekst", "felt"),
    [
        ("Bodø (vert)", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø (verten)", {"navn": "Bodø", "rolle": "vertskommune", "merknad": ""}),
        ("Bodø (vertskomm.)", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø (host)", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø (H)", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø, verten", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Vertskomm.: Bodø", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø (?)", {"navn": "Bodø", "usikker": True, "merknad": "", "del_av": ""}),
        ("Bodø (vert?)", {"navn": "Bodø", "usikker": True, "rolle": "vertskommune"}),
        ("Bodø?", {"navn": "Bodø", "usikker": True}),
        ("Vertskommune: Bodø", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø – vertskommune", {"navn": "Bodø", "rolle": "vertskommune"}),
        ("Bodø (observatør)", {"navn": "Bodø", "rolle": "observatoer"}),
        ("1860 Vestvågøy", {"navn": "Vestvågøy", "nummer": "1860"}),
        ("Vestvågøy (1860)", {"navn": "Vestvågøy", "nummer": "1860"}),
        ("Vågan 33,3 %", {"navn": "Vågan", "andel": "33,3 %"}),
        ("Vågan (1/3)", {"navn": "Vågan", "andel": "1/3"}),
        ("Vågan (vert, 40 %)", {"navn": "Vågan", "rolle": "vertskommune", "andel": "40 %"}),
        ("Lyngdal (nord)", {"navn": "Lyngdal", "del_av": "nord"}),
        ("Herøy (Nordland)", {"navn": "Herøy", "fylke": "Nordland"}),
        ("Våler i Solør", {"navn": "Våler", "fylke": "Innlandet"}),
        ("Fjellkraft AS 935 823 411", {"navn": "Fjellkraft AS", "orgnr": "935823411"}),
        ("Vågan (i tilskuddsordningen fra 2012)", {"navn": "Vågan", "rolle": "tilskuddsgiver"}),
        ("113 andre kommuner", {"navn": "", "antall": 113}),
        ("og 12 andre", {"navn": "", "antall": 12}),
        ("alle kommunene i Salten", {"navn": "", "gruppe": "Salten"}),
        ("samtlege kommunar", {"navn": "", "gruppe": "*"}),
    ],
)
def test_marks_beside_the_name_are_taken_apart(tekst, felt):
    lest = les_deltaker(tekst)
    assert {navn: getattr(lest, navn) for navn in felt} == felt
    assert lest.tekst
