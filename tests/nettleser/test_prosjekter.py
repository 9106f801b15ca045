"""The coordinator of Vest-Telemark carries a project on; a visitor reads the four lists of 9-K on the phone."""


def test_coordinator_finishes_the_forprosjekt_and_answers_the_maturity_check(ny_leser):
    leser = ny_leser(maalform="nb").logg_inn("koordinator@vest-telemark.example").velg_spraak("nb")
    side = leser.side
    leser.gaa_til("/prosjekter/?region=vest-telemark&driver=mine")
    leser.sjekk("prosjekter")
    side.get_by_role("link", name="Offentlege tenester på nettet").click()
    side.wait_for_selector(".stegbane")
    leser.sjekk("prosjekt")
    side.get_by_role("link", name="Fullfør Forprosjekt").click()
    side.wait_for_url("**/steg/1/fullfoer/")
    side.click("main form button.ds-button")
    side.wait_for_selector(".ds-error-summary")
    leser.sjekk("prosjekt-fullfoer-feil")
    side.fill("[name=godkjent_av]", "Styringsgruppa")
    side.click("main form button.ds-button")
    side.wait_for_selector(".steg-ferdig")
    assert "Svar på modenhetsprøven før saken går til kommunestyrene." in leser.tekst()
    side.get_by_role("link", name="Til modenhetsprøven").click()
    side.wait_for_url("**/modenhet/")
    for svar in side.locator("input[type=radio][value=ja]").all():
        svar.check()
    leser.sjekk("modenhet")
    side.click("main form button.ds-button")
    side.wait_for_selector(".stegbane")
    side.get_by_role("link", name="Begynn Politisk behandling").click()
    side.wait_for_url("**/steg/2/begynn/")
    side.click("main form button.ds-button")
    side.wait_for_selector(".stegvedtak")
    assert "0 av 7 kommunestyrer har svart" in leser.tekst()
    leser.sjekk("prosjekt-behandles")


def test_visitor_reads_the_lists_of_9k_as_they_were_in_2003(ny_leser):
    leser = ny_leser("telefon", maalform="nn")
    leser.gaa_til("/prosjekter/?region=vestfold-9k&dato=2003-03-13")
    tekst = leser.tekst()
    for liste in ("(3)", "(9)", "(4)", "(5)"):
        assert liste in tekst
    leser.sjekk("prosjekter-2003")
    leser.side.get_by_role("link", name="Felles næringspolitikk").click()
    leser.side.wait_for_selector(".stegbane")
    assert "4 av 9 kommunestyre har svart" in leser.tekst()
    leser.sjekk("prosjekt-2003")
