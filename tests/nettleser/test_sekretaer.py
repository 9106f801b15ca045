"""The council secretary: order all the reports, see them come, and take the files to the case system."""

import re


def test_secretary_orders_the_regions_reports_and_takes_the_files(ny_leser, tmp_path):
    leser = ny_leser().logg_inn("sekretaer@sogn.example")
    side = leser.side
    leser.gaa_til("/")
    leser.sjekk("start-sekretaer-nn")
    leser.gaa_til("/regioner/sogn/?dato=2026-11-20")
    leser.sjekk("region-nn")
    side.fill("main form.skjema input[name=dato]", "i morgon en gang")
    side.get_by_role("button", name="Bestill rapportane").click()
    side.wait_for_selector("#feiloppsummering")
    assert side.input_value("main form.skjema input[name=dato]") == "i morgon en gang"
    leser.sjekk("region-feil-nn")
    side.fill("main form.skjema input[name=dato]", "20.11.2026")
    side.get_by_role("button", name="Bestill rapportane").click()
    side.wait_for_url("**/bestillinger/**")
    leser.sjekk("bestilling-nn")
    side.get_by_text("7 av 7 er ferdige").wait_for(timeout=90_000)
    assert not side.locator("#framdrift[data-hx-get]").count(), "a finished order is not asked about any more"
    leser.sjekk("bestilling-ferdig-nn")
    side.get_by_role("link", name="Sogndal", exact=True).click()
    leser.sjekk("eierskapsmelding-nn")
    for knapp, endelse, start in (("Last ned PDF", "pdf", b"%pdf-"), ("Last ned HTML", "html", b"<!doctype html>")):
        with side.expect_download() as nedlasting:
            side.get_by_role("link", name=knapp).click()
        navn = nedlasting.value.suggested_filename
        assert re.fullmatch(rf"[\w.-]*4640[\w.-]*\.{endelse}", navn), navn
        nedlasting.value.save_as(tmp_path / navn)
        assert (tmp_path / navn).read_bytes()[:15].lower().startswith(start)
    leser.gaa_til("/kommuner/4640/eierskapsmeldinger/")
    leser.sjekk("eierskapsmeldinger-sekretaer-nn")
