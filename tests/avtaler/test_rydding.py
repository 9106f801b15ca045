"""The clean-up list: computed anew, handled by people, and never silenced when the facts change."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from avtaler import tasks
from avtaler.models import Avtalerelasjon, Dokument, Funnbehandling, Ryddestatistikk
from avtaler.tjenester.avvisning import Avvist, Konflikt
from avtaler.tjenester.ryddetelling import tell_rydding
from avtaler.tjenester.rydding import fordel_funn, gjenaapne_funn, kvitter_funn
from avtaler.uttrekk.ryddegrunnlag import ryddegrunnlag_for
from avtaler.uttrekk.ryddeliste import koordinatorer_for, ryddesaker
from kommuner.foresporsel import idag
from kostnad.tjenester import fastsett_noekkel, sett_budsjett
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde, slaa_sammen
from tests.verden import LIKT

pytestmark = pytest.mark.django_db

LISTE = "avtaler:rydding"


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639"), lag_kommune("Årdal", "4643")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


@pytest.fixture
def koordinator(sogn):
    return lag_bruker("koordinator", region=sogn, navn="Kari Koordinator")


@pytest.fixture
def avtale(sogn, kommuner):
    return lag_avtale("Felles landbrukskontor", form="AVTALE", region=sogn, kommuner=kommuner, formaal=["Ett kontor"])


def koder(avtale, dato=None) -> set[str]:
    return {sak.kode for sak in ryddesaker([avtale], dato=dato or idag(), maalform="nb")}


def funn(avtale, kode):
    return next(sak for sak in ryddesaker([avtale], dato=idag(), maalform="nb") if sak.kode == kode)


def adresse(avtale, kode) -> str:
    return reverse("avtaler:ryddefunn", args=[avtale.pk, kode])


# The facts -----------------------------------------------------------------------------------------------------------


def test_key_and_document_put_their_findings_right(avtale):
    assert {"mangler_noekkel", "mangler_dokument"} <= koder(avtale)
    fastsett_noekkel(avtale, fra_aar=2026, steg=LIKT)
    Dokument.objects.create(
        avtale=avtale, type="avtale", tittel="Avtalen", er_offentlig=True, filnavn="a.pdf", sha256="0" * 64,
        endelse="pdf", mimetype="application/pdf", stoerrelse=1, lagt_inn="2026-01-01T00:00:00Z",
    )  # fmt: skip
    assert not {"mangler_noekkel", "mangler_dokument"} & koder(avtale)


def test_budget_tells_that_the_cooperation_is_alive(avtale):
    fakta = ryddegrunnlag_for([avtale], dato=date(2026, 6, 1))[avtale.pk]
    assert fakta.siste_hendelse == date(2020, 1, 1)
    sett_budsjett(avtale, aar=2026, beloep_oere=100)
    sett_budsjett(avtale, aar=2027, beloep_oere=100)
    assert ryddegrunnlag_for([avtale], dato=date(2026, 6, 1))[avtale.pk].siste_hendelse == date(2026, 1, 1)


def test_municipality_that_a_reform_has_ended_is_found_from_that_day(sogn):
    gammel = lag_kommune("Balestrand", "1418", til=date(2020, 1, 1))
    ny = lag_kommune("Sogndal", "4640", fra=date(2020, 1, 1))
    slaa_sammen(gammel, til=ny, dato=date(2020, 1, 1))
    avtale = lag_avtale(region=sogn, kommuner=[gammel, lag_kommune()], fra=date(2010, 1, 1))
    assert "opphoert_deltaker" not in koder(avtale, date(2019, 12, 31))
    assert "opphoert_deltaker" in koder(avtale, date(2020, 1, 1))


def test_councils_are_late_the_day_after_the_window(avtale):
    runde = lag_runde(avtale, dato=date(2026, 1, 1), vindu_til=date(2026, 4, 30))
    assert "raad_over_fristen" not in koder(avtale, runde.vindu_til)
    assert "raad_over_fristen" in koder(avtale, runde.vindu_til + timedelta(days=1))


def test_ended_agreement_is_settled_by_what_came_after(avtale, sogn, kommuner):
    avtale.til = date(2026, 1, 1)
    avtale.save()
    assert koder(avtale, date(2026, 6, 1)) == {"utloept"}
    ny = lag_avtale("Ny", region=sogn, kommuner=kommuner)
    Avtalerelasjon.objects.create(fra_avtale=avtale, til_avtale=ny, type="avloest_av")
    assert koder(avtale, date(2026, 6, 1)) == set()


def test_facts_of_many_agreements_take_as_many_queries_as_of_one(sogn, kommuner, avtale, django_assert_num_queries):
    flere = [avtale, *(lag_avtale(region=sogn, kommuner=kommuner) for _ in range(4))]
    with django_assert_num_queries(15):
        ryddegrunnlag_for([avtale], dato=idag())
    with django_assert_num_queries(15):
        ryddegrunnlag_for(flere, dato=idag())


# Handling ------------------------------------------------------------------------------------------------------------


def test_sign_off_settles_until_the_facts_change(avtale, koordinator):
    lag_runde(avtale, dato=date(2025, 1, 1), vindu_til=date(2025, 4, 30))
    sak = funn(avtale, "raad_over_fristen")
    kvitter_funn(
        avtale, sak.kode, versjon=0, avtrykk=sak.avtrykk, begrunnelse="Runden ble lagt bort", av=koordinator,
        dato=idag(),
    )  # fmt: skip
    assert funn(avtale, sak.kode).tilstand == "avklart"
    vedtak = avtale.runder.get().vedtak.first()
    vedtak.status, vedtak.dato = "likelydende", date(2025, 6, 1)
    vedtak.save()
    assert funn(avtale, sak.kode).tilstand == "gjenaapnet"


def test_sign_off_without_a_reason_is_refused(avtale, koordinator):
    with pytest.raises(Avvist, match="hvorfor"):
        kvitter_funn(avtale, "hviler", versjon=0, avtrykk="x", begrunnelse=" ", av=koordinator, dato=idag())
    assert not Funnbehandling.objects.exists()


def test_opening_what_nobody_settled_stores_nothing(avtale, koordinator):
    gjenaapne_funn(avtale, "mangler_noekkel", versjon=0)
    assert not Funnbehandling.objects.exists()
    fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=koordinator, frist=None, merknad="min")
    gjenaapne_funn(avtale, "mangler_noekkel", versjon=1)
    assert Funnbehandling.objects.get().versjon == 1


def test_only_those_who_are_coordinators_on_the_day_can_take_a_finding(avtale, koordinator, sogn):
    slutter = lag_bruker("koordinator", region=sogn, navn="Ola Forrige")
    slutter.tilganger.update(til=idag())
    assert list(koordinatorer_for(avtale, dato=idag())) == [koordinator]
    assert set(koordinatorer_for(avtale, dato=idag() - timedelta(days=1))) == {koordinator, slutter}


def test_two_who_take_the_same_finding_do_not_overwrite_each_other(avtale, koordinator):
    fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=koordinator, frist=None, merknad="min")
    with pytest.raises(Konflikt):
        fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=None, frist=None, merknad="din")
    assert Funnbehandling.objects.get().merknad == "min"


# The pages -----------------------------------------------------------------------------------------------------------


def test_list_shows_the_findings_of_the_reader_s_own_region_only(som, koordinator, avtale):
    lag_avtale("Fremmed samarbeid", form="AVTALE", region=lag_region("Annen"))
    side = som(koordinator).get(reverse(LISTE)).content.decode()
    assert "Felles landbrukskontor" in side
    assert "Mangler fordelingsnøkkel" in side
    assert "Fremmed samarbeid" not in side


def test_list_is_nobody_s_but_the_coordinators(client, som, kommuner):
    assert client.get(reverse(LISTE)).status_code == 302
    assert som(lag_bruker("politiker", kommune=kommuner[0])).get(reverse(LISTE)).status_code == 404


def test_list_narrows_to_a_kind_and_to_what_is_mine(som, koordinator, avtale):
    leser = som(koordinator)
    bare = leser.get(reverse(LISTE), {"kode": "mangler_noekkel"}).context["side"]
    assert {sak.kode for sak in bare.saker} == {"mangler_noekkel"}
    assert len(bare.slag) > 1
    assert leser.get(reverse(LISTE), {"mine": "ja"}).context["side"].saker == ()
    fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=koordinator, frist=None, merknad="")
    assert [s.kode for s in leser.get(reverse(LISTE), {"mine": "ja"}).context["side"].saker] == ["mangler_noekkel"]


def test_person_takes_a_finding_and_signs_it_off(som, koordinator, avtale):
    leser = som(koordinator)
    svar = leser.post(
        adresse(avtale, "mangler_noekkel"),
        {"fordel-eier": koordinator.pk, "fordel-frist": "31.12.2030", "fordel-merknad": "Spør økonomi"}, follow=True,
    )  # fmt: skip
    assert "Kari Koordinator" in svar.content.decode()
    sak = funn(avtale, "mangler_noekkel")
    assert sak.behandling.frist == date(2030, 12, 31)
    data = {"kvitter": "1", "kvitter-begrunnelse": "Verten betaler alt", "kvitter-avtrykk": sak.avtrykk,
            "kvitter-versjon": sak.behandling.versjon}  # fmt: skip
    side = leser.post(adresse(avtale, "mangler_noekkel"), data, follow=True).content.decode()
    assert "Verten betaler alt" in side
    assert "mangler_noekkel" not in {s.kode for s in leser.get(reverse(LISTE)).context["side"].saker}


def test_bad_deadline_is_said_at_the_field_and_nothing_typed_is_lost(som, koordinator, avtale):
    data = {"fordel-frist": "i morgen", "fordel-merknad": "Husk dette"}
    svar = som(koordinator).post(adresse(avtale, "mangler_noekkel"), data)
    assert svar.status_code == 422
    assert "«i morgen» kan ikke leses som en dato" in svar.content.decode()
    assert "Husk dette" in svar.content.decode()


def test_deadline_that_has_passed_is_refused_but_may_stand(som, koordinator, avtale):
    leser, hit = som(koordinator), adresse(avtale, "mangler_noekkel")
    svar = leser.post(hit, {"fordel-frist": "1.1.2020"})
    assert svar.status_code == 422
    assert "Fristen er allerede ute" in svar.content.decode()
    fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=None, frist=date(2020, 1, 1), merknad="")
    data = {"fordel-frist": "1.1.2020", "fordel-merknad": "Purret", "fordel-versjon": "1"}
    assert leser.post(hit, data).status_code == 302


def test_conflict_shows_what_is_stored_and_keeps_what_was_typed(som, koordinator, avtale):
    fordel_funn(avtale, "mangler_noekkel", versjon=0, eier=koordinator, frist=None, merknad="Det som er lagret")
    svar = som(koordinator).post(adresse(avtale, "mangler_noekkel"), {"fordel-merknad": "Det jeg skrev"})
    assert svar.status_code == 409
    assert "Det som er lagret" in svar.content.decode()
    assert "Det jeg skrev" in svar.content.decode()


def test_finding_that_is_mended_leads_back_to_the_list(som, koordinator, avtale):
    fastsett_noekkel(avtale, fra_aar=2026, steg=LIKT)
    svar = som(koordinator).get(adresse(avtale, "mangler_noekkel"), follow=True)
    assert svar.redirect_chain == [(reverse(LISTE), 302)]
    assert "Funnet er borte" in svar.content.decode()


def test_unknown_kind_of_finding_is_not_found(som, koordinator, avtale):
    assert som(koordinator).get(adresse(avtale, "finnes-ikke")).status_code == 404


def test_progress_counts_agreements_without_open_findings(som, koordinator, avtale):
    tell_rydding(dato=idag() - timedelta(days=40))
    foer = Ryddestatistikk.objects.get().aapne
    region = som(koordinator).get(reverse(LISTE)).context["side"].regioner[0]
    assert (region.avtaler, region.i_orden, region.prosent, region.aapne_foer) == (1, 0, 0, foer)
    for sak in ryddesaker([avtale], dato=idag(), maalform="nb"):
        kvitter_funn(
            avtale, sak.kode, versjon=0, avtrykk=sak.avtrykk, begrunnelse="Avklart", av=koordinator, dato=idag()
        )
    region = som(koordinator).get(reverse(LISTE)).context["side"].regioner[0]
    assert (region.i_orden, region.prosent, region.aapne) == (1, 100, 0)


def test_night_s_count_is_kept_once_a_day(avtale):
    assert tasks.tell_rydding() == 1
    assert tasks.tell_rydding() == 1
    assert Ryddestatistikk.objects.get().dato == idag()
