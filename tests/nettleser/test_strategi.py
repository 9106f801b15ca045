"""The coordinator builds a strategy and sends its plan; the new councillor reads and takes the quiz on a phone."""

import re


def test_coordinator_adds_a_point_a_measure_and_sends_the_plan(ny_leser):
    leser = ny_leser("desktop", maalform="nb").logg_inn("koordinator@sogn.example")
    leser.velg_spraak("nb")
    side = leser.side
    side.get_by_role("navigation").get_by_role("link", name="Regionen", exact=True).click()
    side.wait_for_url("**/regionen/sogn/")
    leser.sjekk("regionen")
    side.get_by_role("main").get_by_role("link", name="Strategi", exact=True).click()
    side.get_by_role("link", name="Mål, tema og satsingsområde for Sogn").click()
    side.wait_for_url(re.compile(r"/strategier/\d+/$"))
    leser.sjekk("strategi")
    adresse = side.url
    side.goto(f"{adresse}punkter/nytt/?slag=tema")
    side.fill("[name=tekst]", "Friluftsliv")
    side.get_by_role("button", name="Lagre punktet").click()
    side.wait_for_url(re.compile(r"/strategier/\d+/(#.*)?$"))
    assert "Friluftsliv" in leser.tekst()
    side.get_by_role("link", name="Hva gjør vi for hver?").click()
    side.wait_for_url("**/hva-gjoer-vi/")
    assert "Ingenting ennå" in leser.tekst()
    leser.sjekk("hva-gjoer-vi")
    side.goto(f"{adresse}tiltak/nytt/")
    side.fill("[name=tittel]", "Merka stiar")
    side.fill("[name=fra_aar]", "2029")
    side.fill("[name=til_aar]", "2028")
    side.get_by_role("button", name="Lagre tiltaket").click()
    side.wait_for_selector("text=Siste år kan ikke være før det første.")
    leser.sjekk("tiltak-feil")
    side.fill("[name=til_aar]", "2029")
    side.get_by_role("button", name="Lagre tiltaket").click()
    side.wait_for_url("**/tiltak/")
    leser.sjekk("tiltak")
    side.goto(f"{adresse}handlingsplaner/ny/")
    side.fill("[name=aar]", "2029")
    side.get_by_role("button", name="Lagre handlingsplanen").click()
    side.wait_for_url(re.compile(r"/strategier/\d+/$"))
    side.get_by_role("link", name="Handlingsplan 2029").click()
    side.get_by_role("link", name="Send til kommunestyrene").click()
    side.wait_for_url("**/send/")
    assert "– Merka stiar" in side.input_value("[name=forslag]")
    leser.sjekk("send-plan")
    side.get_by_role("button", name="Lagre saken", exact=True).click()
    side.wait_for_url("**/runder/**")


def test_new_councillor_reads_and_takes_the_quiz_on_a_phone(ny_leser):
    leser = ny_leser("telefon", maalform="nn").logg_inn("politiker@sogndal.example")
    side = leser.side
    leser.gaa_til("/")
    side.get_by_role("link", name="Ny folkevald").first.click()
    side.wait_for_url("**/ny-folkevalgt/")
    assert "3. Dette betaler vi" in leser.tekst()
    leser.sjekk("ny-folkevald")
    for felt in side.locator("fieldset.proevespoersmaal").all():
        felt.locator("input").first.check()
    side.get_by_role("button", name="Sjå kor mange eg fekk").click()
    side.wait_for_selector(".proevesvar")
    assert re.search(r"Du fekk \d av 5 rette", leser.tekst())
    leser.sjekk("ny-folkevald-svar")
