"""The coordinator brings in the list she has: uploads it, answers, mends, and reads it in; then out to Excel."""

import re

import pytest

KOORDINATOR = "koordinator@sogn.example"
LISTE = """Oversikt over samarbeid i Nabodalen;;;;
Nr;Samarbeid;Organisering;Kommuner;Etablert
;HELSE;;;
1;Nattlegevakt i fjorden;vertskommune § 20-2;Lerdal (vert), Årdal og Aurland;2019
2;;Avtale;Vik, Høyanger;2020
3;Fjordarkivet;;Sogndal, Leikanger og Fossekraft AS;2021
;Sum;;3;
"""


@pytest.fixture
def koordinator(ny_leser):
    return ny_leser(maalform="nb").logg_inn(KOORDINATOR).velg_spraak("nb")


def _last_opp(leser, innhold=LISTE, navn="nabodalen_2021.csv"):
    leser.gaa_til("/avtaler/")
    leser.side.click("main a:has-text('Les inn en liste')")
    leser.side.wait_for_load_state()
    fil = {"name": navn, "mimeType": "text/csv", "buffer": innhold.encode()}
    leser.side.set_input_files("input[type=file]", fil)
    leser.side.click("main form.skjema button.ds-button")
    leser.side.wait_for_load_state()


def test_list_is_brought_in_with_answers_and_a_mended_cell(koordinator):
    side = koordinator.side
    koordinator.gaa_til("/avtaler/import/")
    koordinator.sjekk("import-last-opp-nb")
    _last_opp(koordinator)
    side.wait_for_selector("#avtaler", timeout=40_000)
    koordinator.sjekk("import-kontroll-nb")
    assert "Ingenting er skrevet" in koordinator.tekst()
    side.click("main a:has-text('Kolonner og oppsett')")
    side.wait_for_load_state()
    koordinator.sjekk("import-kolonner-nb")
    side.click("button:has-text('Bruk dette oppsettet')")
    side.wait_for_load_state()
    for _gang in range(3):
        if side.locator("#spoersmaal").count():
            side.click("button:has-text('Bruk svarene')")
            side.wait_for_load_state()
    side.click("a:has-text('Må rettes (1)')")
    side.wait_for_load_state()
    side.click("article summary")
    side.fill("article input[name^='celle:']", "Felles skogbruk")
    side.click("button:has-text('Bruk rettelsene')")
    side.wait_for_load_state()
    koordinator.gaa_til(re.sub(r"\?.*|#.*", "", side.url.removeprefix(koordinator.adresse)))
    koordinator.sjekk("import-klar-nb")
    side.click("section button:has-text('Les inn i registeret')")
    side.wait_for_load_state()
    assert "Nattlegevakt i fjorden" in koordinator.tekst()
    koordinator.sjekk("import-ferdig-nb")
    side.click("main a:has-text('Nattlegevakt i fjorden')")
    side.wait_for_load_state()
    assert "Administrativt vertskommunesamarbeid" in koordinator.tekst()


def test_list_is_looked_at_on_a_phone_in_nynorsk_and_thrown_away(ny_leser):
    leser = ny_leser("telefon", maalform="nn").logg_inn(KOORDINATOR).velg_spraak("nn")
    leser.gaa_til("/avtaler/import/")
    leser.side.set_input_files(
        "input[type=file]", {"name": "liste.csv", "mimeType": "text/csv", "buffer": LISTE.encode()}
    )
    leser.side.click("main form.skjema button.ds-button")
    leser.side.wait_for_selector("#avtaler", timeout=40_000)
    leser.sjekk("import-kontroll-nn")
    leser.side.click("button:has-text('Forkast lista')")
    leser.side.wait_for_load_state()
    assert "Ingenting er skrive i registeret" in leser.tekst()


def test_file_that_is_no_list_is_refused_on_the_page(koordinator):
    _last_opp(koordinator, "\x00\x00", "bilde.csv")
    assert koordinator.side.locator("#feiloppsummering").count() == 1
    koordinator.sjekk("import-avvist-nb")


def test_list_is_brought_in_without_javascript(ny_leser):
    leser = ny_leser(js=False, maalform="nb").logg_inn(KOORDINATOR).velg_spraak("nb")
    _last_opp(leser, "Navn;Form;Deltakere;Fra\nFjordkoret;Avtale;Vik og Luster;2020\n", "kor.csv")
    for _gang in range(60):
        if leser.side.locator("#avtaler").count():
            break
        leser.side.wait_for_timeout(500)
        leser.side.click("main a:has-text('Oppdater siden')")
    leser.side.click("section button:has-text('Les inn i registeret')")
    leser.side.wait_for_load_state()
    assert "Fjordkoret" in leser.tekst()


def test_register_is_taken_out_as_it_is_filtered(koordinator):
    side = koordinator.side
    koordinator.gaa_til("/avtaler/?region=sogn&q=barnevern")
    with side.expect_download() as nedlasting:
        side.click("main a:has-text('Excel')")
    assert nedlasting.value.suggested_filename.endswith(".xlsx")
