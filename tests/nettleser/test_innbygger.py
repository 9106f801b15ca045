"""The citizen: no login, perhaps a phone, perhaps no JavaScript. What is public, today and as it was."""

import re

import pytest

ORD = {
    "nb": {"kommuner": "Kommuner", "da": "Slik det var en annen dag", "deltakere": "Deltakere"},
    "nn": {"kommuner": "Kommunar", "da": "Slik det var ein annan dag", "deltakere": "Deltakarar"},
}
NI = ("Aurland", "Balestrand", "Høyanger", "Leikanger", "Luster", "Lærdal", "Sogndal", "Vik", "Årdal")
BELOEP = re.compile(r"\d ?kr\b|\bkr ?\d")


@pytest.mark.parametrize(
    ("skjerm", "maalform", "js"),
    [("desktop", "nb", True), ("telefon", "nn", True), ("telefon", "nb", False), ("desktop", "nn", False)],
)
def test_stranger_reads_what_sogndal_is_in_today_and_in_2019(ny_leser, skjerm, maalform, js):
    ord_ = ORD[maalform]
    leser = ny_leser(skjerm, js=js, maalform=maalform)
    side = leser.side
    leser.gaa_til("/")
    leser.sjekk(f"start-{maalform}")
    side.get_by_role("navigation").get_by_role("link", name=ord_["kommuner"], exact=True).click()
    side.fill("input[name=sok]", "sogndal")
    side.press("input[name=sok]", "Enter")
    side.wait_for_url("**sok=sogndal**")
    leser.sjekk(f"kommuner-{maalform}")
    side.get_by_role("main").get_by_role("link", name="Sogndal", exact=True).first.click()
    side.wait_for_url("**/kommuner/4640/**")
    assert side.inner_text("h1") == "Sogndal"
    assert "Sognarådet interkommunalt politisk råd" in leser.tekst()
    assert not BELOEP.search(leser.tekst()), "Amounts are not public."
    leser.sjekk(f"kommune-offentlig-{maalform}")
    _velg_dato(leser, ord_, "1.1.2019")
    tekst = leser.tekst()
    assert "1420" in tekst
    assert "Sogn regionråd" in tekst
    assert "Sognarådet" not in tekst
    assert all(navn in tekst for navn in ("Balestrand", "Leikanger"))
    leser.sjekk(f"kommune-2019-{maalform}")
    side.get_by_role("link", name="Sogn regionråd", exact=True).first.click()
    side.get_by_role("link", name=ord_["deltakere"], exact=True).click()
    side.wait_for_url("**/deltakere/**")
    rader = side.locator("main table").first.locator("tbody tr")
    assert rader.count() == 9
    assert all(navn in " ".join(rader.all_inner_texts()) for navn in NI)
    leser.sjekk(f"deltakere-2019-{maalform}")


def _velg_dato(leser, ord_, dato):
    leser.side.get_by_text(ord_["da"]).click()
    leser.side.fill("input[name=dato]", dato)
    leser.side.get_by_role("button", name="Vis denne dagen").click()
    leser.side.wait_for_url("**dato=**")


@pytest.mark.parametrize("js", [True, False])
def test_language_is_changed_where_one_stands(ny_leser, js):
    leser = ny_leser(js=js)
    leser.gaa_til("/kommuner/4640/?dato=2019-01-01")
    assert leser.side.get_attribute("html", "lang") == "nb"
    leser.side.get_by_role("button", name="Nynorsk").click()
    leser.side.wait_for_selector("html[lang=nn]")
    assert leser.side.url.endswith("/kommuner/4640/?dato=2019-01-01")
    leser.side.get_by_role("button", name="Bokmål").click()
    leser.side.wait_for_selector("html[lang=nb]")


def test_pages_that_are_not_there_say_so(ny_leser):
    leser = ny_leser("telefon", maalform="nn")
    assert leser.gaa_til("/finnes/ikkje/") == 404
    leser.sjekk("404-nn")
    assert leser.gaa_til("/avtaler/?q=finnesikkje") == 200
    leser.sjekk("register-tomt-nn")
    assert leser.gaa_til("/kommuner/4640/?dato=31.2.2020") == 200
    leser.sjekk("dato-ulest-nn")
    assert leser.gaa_til("/kommuner/4640/betaler/") == 200
    assert "/konto/logg-inn/" in leser.side.url
