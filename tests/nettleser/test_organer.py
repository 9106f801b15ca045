"""The coordinator turns a term and sees every seat to fill; the municipality's secretary names the elected."""

import pytest


@pytest.mark.parametrize(("skjerm", "maalform"), [("desktop", "nb")])
def test_coordinator_puts_a_board_right_and_turns_the_term(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn("koordinator@sogn.example")
    leser.velg_spraak(maalform)
    side = leser.side
    leser.gaa_til("/regionen/sogn/organer/")
    leser.sjekk("felles-organer")
    side.get_by_role("link", name="Rådmannsutvalet").click()
    side.wait_for_url("**/organer/*/")
    side.get_by_role("link", name="Sogn kommunalt oppgåvefellesskap (Sogn KO)").click()
    side.wait_for_url("**/avtaler/*/")
    side.get_by_role("link", name="Organer", exact=True).click()
    side.wait_for_url("**/avtaler/*/organer/")
    leser.sjekk("organtre")
    side.get_by_role("link", name="Styret i Sogn KO").click()
    side.wait_for_url("**/organer/*/")
    leser.sjekk("organ")
    side.get_by_role("link", name="Legg til verv").click()
    side.wait_for_url("**/verv/nytt/")
    side.select_option("select[name=part]", label="Sogndal")
    side.get_by_role("button", name="Lagre vervet").click()
    side.wait_for_selector("#feiloppsummering")
    leser.sjekk("verv-feil")
    side.fill("input[name=navn]", "Fagforbundet i Sogndal")
    side.select_option("select[name=rolle]", "tillitsvalgt")
    side.get_by_role("button", name="Lagre vervet").click()
    side.wait_for_url("**/organer/*/")
    assert "Vervet er lagret." in leser.tekst()
    leser.gaa_til("/regionen/sogn/organer/ny-periode/?fra=15.10.2027")
    side.get_by_role("button", name="Avslutt vervene og lag den tomme lista").click()
    side.wait_for_url("**/ny-periode/?fra=2027-10-15")
    assert "Ingen verv løper videre over den nye første dagen." in leser.tekst()
    leser.sjekk("ny-periode")


@pytest.mark.parametrize(("skjerm", "maalform"), [("telefon", "nn")])
def test_secretary_fills_a_seat_of_the_municipality_on_the_phone(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn("sekretaer@sogndal.example")
    side = leser.side
    leser.gaa_til("/kommuner/4640/verv/")
    leser.sjekk("verv")
    side.get_by_role("link", name="Sete å fylle").click()
    side.wait_for_url("**/seter/")
    leser.sjekk("seter")
    side.get_by_role("link", name="Fyll inn").first.click()
    side.wait_for_url("**/seter/*/?fra=*")
    leser.sjekk("fyll-sete")
    side.fill("input[name=navn]", "Den nye ordføraren i Sogndal")
    side.get_by_role("button", name="Lagre").click()
    side.wait_for_url("**/seter/?fra=*")
    assert "Den nye ordføraren i Sogndal" in leser.tekst()
