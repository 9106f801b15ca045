"""What the politician, the secretary and the citizen see, and what each of them must not."""

import json

import pytest
from django.urls import reverse

from kostnad.tjenester import vedta_fordeling
from rapport import tjenester
from rapport.models import Bestilling, Jobbstatus, Rapportjobb
from rapport.tjenester import kjoer_jobb
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_oppgave, lag_runde, lag_verv
from tests.kostnad.fabrikker_kostnad import FOLKETALL, lag_budsjett, lag_noekkel
from tests.rapport.sogn import DATO, FOER, Sogn, lag_regionraad, lag_sogn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filmappe")]

PAA = f"?dato={DATO.isoformat()}"


@pytest.fixture
def sogn() -> Sogn:
    sogn = lag_sogn()
    avtale = lag_avtale(
        "Sogn brann", kommuner=[sogn.sogndal, sogn.vik], region=sogn.region, oppgaver=[lag_oppgave("Brannvern")]
    )
    lag_noekkel(avtale, steg=FOLKETALL)
    vedta_fordeling(lag_budsjett(avtale, beloep=15_084), av=None)
    lag_verv(avtale, sogn.sogndal, "Åse Ordførar")
    lag_runde(avtale, tittel="Ny brannavtale", vindu_til=DATO)
    return sogn


@pytest.fixture
def politiker(sogn):
    return lag_bruker("politiker", kommune=sogn.sogndal)


@pytest.fixture
def sekretaer(sogn):
    return lag_bruker("sekretaer", kommune=sogn.sogndal)


@pytest.fixture
def koordinator(sogn):
    return lag_bruker("koordinator", region=sogn.region)


def lag_rapport(part, **felt) -> Rapportjobb:
    """A finished report."""
    jobb = tjenester.bestill(parter=[part], dato=DATO, av=None, **felt).jobber.get()
    kjoer_jobb(jobb.pk)
    jobb.refresh_from_db()
    return jobb


def tekst(svar) -> str:
    return svar.content.decode().replace("\u00a0", " ")


# The list


def test_kommuner_can_be_searched_by_name_and_number(sogn, client):
    lag_kommune("Årdal", "4643")
    for sok in ("årdal", "AARDAL", "4643"):
        svar = client.get(reverse("rapport:kommuner"), {"sok": sok})
        assert [rad.navn for rad in svar.context["treff"]] == ["Årdal"]


def test_kommuner_marks_those_with_agreements(sogn, client):
    lag_kommune("Årdal", "4643")
    svar = client.get(reverse("rapport:kommuner") + PAA)
    assert [rad.navn for rad in svar.context["med_avtaler"]] == ["Sogndal", "Vik"]


def test_kommuner_sends_only_the_list_to_htmx(sogn, client):
    svar = client.get(reverse("rapport:kommuner"), headers={"hx-request": "true"})
    assert tekst(svar).lstrip().startswith('<div id="treff">')


def test_kommuner_without_a_hit_says_so(sogn, client):
    assert "Ingen kommuner passer med søket" in tekst(client.get(reverse("rapport:kommuner"), {"sok": "xyz\x00"}))


# The politician's page


def test_kommune_for_a_citizen_shows_everything_but_money(sogn, client):
    side = tekst(client.get(reverse("rapport:kommune", args=["4640"]) + PAA))
    for ord_ in ("Sogn brann", "Brannvern", "Ny brannavtale", "0 av 2 råd har behandlet saken", "Åse Ordførar"):
        assert ord_ in side
    assert "logge inn" in side
    assert "12 552 kr" not in side


def test_kommune_for_its_politician_shows_what_is_paid_beside_the_others(sogn, politiker, som):
    side = tekst(som(politiker).get(reverse("rapport:kommune", args=["4640"]) + PAA))
    assert "12 552 kr" in side
    assert "<svg" in side
    assert "Per innbygger hos de andre" in side


def test_kommune_counts_only_cases_that_wait_for_its_own_council(sogn, politiker, som):
    runde = sogn.vik.raadsvedtak.get().runde
    runde.vedtak.filter(part=sogn.sogndal).update(status="likelydende", dato=DATO)
    klient, url = som(politiker), reverse("rapport:kommune", args=["4640"])
    foer, etter = (tekst(klient.get(url, {"dato": dato})) for dato in ("31.5.2026", "1.6.2026"))
    assert "Vi har svart, andre gjenstår" not in foer
    assert "Ingen saker om samarbeid ligger til behandling." in etter
    assert "1 av 2 råd har behandlet saken" in etter.partition("Vi har svart, andre gjenstår")[2]


def test_kommune_names_the_year_of_what_is_paid(sogn, politiker, som):
    side = tekst(som(politiker).get(reverse("rapport:kommune", args=["4640"]) + PAA))
    assert "i 2026 til 1 samarbeid" in side
    assert "Det er altså vektet etter folketall" in side
    assert "Uten vedtatt fordeling" not in side


@pytest.mark.parametrize("navn", ["kommune", "betaler"])
def test_kommune_where_a_split_is_missing_does_not_call_the_sum_all(sogn, politiker, som, navn):
    lag_noekkel(lag_avtale("Legevakta", kommuner=[sogn.sogndal]))
    side = tekst(som(politiker).get(reverse(f"rapport:{navn}", args=["4640"]) + PAA))
    assert "Vedtatt så langt for 2026" in side
    assert "Legevakta" in side.partition("Uten vedtatt fordeling for 2026:")[2]
    assert "for hver innbygger" not in side.lower()


def test_kommune_counts_missing_requirements_alike_everywhere(sogn, client):
    svar = client.get(reverse("rapport:kommune", args=["4640"]) + PAA)
    (ark,) = svar.context["oversikt"].avtaler
    assert ark.antall_mangler
    assert ark.antall_vurderes
    assert tekst(svar).count(f"{ark.antall_mangler} mangler, {ark.antall_vurderes} må vurderes") == 3


def test_kommune_is_in_the_readers_language(sogn, client):
    client.cookies["spraak"] = "nn"
    assert client.get(reverse("rapport:kommune", args=["4640"])).context["oversikt"].maalform == "nn"


def test_kommune_before_the_merger_says_what_it_was_and_leads_on(sogn, client):
    lag_regionraad(sogn)
    side = tekst(client.get(reverse("rapport:kommune", args=["4640"]), {"dato": "1.1.2019"}))
    assert "1. januar 2019 var dagens Sogndal kommune tre kommuner:" in side
    assert "Kommune 1420" in side
    assert f'href="{reverse("rapport:kommune", args=["1418"])}?dato=2019-01-01"' in side
    assert "Sogn regionråd" in side
    assert f'href="{reverse("rapport:kommune", args=["4640"])}?dato=2020-01-01"' in side


@pytest.mark.parametrize("dato", ["tull", "31.2.2026", "\x00", "1.1.1800", "31.12.2199", "9" * 500])
def test_kommune_with_any_date_is_a_page(sogn, client, dato):
    assert client.get(reverse("rapport:kommune", args=["4640"]), {"dato": dato}).status_code == 200


@pytest.mark.parametrize("sti", ["/kommuner/9999/", "/kommuner/abcd/", "/kommuner/46400/", "/kommuner/9999/data.json"])
def test_kommune_that_does_not_exist_is_404(sogn, client, sti):
    assert client.get(sti).status_code == 404


def test_kommune_of_a_county_municipality_is_a_page(sogn, client):
    fylket = lag_kommune("Vestland fylkeskommune", "46", type="fylkeskommune")
    lag_avtale("Rassikring", kommuner=[sogn.vik, fylket])
    assert "Rassikring" in tekst(client.get(reverse("rapport:kommune", args=["46"])))


def test_kommune_page_is_small(sogn, politiker, som):
    for nr in range(12):
        lag_avtale(f"Samarbeid {nr}", kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    svar = som(politiker).get(reverse("rapport:kommune", args=["4640"]) + PAA)
    assert len(svar.context["oversikt"].avtaler) == 13
    assert len(svar.content) < 60_000


def test_kommune_has_no_inline_style_or_script(sogn, politiker, som):
    side = tekst(som(politiker).get(reverse("rapport:kommune", args=["4640"]) + PAA))
    assert " style=" not in side
    assert "<style" not in side
    assert "<script>" not in side


def test_kommunedata_has_the_scope_of_its_reader(sogn, politiker, som, client):
    url = reverse("rapport:kommunedata", args=["4640"]) + PAA
    aapent = json.loads(client.get(url).content)
    assert (aapent["ser_oekonomi"], aapent["avtaler"][0]["betaling"]) == (False, None)
    eget = json.loads(som(politiker).get(url).content)
    assert eget["avtaler"][0]["betaling"]["beloep_oere"] == 1_255_200


# What we pay


def test_betaler_shows_the_derivation_and_every_participant(sogn, politiker, som):
    side = tekst(som(politiker).get(reverse("rapport:betaler", args=["4640"]) + PAA))
    assert "Slik ble beløpet" in side
    assert "12 552 kr" in side
    assert "2 532 kr" in side
    assert "<svg" in side


def test_betaler_without_a_split_says_so(sogn, politiker, som):
    side = tekst(som(politiker).get(reverse("rapport:betaler", args=["4640"]) + f"?dato={FOER.isoformat()}"))
    assert "Ingen fordeling er vedtatt for denne dagen" in side


def test_betaler_of_another_municipality_is_404(sogn, politiker, som, client):
    assert som(politiker).get(reverse("rapport:betaler", args=["4639"])).status_code == 404


# Regions and orders


def test_region_for_a_citizen_has_members_and_no_order(sogn, client):
    side = tekst(client.get(reverse("rapport:region", args=["sogn"]) + PAA))
    assert "Vik" in side
    assert "Bestill" not in side


def test_region_leads_to_its_own_agreements_on_the_chosen_day(sogn, client):
    side = tekst(client.get(reverse("rapport:region", args=["sogn"]) + PAA))
    url = f"{reverse('avtaler:register')}{PAA}&region=sogn"
    assert f'href="{url.replace("&", "&amp;")}"' in side
    assert client.get(url).context["side"].antall == 1


def test_region_order_of_its_coordinator_is_one_job_per_member(sogn, koordinator, som):
    svar = som(koordinator).post(reverse("rapport:region", args=["sogn"]), {"dato": "1.6.2026", "maalform": ""})
    bestilling = Bestilling.objects.get()
    assert svar.url == reverse("rapport:bestilling", args=[bestilling.pk])
    assert (bestilling.region, bestilling.bestilt_av, bestilling.jobber.count()) == (sogn.region, koordinator, 2)


def test_region_shows_its_latest_orders_to_those_who_order(sogn, koordinator, som, client):
    leser = som(koordinator)
    bestilling = leser.post("/regioner/sogn/", {"dato": "1.11.2026", "maalform": ""}).url
    assert f'href="{bestilling}"' in leser.get("/regioner/sogn/").content.decode()
    client.logout()
    assert bestilling not in client.get("/regioner/sogn/").content.decode()


def test_region_order_of_a_date_without_members_is_refused_in_words(sogn, koordinator, som):
    svar = som(koordinator).post(reverse("rapport:region", args=["sogn"]), {"dato": "1.1.2001", "maalform": ""})
    assert svar.status_code == 422
    assert "Regionen har ingen kommuner denne dagen." in tekst(svar)


@pytest.mark.parametrize("rolle", ["politiker", "sekretaer"])
def test_region_order_of_others_is_404(sogn, som, rolle):
    bruker = lag_bruker(rolle, kommune=sogn.sogndal)
    svar = som(bruker).post(reverse("rapport:region", args=["sogn"]), {"dato": "1.6.2026", "maalform": ""})
    assert svar.status_code == 404
    assert not Bestilling.objects.exists()


def test_secretary_orders_a_report_in_the_suggested_language(sogn, sekretaer, som):
    url = reverse("rapport:eierskapsmeldinger", args=["4640"])
    assert som(sekretaer).get(url).context["form"]["maalform"].value() == "nn"
    som(sekretaer).post(url, {"dato": "1.6.2026", "maalform": "nn"})
    jobb = Rapportjobb.objects.get()
    assert (jobb.part, jobb.dato, jobb.maalform) == (sogn.sogndal, DATO, "nn")


def test_secretary_orders_a_report_of_before_the_merger(sogn, sekretaer, som):
    som(sekretaer).post(reverse("rapport:eierskapsmeldinger", args=["4640"]), {"dato": "1.1.2019", "maalform": "nn"})
    assert Rapportjobb.objects.get().part == sogn.gamle[2]


@pytest.mark.parametrize("data", [{}, {"dato": "i går", "maalform": "nn"}, {"dato": "1.6.2026", "maalform": "se"}])
def test_order_with_bad_input_is_the_form_again_with_its_errors(sogn, sekretaer, som, data):
    svar = som(sekretaer).post(reverse("rapport:eierskapsmeldinger", args=["4640"]), data)
    assert svar.status_code == 422
    assert svar.context["form"].errors
    assert not Bestilling.objects.exists()


@pytest.mark.parametrize("dato", ["31.12.2000", "1.1.1850", "1.1.2199"])
def test_order_of_a_day_nobody_can_tell_of_is_refused_at_the_field(sogn, sekretaer, som, dato):
    svar = som(sekretaer).post(reverse("rapport:eierskapsmeldinger", args=["4640"]), {"dato": dato, "maalform": "nn"})
    assert svar.status_code == 422
    assert "Rapporten kan vise dager fra 01.01.2001 til" in svar.context["form"].errors["dato"][0]
    assert not Bestilling.objects.exists()


def test_politician_without_a_report_is_told_who_orders_it(sogn, politiker, sekretaer, som):
    url = reverse("rapport:eierskapsmeldinger", args=["4640"])
    hint = "Sekretæren i kommunen eller koordinatoren i regionen bestiller den."
    assert hint in tekst(som(politiker).get(url))
    assert hint not in tekst(som(sekretaer).get(url))


def test_politician_reads_reports_but_orders_none(sogn, politiker, som):
    url = reverse("rapport:eierskapsmeldinger", args=["4640"])
    assert som(politiker).get(url).context["form"] is None
    assert som(politiker).post(url, {"dato": "1.6.2026", "maalform": "nn"}).status_code == 404


# Progress


def test_bestilling_asks_again_until_all_is_over(sogn, koordinator, som):
    bestilling = tjenester.bestill(parter=[sogn.sogndal, sogn.vik], dato=DATO, av=koordinator, region=sogn.region)
    url = reverse("rapport:bestilling", args=[bestilling.pk])
    underveis = tekst(som(koordinator).get(url, headers={"hx-request": "true"}))
    assert underveis.lstrip().startswith('<div id="framdrift" data-hx-get')
    assert "0 av 2 er ferdige" in underveis
    for jobb in bestilling.jobber.all():
        kjoer_jobb(jobb.pk)
    ferdig = tekst(som(koordinator).get(url))
    assert "2 av 2 er ferdige" in ferdig
    assert "Last ned PDF" in ferdig
    assert "data-hx-get" not in ferdig


def test_bestilling_says_that_the_queue_is_away(sogn, koordinator, som):
    bestilling = tjenester.bestill(parter=[sogn.vik], dato=DATO, av=koordinator)
    assert "Køen svarer ikke akkurat nå" in tekst(som(koordinator).get(bestilling.get_absolute_url()))


def test_bestilling_offers_another_try_for_the_failed(sogn, koordinator, som):
    bestilling = tjenester.bestill(parter=[sogn.vik], dato=DATO, av=koordinator)
    bestilling.jobber.update(status=Jobbstatus.FEILET, forsoek=3, feilmelding="Disken er full")
    assert "Disken er full" in tekst(som(koordinator).get(bestilling.get_absolute_url()))
    som(koordinator).post(reverse("rapport:proev_igjen", args=[bestilling.pk]))
    assert bestilling.jobber.get().status == Jobbstatus.KOE


def test_bestilling_is_tried_again_only_by_those_who_may_order(sogn, politiker, som):
    bestilling = tjenester.bestill(parter=[sogn.sogndal], dato=DATO, av=None)
    bestilling.jobber.update(status=Jobbstatus.FEILET, forsoek=3, feilmelding="Disken er full")
    klient, igjen = som(politiker), reverse("rapport:proev_igjen", args=[bestilling.pk])
    assert igjen not in tekst(klient.get(bestilling.get_absolute_url()))
    assert klient.post(igjen).status_code == 404
    assert bestilling.jobber.get().status == Jobbstatus.FEILET


def test_bestilling_with_a_report_outside_the_readers_scope_is_404(sogn, politiker, som):
    bestilling = tjenester.bestill(parter=[sogn.sogndal, sogn.vik], dato=DATO, av=None)
    klient = som(politiker)
    assert klient.get(bestilling.get_absolute_url()).status_code == 404
    assert klient.post(reverse("rapport:proev_igjen", args=[bestilling.pk])).status_code == 404


# The reports


def test_report_is_ready_for_a_case_system(sogn, sekretaer, som):
    jobb = lag_rapport(sogn.sogndal)
    side = tekst(som(sekretaer).get(jobb.get_absolute_url()))
    for ord_ in (
        "Eigarskapsmelding 2026 – Sogndal kommune",
        "eigarskapsmelding-2026-4640-sogndal.pdf",
        jobb.pdf_sha256,
    ):
        assert ord_ in side


@pytest.mark.parametrize(("format", "type_"), [("pdf", "application/pdf"), ("html", "text/html; charset=utf-8")])
def test_download_has_a_name_a_type_and_is_not_guessed_at(sogn, sekretaer, som, format, type_):
    jobb = lag_rapport(sogn.sogndal)
    svar = som(sekretaer).get(reverse(f"rapport:{format}", args=["4640", jobb.pk]))
    assert svar["Content-Disposition"] == f'attachment; filename="eigarskapsmelding-2026-4640-sogndal.{format}"'
    assert (svar["Content-Type"], svar["X-Content-Type-Options"]) == (type_, "nosniff")
    assert len(b"".join(svar.streaming_content)) > 1000


def test_report_list_says_what_is_a_draft_and_what_is_replaced(sogn, sekretaer, som):
    lag_rapport(sogn.sogndal)
    lag_avtale(kommuner=[sogn.sogndal], er_eksempel=True)
    lag_rapport(sogn.sogndal)
    rader = som(sekretaer).get(reverse("rapport:eierskapsmeldinger", args=["4640"])).context["rader"]
    assert [rad.tilstand for rad in rader] == ["eksempel", "erstattet"]


def test_report_with_adopted_principles_is_ready(sogn, sekretaer, som):
    sogn.sogndal.eierprinsipper.create(fra_aar=2023, til_aar=2027, tekst="Vi skal", vedtatt=FOER)
    lag_rapport(sogn.sogndal)
    (rad,) = som(sekretaer).get(reverse("rapport:eierskapsmeldinger", args=["4640"])).context["rader"]
    assert rad.tilstand == "klar"


@pytest.mark.parametrize("navn", ["eierskapsmelding", "pdf", "html"])
def test_report_of_another_municipality_is_404_in_every_format(sogn, politiker, som, navn):
    jobb = lag_rapport(sogn.vik)
    klient = som(politiker)
    assert klient.get(reverse(f"rapport:{navn}", args=["4639", jobb.pk])).status_code == 404
    assert klient.get(reverse(f"rapport:{navn}", args=["4640", jobb.pk])).status_code == 404


def test_report_that_is_not_finished_has_no_file(sogn, sekretaer, som):
    jobb = tjenester.bestill(parter=[sogn.sogndal], dato=DATO, av=None).jobber.get()
    klient = som(sekretaer)
    assert klient.get(jobb.get_absolute_url()).status_code == 200
    assert klient.get(reverse("rapport:pdf", args=["4640", jobb.pk])).status_code == 404


def test_report_list_of_another_municipality_is_404(sogn, politiker, som):
    assert som(politiker).get(reverse("rapport:eierskapsmeldinger", args=["4639"])).status_code == 404


@pytest.mark.parametrize(
    "sti", ["betaler/", "eierskapsmeldinger/", "eierskapsmeldinger/1/", "eierskapsmeldinger/1/pdf/"]
)
def test_money_and_reports_ask_a_visitor_to_log_in(sogn, client, sti):
    svar = client.get(f"/kommuner/4640/{sti}")
    assert (svar.status_code, svar.url.split("?")[0]) == (302, reverse("account_login"))


# The price of the pages


def test_kommune_page_costs_a_fixed_number_of_queries(sogn, politiker, som, django_assert_num_queries):
    klient, url = som(politiker), reverse("rapport:kommune", args=["4640"]) + PAA
    klient.get(url)
    with django_assert_num_queries(KOMMUNESIDEN):
        klient.get(url)
    for nr in range(2):
        lag_avtale(f"Samarbeid {nr}", kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    with django_assert_num_queries(KOMMUNESIDEN):
        klient.get(url)


def test_report_list_costs_a_fixed_number_of_queries(sogn, sekretaer, som, django_assert_num_queries):
    klient, url = som(sekretaer), reverse("rapport:eierskapsmeldinger", args=["4640"])
    for maalform in ("nn", "nb"):
        tjenester.bestill(parter=[sogn.sogndal], dato=DATO, av=None, maalform=maalform)
        with django_assert_num_queries(RAPPORTLISTEN):
            klient.get(url)


#: Session, user, access (2), reforms, the overview's 23, and the menu's own.
KOMMUNESIDEN = 31
RAPPORTLISTEN = 8
