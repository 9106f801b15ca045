"""The demo data of judgement: the notes of 2018 as they were written, and answers that lead somewhere."""

import re

from django.urls import resolve

from rapport.demodata import les

RUNDE = les("vurdering")["lapperunder"][0]


def test_every_note_of_the_source_hangs_there_word_for_word():
    lapper = [tekst for _tema, tekst in RUNDE["lapper"]]
    assert len(lapper) == 15 + 14
    assert lapper[0] == "Veldig ressurskrevende - styrings- og arbeidsform med å samordne sterke organisasjonen"
    assert lapper.count("Involvering") == 2
    assert lapper.count("Lang saksgang – Utilstrekkelig påvirkning") == 2


def test_every_note_has_a_theme_and_every_theme_an_answer():
    temaer = RUNDE["temaer"]
    assert {tema for tema, _tekst in RUNDE["lapper"]} == set(temaer)
    assert all(tema["svar"] and tema["svar_dato"] for tema in temaer.values())


def test_every_answer_leads_to_pages_that_are_there():
    for tema in RUNDE["temaer"].values():
        adresser = re.findall(r"(?<![\w/])(/[a-z][\w/-]*/)", tema["svar"])
        assert adresser, tema["navn"]
        for adresse in adresser:
            assert resolve(adresse), adresse
