"""A municipality's people: posts, burden and habilitet; how it is governed; and a region in figures."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Organ, Verv
from avtaler.uttrekk.organer.personer import vervside
from avtaler.uttrekk.organer.regiontall import regiontallside
from kommuner.models import Folkevalgt, Kommuneendring, Kommunestyring, Regiontall
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_bruker, lag_folketall, lag_kommune, lag_region

pytestmark = pytest.mark.django_db
START = date(2023, 10, 15)
DATO = date(2026, 11, 20)


@pytest.fixture
def vik():
    return lag_kommune("Vik", "4639")


def _verv(vik, navn, *, form="IKS", type="styre", rolle="medlem", **felt):
    avtale = lag_avtale(f"Samarbeid {form}", form=form, kommuner=[vik])
    organ = Organ.objects.create(avtale=avtale, type=type, **felt)
    return Verv.objects.create(organ=organ, part=vik, navn=navn, rolle=rolle, fra=START)


def _personer(vik):
    return vervside(vik, INGEN, dato=DATO, maalform="nb").personer


def test_posts_are_counted_for_each_person_with_meetings_a_year(vik):
    _verv(vik, "Kari Nordmann", moeter_aarlig=6)
    _verv(vik, "kari  nordmann", form="KO", type="representantskap", moeter_aarlig=2)
    _verv(vik, "Kari Nordmann", form="IPR", type="representantskap", rolle="vara", moeter_aarlig=4)
    _verv(vik, "Ola Nordmann", form="AS", type="generalforsamling")
    kari, ola = _personer(vik)
    assert (len(kari.verv), len(kari.faste), kari.moeter, kari.eiermoeter) == (3, 2, 8, 1)
    assert (ola.moeter, ola.uten_tall, ola.eiermoeter) == (0, 1, 1)


def test_representatives_of_employees_are_not_persons_here(vik):
    _verv(vik, "Fagforbundet", rolle="tillitsvalgt")
    assert _personer(vik) == ()


@pytest.mark.parametrize(
    ("embete", "type", "paragrafer"),
    [
        ("kommunestyre", "styre", ["fvl. § 6(1)e", "IKS-loven § 15"]),
        ("ordfoerer", "representantskap", ["fvl. § 6(2)", "IKS-loven § 15"]),
        ("kommunedirektoer", "styre", []),
        ("", "styre", []),
    ],
)
def test_one_who_seems_to_sit_in_the_council_too_is_asked_to_judge(vik, embete, type, paragrafer):
    _verv(vik, "Kari Nordmann", type=type)
    if embete:
        Folkevalgt.objects.create(part=vik, navn="Kari Nordmann", verv=embete, fra=START)
    (kari,) = _personer(vik)
    assert [regel.hjemmel for tips in kari.habilitet for regel in tips.regler] == paragrafer


def test_page_names_people_only_to_those_who_are_logged_in(client, som, vik):
    _verv(vik, "Kari Nordmann")
    adresse = reverse("avtaler:verv", args=["4639"])
    assert client.get(adresse).status_code == 302
    assert "Kari Nordmann" in som(lag_bruker()).get(adresse).content.decode()


def test_old_number_leads_to_the_municipality_of_today(som, vik):
    gammel = lag_kommune("Gamle Vik", "1417", til=date(2020, 1, 1))
    Kommuneendring.objects.create(dato=date(2020, 1, 1), type="nytt_nummer", fra_part=gammel, til_part=vik)
    svar = som(lag_bruker()).get(reverse("avtaler:verv", args=["1417"]))
    assert svar.context["part"] == vik
    assert som(lag_bruker()).get(reverse("avtaler:verv", args=["9999"])).status_code == 404


def test_secretary_says_how_the_municipality_is_governed_and_who_holds_office(som, vik):
    klient = som(lag_bruker("sekretaer", kommune=vik))
    styring = {"styreform": "formannskap", "medlemmer": "19", "eierorgan": "formannskapet", "fra": "15.10.2023"}
    assert (
        klient.post(reverse("avtaler:ny_styring", args=["4639"]), styring | {"eierorgan_varsles": "on"}).status_code
        == 302
    )
    felt = {"navn": "Ordføreren i Vik", "verv": "ordfoerer", "fra": "15.10.2023"}
    assert klient.post(reverse("avtaler:ny_folkevalgt", args=["4639"]), felt).status_code == 302
    tekst = " ".join(klient.get(reverse("avtaler:verv", args=["4639"])).content.decode().split())
    assert "19 medlemmer" in tekst
    assert "Formannskapet. Skal ha innkallingene" in tekst
    assert "Ordføreren i Vik" in tekst


def test_second_way_to_be_governed_at_the_same_time_is_refused(som, vik):
    Kommunestyring.objects.create(part=vik, styreform="formannskap", fra=START)
    klient = som(lag_bruker("sekretaer", kommune=vik))
    svar = klient.post(reverse("avtaler:ny_styring", args=["4639"]), {"styreform": "parlamentarisk", "fra": "1.1.2024"})
    assert svar.status_code == 422
    assert "overlapper" in svar.content.decode()


def test_party_is_kept_of_the_elected_only(som, vik):
    klient = som(lag_bruker("sekretaer", kommune=vik))
    felt = {"navn": "Kommunedirektøren", "verv": "kommunedirektoer", "parti": "X", "fra": "1.1.2024"}
    svar = klient.post(reverse("avtaler:ny_folkevalgt", args=["4639"]), felt)
    assert list(svar.context["form"].errors) == ["parti"]


@pytest.mark.parametrize("rolle", ["politiker", "rapportoer", "innsyn"])
def test_others_of_the_municipality_read_and_do_not_write(som, vik, rolle):
    klient = som(lag_bruker(rolle, kommune=vik))
    rad = Folkevalgt.objects.create(part=vik, navn="Ordføreren", verv="ordfoerer", fra=START)
    assert klient.get(reverse("avtaler:seter", args=["4639"])).status_code == 200
    assert klient.get(reverse("avtaler:endre_folkevalgt", args=["4639", rad.pk])).status_code == 404


def test_region_sums_people_and_councillors_of_its_members(vik):
    luster = lag_kommune("Luster")
    region = lag_region(kommuner=[vik, luster])
    lag_folketall(vik, 2025, 2600)
    lag_folketall(vik, 2026, 2612)
    lag_folketall(luster, 2026, 5200)
    Kommunestyring.objects.create(part=vik, styreform="formannskap", medlemmer=19, fra=START)
    side = regiontallside(region, dato=DATO)
    assert (side.folketall, side.folketall_dato) == (7812, date(2026, 1, 1))
    assert (side.representanter, side.kjente, side.medlemmer) == (19, 1, 2)


def test_key_figure_is_kept_as_its_source_has_it(som, vik):
    region = lag_region(kommuner=[vik])
    klient = som(lag_bruker("koordinator", region=region))
    felt = {"navn": "kommunalt tilsatte", "verdi": "7 000–8 000", "aar": "2003", "kilde": "9-K, side 8"}
    assert klient.post(reverse("avtaler:nytt_regiontall", args=[region.slug]), felt).status_code == 302
    assert "7 000–8 000" in klient.get(reverse("avtaler:regiontall", args=[region.slug])).content.decode()
    svar = klient.post(reverse("avtaler:nytt_regiontall", args=[region.slug]), felt | {"aar": "203"})
    assert svar.context["form"].errors == {"aar": ["Skriv et år fra 1800 til 2199."]}
    rad = Regiontall.objects.get()
    svar = klient.post(
        reverse("avtaler:endre_regiontall", args=[region.slug, rad.pk]), felt | {"aar": "1850", "versjon": "1"}
    )
    assert svar.status_code == 302
    rad = Regiontall.objects.get()
    klient.post(reverse("avtaler:slett_regiontall", args=[region.slug, rad.pk]))
    assert not Regiontall.objects.exists()
