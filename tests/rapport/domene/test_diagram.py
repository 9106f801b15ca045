"""The charts: right lengths, a message in words in both languages, and nothing that markup could hide in."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from rapport.domene.diagram import sammenlikning, vi_og_andre
from rapport.domene.innhold import Betaling, Deltakersum
from rapport.domene.svg import Svg, trygg
from tests.rapport.eksempeloversikt import kaafjord, sogndal

SVG = "{http://www.w3.org/2000/svg}"
HARD = "\N{NO-BREAK SPACE}"


def lag_betaling(*deltakere: tuple[str, int, int | None]) -> Betaling:
    """A payment where the first participant is us."""
    mal = sogndal().avtaler[0].betaling
    rader = tuple(
        Deltakersum(nummer=str(nr), navn=navn, beloep_oere=oere, folketall=folk, er_oss=nr == 0)
        for nr, (navn, oere, folk) in enumerate(deltakere)
    )
    return replace(mal, deltakere=rader, beloep_oere=deltakere[0][1], folketall=deltakere[0][2])


def tegn(betaling: Betaling, maalform: str = "nb", **valg):
    return sammenlikning(betaling, avtale="Prøve IKS", maalform=maalform, merke="d", **valg)


def tekster(svg: str) -> list[str]:
    return [t.text for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def stolper(svg: str, klasse: str) -> list[int]:
    return [int(r.get("width")) for r in ElementTree.fromstring(svg).iter(f"{SVG}rect") if r.get("class") == klasse]


def test_sammenlikning_puts_the_dearest_first_and_ours_in_bold():
    diagram = tegn(lag_betaling(("Vi", 10_000, 1), ("Dyr", 30_000, 1), ("Billig", 5_000, 1)))
    assert tekster(diagram.svg) == [
        *("Dyr", f"300{HARD}kr"),
        *("Vi", f"100{HARD}kr"),
        *("Billig", f"50{HARD}kr"),
    ]
    halvfete = re.findall(r'font-weight="600">([^<]+)<', diagram.svg)
    assert halvfete == ["Vi", f"100{HARD}kr"]


def test_sammenlikning_draws_lengths_in_proportion():
    diagram = tegn(lag_betaling(("Vi", 10_000, 1), ("Dyr", 30_000, 1)))
    (vaar,), (andres,) = stolper(diagram.svg, "diagram-oss"), stolper(diagram.svg, "diagram-andre")
    assert abs(vaar * 3 - andres) <= 3


def test_sammenlikning_marks_ours_with_a_pattern_as_well_as_colour():
    diagram = tegn(lag_betaling(("Vi", 10_000, 1), ("Dyr", 30_000, 1)))
    assert diagram.svg.count('fill="url(#d-s)"') == 1
    assert '<pattern id="d-s"' in diagram.svg


@pytest.mark.parametrize(
    ("maalform", "vaart", "budskap"),
    [
        ("nb", 30_000, "Vi betaler 300 kr per innbygger til Prøve IKS i 2026, mer enn snittet av de andre (200 kr)."),
        (
            "nb",
            10_000,
            "Vi betaler 100 kr per innbygger til Prøve IKS i 2026, mindre enn snittet av de andre (200 kr).",
        ),
        ("nb", 20_000, "Vi betaler 200 kr per innbygger til Prøve IKS i 2026, like mye som snittet av de andre."),
        (
            "nn",
            30_000,
            "Vi betaler 300 kr per innbyggjar til Prøve IKS i 2026, meir enn snittet av dei andre (200 kr).",
        ),
        ("nn", 20_000, "Vi betaler 200 kr per innbyggjar til Prøve IKS i 2026, like mykje som snittet av dei andre."),
    ],
)
def test_sammenlikning_says_its_message(maalform, vaart, budskap):
    diagram = tegn(lag_betaling(("Vi", vaart, 1), ("Andre", 20_000, 1)), maalform)
    assert diagram.tittel.replace(HARD, " ") == budskap
    assert ElementTree.fromstring(diagram.svg).find(f"{SVG}title").text == diagram.tittel


def test_sammenlikning_alone_makes_no_comparison():
    diagram = tegn(lag_betaling(("Vi", 10_000, 1)))
    assert diagram.tittel == f"Vi betaler 100{HARD}kr per innbygger til Prøve IKS i 2026."


def test_sammenlikning_shows_a_participant_without_inhabitants_as_unknown():
    diagram = tegn(lag_betaling(("Vi", 10_000, 1), ("Fylkeskommunen", 99_000, None)))
    assert tekster(diagram.svg)[-2:] == ["Fylkeskommunen", "ikke oppgitt"]
    assert stolper(diagram.svg, "diagram-andre") == [0]


def test_sammenlikning_with_nothing_to_pay_has_no_bars():
    diagram = tegn(lag_betaling(("Vi", 0, 1), ("Andre", 0, 1)))
    assert stolper(diagram.svg, "diagram-oss") == [0]


def test_sammenlikning_breaks_a_long_name_instead_of_running_into_the_bars():
    langt = "Storfjord Omasvuotna Omasvuono og mange flere navn"
    diagram = tegn(lag_betaling(("Vi", 10_000, 1), (langt, 10_000, 1)))
    assert langt not in tekster(diagram.svg)
    assert " ".join(tekster(diagram.svg)).count("Omasvuotna") == 1


@pytest.mark.parametrize("bredde", [320, 620])
def test_everything_is_inside_the_drawing(bredde):
    for betaling in (a.betaling for a in (*sogndal().betalinger, *kaafjord().betalinger)):
        rot = ElementTree.fromstring(tegn(betaling, bredde=bredde).svg)
        hoeyde = int(rot.get("height"))
        assert all(int(t.get("y")) <= hoeyde for t in rot.iter(f"{SVG}text"))
        assert all(int(r.get("x", 0)) + int(r.get("width")) <= bredde for r in rot.iter(f"{SVG}rect"))


@pytest.mark.parametrize(
    "ondt", ["<script>alert(1)</script>", '"><image href="http://x/"/>', "&amp;", "\x00\x0b\ufffe"]
)
def test_names_cannot_become_markup(ondt):
    diagram = tegn(lag_betaling((ondt, 10_000, 1), ("Andre", 1, 1)))
    rot = ElementTree.fromstring(diagram.svg)
    assert {e.tag.removeprefix(SVG) for e in rot.iter()} == {
        *("svg", "title", "desc", "defs", "pattern", "path", "rect", "text")
    }


def test_charts_have_no_style_attributes_and_name_their_font():
    for oversikt in (sogndal(), kaafjord()):
        diagram = vi_og_andre(oversikt.betalinger, kommune="X", maalform=oversikt.maalform, merke="d")
        assert "style=" not in diagram.svg
        assert 'font-family="Inter' in diagram.svg
        assert 'role="img"' in diagram.svg
        assert 'aria-labelledby="d-t d-d"' in diagram.svg


def test_vi_og_andre_counts_all_and_draws_the_first():
    oversikt = kaafjord()
    alle = vi_og_andre(oversikt.betalinger, kommune="Kåfjord", maalform="nb", merke="d")
    noen = vi_og_andre(oversikt.betalinger, kommune="Kåfjord", maalform="nb", merke="d", flest=3)
    assert alle.tittel == noen.tittel
    assert alle.tittel.startswith("I 6 av 7 samarbeid betaler Kåfjord mer per innbygger")
    assert len(stolper(noen.svg, "diagram-oss")) == 3 + 1
    assert "de 3 dyreste" in noen.beskrivelse


@pytest.mark.parametrize(
    ("vaare", "maalform", "tittel"),
    [
        ((1, 1), "nb", "I ingen av de 2 samarbeidene betaler Vi mer per innbygger enn snittet av de andre deltakerne."),
        ((1, 1), "nn", "I ingen av dei 2 samarbeida betaler Vi meir per innbyggjar"
                       " enn snittet av dei andre deltakarane."),
        ((9, 9), "nb", "I alle de 2 samarbeidene betaler Vi mer per innbygger enn snittet av de andre deltakerne."),
        ((9, 1), "nb", "I 1 av 2 samarbeid betaler Vi mer per innbygger enn snittet av de andre deltakerne."),
        ((1,), "nb", "Vi betaler ikke mer per innbygger enn snittet av de andre deltakerne."),
        ((9,), "nn", "Vi betaler meir per innbyggjar enn snittet av dei andre deltakarane."),
    ],
)  # fmt: skip
def test_vi_og_andre_says_in_how_many_in_words(vaare, maalform, tittel):
    mal = sogndal().avtaler[0]
    avtaler = [replace(mal, betaling=lag_betaling(("Vi", oere * 100, 1), ("Andre", 500, 1))) for oere in vaare]
    assert vi_og_andre(avtaler, kommune="Vi", maalform=maalform, merke="d").tittel == tittel


def test_amounts_in_a_chart_all_have_oere_when_one_has():
    diagram = tegn(lag_betaling(("Vi", 31_000, 1), ("Andre", 93_476, 1)))
    assert f"310,00{HARD}kr" in tekster(diagram.svg)


def test_vi_og_andre_says_both_amounts_in_words():
    oversikt = sogndal()
    diagram = vi_og_andre(oversikt.betalinger, kommune="Sogndal", maalform="nn", merke="d")
    ark = oversikt.betalinger[0]
    assert f"{ark.navn}: 1{HARD}214,27{HARD}kr, dei andre 1{HARD}380,63{HARD}kr" in diagram.beskrivelse


def test_vi_og_andre_without_anyone_to_compare_with_is_no_chart():
    oversikt = sogndal()
    assert vi_og_andre((), kommune="Sogndal", maalform="nn", merke="d") is None
    ark = replace(oversikt.avtaler[0], betaling=lag_betaling(("Vi", 100, 10)))
    assert vi_og_andre((ark,), kommune="Sogndal", maalform="nn", merke="d") is None


def test_svg_is_shown_as_it_is_by_a_template():
    assert Svg("<svg/>").__html__() == "<svg/>"
    assert trygg('<a b="c">') == "&lt;a b=&quot;c&quot;&gt;"
