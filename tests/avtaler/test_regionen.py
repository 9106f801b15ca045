"""A region's front page: a line for each of its pages with a live count, and the way to one's own region."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.uttrekk.regionen import regionens_side
from avtaler.uttrekk.regionlinjer import LINJER
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def linjer(side) -> dict[str, str]:
    return {linje.navn: linje.tekst for _navn, linjer in side.grupper for linje in linjer}


@pytest.fixture
def region():
    vik, luster = lag_kommune("Vik"), lag_kommune("Luster")
    region = lag_region("Sogn", slug="sogn", kommuner=(vik, luster))
    lag_avtale("Brann", kommuner=(vik, luster), region=region)
    lag_avtale("Utkast", kommuner=(vik, luster), region=region, er_utkast=True)
    lag_avtale("En annens", kommuner=(vik,))
    return region


def test_lines_count_what_the_reader_may_see_on_the_date(region):
    side = regionens_side(region, INGEN, dato=DATO, innlogget=False)
    assert [medlem.navn for medlem in side.medlemmer] == ["Luster", "Vik"]
    assert linjer(side)["Avtaler"] == "1 avtale"
    assert linjer(side)["Kommunene"] == "2 medlemmer"
    assert "Rydding" not in linjer(side)


def test_coordinator_has_the_lines_of_the_work_too(region):
    koordinator = Innsyn(regioner=frozenset({region.pk}))
    assert "Rydding" in linjer(regionens_side(region, koordinator, dato=DATO, innlogget=True))


def test_questions_to_the_database_do_not_follow_the_number_of_lines(region, django_assert_num_queries):
    with django_assert_num_queries(4):
        regionens_side(region, INGEN, dato=DATO, innlogget=False)


def test_every_line_leads_to_a_page_the_reader_may_open(client, region):
    client.force_login(lag_bruker("koordinator", region=region))
    svar = {linje.url(region): client.get(linje.url(region)).status_code for linje in LINJER}
    assert set(svar.values()) == {200}, svar
    assert len(svar) == len(LINJER)


def test_politician_comes_straight_to_the_region_and_finds_the_list(client, region):
    client.force_login(lag_bruker("politiker", kommune=region.medlemskap.first().part))
    assert client.get(reverse("avtaler:regionene")).url == "/regionen/sogn/"
    assert "Sogn" in client.get(reverse("avtaler:regionene") + "?alle=1").content.decode()


def test_visitor_chooses_among_all_regions(client, region):
    lag_region("Hallingdal")
    tekst = client.get(reverse("avtaler:regionene")).content.decode()
    assert "Hallingdal" in tekst
    assert 'href="/regionen/sogn/"' in tekst
