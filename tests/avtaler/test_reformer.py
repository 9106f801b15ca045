"""Real reforms carried through agreements: Sogndal and Færder merged, Ålesund split, Tønsberg took in Re."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from django.db import connection, transaction
from django.urls import reverse

from avtaler.models import Deloppgave, Deloppgavedeltakelse, Deltakelse, Raadsvedtak, Sted
from avtaler.tjenester import Avvist, Konflikt, meld_inn
from avtaler.tjenester.reform import Gjennomfoering, gjennomfoer_reform
from avtaler.uttrekk import deltakerside
from avtaler.uttrekk.reformplan import Reformvalg, reformbilde
from avtaler.uttrekk.reformside import finn_reform, reformliste, reformside
from kommuner.models import Identitet, Part
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.tjenester import last_referansedata
from tests.fabrikker import lag_avtale, lag_bruker, lag_region, lag_runde, lag_verv

pytestmark = pytest.mark.django_db

DAG_2018, DAG_2020, DAG_2024 = date(2018, 1, 1), date(2020, 1, 1), date(2024, 1, 1)
ALT = Innsyn(er_administrator=True)


@pytest.fixture(scope="module", autouse=True)
def _kommunene(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Every municipality with its history, once for all the tests here; what a test writes is its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        last_referansedata()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


def kommune(nummer: str, dag: date) -> Part:
    return Identitet.objects.select_related("part").get(gyldig(dag), nummer=nummer).part


def avtale_mellom(*numre: str, dag: date, andeler=(), **felt):
    parter = [kommune(nummer, dag) for nummer in numre]
    return lag_avtale(kommuner=parter, fra=date(2010, 1, 1), andeler=andeler, **felt)


def foer_gjennom(dato, nummer, *avtaler, valgt=None):
    reform, _hode = finn_reform(dato, nummer)
    valgt = valgt or Reformvalg()
    return gjennomfoer_reform(
        reform,
        [
            Gjennomfoering(avtale_id=avtale.pk, avtrykk=reformbilde(avtale, reform, valgt).avtrykk, valgt=valgt)
            for avtale in avtaler
        ],
    )


def deltakere(avtale, dato):
    return {rad.navn: rad.eierandel for rad in deltakerside(avtale, dato=dato).deltakere}


def test_sogndal_leikanger_and_balestrand_become_one_with_their_shares_together():
    femdel = Fraction(1, 5)
    avtale = avtale_mellom("1418", "1419", "1420", "1424", "1426", dag=date(2019, 1, 1), andeler=[femdel] * 5)
    foer_gjennom(DAG_2020, "4640", avtale)
    foer = deltakere(avtale, date(2019, 12, 31))
    assert set(foer) == {"Balestrand", "Leikanger", "Sogndal", "Årdal", "Luster"}
    assert deltakere(avtale, DAG_2020) == {"Sogndal": Fraction(3, 5), "Årdal": femdel, "Luster": femdel}


def test_an_agreement_between_exactly_the_merging_ones_ends():
    avtale = avtale_mellom("1418", "1419", "1420", dag=date(2019, 1, 1))
    foer_gjennom(DAG_2020, "4640", avtale)
    avtale.refresh_from_db()
    assert avtale.til == DAG_2020
    assert not avtale.deltakelser.filter(part__nummer="4640").exclude(til=DAG_2020).exists()


def test_faerder_2018_and_toensberg_2020():
    avtale = avtale_mellom("0722", "0723", "0704", "0716", "0701", dag=date(2017, 1, 1))
    foer_gjennom(DAG_2018, "0729", avtale)
    foer_gjennom(DAG_2020, "3803", avtale)
    assert set(deltakere(avtale, date(2017, 12, 31))) == {"Nøtterøy", "Tjøme", "Tønsberg", "Re", "Horten"}
    assert set(deltakere(avtale, DAG_2018)) == {"Færder", "Tønsberg", "Re", "Horten"}
    assert set(deltakere(avtale, DAG_2020)) == {"Færder", "Tønsberg", "Horten"}


def test_aalesund_2024_waits_for_a_choice_and_then_both_carry_on():
    avtale = avtale_mellom("1507", "1511", dag=date(2023, 1, 1), andeler=[Fraction(1, 2)] * 2)
    with pytest.raises(Avvist, match="Velg hvem"):
        foer_gjennom(DAG_2024, "1507", avtale)
    reform, hode = finn_reform(DAG_2024, "1507")
    assert hode.er_deling
    [gammel] = reform.fra
    foer_gjennom(DAG_2024, "1507", avtale, valgt=Reformvalg(valg={gammel: tuple(reform.til)}))
    assert deltakere(avtale, DAG_2024) == {"Haram": None, "Vanylven": Fraction(1, 2), "Ålesund": None}
    assert "Haram" not in deltakere(avtale, date(2023, 12, 31))


def test_aalesund_2024_where_only_haram_carries_on():
    avtale = avtale_mellom("1507", "1511", dag=date(2023, 1, 1), andeler=[Fraction(1, 2)] * 2)
    reform, _hode = finn_reform(DAG_2024, "1507")
    [gammel] = reform.fra
    foer_gjennom(DAG_2024, "1507", avtale, valgt=Reformvalg(valg={gammel: (kommune("1580", DAG_2024).pk,)}))
    assert deltakere(avtale, DAG_2024) == {"Haram": Fraction(1, 2), "Vanylven": Fraction(1, 2)}


def test_sub_tasks_places_posts_and_open_rounds_follow():
    avtale = avtale_mellom("1419", "1424", "1426", dag=date(2019, 1, 1))
    leikanger, sogndal = kommune("1419", date(2019, 1, 1)), kommune("4640", DAG_2020)
    oppgave = Deloppgave.objects.create(avtale=avtale, navn="Vakt", fra=date(2015, 1, 1))
    Deloppgavedeltakelse.objects.create(deloppgave=oppgave, part=leikanger, fra=date(2015, 1, 1))
    Sted.objects.create(avtale=avtale, part=leikanger, navn="Hermansverk", fra=date(2015, 1, 1))
    verv = lag_verv(avtale, leikanger, fra=date(2019, 10, 1))
    runde = lag_runde(avtale, dato=date(2019, 6, 1))
    foer_gjennom(DAG_2020, "4640", avtale)
    i_oppgaven = list(oppgave.deltakelser.values_list("part__navn", "fra", "til"))
    assert i_oppgaven == [("Leikanger", date(2015, 1, 1), DAG_2020), ("Sogndal", DAG_2020, None)]
    assert list(avtale.steder.order_by("fra").values_list("part__navn", "til")) == [
        ("Leikanger", DAG_2020), ("Sogndal", None),
    ]  # fmt: skip
    verv.refresh_from_db()
    assert verv.til == DAG_2020
    assert set(runde.vedtak.values_list("part", flat=True)) == {
        sogndal.pk, *avtale.deltakelser.filter(til__isnull=True).values_list("part", flat=True),
    }  # fmt: skip
    assert not Raadsvedtak.objects.filter(part=leikanger).exists()


def test_two_who_become_one_and_were_both_to_begin_in_a_sub_task_is_told_in_a_sentence():
    avtale = avtale_mellom("1418", "1419", "1424", "1426", dag=date(2019, 1, 1))
    oppgave = Deloppgave.objects.create(avtale=avtale, navn="Vakt", fra=date(2021, 1, 1))
    for nummer in ("1418", "1419"):
        part = kommune(nummer, date(2019, 1, 1))
        Deloppgavedeltakelse.objects.create(deloppgave=oppgave, part=part, fra=date(2021, 1, 1))
    with pytest.raises(Avvist, match="allerede med i deloppgaven"):
        foer_gjennom(DAG_2020, "4640", avtale)
    assert not avtale.deltakelser.filter(til__isnull=False).exists()


def test_what_the_old_council_decided_stands():
    avtale = avtale_mellom("1419", "1424", "1426", dag=date(2019, 1, 1))
    runde = lag_runde(avtale, dato=date(2019, 6, 1))
    leikanger = kommune("1419", date(2019, 1, 1))
    runde.vedtak.filter(part=leikanger).update(status="likelydende", dato=date(2019, 9, 1), ordlyd="Vedtatt.")
    foer_gjennom(DAG_2020, "4640", avtale)
    assert runde.vedtak.filter(part=leikanger, status="likelydende").exists()
    assert not runde.vedtak.filter(part__nummer="4640").exists()


def test_all_agreements_or_none():
    god = avtale_mellom("1419", "1424", dag=date(2019, 1, 1))
    daarlig = avtale_mellom("1418", "1419", dag=date(2019, 1, 1))
    meld_inn(daarlig, part=kommune("4641", DAG_2020), fra=date(2021, 1, 1))
    with pytest.raises(Avvist, match="senere dato"):
        foer_gjennom(DAG_2020, "4640", god, daarlig)
    assert god.deltakelser.get(part=kommune("1419", date(2019, 1, 1))).til is None


def test_a_plan_that_has_changed_since_it_was_looked_at_is_not_carried_out():
    avtale = avtale_mellom("1419", "1424", dag=date(2019, 1, 1))
    reform, _hode = finn_reform(DAG_2020, "4640")
    avtrykk = reformbilde(avtale, reform, Reformvalg()).avtrykk
    meld_inn(avtale, part=kommune("1426", date(2019, 1, 1)), fra=date(2015, 1, 1))
    with pytest.raises(Konflikt):
        gjennomfoer_reform(reform, [Gjennomfoering(avtale_id=avtale.pk, avtrykk=avtrykk, valgt=Reformvalg())])


def test_only_the_old_area_can_be_in():
    avtale = avtale_mellom("1419", "1424", dag=date(2019, 1, 1))
    reform, hode = finn_reform(DAG_2020, "4640")
    [kort] = reformside(reform, hode, ALT, {}, None).kort
    [omraade] = kort.omraader
    assert omraade.tekst == "tidligere Leikanger"
    assert any("Balestrand og Sogndal var ikke med" in merknad for merknad in kort.merknader)
    foer_gjennom(DAG_2020, "4640", avtale, valgt=Reformvalg(del_av={omraade.part: omraade.tekst}))
    assert Deltakelse.objects.get(avtale=avtale, part__nummer="4640").del_av == "tidligere Leikanger"


def test_the_list_shows_only_what_is_left_and_only_ones_own_regions():
    egen, fremmed = lag_region("Sogn"), lag_region("Sunnmøre")
    avtale = avtale_mellom("1419", "1424", dag=date(2019, 1, 1), region=egen)
    avtale_mellom("1507", "1511", dag=date(2023, 1, 1), region=fremmed)
    [rad] = reformliste(Innsyn(regioner=frozenset({egen.pk})))
    assert (rad.hode.dato, rad.hode.nummer, rad.hode.til) == (DAG_2020, "4640", "Sogndal")
    assert rad.hode.fra == "Balestrand, Leikanger og Sogndal"
    assert rad.avtaler == ((avtale.pk, avtale.navn),)
    assert [en.hode.nummer for en in reformliste(ALT)] == ["1507", "4640"]
    foer_gjennom(DAG_2020, "4640", avtale)
    assert not reformliste(Innsyn(regioner=frozenset({egen.pk})))


def test_the_pages_from_list_to_done(som):
    region = lag_region("Sunnmøre")
    avtale = avtale_mellom("1507", "1511", dag=date(2023, 1, 1), region=region)
    fremmed = avtale_mellom("1507", "1514", dag=date(2023, 1, 1))
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:reform", args=["2024-01-01", "1507"])
    assert adresse in klient.get(reverse("avtaler:reformer")).text
    side = klient.get(adresse)
    assert "Hvem fører deltakelsen videre?" in side.text
    assert fremmed.navn not in side.text
    assert klient.get(reverse("avtaler:reform", args=["2024-01-01", "4640"])).status_code == 404
    assert klient.get(reverse("avtaler:reform", args=["i-gaar", "1507"])).status_code == 404

    gammel = kommune("1507", date(2023, 1, 1))
    haram = kommune("1580", DAG_2024)
    valg = {f"valg-{avtale.pk}-{gammel.pk}": str(haram.pk), "avtale": str(avtale.pk)}
    vist = klient.post(adresse, valg | {"oppdater": "1"})
    assert vist.status_code == 200
    assert "Haram" in vist.text
    ferdig = valg | {"gjennomfoer": "1"}
    assert klient.post(adresse, ferdig).status_code == 409
    reform, _hode = finn_reform(DAG_2024, "1507")
    avtrykk = reformbilde(avtale, reform, Reformvalg(valg={gammel.pk: (haram.pk,)})).avtrykk
    assert (
        klient.post(adresse, ferdig | {f"avtrykk-{avtale.pk}": avtrykk, "avtale": str(fremmed.pk)}).status_code == 422
    )
    assert klient.post(adresse, ferdig | {f"avtrykk-{avtale.pk}": avtrykk}).status_code == 302
    assert set(deltakere(avtale, DAG_2024)) == {"Haram", "Vanylven"}
    assert "Ingenting gjenstår" in klient.get(reverse("avtaler:reformer")).text
