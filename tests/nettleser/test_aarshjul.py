"""The year: the coordinator puts an event in the wheel, and the politician sees on the phone what can be influenced."""

import re


def test_coordinator_puts_an_event_in_the_wheel_and_gets_a_calendar(ny_leser):
    leser = ny_leser("desktop").logg_inn("koordinator@kongsberg.example")
    side = leser.side
    leser.gaa_til("/aarshjul/?aar=2027")
    assert side.locator("figure svg[role=img]").count() == 2
    leser.sjekk("aarshjul-koordinator")
    side.get_by_role("link", name=re.compile("Ny hendelse|Ny hending")).click()
    side.wait_for_url("**/ny/")
    side.get_by_label(re.compile("Tittel")).fill("Vettmøte i fjellet")
    side.get_by_label(re.compile("Første gang|Første gong")).fill("31.1.2027")
    side.locator("main form.skjema button.ds-button").click()
    side.wait_for_url("**/aarshjul/?region=*")
    leser.gaa_til("/aarshjul/?aar=2027")
    assert "Vettmøte i fjellet" in leser.tekst()
    leser.gaa_til("/aarshjul/kalendere/")
    side.get_by_label(re.compile("lenken hete|lenkja heite")).fill("Telefonen")
    side.locator("main form.skjema button.ds-button").click()
    side.wait_for_selector("#kalenderadresse")
    assert re.search(r"/aarshjul/kalender/[\w-]{43}\.ics", side.locator("#kalenderadresse").inner_text())
    leser.sjekk("aarshjul-kalendere")


def test_politician_sees_first_what_comes_first_on_the_phone(ny_leser):
    leser = ny_leser("telefon").logg_inn("politiker@sogndal.example")
    side = leser.side
    leser.gaa_til("/kommuner/4640/paavirke/?dato=2026-11-20")
    foerst = side.locator(".paavirkning-foerst")
    boks = foerst.bounding_box()
    assert boks["y"] + boks["height"] <= side.viewport_size["height"], "the first answer is seen without scrolling"
    assert "Først: seinast" in foerst.inner_text()
    leser.sjekk("paavirke-nn")
    leser.gaa_til("/aarshjul/?aar=2027")
    leser.sjekk("aarshjul-politiker-nn")
