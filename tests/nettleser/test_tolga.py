"""Four councils and a host (NIVI 2016): the debate, the lock, three who say Os, one who says Tolga, three who go on."""

import re
from datetime import timedelta

import pytest

from kommuner.foresporsel import idag

TAVLE = re.compile(r"/runder/\d+/$")


@pytest.fixture
def koordinator(ny_leser):
    leser = ny_leser(maalform="nb").logg_inn("koordinator@fjellregionen.example")
    leser.side.context.add_cookies([{"name": "spraak", "value": "nb", "url": leser.adresse}])
    return leser


def test_tolga_is_followed_from_debate_to_the_three_who_go_on(koordinator):
    _finn_saken(koordinator)
    _ny_runde_for_alle(koordinator)
    _debatter_og_laas(koordinator)
    _svar_fra_fire(koordinator)
    _les_avviket(koordinator)
    _tre_gaar_videre(koordinator)


def _finn_saken(leser) -> None:
    leser.gaa_til("/")
    leser.side.get_by_role("link", name="Saker", exact=True).click()
    leser.side.wait_for_url("**/runder/")
    leser.sjekk("saker-nb")
    leser.side.get_by_role("link", name="Felles landbrukskontor", exact=True).click()
    leser.side.wait_for_url(TAVLE)
    assert "ikke likelydende: 3 av 4 – avvik: vertskommune (Tolga)" in leser.tekst()
    leser.sjekk("tolga-tavle-nb")


def _ny_runde_for_alle(leser) -> None:
    side = leser.side
    side.get_by_role("link", name="Ny runde med endret tekst").click()
    assert side.input_value("[name=punkt-0-navn]") == "vertskommune"
    assert "Saken går til" in leser.tekst()
    leser.sjekk("ny-runde-nb")
    side.fill("input[name=tittel]", "Landbrukskontoret på nytt")
    side.get_by_role("button", name="Lagre saken").click()
    side.wait_for_url(TAVLE)
    assert "åpen for innspill" in leser.tekst().casefold()


def _debatter_og_laas(leser) -> None:
    side = leser.side
    side.get_by_role("link", name="Før inn et innspill").click()
    side.fill("input[name=fra_hvem]", "Formannskapet i Tolga")
    side.fill("textarea[name=tekst]", "Hvorfor ikke Tolga?")
    side.get_by_role("button", name="Lagre innspillet").click()
    side.wait_for_url(TAVLE)
    side.get_by_role("link", name="Lås teksten og send til kommunestyrene").click()
    assert side.get_by_role("button", name="Lås teksten og send til kommunestyrene").count() == 0, "one waits"
    side.go_back()
    side.wait_for_url(TAVLE)
    leser.sjekk("debatt-nb")
    side.get_by_role("link", name="Svar Formannskapet i Tolga").click()
    side.fill("textarea[name=svar]", "Os ligger nærmest flest bruk.")
    side.get_by_role("button", name="Lagre svaret").click()
    side.wait_for_url(TAVLE)
    side.get_by_role("link", name="Lås teksten og send til kommunestyrene").click()
    side.get_by_role("button", name="Lås teksten og send til kommunestyrene").click()
    side.wait_for_selector("text=Saken er låst og sendt")
    side.get_by_role("button", name="Minn dem på saken").click()
    side.wait_for_selector("text=1 råd er minnet på saken")
    side.get_by_role("link", name="Endre datoene").click()
    assert side.locator("[name=forslag]").count() == 0, "the text is locked"
    side.get_by_role("link", name="Avbryt").click()


def _svar_fra_fire(leser) -> None:
    side = leser.side
    dag = f"{idag() - timedelta(days=1):%d.%m.%Y}"
    for navn in ("Os", "Rendalen", "Tolga", "Tynset"):
        side.get_by_role("link", name=f"Registrer svar {navn}", exact=True).click()
        avviker = navn == "Tolga"
        side.check(f"input[name=status][value={'avvik' if avviker else 'likelydende'}]")
        side.fill("input[name=dato]", dag)
        if avviker:
            side.get_by_label("Vedtatt om vertskommune").fill("Tolga kommune er vertskommune.")
            leser.sjekk("tolga-svar-nb")
        side.get_by_role("button", name="Lagre svaret").click()
        side.wait_for_url(TAVLE)


def _les_avviket(leser) -> None:
    side = leser.side
    assert "ikke likelydende: 3 av 4 – avvik: vertskommune (Tolga)" in leser.tekst()
    side.select_option("#sammenlign-b", label="Tolga")
    side.get_by_role("button", name="Vis forskjellen").click()
    side.wait_for_selector("h3:has-text('Fra Forslaget til Tolga')")
    assert side.locator(".ordforskjell del").last.inner_text().endswith("Os")
    leser.sjekk("tolga-forskjell-nb")


def _tre_gaar_videre(leser) -> None:
    side = leser.side
    side.get_by_role("link", name="Ny runde for de 3 som har vedtatt det samme").click()
    assert "Saken går til Os, Rendalen, Tynset." in " ".join(leser.tekst().split())
    side.fill("input[name=tittel]", "Landbrukskontor for tre")
    side.get_by_role("button", name="Lagre, lås teksten og send").click()
    side.wait_for_url(TAVLE)
    assert side.locator("main table").first.locator("tbody tr").count() == 3
    leser.sjekk("tre-gaar-videre-nb")
