"""The coordinator plans a meeting and writes what was decided; the politician reports home and reads the log."""

from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.mark.parametrize(("skjerm", "maalform"), [("desktop", "nb")])
def test_coordinator_plans_a_series_and_puts_the_boards_initiative_on_the_agenda(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn("koordinator@sogn.example")
    leser.velg_spraak(maalform)
    side = leser.side
    leser.gaa_til("/moeter/")
    leser.sjekk("moeter")
    side.get_by_role("link", name="Ny møterekke").click()
    side.wait_for_url("**/moeter/rekke/")
    organ = side.locator("select[name=organ] option", has_text="Representantskapet i Sogn KO").get_attribute("value")
    side.select_option("select[name=organ]", organ)
    foerste = timezone.localdate() + timedelta(days=90)
    side.fill("input[name=foerste]", foerste.strftime("%d.%m.%Y"))
    side.fill("input[name=antall]", "2")
    side.fill("input[name=sted]", "Vikøyri")
    side.get_by_role("button", name="Vis dagene").click()
    side.wait_for_selector("input[name=datoer]")
    for boks in side.locator("input[name=datoer]").all():
        boks.check()
    leser.sjekk("moeterekke")
    side.get_by_role("button", name="Legg inn møtene").click()
    side.wait_for_url("**/moeter/")
    assert "2 møter er lagt inn." in leser.tekst()
    leser.gaa_til("/initiativer/?status=paa_saklista")
    side.get_by_role("link", name="Felles lærlingordning").click()
    side.wait_for_url("**/initiativer/*/")
    leser.sjekk("initiativ")
    side.get_by_role("link", name="Møtet i Representantskapet i Sogn KO").last.click()
    side.wait_for_url("**/saker/ny/**")
    assert side.input_value("input[name=tittel]") == "Felles lærlingordning"
    side.get_by_role("button", name="Lagre saken").click()
    side.wait_for_url("**/moeter/*/")
    leser.sjekk("moete")


@pytest.mark.parametrize(("skjerm", "maalform"), [("telefon", "nn")])
def test_politician_reports_home_and_sees_what_is_late(ny_leser, skjerm, maalform):
    leser = ny_leser(skjerm, maalform=maalform).logg_inn("politiker@sogndal.example")
    side = leser.side
    leser.gaa_til("/kommuner/4640/tilbakemeldinger/?dato=2026-11-20")
    leser.sjekk("tilbakemeldinger")
    side.get_by_role("link", name="Meld tilbake").first.click()
    side.wait_for_selector("input[name=til_hvem]")
    leser.sjekk("meld-tilbake")
    side.fill("input[name=til_hvem]", "")
    side.get_by_role("button", name="Lagre tilbakemeldinga").click()
    side.wait_for_selector("#feiloppsummering")
    side.fill("input[name=til_hvem]", "formannskapet")
    side.get_by_role("button", name="Lagre tilbakemeldinga").click()
    side.wait_for_url("**/moeter/*/**")
    assert "Tilbakemeldinga er lagra." in leser.tekst()
    leser.gaa_til("/vedtakslogg/?oppfoelging=forsinket&dato=2026-11-20")
    assert "Rammer for budsjettet 2027" in leser.tekst()
    leser.sjekk("vedtakslogg")
    leser.gaa_til("/kunngjoringer/?maalgruppe=politikere")
    leser.sjekk("kunngjoeringer")
