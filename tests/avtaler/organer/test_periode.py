"""A term turns: every seat is listed, the old posts end, and each municipality fills in its own."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Organ, Setetall, Verv
from avtaler.tjenester import Avvist
from avtaler.tjenester.organer.periode import fyll_sete, start_periode
from avtaler.uttrekk.organer.seteliste import kommunens_seter, periodeside
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db
NY = date(2027, 10, 15)
GAMMEL = date(2023, 10, 15)
IDAG = date(2026, 11, 20)


@pytest.fixture
def vik():
    return lag_kommune("Vik", "4639")


@pytest.fixture
def region(vik):
    return lag_region(kommuner=[vik])


@pytest.fixture
def organ(vik, region):
    avtale = lag_avtale("Sognarådet IPR", form="IPR", region=region, kommuner=[vik])
    return Organ.objects.create(avtale=avtale, type="representantskap")


def _verv(organ, part, navn, rolle="medlem", **felt):
    return Verv.objects.create(organ=organ, part=part, navn=navn, rolle=rolle, **{"fra": GAMMEL, **felt})


def _plasser(organ, fra=NY):
    side = periodeside(Organ.objects.filter(pk=organ.pk).select_related("avtale"), INGEN, fra=fra)
    return [(p.er_vara, p.antall, p.sitter, p.valgt) for p in side.plasser]


def test_every_seat_is_listed_with_who_sits_there_now(organ, vik):
    Setetall.objects.create(organ=organ, part=vik, medlemmer=2, varamedlemmer=2, fra=GAMMEL)
    _verv(organ, vik, "Ordføreren i Vik")
    _verv(organ, vik, "Varaordføreren i Vik", "vara", til=NY)
    assert _plasser(organ) == [
        (False, 2, ("Ordføreren i Vik",), ()), (True, 2, ("Varaordføreren i Vik",), ())
    ]  # fmt: skip


def test_turn_ends_the_elected_and_leaves_the_employees(organ, vik):
    ordfoerer = _verv(organ, vik, "Ordføreren i Vik")
    ansatt = _verv(organ, vik, "Fagforbundet", "tillitsvalgt")
    assert start_periode([organ], fra=NY, idag=IDAG) == 1
    ordfoerer.refresh_from_db()
    ansatt.refresh_from_db()
    assert (ordfoerer.til, ordfoerer.versjon, ansatt.til) == (NY, 2, None)


def test_seats_that_only_the_posts_told_of_are_stated_so_that_the_empty_list_is_as_long(organ, vik):
    _verv(organ, vik, "Ordføreren i Vik")
    _verv(organ, vik, "Varaordføreren i Vik", "vara")
    start_periode([organ], fra=NY, idag=IDAG)
    assert [(rad.medlemmer, rad.varamedlemmer, rad.fra) for rad in organ.setetall.all()] == [(1, 1, NY)]
    assert [(antall, valgt) for _vara, antall, _sitter, valgt in _plasser(organ)] == [(1, ()), (1, ())]


def test_turning_twice_changes_nothing_the_second_time(organ, vik):
    _verv(organ, vik, "Ordføreren i Vik")
    start_periode([organ], fra=NY, idag=IDAG)
    assert start_periode([organ], fra=NY, idag=IDAG) == 0
    assert organ.setetall.count() == 1


@pytest.mark.parametrize(("organer", "fra", "felt"), [(0, NY, "organer"), (1, date(2020, 1, 1), "fra")])
def test_turn_that_cannot_be_is_told_at_its_field(organ, organer, fra, felt):
    with pytest.raises(Avvist) as avvist:
        start_periode([organ][:organer], fra=fra, idag=IDAG)
    assert avvist.value.felt == felt


def test_seat_is_filled_once(organ, vik):
    Setetall.objects.create(organ=organ, part=vik, medlemmer=1, varamedlemmer=1, fra=GAMMEL)
    felt = {"navn": "Den nye ordføreren i Vik", "rolle": "medlem", "fra": NY}
    fyll_sete(organ, vik, felt)
    with pytest.raises(Avvist, match="fylt"):
        fyll_sete(organ, vik, felt)
    assert fyll_sete(organ, vik, felt | {"rolle": "vara"}).rolle == "vara"


def test_seats_are_counted_on_the_day_of_the_post_and_after_it(organ, vik):
    Setetall.objects.create(organ=organ, part=vik, medlemmer=1, fra=GAMMEL, til=NY)
    Setetall.objects.create(organ=organ, part=vik, medlemmer=2, fra=NY)
    _verv(organ, vik, "Ordføreren i Vik")
    felt = {"navn": "Varaordføreren i Vik", "rolle": "medlem", "fra": IDAG}
    with pytest.raises(Avvist, match="fylt"):
        fyll_sete(organ, vik, felt)
    fyll_sete(organ, vik, felt | {"fra": NY})
    Verv.objects.filter(navn="Ordføreren i Vik").update(fra=NY)
    with pytest.raises(Avvist, match=r"fylt fra 15\.10\.2027"):
        fyll_sete(organ, vik, felt)
    with pytest.raises(Avvist, match="ingen slike seter"):
        fyll_sete(organ, vik, felt | {"rolle": "vara"})


def test_turn_asks_as_many_queries_for_many_organs_as_for_one(organ, vik, django_assert_max_num_queries):
    def flere():
        ett = Organ.objects.create(avtale=organ.avtale, type="nemnd")
        _verv(ett, vik, "Ordføreren i Vik")
        return ett

    organer = [flere() for _nr in range(5)]
    with django_assert_max_num_queries(10):
        start_periode(organer, fra=NY, idag=IDAG)
    assert Setetall.objects.count() == 5


def test_administrative_organs_are_not_elected(organ, vik):
    gruppe = Organ.objects.create(avtale=organ.avtale, type="raadmannsgruppe")
    _verv(gruppe, vik, "Rådmannen i Vik")
    assert _plasser(gruppe) == []


def test_municipality_sees_the_seats_it_must_fill_when_its_posts_end(organ, vik):
    _verv(organ, vik, "Ordføreren i Vik", til=NY)
    side = kommunens_seter(vik, INGEN, fra=None, dato=IDAG)
    assert (side.fra, side.mangler) == (NY, 1)
    assert kommunens_seter(vik, INGEN, fra=IDAG, dato=IDAG).mangler == 0


def test_coordinator_turns_the_term_of_the_region_and_comes_to_the_empty_list(som, organ, vik, region):
    _verv(organ, vik, "Ordføreren i Vik")
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:ny_periode_region", args=[region.slug])
    assert "15. oktober 2027" in klient.get(f"{adresse}?fra=15.10.2027").content.decode()
    svar = klient.post(adresse, {"fra": "15.10.2027", "organer": [organ.pk]})
    assert svar.url == f"{adresse}?fra=2027-10-15"
    assert "0 av 1 sete" in " ".join(klient.get(svar.url).content.decode().split())


def test_bad_day_keeps_what_was_typed(som, organ, region):
    klient = som(lag_bruker("koordinator", region=region))
    svar = klient.post(reverse("avtaler:ny_periode", args=[organ.avtale_id]), {"fra": "31.2.2027", "organer": "x"})
    assert svar.status_code == 422
    assert "31.2.2027" in svar.content.decode()


def test_secretary_of_the_municipality_fills_its_seat_and_others_cannot(som, organ, vik):
    Setetall.objects.create(organ=organ, part=vik, medlemmer=1, varamedlemmer=0, fra=GAMMEL)
    adresse = reverse("avtaler:fyll_sete", args=["4639", organ.pk]) + "?fra=2027-10-15"
    felt = {"navn": "Ordføreren i Vik", "rolle": "medlem", "fra": "15.10.2027"}
    assert som(lag_bruker("politiker", kommune=vik)).post(adresse, felt).status_code == 404
    assert som(lag_bruker("sekretaer", kommune=lag_kommune("Årdal", "4643"))).post(adresse, felt).status_code == 404
    sekretaer = som(lag_bruker("sekretaer", kommune=vik))
    assert sekretaer.post(adresse, felt).url == reverse("avtaler:seter", args=["4639"]) + "?fra=2027-10-15"
    assert list(sekretaer.post(adresse, felt | {"rolle": "leder"}).context["form"].errors) == ["rolle"]
    svar = sekretaer.post(adresse, felt | {"navn": "En til"})
    assert svar.status_code == 422
    assert "En til" in svar.content.decode()
