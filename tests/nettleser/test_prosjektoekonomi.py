"""The coordinator of Vest-Telemark enters who pays; a visitor reads what kind of cooperation a region has."""

import pytest


@pytest.mark.parametrize(("skjerm", "maalform"), [("desktop", "nb"), ("telefon", "nn")])
def test_coordinator_enters_a_funder_and_sees_the_frame_go_up(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn("koordinator@vest-telemark.example")
    leser.velg_spraak(maalform)
    side = leser.side
    leser.gaa_til("/regionen/vest-telemark/tilskudd/")
    leser.sjekk("tilskudd")
    side.get_by_role("link", name="Breibandutbygging", exact=True).first.click()
    side.wait_for_url("**/finansiering/")
    leser.sjekk("finansiering")
    side.locator("a[href$='/finansiering/ny/']").first.click()
    side.wait_for_url("**/finansiering/ny/")
    side.fill("[name=navn]", "Sparebankstiftinga")
    side.fill("[name=beloep_oere]", "12.500")
    side.click("main form button.ds-button")
    side.wait_for_selector(".ds-error-summary")
    assert side.input_value("[name=navn]") == "Sparebankstiftinga"
    leser.sjekk("finansiering-feil")
    side.fill("[name=beloep_oere]", "12 500")
    side.click("main form button.ds-button")
    side.wait_for_url("**/finansiering/")
    assert "Sparebankstiftinga" in leser.tekst()
    assert "8 300 000 kr" in leser.tekst("tfoot")
    leser.sjekk()


@pytest.mark.parametrize(("skjerm", "maalform"), [("desktop", "nb"), ("telefon", "nn")])
def test_visitor_reads_traits_growth_systems_and_gains_but_no_kroner(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform)
    for sti in ("sogn/styring", "sogn/utvikling", "sogn/temaer", "vest-telemark/systemer"):
        assert leser.gaa_til(f"/regionen/{sti}/") == 200
        leser.sjekk(sti.replace("/", "-"))
    leser.gaa_til("/regionen/sogn/gevinster/")
    assert "kr per år" not in leser.tekst()
    leser.sjekk("gevinster")
    leser.side.get_by_role("link", name="Barnevernstenesta i Sogn").first.click()
    leser.side.wait_for_url("**/saertrekk/")
    leser.sjekk("saertrekk")
