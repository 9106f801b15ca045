"""The politician: what are we in, what do we pay against the others, what must we decide. On a phone, in a meeting."""

import re
import subprocess

import pytest

DATO = "2026-11-20"


@pytest.mark.parametrize(("skjerm", "js"), [("telefon", True), ("telefon", False), ("desktop", True)])
def test_sogndals_politician_sees_what_we_pay_and_must_decide(ny_leser, skjerm, js):
    leser = ny_leser(skjerm, js=js).logg_inn("politiker@sogndal.example")
    side = leser.side
    assert side.get_attribute("html", "lang") == "nn"
    leser.sjekk("start-politiker-nn")
    leser.gaa_til(f"/kommuner/4640/?dato={DATO}")
    tekst = leser.tekst()
    assert re.search(r"\d{1,3}( \d{3})+ kr", tekst), "the amounts"
    assert "Felles barnevernsvakt i Sogn" in tekst, "what is before the council"
    assert "Ordføraren i Sogndal" in tekst, "who represents us"
    diagram = side.locator("figure svg").first
    assert diagram.is_visible()
    assert diagram.get_attribute("role") == "img"
    leser.sjekk("kommune-politiker-nn")
    leser.gaa_til(f"/kommuner/4640/betaler/?dato={DATO}")
    assert "Barnevernstenesta i Sogn" in leser.tekst()
    leser.sjekk("betaler-nn")
    leser.gaa_til("/kommuner/4640/eierskapsmeldinger/")
    leser.sjekk("eierskapsmeldinger-politiker-nn")


def test_lusters_politician_finds_nothing_of_viks_money_and_reports(ny_leser):
    leser = ny_leser("telefon").logg_inn("politiker@luster.example")
    assert leser.gaa_til(f"/kommuner/4644/betaler/?dato={DATO}") == 200
    for sti in ("betaler/", "eierskapsmeldinger/", "eierskapsmeldinger/1/", "eierskapsmeldinger/1/pdf/"):
        assert leser.gaa_til(f"/kommuner/4639/{sti}") == 404, sti
    assert leser.gaa_til(f"/kommuner/4639/?dato={DATO}") == 200
    assert not re.search(r"\d kr\b", leser.tekst())
    leser.sjekk("kommune-nabo-nn")


def test_municipality_page_prints_on_three_sheets_at_most(ny_leser, tmp_path):
    """X3: nothing is cut off at the edge of the paper, and the menu stays on the screen."""
    leser = ny_leser().logg_inn("politiker@sogndal.example")
    leser.gaa_til(f"/kommuner/4640/?dato={DATO}")
    leser.side.emulate_media(media="print")
    leser.side.set_viewport_size({"width": 718, "height": 1000})  # A4 less margins of 10 mm at 96 dpi
    assert leser.flyter_over() == []
    assert not leser.side.get_by_role("navigation").first.is_visible()
    pdf = tmp_path / "kommune.pdf"
    leser.side.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    ark, tekst = _les_pdf(pdf)
    assert ark <= 3
    assert "Barnevernstenesta i Sogn" in tekst
    assert "Ordføraren i Sogndal" in tekst


def _les_pdf(sti):
    tekst = subprocess.run(["pdftotext", "-layout", str(sti), "-"], capture_output=True, check=True).stdout.decode()
    return tekst.count("\f"), tekst
