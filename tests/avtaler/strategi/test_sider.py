"""The pages of a strategy: what is done for each area, measures by year, front cases, and the plan to the councils."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Frontsak, Handlingsplan, Prosjekt, Strategi, Tiltak
from avtaler.tjenester.strategi import send_handlingsplan
from avtaler.uttrekk.strategi.avtalepanel import strategipanel
from avtaler.uttrekk.strategi.handlingsplan import planside, sakens_felt
from avtaler.uttrekk.strategi.innsats import innsatsark, innsatsside
from avtaler.uttrekk.strategi.tiltak import tiltaksside
from avtaler.uttrekk.strategi.tre import strategiside
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return lag_region("Sogn", slug="sogn", kommuner=[lag_kommune("Vik"), lag_kommune("Luster")])


@pytest.fixture
def strategi(region):
    kommuner = [rad.part for rad in region.medlemskap.all()]
    raadet = lag_avtale("Rådet IPR", form="IPR", region=region, kommuner=kommuner)
    return Strategi.objects.create(region=region, avtale=raadet, tittel="Vegen vidare", maalform="nn")


@pytest.fixture
def omraader(strategi):
    tekster = ("Reiseliv", "Skule", "Veg")
    return [
        strategi.punkter.create(slag="satsingsomraade", rekkefoelge=nr, tekst=tekst)
        for nr, tekst in enumerate(tekster, 1)
    ]


@pytest.fixture
def koordinator(client, region):
    client.force_login(lag_bruker("koordinator", region=region))
    return client


def tekst(svar) -> str:
    assert svar.status_code == 200, svar
    return svar.content.decode()


def test_what_is_done_stands_under_each_area_and_nothing_stands_first(strategi, omraader, region):
    reiseliv, skule, veg = omraader
    reiseliv.avtaler.add(lag_avtale("Stiene", region=region))
    skule.avtaler.add(lag_avtale("Slutt", region=region, til=date(2025, 1, 1)))
    skule.avtaler.add(lag_avtale("Hemmelig utkast", region=region, er_utkast=True))
    veg.prosjekter.add(Prosjekt.objects.create(region=region, navn="Rassikring", klasse="drift"))
    Tiltak.objects.create(strategi=strategi, punkt=veg, tittel="Brev", fra_aar=2026, til_aar=2027)
    side = innsatsside(strategi, INGEN, dato=DATO)
    assert [(rad.tekst, [ett.navn for ett in rad.arbeid]) for rad in side.uten] == [("Skule", ["Slutt"])]
    assert [(rad.tekst, [ett.navn for ett in rad.arbeid]) for rad in side.med] == [
        ("Reiseliv", ["Stiene"]), ("Veg", ["Rassikring", "Brev"])
    ]  # fmt: skip


@pytest.mark.parametrize("side", ["hva_gjoer_vi", "tiltak"])
def test_title_of_the_strategy_is_read_in_its_own_language(client, strategi, side):
    assert '<p class="overlinje" lang="nn">Vegen vidare</p>' in tekst(
        client.get(reverse(f"avtaler:{side}", args=[strategi.pk]))
    )


def test_csv_has_a_row_for_what_nothing_is_done_for(strategi, omraader):
    ark = innsatsark(innsatsside(strategi, INGEN, dato=DATO))
    assert [rad[0] for rad in ark.rader] == ["Reiseliv", "Skule", "Veg"]


def test_pages_ask_the_same_number_of_times_however_much_hangs_on_the_tree(
    strategi, omraader, region, django_assert_num_queries
):
    for punkt in omraader:
        punkt.avtaler.add(lag_avtale(region=region))
    with django_assert_num_queries(7):
        strategiside(strategi, INGEN, dato=DATO)
    with django_assert_num_queries(5):
        innsatsside(strategi, INGEN, dato=DATO)


def test_measures_of_a_year_come_in_the_order_of_the_strategy(strategi, omraader):
    for punkt, fra, til in (
        (omraader[2], 2025, 2027),
        (omraader[0], 2026, 2026),
        (None, 2026, 2026),
        (omraader[1], 2028, 2028),
    ):
        navn = punkt.tekst if punkt else "Uten"
        Tiltak.objects.create(strategi=strategi, punkt=punkt, tittel=navn, fra_aar=fra, til_aar=til)
    side = tiltaksside(strategi, INGEN, aar=2026, dato=DATO)
    assert [rad.tittel for rad in side.rader] == ["Reiseliv", "Veg", "Uten"]
    assert side.per_aar == ((2025, 1), (2026, 3), (2027, 1), (2028, 1))
    assert side.med_varsel == 3


def test_plan_becomes_a_case_with_its_measures_in_the_councils_language(strategi, omraader, region):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027, innledning="Vi tek det viktigaste først.")
    Tiltak.objects.create(strategi=strategi, punkt=omraader[2], tittel="Felles uttale", fra_aar=2027, til_aar=2027)
    felt = sakens_felt(plan, INGEN, dato=DATO)
    assert "Vi tek det viktigaste først." in felt["forslag"]
    assert "Veg\n– Felles uttale" in felt["forslag"]
    runde = send_handlingsplan(plan.pk, felt=felt, dato=DATO)
    assert (runde.slag, runde.maalform, runde.vedtak.count()) == ("handlingsplan", "nn", 2)
    plan.refresh_from_db()
    side = planside(plan, Innsyn(regioner=frozenset({region.pk})), dato=DATO)
    assert [rad.navn for rad in side.tavle.rader] == ["Luster", "Vik"]


def test_cancelled_measure_is_not_put_to_the_councils(strategi, omraader):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027)
    aar = {"strategi": strategi, "punkt": omraader[0], "fra_aar": 2027, "til_aar": 2027}
    Tiltak.objects.create(**aar, tittel="Rydde stiar")
    Tiltak.objects.create(**aar, tittel="Felles taubane", status="avlyst")
    forslag = sakens_felt(plan, INGEN, dato=DATO)["forslag"]
    assert "Rydde stiar" in forslag
    assert "taubane" not in forslag


def test_plan_too_long_for_a_case_is_shown_whole_and_refused_with_a_sentence(koordinator, strategi):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027, innledning="Vi vil mykje. " * 1425 + "Slutt.")
    url = reverse("avtaler:send_handlingsplan", args=[plan.pk])
    skjema = koordinator.get(url).context["form"]
    assert skjema.initial["forslag"].endswith("Slutt.")
    svar = koordinator.post(url, {navn: skjema.initial[navn] for navn in ("tittel", "forslag", "maalform")})
    assert svar.status_code == 422
    assert "20000" in svar.context["form"].errors["forslag"][0]


def test_coordinator_sends_the_plan_once(koordinator, strategi):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027)
    url = reverse("avtaler:send_handlingsplan", args=[plan.pk])
    assert "Handlingsplan 2027" in tekst(koordinator.get(url))
    svar = koordinator.post(url, {"tittel": "Plan", "forslag": "Vi sluttar oss til.", "maalform": "nn"})
    assert svar.status_code == 302
    assert koordinator.get(url).status_code == 404


def test_case_without_words_is_refused_and_nothing_is_stored(koordinator, strategi):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027)
    svar = koordinator.post(reverse("avtaler:send_handlingsplan", args=[plan.pk]), {"tittel": "Plan", "maalform": "nn"})
    plan.refresh_from_db()
    assert (svar.status_code, plan.runde) == (422, None)


def test_second_plan_for_the_same_year_is_told_of(koordinator, strategi):
    Handlingsplan.objects.create(strategi=strategi, aar=2027)
    svar = koordinator.post(reverse("avtaler:ny_handlingsplan", args=[strategi.pk]), {"aar": "2027", "innledning": ""})
    assert svar.status_code == 422
    assert "Strategien har alt en handlingsplan for dette året." in svar.content.decode()


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"fra_aar": "2027", "til_aar": "2026"}, "Siste år kan ikke være før det første."),
        ({"fra_aar": "99999999999999999999", "til_aar": "2026"}, "99999999999999999999"),
        ({"fra_aar": "3000", "til_aar": "3001"}, "Skriv et år fra 1900 til 2100."),
        ({"fra_aar": "i fjor", "til_aar": "2026"}, "kan ikke leses som et år"),
    ],
)
def test_years_that_cannot_be_are_told_of_and_nothing_typed_is_lost(koordinator, strategi, felt, setning):
    data = {"tittel": "Rydde stiar", "status": "planlagt"} | felt
    svar = koordinator.post(reverse("avtaler:nytt_tiltak", args=[strategi.pk]), data)
    assert svar.status_code == 422
    assert setning in svar.content.decode()
    assert "Rydde stiar" in svar.content.decode()
    assert not Tiltak.objects.exists()


def test_coordinator_builds_the_tree_by_plain_forms(koordinator, strategi):
    nytt = reverse("avtaler:nytt_punkt", args=[strategi.pk])
    for ord in ("Heime", "Borte"):
        assert koordinator.post(f"{nytt}?slag=bein", {"tekst": ord}).status_code == 302
    borte = strategi.punkter.get(tekst="Borte")
    assert koordinator.post(f"{nytt}?slag=vei&over={borte.pk}", {"tekst": "Gå"}).status_code == 302
    koordinator.post(reverse("avtaler:flytt_punkt", args=[strategi.pk, borte.pk]), {"retning": "opp"})
    side = strategiside(strategi, INGEN, dato=DATO)
    assert [punkt.tekst for punkt in side.grupper[0].punkter] == ["Borte", "Heime"]
    assert side.grupper[0].punkter[0].under[0].navn == "Slik gjør vi det"


@pytest.mark.parametrize(
    "sporsmaal", ["slag=tull", "slag=vei", "slag=maal&over=99999999999999999999", "slag=maal&over=x"]
)
def test_point_that_cannot_be_is_no_page(koordinator, strategi, sporsmaal):
    assert koordinator.get(reverse("avtaler:nytt_punkt", args=[strategi.pk]) + f"?{sporsmaal}").status_code == 404


def test_visitor_sees_no_driver_and_no_warnings(client, strategi, region):
    driver = lag_bruker("koordinator", region=region, navn="Dag Driver")
    Tiltak.objects.create(strategi=strategi, tittel="T", fra_aar=2020, til_aar=2020, ansvarlig=driver)
    side = reverse("avtaler:tiltak", args=[strategi.pk])
    assert "Dag Driver" not in tekst(client.get(side))
    client.force_login(lag_bruker("politiker", kommune=region.medlemskap.first().part))
    innlogget = tekst(client.get(side))
    assert "Dag Driver" in innlogget
    assert "Forsinket" in innlogget


def test_front_cases_come_by_priority_and_late_ones_are_flagged(koordinator, region):
    for nr, tittel in ((2, "Veg"), (1, "Bane")):
        Frontsak.objects.create(
            region=region,
            tittel=tittel,
            prioritet=nr,
            rettet_mot="Stortinget",
            dato=date(2026, 1, nr),
            ansvarlig="Leder",
        )
    side = tekst(koordinator.get(reverse("avtaler:frontsaker") + "?region=sogn&dato=20.11.2026"))
    assert side.index("Bane") < side.index("Veg")
    assert "Forsinket" in side
    assert "2 saker er forsinket" in side


def test_priority_begins_at_one(koordinator, region):
    data = {"tittel": "Veg", "prioritet": "0", "rettet_mot": "Stortinget", "status": "planlagt"}
    svar = koordinator.post(reverse("avtaler:ny_frontsak", args=["sogn"]), data)
    assert (svar.status_code, Frontsak.objects.count()) == (422, 0)


def test_agreement_shows_its_premises_in_order_and_what_it_serves(strategi, omraader):
    for nr, ord in enumerate(("Likeverd", "Konsensus"), 1):
        strategi.punkter.create(slag="premiss", rekkefoelge=nr, tekst=ord)
    omraader[0].avtaler.add(strategi.avtale)
    panel = strategipanel(strategi.avtale)
    assert panel.strategier == ((strategi, ("Likeverd", "Konsensus")),)
    assert panel.punkter == (omraader[0],)


def test_strategy_whose_plan_is_sent_stays(koordinator, strategi):
    plan = Handlingsplan.objects.create(strategi=strategi, aar=2027)
    send_handlingsplan(plan.pk, felt=sakens_felt(plan, INGEN, dato=DATO), dato=DATO)
    svar = koordinator.post(reverse("avtaler:slett_strategi", args=[strategi.pk]))
    assert svar.status_code == 422
    assert Strategi.objects.exists()
