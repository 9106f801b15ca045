"""The derivation in words, bokmål and nynorsk: what «Slik ble beløpet» says."""

import string

import pytest

from kostnad.domene.fordeling import fordel
from kostnad.domene.lesing import les_oppdrag
from kostnad.domene.utledning import SETNINGER, setninger

OPPDRAG = {
    "beloep": "1350000",
    "tilskudd": [{"navn": "Skjønnsmidler", "beloep": "730000"}],
    "periode": {"fra": "2023-01-01", "til": "2024-01-01"},
    "deltakere": [
        {"id": "39", "navn": "Fylket"},
        {"id": "1", "navn": "Hof", "verdier": {"folketall": 3040, "tonn": "12.5"}},
        {"id": "2", "navn": "Re", "verdier": {"folketall": 8089, "tonn": "4"}, "fra": "2023-07-01"},
        {"id": "3", "navn": "Lardal", "fra": "2024-01-01"},
    ],
    "noekkel": [
        {"steg": "fast_prosent", "deltaker": "39", "prosent": "12.5"},
        {"steg": "fast_beloep", "deltaker": "alle", "beloep": "10000"},
        {"steg": "sats", "etter": "folketall", "beloep": "3.08", "tak": "20000"},
        {"steg": "trinn", "etter": "tonn", "trinn": [{"til": "4", "beloep": "100"}, {"til": None, "beloep": "200"}]},
        {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}, {"kriterium": "folketall", "vekt": "3"}]},
        {"steg": "grense", "gulv": "250000", "tak": "400000"},
    ],
}


def utledning(ident, maalform, **endret):
    deler = {del_.id: del_ for del_ in fordel(les_oppdrag({**OPPDRAG, **endret})).deler}
    return [setning.replace("\u00a0", " ") for setning in setninger(deler[ident].ledd, maalform)]


def test_fast_prosent_is_told_with_its_pott():
    assert utledning("39", "nb") == [
        "Til fordeling: 1 350 000 kr minus 730 000 kr i tilskudd (Skjønnsmidler) = 620 000 kr",
        "Fast andel: 12,5 % av 620 000 kr = 77 500 kr",
    ]


def test_part_year_deltaker_is_told_every_step_in_bokmaal():
    assert utledning("2", "nb") == [
        "Til fordeling: 1 350 000 kr minus 730 000 kr i tilskudd (Skjønnsmidler) = 620 000 kr",
        "Deltar fra 1.7.2023 til og med 31.12.2023: 184 av 365 dager",
        "Fast beløp: 10 000 kr",
        "For dagene som deltaker: 10 000 kr × 184 / 365 = 5 041,10 kr",
        "Sats etter folketall: 3,08 kr × 8 089 = 24 914,12 kr, men taket er 20 000 kr",
        "For dagene som deltaker: 20 000 kr × 184 / 365 = 10 082,19 kr",
        "Trinn etter tonn: 4 er på trinnet til og med 4, som er 100 kr",
        "For dagene som deltaker: 100 kr × 184 / 365 = 50,41 kr",
        "Igjen etter stegene foran: 507 763,10 kr",
        "25 % likt, regnet etter dager: 126 940,78 kr × 184 / 549 dager = 42 544,81 kr",
        "75 % etter folketall, regnet etter dager: 380 822,33 kr × (8 089 × 184 dager) / 2 597 976 = 218 172,46 kr",
        "Senket til taket: fra 275 890,97 kr til 201 643,84 kr",
        "Avrundet til hele kroner: 201 644 kr (største rest)",
    ]


def test_part_year_deltaker_is_told_every_step_in_nynorsk():
    assert utledning("2", "nn") == [
        "Til fordeling: 1 350 000 kr minus 730 000 kr i tilskot (Skjønnsmidler) = 620 000 kr",
        "Deltek frå 1.7.2023 til og med 31.12.2023: 184 av 365 dagar",
        "Fast beløp: 10 000 kr",
        "For dagane som deltakar: 10 000 kr × 184 / 365 = 5 041,10 kr",
        "Sats etter folketal: 3,08 kr × 8 089 = 24 914,12 kr, men taket er 20 000 kr",
        "For dagane som deltakar: 20 000 kr × 184 / 365 = 10 082,19 kr",
        "Trinn etter tonn: 4 er på trinnet til og med 4, som er 100 kr",
        "For dagane som deltakar: 100 kr × 184 / 365 = 50,41 kr",
        "Att etter stega framfor: 507 763,10 kr",
        "25 % likt, rekna etter dagar: 126 940,78 kr × 184 / 549 dagar = 42 544,81 kr",
        "75 % etter folketal, rekna etter dagar: 380 822,33 kr × (8 089 × 184 dagar) / 2 597 976 = 218 172,46 kr",
        "Senka til taket: frå 275 890,97 kr til 201 643,84 kr",
        "Avrunda til heile kroner: 201 644 kr (største rest)",
    ]


def test_other_endings_are_told():
    assert utledning("3", "nn")[-1] == "Deltek ikkje i perioden og betaler ingenting"
    assert utledning("1", "nb")[-2].startswith("Justert for gulv og tak hos andre: fra 266 609,03 kr til ")
    likt = {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}], "deltakere": ["1"]}
    assert utledning("2", "nb", noekkel=[likt])[-1] == "Ingen av stegene gjelder denne deltakeren"
    assert utledning("1", "nb", noekkel=[likt])[-1] == "Likt: 620 000 kr delt på 1 deltakere = 620 000 kr"


@pytest.mark.parametrize("kode", SETNINGER)
def test_setning_has_both_languages_with_the_same_values(kode):
    nb, nn = ({felt for _, felt, _, _ in string.Formatter().parse(mal) if felt} for mal in SETNINGER[kode])
    assert nb == nn
    assert nb or kode in {"ikke_med", "ingen_del"}
