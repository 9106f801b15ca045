"""The matrix page, its files, and the list of tasks."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.tjenester import meld_inn, opprett_deloppgave, registrer_sted
from avtaler.uttrekk.matrise import matriseside
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_kommune, lag_oppgave, lag_region, slaa_sammen

pytestmark = pytest.mark.django_db
START, DATO = date(2020, 1, 1), date(2024, 6, 1)


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639"), lag_kommune("Årdal", "4643")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


@pytest.fixture
def barnevern():
    return lag_oppgave("Barnevern i prøve", kode="prove-barnevern", funksjon="244")


def _side(region, **valg):
    return matriseside(region, INGEN, dato=DATO, maalform="nb", **valg)


def _ruter(side):
    return {rad.navn: [[o.navn for o in celle.ordninger] for celle in rad.celler] for rad in side.rader}


def test_cells_hold_who_solves_the_task_and_white_spots_are_empty(sogn, kommuner, barnevern):
    lag_avtale("Barnevern i Sogn", region=sogn, kommuner=kommuner[:2], oppgaver=[barnevern])
    side = _side(sogn)
    assert [kolonne.navn for kolonne in side.kolonner] == ["Luster", "Vik", "Årdal"]
    assert _ruter(side) == {"Barnevern i prøve": [["Barnevern i Sogn"], ["Barnevern i Sogn"], []]}
    assert (side.antall_dekket, side.antall_hvite, side.rader[0].antall) == (2, 1, 2)
    assert side.kolonner[2].hvite == ("Barnevern i prøve",)


def test_agreement_of_another_region_counts_where_a_member_is_in_it(sogn, kommuner, barnevern):
    lag_avtale("Utenfra", kommuner=[kommuner[0], lag_kommune("Bergen")], oppgaver=[barnevern])
    (rad,) = _side(sogn).ordninger
    assert (len(rad.dekning.med), rad.dekning.utenfor, rad.mangler) == (1, 1, ("Vik", "Årdal"))


def test_draft_ended_and_partners_only_are_not_there(sogn, kommuner, barnevern):
    lag_avtale("Utkast", region=sogn, kommuner=kommuner, oppgaver=[barnevern], er_utkast=True)
    lag_avtale("Ferdig", region=sogn, kommuner=kommuner, oppgaver=[barnevern], til=date(2022, 1, 1))
    bare_partner = lag_avtale("Partner", oppgaver=[barnevern])
    meld_inn(bare_partner, part=kommuner[0], rolle="informert", fra=START)
    assert _side(sogn).ordninger == ()


def test_task_of_a_subtask_is_white_for_those_outside_it(sogn, kommuner, barnevern):
    avtale = lag_avtale("Felles", region=sogn, kommuner=kommuner, oppgaver=[lag_oppgave("Annet", kode="annet-x")])
    opprett_deloppgave(avtale, navn="Vern", oppgave=barnevern, fra=START, parter=[kommuner[1]])
    assert _ruter(_side(sogn)) == {
        "Annet": [["Felles"], ["Felles"], ["Felles"]],
        "Barnevern i prøve": [[], ["Felles"], []],
    }


def test_part_of_a_municipality_is_told(sogn, kommuner, barnevern):
    avtale = lag_avtale("Felles", region=sogn, oppgaver=[barnevern])
    meld_inn(avtale, part=kommuner[0], fra=START, del_av="nord")
    meld_inn(avtale, part=kommuner[1], fra=START)
    assert [celle.delvis for celle in _side(sogn).rader[0].celler] == [True, False, False]


def test_municipality_of_before_a_reform_counts_as_the_one_it_became(sogn, kommuner, barnevern):
    gammel = lag_kommune("Leikanger", til=date(2022, 1, 1))
    slaa_sammen(gammel, til=kommuner[1], dato=date(2022, 1, 1))
    lag_avtale("Ikke ført gjennom", region=sogn, kommuner=[kommuner[0], gammel], oppgaver=[barnevern])
    side = _side(sogn)
    assert (side.ordninger[0].dekning.utenfor, side.ordninger[0].mangler) == (0, ("Årdal",))
    assert side.rader[0].antall == 2


def test_class_narrows_the_matrix_and_all_tasks_widen_it(sogn, kommuner, barnevern):
    lag_avtale("Råd", region=sogn, kommuner=kommuner, oppgaver=[barnevern], klasse="utvikling")
    assert _side(sogn, klasse="tjenesteyting").rader == ()
    alle = _side(sogn, alle_oppgaver=True)
    assert len(alle.rader) > 30
    assert len(alle.uten_samarbeid) == len(alle.rader) - 1


def test_region_wide_arrangements_are_counted_and_the_others_listed_nearest_first(sogn, kommuner):
    lag_avtale("Alle", region=sogn, kommuner=kommuner)
    lag_avtale("En", region=sogn, kommuner=kommuner[:1])
    lag_avtale("To", region=sogn, kommuner=kommuner[:2])
    side = _side(sogn)
    assert side.antall_regiondekkende == 1
    assert [rad.navn for rad in side.ikke_regiondekkende] == ["To", "En"]


@pytest.mark.parametrize("antall", [1, 4])
def test_matrix_takes_a_fixed_number_of_queries(client, django_assert_num_queries, sogn, kommuner, barnevern, antall):
    for nr in range(antall):
        avtale = lag_avtale(f"Nr. {nr}", region=sogn, kommuner=kommuner, oppgaver=[barnevern])
        opprett_deloppgave(avtale, navn="Del", fra=START, parter=kommuner[:1])
        registrer_sted(avtale, part=kommuner[0], type="anlegg", fra=START, aarsverk=1)
    with django_assert_num_queries(16):
        assert client.get(reverse("avtaler:matrise")).status_code == 200


def test_page_shows_white_spots_in_words_and_posts(client, sogn, kommuner, barnevern):
    avtale = lag_avtale("Barnevern i Sogn", region=sogn, kommuner=kommuner[:2], oppgaver=[barnevern])
    registrer_sted(avtale, part=kommuner[0], type="hovedkontor", fra=START, aarsverk="2.5")
    tekst = client.get(reverse("avtaler:matrise") + "?region=sogn").content.decode()
    assert tekst.count("hvit flekk<") == 1
    assert "67" in tekst
    assert ">2,5<" in tekst


@pytest.mark.parametrize("spoerring", ["?region=finnes-ikke", "?klasse=x&region=%00", "?dato=1.1.1900", ""])
def test_what_is_no_choice_is_no_wish(client, sogn, spoerring):
    assert client.get(reverse("avtaler:matrise") + spoerring).status_code == 200


def test_without_regions_the_page_is_empty_and_the_file_is_not_there(client):
    assert "Ingen region" in client.get(reverse("avtaler:matrise")).content.decode()
    assert client.get(reverse("avtaler:matrisefil")).status_code == 404


def test_files_hold_the_matrix_and_a_name_is_never_a_formula(client, sogn, kommuner, barnevern):
    lag_avtale("=1+1", region=sogn, kommuner=kommuner[:2], oppgaver=[barnevern])
    csv = client.get(reverse("avtaler:matrisefil") + "?som=csv")
    assert "'=1+1" in csv.content.decode("utf-8-sig")
    assert 'filename="matrise-sogn-' in csv["Content-Disposition"]
    xlsx = client.get(reverse("avtaler:matrisefil") + "?som=xlsx")
    assert xlsx.content[:2] == b"PK"
    assert xlsx["Content-Type"].endswith("spreadsheetml.sheet")


def test_list_of_tasks_counts_agreements_in_force_and_leads_to_them(client, sogn, kommuner, barnevern):
    lag_avtale(region=sogn, kommuner=kommuner, oppgaver=[barnevern])
    lag_avtale(region=sogn, kommuner=kommuner, oppgaver=[barnevern], til=date(2022, 1, 1))
    lag_avtale(region=sogn, oppgaver=[barnevern], er_utkast=True)
    tekst = client.get(reverse("avtaler:oppgaver")).content.decode()
    assert "?oppgave=prove-barnevern" in tekst
    rad = tekst[tekst.index("Barnevern i prøve") :]
    assert '<td class="tall" data-navn="Avtaler">1</td>' in rad[: rad.index("</tr>")]
