"""A conference: notes nobody can trace, hung up, grouped and answered; verdicts; alternatives with their cost."""

REGION = "gausdal-lillehammer-oeyer"


def test_coordinator_holds_a_round_of_notes_and_a_participant_writes_on_a_phone(ny_leser):
    leser = ny_leser().logg_inn("koordinator@lillehammer.example")
    side = leser.side
    leser.gaa_til(f"/lapperunder/ny/?region={REGION}")
    leser.sjekk("lapperunde-ny")
    side.fill("[name=tittel]", "Det vi vil slutte med")
    side.fill("[name=spoersmaal]", "Hva er det mest tungvinte?")
    side.fill("[name=til]", "31.12.2099")
    side.locator("main form.skjema button.ds-button").click()
    side.wait_for_url("**/lapperunder/")
    side.get_by_role("link", name="Det vi vil slutte med").click()
    side.wait_for_selector(".lappespoersmaal")
    runden = side.url
    leser.sjekk("lapperunde-aapen")
    side.locator("form[action$='/lenke/'] button").click()
    side.wait_for_selector(".hemmelig-lenke")
    leser.sjekk("lappelenke")
    lenke = side.inner_text(".hemmelig-lenke").removeprefix(leser.adresse)

    telefon = ny_leser("telefon", maalform="nn")
    telefon.gaa_til(lenke)
    telefon.side.locator("main form.skjema button.ds-button").click()
    telefon.side.wait_for_selector(".ds-error-summary")
    telefon.sjekk("lapp-feil-nn")
    telefon.side.fill("[name=tekst]", "For mange møte om det same")
    telefon.side.locator("main form.skjema button.ds-button").click()
    telefon.side.wait_for_url("**/?takk")
    assert "Takk, lappen er levert" in telefon.tekst()
    telefon.sjekk("lapp-takk-nn")

    side.goto(runden)
    assert "For mange møte" not in leser.tekst()
    side.locator("form[action$='/heng-opp/'] button").click()
    side.wait_for_selector(".lappevegg")
    assert "For mange møte om det same" in leser.tekst()
    leser.sjekk("lapperunde-hengt-opp")


def test_politician_judges_on_a_phone_and_the_region_reads_who_disagrees(ny_leser):
    leser = ny_leser("telefon", maalform="nn").logg_inn("politiker@luster.example")
    side = leser.side
    leser.gaa_til("/regionen/sogn/vurderinger/")
    leser.sjekk("vurderinger-sogn-nn")
    side.get_by_role("link", name="Felles landbruksforvaltning").click()
    side.wait_for_url("**/avtaler/**")
    side.locator("a[href$='/vurderinger/ny/']").first.click()
    side.wait_for_url("**/vurderinger/ny/**")
    side.check("input[name=dom][value=utvikle]")
    side.fill("[name=begrunnelse]", "Kontoret kan ha faste dagar hos oss.")
    leser.sjekk("vurdering-skjema-nn")
    side.locator("main form.skjema button.ds-button").click()
    side.wait_for_url("**/vurderinger/")
    assert "Kontoret kan ha faste dagar hos oss." in leser.tekst()
    leser.sjekk("vurderinger-avtale-nn")


def test_conference_gives_a_case_list_and_a_discussion_prints_on_a4(ny_leser, tmp_path):
    leser = ny_leser().logg_inn("koordinator@lillehammer.example")
    side = leser.side
    leser.gaa_til(f"/konferanser/?region={REGION}")
    leser.sjekk("konferanser")
    side.locator("main tbody th a").first.click()
    side.wait_for_selector("#saksliste")
    leser.sjekk("konferanse")
    side.get_by_role("link", name="Lag sak til rådene").first.click()
    side.wait_for_url("**saksforslag=**")
    assert "Framtida for" in side.input_value("[name=tittel]")
    leser.gaa_til(f"/diskusjoner/?region={REGION}")
    side.locator("main tbody th a").first.click()
    side.wait_for_selector(".kostnadstabell")
    leser.sjekk("diskusjon")
    side.emulate_media(media="print")
    side.set_viewport_size({"width": 718, "height": 1000})
    assert leser.flyter_over() == []
