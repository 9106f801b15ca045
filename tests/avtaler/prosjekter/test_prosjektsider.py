"""The pages of projects: what they show, to whom, and what their forms do."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from avtaler.models import Prosjekt
from avtaler.tjenester.prosjekter.raadsvar import registrer_stegvedtak
from avtaler.tjenester.prosjekter.steg import begynn_steg, frafall_steg, fullfoer_steg
from tests.fabrikker import START, lag_avtale, lag_bruker, lag_kommune, lag_region
from tests.fabrikker_prosjekter import gjoer_moden, lag_prosjekt, til_kommunestyrene

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return lag_region("9-K", slug="9-k")


@pytest.fixture
def kommuner():
    return [lag_kommune(navn, nummer) for navn, nummer in (("Hof", "9701"), ("Re", "9702"), ("Tjøme", "9703"))]


@pytest.fixture
def avtale(region, kommuner):
    return lag_avtale("Samarbeidet", kommuner=kommuner, region=region, form="AVTALE")


@pytest.fixture
def koordinator(client, region):
    bruker = lag_bruker("koordinator", region=region, navn="Kari Koordinator")
    client.force_login(bruker)
    return bruker


def side(client, navn: str, *args: object, **spoerring: str) -> str:
    return client.get(reverse(f"avtaler:{navn}", args=args), spoerring).content.decode()


def test_register_has_a_list_for_each_class_and_status_with_counts_and_notes(client, avtale):
    lag_prosjekt(avtale, "Næringspolitikk", klasse="areal_naering", merknad="til behandling i kommunestyrene")
    for navn in ("Kart", "Legevakt"):
        lag_prosjekt(avtale, navn)
    Prosjekt.objects.create(region=avtale.region, navn="Strøm", klasse="drift", status="avsluttet")
    html = side(client, "prosjekter")
    lister = ("Pågående areal- og næringsprosjekter", "Pågående driftsprosjekter", "Avsluttede driftsprosjekter")
    plasser = [html.index(navn) for navn in lister]
    assert plasser == sorted(plasser)
    assert 'Pågående driftsprosjekter <span class="dempet">(2)</span>' in html
    assert "Til behandling i kommunestyrene" in html


@pytest.mark.parametrize(
    ("spoerring", "vises"),
    [
        ({"q": "HUDØY"}, {"Leirskole"}),
        ({"klasse": "areal_naering"}, {"Planer"}),
        ({"status": "avsluttet"}, set()),
        ({"steg": "1"}, {"Planer"}),
        ({"deltaker": "9703"}, {"Leirskole"}),
        ({"region": "9-k", "steg": "tull", "avtale": "99999999999999"}, {"Leirskole", "Planer"}),
        ({"region": "en annen"}, {"Leirskole", "Planer"}),
        ({"avtale": "99999999"}, set()),
    ],
)
def test_filters_leave_what_is_asked_for(client, avtale, kommuner, spoerring, vises):
    lag_prosjekt(avtale, "Leirskole", beskrivelse="På Hudøy ved Tjøme", deltakere=[kommuner[2]])
    begynn_steg(lag_prosjekt(avtale, "Planer", klasse="areal_naering").pk, 1, begynt=START)
    html = side(client, "prosjekter", **spoerring)
    assert {navn for navn in ("Leirskole", "Planer") if f">{navn}</a>" in html} == vises


def test_drivers_are_asked_for_only_by_those_logged_in(client, avtale, koordinator):
    lag_prosjekt(avtale, "Mitt", ansvarlig=koordinator, neste_dato=date(2999, 1, 1))
    lag_prosjekt(avtale, "Ingens")
    assert "Ingens" not in side(client, "prosjekter", driver="mine")
    assert ">Mitt</a>" not in side(client, "prosjekter", driver="mangler")
    assert "Drives av Kari Koordinator" in side(client, "prosjekter")
    client.logout()
    assert "Kari Koordinator" not in side(client, "prosjekter", driver="mine")


def test_project_on_an_earlier_day_went_on(client, avtale):
    ferdig = lag_prosjekt(avtale)
    Prosjekt.objects.filter(pk=ferdig.pk).update(status="avsluttet", til=date(2021, 1, 1))
    assert "Avsluttede driftsprosjekter" in side(client, "prosjekter")
    assert "Pågående driftsprosjekter" in side(client, "prosjekter", dato="2020-12-31")


def test_file_has_the_same_rows_and_no_formula(client, avtale):
    lag_prosjekt(avtale, "=1+1", merknad="@HYPERLINK")
    csv = client.get(reverse("avtaler:prosjektfil"), {"som": "csv"}).content.decode("utf-8-sig")
    assert '"\'=1+1"' in csv
    bok = openpyxl.load_workbook(BytesIO(client.get(reverse("avtaler:prosjektfil")).content))
    assert [celle.value for celle in bok.active["B"]] == ["Prosjekt", "=1+1"]
    assert bok.active["B2"].data_type == "s"


def test_page_shows_the_track_who_has_not_answered_and_effort_in_hours(client, avtale, kommuner):
    prosjekt = lag_prosjekt(avtale, deltakere=kommuner)
    til_kommunestyrene(prosjekt)
    prosjekt.deltakelser.filter(part=kommuner[0]).update(egeninnsats="Prosjektleder", egeninnsats_timer=120)
    html = side(client, "prosjekt", prosjekt.pk)
    assert 'class="steg steg-paagaar" aria-current="step"' in html
    assert "0 av 3 kommunestyrer har svart" in html
    assert "Mangler: Hof, Re, Tjøme" in html.replace("Mangler:</span>", "Mangler:")
    assert "Egeninnsats til sammen: 120 timer" in html
    assert "Egeninnsats er ikke regnet om til kroner." in html


def test_project_under_a_draft_is_its_coordinators_only(client, avtale, koordinator):
    prosjekt = lag_prosjekt(avtale, "Hemmelig")
    avtale.er_utkast = True
    avtale.save()
    assert client.get(prosjekt.get_absolute_url()).status_code == 200
    client.logout()
    assert client.get(prosjekt.get_absolute_url()).status_code == 404
    assert "Hemmelig" not in side(client, "prosjekter")


def test_new_project_is_entered_from_its_agreement(client, avtale, koordinator):
    adresse = reverse("avtaler:nytt_prosjekt") + f"?avtale={avtale.pk}"
    assert client.post(adresse, {"navn": "", "klasse": "drift"}).status_code == 422
    data = {"navn": "Felles kart", "klasse": "drift", "avtale": avtale.pk, "neste_dato": "1.6.2027", "ansvarlig": ""}
    assert client.post(adresse, data).status_code == 302
    prosjekt = Prosjekt.objects.get()
    assert (prosjekt.avtale, prosjekt.neste_dato) == (avtale, date(2027, 6, 1))


def test_two_who_change_the_project_see_each_other(client, avtale, koordinator):
    prosjekt = lag_prosjekt(avtale)
    data = {"versjon": "1", "klasse": "drift", "avtale": avtale.pk}
    adresse = reverse("avtaler:endre_prosjekt", args=[prosjekt.pk])
    assert client.post(adresse, data | {"navn": "Først"}).status_code == 302
    svar = client.post(adresse, data | {"navn": "Sist"})
    assert svar.status_code == 409
    assert "Først" in svar.content.decode()


def test_no_in_the_maturity_check_must_be_acknowledged_on_the_page(client, avtale, kommuner, koordinator):
    prosjekt = lag_prosjekt(avtale, deltakere=kommuner)
    gjoer_moden(prosjekt, vilje="nei")
    begynn_steg(prosjekt.pk, 1, begynt=START)
    fullfoer_steg(prosjekt.pk, 1, ferdig=START, godkjent_av="Styringsgruppa")
    adresse = reverse("avtaler:prosjektsteg", args=[prosjekt.pk, 2, "begynn"])
    data = {"begynt": "1.2.2020", "merknad": "", "versjon": "0"}
    svar = client.post(adresse, data)
    assert svar.status_code == 422
    assert 'aria-invalid="true"' in svar.content.decode()
    assert client.post(adresse, data | {"bekreftet": "on"}).status_code == 302
    assert prosjekt.steg.get(nummer=2).vedtak.count() == 3


@pytest.mark.parametrize("adresse", [("7", "begynn"), ("6", "begynn"), ("1", "hopp")])
def test_step_that_is_not_there_is_not_found(client, avtale, koordinator, adresse):
    prosjekt = lag_prosjekt(avtale)
    assert client.get(f"{prosjekt.get_absolute_url()}steg/{'/'.join(adresse)}/").status_code == 404


def test_answer_of_a_council_is_written_once_and_in_the_past(client, avtale, kommuner, koordinator):
    prosjekt = lag_prosjekt(avtale, deltakere=kommuner)
    vedtak = til_kommunestyrene(prosjekt)[0]
    adresse = reverse("avtaler:stegvedtak", args=[prosjekt.pk, vedtak.pk])
    imorgen = timezone.localdate() + timedelta(days=1)
    data = {"versjon": "1", "svar": "ikke_med", "dato": f"{imorgen:%d.%m.%Y}"}
    assert client.post(adresse, data).status_code == 422
    assert client.post(adresse, data | {"dato": "12.2.2020", "saksnummer": "PS 4/20"}).status_code == 302
    assert client.post(adresse, data | {"dato": "13.2.2020"}).status_code == 409
    assert "1 har gått ut" in side(client, "prosjekt", prosjekt.pk)


def test_many_join_at_once_and_an_unknown_name_keeps_what_was_typed(client, avtale, kommuner, koordinator):
    prosjekt = lag_prosjekt(avtale)
    adresse = reverse("avtaler:ny_prosjektdeltaker", args=[prosjekt.pk])
    data = {"rolle": "deltaker", "fra": "1.2.2020", "egeninnsats": "En planlegger"}
    svar = client.post(adresse, data | {"annen": "Atlantis"})
    assert svar.status_code == 422
    assert "Fant ingen som het «Atlantis»" in svar.content.decode()
    assert "En planlegger" in svar.content.decode()
    assert client.post(adresse, data).status_code == 422
    assert client.post(adresse, data | {"parter": [k.pk for k in kommuner[:2]]}).status_code == 302
    assert prosjekt.deltakelser.count() == 2


def test_maturity_answers_are_kept_and_shown(client, avtale, koordinator):
    prosjekt = lag_prosjekt(avtale)
    svar = client.post(
        reverse("avtaler:modenhet", args=[prosjekt.pk]),
        {"versjon": str(prosjekt.versjon), "vilje": "nei", "merknad_vilje": "To vil ikke"},
    )
    assert svar.status_code == 302
    html = side(client, "prosjekt", prosjekt.pk)
    assert "To vil ikke" in html
    assert "Uten vilje hjelper ikke resten" in html


def _til_slutten(prosjekt) -> None:
    for vedtak in til_kommunestyrene(prosjekt):
        registrer_stegvedtak(vedtak.pk, versjon=None, svar="blir_med", dato=START)
    fullfoer_steg(prosjekt.pk, 2, ferdig=START)
    for nummer in (3, 5):
        frafall_steg(prosjekt.pk, nummer, ferdig=START, merknad="Trengs ikke.")


def test_end_leads_to_the_draft_and_visitors_are_told_without_its_name(client, avtale, kommuner, koordinator):
    prosjekt = lag_prosjekt(avtale, deltakere=kommuner)
    _til_slutten(prosjekt)
    prosjekt.refresh_from_db()
    adresse = reverse("avtaler:avslutt_prosjekt", args=[prosjekt.pk])
    data = {"versjon": str(prosjekt.versjon), "dato": "1.3.2020", "vei": "ny", "navn": "Felles kart IKS", "form": ""}
    svar = client.post(adresse, data)
    assert svar.status_code == 422
    assert "Felles kart IKS" in svar.content.decode()
    svar = client.post(adresse, data | {"form": "IKS"})
    prosjekt.refresh_from_db()
    assert svar.url == prosjekt.etterfoelger.get_absolute_url()
    assert prosjekt.etterfoelger.deltakelser.count() == 3
    client.logout()
    html = side(client, "prosjekt", prosjekt.pk)
    assert "En ordning som er under forberedelse" in html
    assert "Felles kart IKS" not in html


def test_agreement_and_municipality_lead_to_their_projects(client, avtale, kommuner):
    prosjekt = lag_prosjekt(avtale, "Felles kart", deltakere=kommuner)
    for adresse in (avtale.get_absolute_url(), reverse("rapport:kommune", args=["9701"])):
        html = client.get(adresse).content.decode()
        assert f'href="{prosjekt.get_absolute_url()}"' in html
    assert ">Felles kart</a>" in side(client, "prosjekter", deltaker="9701")


def test_project_closed_by_mistake_is_opened_again_from_its_page(client, avtale, kommuner, koordinator):
    prosjekt = lag_prosjekt(avtale, deltakere=kommuner)
    _til_slutten(prosjekt)
    prosjekt.refresh_from_db()
    slutt = {"versjon": str(prosjekt.versjon), "dato": "1.3.2020", "vei": "ingenting", "grunn": "Feil prosjekt"}
    client.post(reverse("avtaler:avslutt_prosjekt", args=[prosjekt.pk]), slutt)
    adresse = reverse("avtaler:prosjektsteg", args=[prosjekt.pk, 6, "angre"])
    assert adresse in side(client, "prosjekt", prosjekt.pk)
    assert client.post(adresse, {"versjon": "1"}).status_code == 302
    prosjekt.refresh_from_db()
    assert prosjekt.status == "paagaaende"
