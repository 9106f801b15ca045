"""What the politician's page, the report and the open data all read."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kommuner.models import Part
from kommuner.tilgang import INGEN, Innsyn
from kommuner.uttrekk import finn_kommune
from kostnad.tjenester import vedta_fordeling
from rapport.domene.bilde import fra_json, til_json
from rapport.domene.innhold import Kommuneoversikt
from rapport.models import Eierformaal, Eierprinsipper
from rapport.uttrekk import kommuneliste, kommuneoversikt, regionside, samling
from tests.fabrikker import (
    lag_avtale,
    lag_deltakelse,
    lag_folketall,
    lag_kommune,
    lag_oppgave,
    lag_region,
    lag_runde,
    lag_verv,
)
from tests.kostnad.fabrikker_kostnad import FOLKETALL, lag_budsjett, lag_noekkel
from tests.rapport.sogn import DATO, FOER, REFORM, Sogn, lag_regionraad, lag_sogn, ser_alt

pytestmark = pytest.mark.django_db


@pytest.fixture
def sogn() -> Sogn:
    return lag_sogn()


def oversikt(part: Part, *, dato: date = DATO, maalform: str = "nb", innsyn: Innsyn = INGEN) -> Kommuneoversikt:
    return kommuneoversikt(part, dato=dato, maalform=maalform, innsyn=innsyn)


def lag_betalt_avtale(sogn: Sogn, navn: str = "Sogn brann"):
    avtale = lag_avtale(navn, kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    lag_noekkel(avtale, steg=FOLKETALL)
    vedta_fordeling(lag_budsjett(avtale, beloep=15_084), av=None)
    return avtale


# Which municipality a number means


def test_finn_kommune_with_newest_number_before_the_merger_is_the_one_of_the_same_name(sogn):
    assert finn_kommune("4640", FOER) == sogn.gamle[2]


def test_finn_kommune_with_an_old_number_after_the_merger_is_the_successor(sogn):
    assert finn_kommune("1418", DATO) == sogn.sogndal


@pytest.mark.parametrize("nummer", ["1417", "4639"])
@pytest.mark.parametrize("dato", [FOER, DATO])
def test_finn_kommune_that_only_changed_number_is_the_same_party_always(sogn, nummer, dato):
    assert finn_kommune(nummer, dato) == sogn.vik


def test_finn_kommune_before_a_merger_under_a_new_name_is_the_largest():
    liten, stor = lag_kommune("Selje", "1441", til=REFORM), lag_kommune("Vågsøy", "1439", til=REFORM)
    ny = lag_kommune("Kinn", "4602", fra=REFORM)
    for gammel, antall in ((liten, 2700), (stor, 6000)):
        lag_folketall(gammel, 2019, antall)
        gammel.etterfoelgere.create(dato=REFORM, type="sammenslaaing", til_part=ny)
    assert finn_kommune("4602", FOER) == stor


def test_finn_kommune_with_an_unknown_number_is_none(sogn):
    assert finn_kommune("9999", DATO) is None


def test_finn_kommune_long_before_the_register_is_the_oldest_known(sogn):
    assert finn_kommune("4640", date(1801, 1, 1)) == sogn.gamle[2]


def test_samling_lists_all_that_became_todays_municipality(sogn):
    alle = samling(sogn.gamle[2], FOER)
    assert alle.naa == sogn.sogndal
    assert [part.navn for part in alle.den_gang] == ["Balestrand", "Leikanger", "Sogndal"]


@pytest.mark.parametrize(("hvem", "dato"), [("sogndal", DATO), ("vik", FOER)])
def test_samling_of_a_municipality_that_has_not_merged_since_is_none(sogn, hvem, dato):
    assert samling(getattr(sogn, hvem), dato) is None


# The overview


def test_oversikt_before_the_merger_shows_the_old_municipality_and_its_council(sogn):
    lag_regionraad(sogn)
    da = oversikt(sogn.gamle[2], dato=FOER)
    assert (da.kommune.nummer, da.kommune.navn, da.kommune.folketall) == ("1420", "Sogndal", 8174)
    assert [ark.form for ark in da.avtaler] == ["P27_1992"]
    assert ("1417", "Vik") in [(d.nummer, d.navn) for d in da.avtaler[0].deltakere]
    assert [(nabo.nummer, nabo.dato) for nabo in da.etterfoelgere] == [("4640", REFORM)]


def test_oversikt_today_leaves_out_what_has_ended_and_names_the_predecessors(sogn):
    lag_regionraad(sogn)
    naa = oversikt(sogn.sogndal)
    assert naa.avtaler == ()
    assert [nabo.navn for nabo in naa.forgjengere] == ["Balestrand", "Leikanger", "Sogndal"]
    assert naa.regioner == ("Sogn",)


def test_oversikt_without_a_figure_that_year_takes_the_latest_earlier(sogn):
    da = oversikt(sogn.vik, dato=date(2023, 6, 1))
    assert (da.kommune.folketall, da.kommune.folketall_dato) == (2664, date(2019, 1, 1))


def test_oversikt_never_shows_a_draft_even_to_its_coordinator(sogn):
    lag_avtale(kommuner=[sogn.sogndal], region=sogn.region, er_utkast=True)
    koordinator = Innsyn(regioner=frozenset({sogn.region.pk}), parter=frozenset({sogn.sogndal.pk}))
    assert oversikt(sogn.sogndal, innsyn=koordinator).avtaler == ()


def test_oversikt_marks_an_observer_by_its_role(sogn):
    avtale = lag_avtale(kommuner=[sogn.vik])
    lag_deltakelse(avtale, sogn.sogndal, rolle="observatoer")
    (ark,) = oversikt(sogn.sogndal).avtaler
    assert ark.vaar_rolle == "observatør"
    assert [d.navn for d in ark.deltakere] == ["Vik", "Sogndal"]


def test_oversikt_shows_payment_with_derivation_and_the_others(sogn):
    lag_betalt_avtale(sogn)
    alt = oversikt(sogn.sogndal, innsyn=ser_alt(sogn.sogndal))
    betaling = alt.avtaler[0].betaling
    assert betaling.beloep_oere == 1_255_200
    assert betaling.andel == Fraction(12552, 15084)
    assert [(d.navn, d.folketall, d.er_oss) for d in betaling.deltakere] == [
        ("Sogndal", 12552, True),
        ("Vik", 2532, False),
    ]
    assert betaling.oere_per_innbygger == betaling.andres_oere_per_innbygger == 100
    assert betaling.utledning
    assert alt.sum_oere == 1_255_200


def test_oversikt_compares_by_the_population_the_split_was_frozen_with(sogn):
    lag_betalt_avtale(sogn)
    sogn.vik.statistikk.update(verdi=1)
    betaling = oversikt(sogn.sogndal, innsyn=ser_alt(sogn.sogndal)).avtaler[0].betaling
    assert [d.folketall for d in betaling.deltakere] == [12552, 2532]


def test_oversikt_shows_no_payment_to_a_stranger_or_a_neighbour(sogn):
    lag_betalt_avtale(sogn)
    for leser in (INGEN, ser_alt(sogn.vik)):
        utenfra = oversikt(sogn.sogndal, innsyn=leser)
        assert not utenfra.ser_oekonomi
        assert utenfra.avtaler[0].betaling is None


def test_oversikt_uses_the_split_that_holds_the_date(sogn):
    lag_betalt_avtale(sogn)
    alt = oversikt(sogn.sogndal, dato=date(2025, 6, 1), innsyn=ser_alt(sogn.sogndal))
    assert alt.avtaler[0].betaling is None


def test_oversikt_names_agreements_that_cost_but_have_no_split_for_the_day(sogn):
    betalt = lag_betalt_avtale(sogn)
    lag_noekkel(lag_avtale("Med nøkkel", kommuner=[sogn.sogndal]))
    lag_budsjett(lag_avtale("Med budsjett", kommuner=[sogn.sogndal]), aar=2025)
    lag_noekkel(lag_avtale("Får nøkkel siden", kommuner=[sogn.sogndal]), fra_aar=2028)
    lag_avtale("Koster ingenting", kommuner=[sogn.sogndal])
    observert = lag_avtale("Bare observatør", kommuner=[sogn.vik])
    lag_deltakelse(observert, sogn.sogndal, rolle="observatoer")
    lag_noekkel(observert)
    alt = oversikt(sogn.sogndal, innsyn=ser_alt(sogn.sogndal))
    assert {ark.navn for ark in alt.uten_fordeling} == {"Med nøkkel", "Med budsjett"}
    assert (alt.betalingsaar, alt.antall_med_kostnad) == ("2026", 3)
    neste = oversikt(sogn.sogndal, dato=date(2027, 1, 1), innsyn=ser_alt(sogn.sogndal))
    assert betalt.navn in {ark.navn for ark in neste.uten_fordeling}
    assert oversikt(sogn.sogndal).uten_fordeling == ()


def test_oversikt_uses_the_split_that_replaced_another(sogn):
    avtale = lag_betalt_avtale(sogn)
    gammel = avtale.fordelinger.get()
    ny = vedta_fordeling(gammel.budsjett, av=None, erstatter=gammel)
    alt = oversikt(sogn.sogndal, innsyn=ser_alt(sogn.sogndal))
    assert alt.avtaler[0].betaling.fordeling_id == ny.pk


def test_oversikt_says_how_to_leave_in_the_readers_language(sogn):
    lag_avtale(kommuner=[sogn.sogndal], form="KO", oppsigelse_maaneder=12)
    assert oversikt(sogn.sogndal).avtaler[0].oppsigelse.startswith("Avtalen gir 12 måneders oppsigelse.")
    assert "Lova" in oversikt(sogn.sogndal, maalform="nn").avtaler[0].oppsigelse


def test_oversikt_quotes_the_agreements_own_clause_about_leaving(sogn):
    lag_avtale(kommuner=[sogn.sogndal], form="IPR", bestemmelser={"IPR.g": "Uttreden skjer ved årsskiftet."})
    assert "«Uttreden skjer ved årsskiftet.»" in oversikt(sogn.sogndal).avtaler[0].oppsigelse


def test_oversikt_sorts_agreements_by_the_order_of_the_law_then_by_name(sogn):
    for navn, form in (("Ås brann", "KO"), ("Bø brann", "KO"), ("Rådet", "IPR")):
        lag_avtale(navn, form=form, kommuner=[sogn.sogndal])
    assert [ark.navn for ark in oversikt(sogn.sogndal).avtaler] == ["Rådet", "Bø brann", "Ås brann"]


def test_oversikt_tells_what_is_missing_by_law_with_its_paragraph(sogn):
    lag_avtale(kommuner=[sogn.sogndal, sogn.vik], form="KO")
    (ark,) = oversikt(sogn.sogndal).avtaler
    assert ark.antall_mangler
    assert {funn.resultat for funn in ark.funn} <= {"mangler", "maa_vurderes"}
    assert all("§" in funn.hjemmel or "kap." in funn.hjemmel for funn in ark.funn)


def test_oversikt_has_representatives_of_the_date_leader_first(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal])
    lag_verv(avtale, sogn.sogndal, "Arne Medlem")
    lag_verv(avtale, sogn.sogndal, "Åse Leder", rolle="leder")
    lag_verv(avtale, sogn.sogndal, "Gamle Per", til=date(2023, 1, 1))
    lag_verv(avtale, sogn.vik, "Vik Viking")
    (ark,) = oversikt(sogn.sogndal).avtaler
    assert [rep.navn for rep in ark.representanter] == ["Åse Leder", "Arne Medlem"]


def test_oversikt_has_the_municipalitys_own_words(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal])
    Eierprinsipper.objects.create(part=sogn.sogndal, fra_aar=2023, til_aar=2027, tekst="Vi skal", maalform="nn")
    Eierformaal.objects.create(part=sogn.sogndal, avtale=avtale, tekst="Trygg brannberedskap", maalform="nn")
    alt = oversikt(sogn.sogndal)
    assert alt.prinsipper.tekst == "Vi skal"
    assert alt.avtaler[0].kommunens_formaal == "Trygg brannberedskap"
    assert oversikt(sogn.sogndal, dato=date(2022, 1, 1)).prinsipper is None


# What is before the council


def sakstitler(part: Part, dato: date) -> tuple[list[str], list[str]]:
    """The rounds that wait for the council, and those it has answered."""
    alt = oversikt(part, dato=dato)
    return [sak.tittel for sak in alt.saker_som_venter], [sak.tittel for sak in alt.besvarte_saker]


def test_sak_stands_from_recommendation_until_this_council_has_answered(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    vindu = {"vindu_fra": date(2023, 2, 1), "vindu_til": date(2023, 4, 30), "tilraadd_dato": date(2023, 2, 10)}
    runde = lag_runde(avtale, tittel="Omdanning", **vindu)
    assert sakstitler(sogn.sogndal, date(2023, 1, 31)) == ([], [])
    assert sakstitler(sogn.sogndal, date(2023, 2, 1)) == (["Omdanning"], [])
    runde.vedtak.filter(part=sogn.sogndal).update(status="likelydende", dato=date(2023, 3, 16))
    assert sakstitler(sogn.sogndal, date(2023, 3, 15)) == (["Omdanning"], [])
    assert sakstitler(sogn.sogndal, date(2023, 3, 16)) == ([], ["Omdanning"])
    assert sakstitler(sogn.vik, date(2023, 5, 1)) == (["Omdanning"], [])


def test_sak_is_over_when_every_council_has_answered(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    runde = lag_runde(avtale, tittel="Omdanning", vindu_til=date(2023, 4, 30))
    runde.vedtak.filter(part=sogn.sogndal).update(status="avvik", dato=date(2023, 3, 16))
    runde.vedtak.filter(part=sogn.vik).update(status="avvist", dato=date(2023, 3, 20))
    assert sakstitler(sogn.sogndal, date(2023, 3, 19)) == ([], ["Omdanning"])
    assert sakstitler(sogn.sogndal, date(2023, 3, 20)) == ([], [])


def test_sak_counts_the_councils_and_tells_of_a_missed_deadline(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    runde = lag_runde(avtale, vindu_til=date(2023, 4, 30))
    runde.vedtak.filter(part=sogn.vik).update(status="likelydende", dato=date(2023, 3, 16))
    (sak,) = oversikt(sogn.sogndal).saker
    assert (sak.behandlet, sak.antall, sak.er_forfalt, sak.status_navn) == (1, 2, True, "sendt")


def test_sak_before_the_decision_was_made_is_not_yet_decided(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal, sogn.vik], region=sogn.region)
    runde = lag_runde(avtale, vindu_til=date(2023, 4, 30))
    runde.vedtak.update(status="likelydende", dato=date(2023, 3, 16))
    (sak,) = oversikt(sogn.sogndal, dato=date(2023, 3, 1)).saker
    assert (sak.status, sak.status_navn, sak.behandlet) == ("venter", "ikke behandlet ennå", 0)


def test_sak_before_it_was_postponed_is_not_yet_postponed(sogn):
    avtale = lag_avtale(kommuner=[sogn.sogndal], region=sogn.region)
    lag_runde(avtale, vindu_til=date(2023, 4, 30)).vedtak.update(status="utsatt", dato=date(2023, 3, 16))
    assert [sak.status for sak in oversikt(sogn.sogndal, dato=date(2023, 3, 15)).saker] == ["venter"]
    assert [sak.status for sak in oversikt(sogn.sogndal, dato=date(2023, 3, 16)).saker] == ["utsatt"]


# The three faces and the price of them


def test_oversikt_survives_being_frozen(sogn):
    lag_betalt_avtale(sogn)
    lag_runde(lag_avtale(kommuner=[sogn.sogndal], region=sogn.region))
    alt = oversikt(sogn.sogndal, maalform="nn", innsyn=ser_alt(sogn.sogndal))
    assert fra_json(til_json(alt)) == alt


def lag_full_avtale(sogn: Sogn, navn: str) -> None:
    avtale = lag_betalt_avtale(sogn, navn)
    avtale.oppgaver.add(lag_oppgave())
    lag_verv(avtale, sogn.sogndal)
    lag_runde(avtale)
    Eierformaal.objects.create(part=sogn.sogndal, avtale=avtale, tekst="Formål")


def test_oversikt_costs_the_same_number_of_queries_for_one_and_three_agreements(sogn):
    leser = ser_alt(sogn.sogndal)
    antall = []
    for navn in (["Én"], ["To", "Tre"]):
        for ett in navn:
            lag_full_avtale(sogn, ett)
        part = finn_kommune("4640", DATO)
        with CaptureQueriesContext(connection) as spoerringer:
            alt = oversikt(part, innsyn=leser)
        antall.append((len(alt.avtaler), len(spoerringer)))
    assert antall == [(1, 23), (3, 23)]


# The lists


def test_kommuneliste_has_counties_of_the_day_and_oslo_is_its_own(sogn):
    lag_kommune("Oslo", "0301")
    naa = {rad.navn: rad.fylke for rad in kommuneliste(dato=DATO, innsyn=INGEN)}
    da = {rad.navn: rad.fylke for rad in kommuneliste(dato=FOER, innsyn=INGEN)}
    assert (naa["Oslo"], naa["Vik"]) == ("Oslo", "Vestland")
    assert (da["Oslo"], da["Vik"]) == ("Oslo", "Sogn og Fjordane")


def test_kommuneliste_shows_the_names_of_the_day_in_norwegian_order(sogn, django_assert_num_queries):
    lag_kommune("Årdal", "4643")
    lag_kommune("Østre Toten", "3442")
    lag_regionraad(sogn)
    with django_assert_num_queries(3):
        da = kommuneliste(dato=FOER, innsyn=INGEN)
    assert [(rad.nummer, rad.navn) for rad in da] == [
        ("1418", "Balestrand"), ("1419", "Leikanger"), ("1420", "Sogndal"), ("1417", "Vik"),
        ("3442", "Østre Toten"), ("4643", "Årdal"),
    ]  # fmt: skip
    assert {rad.navn: rad.antall_avtaler for rad in da}["Vik"] == 1
    assert [rad.navn for rad in kommuneliste(dato=DATO, innsyn=INGEN)] == ["Sogndal", "Vik", "Østre Toten", "Årdal"]


def test_regionside_shows_members_of_the_date(sogn, django_assert_num_queries):
    lag_avtale(kommuner=[sogn.vik], region=sogn.region)
    with django_assert_num_queries(5):
        side = regionside(sogn.region, dato=DATO, innsyn=INGEN)
    assert [(rad.navn, rad.antall_avtaler) for rad in side.medlemmer] == [("Sogndal", 0), ("Vik", 1)]
    assert side.antall_avtaler == 1
    assert regionside(sogn.region, dato=FOER, innsyn=INGEN).medlemmer == ()


def test_regionside_has_reports_only_for_municipalities(sogn):
    fylket = lag_kommune("Vestland fylkeskommune", "46", type="fylkeskommune")
    region = lag_region(kommuner=[sogn.vik, fylket])
    assert regionside(region, dato=DATO, innsyn=INGEN).kommuner == (sogn.vik,)
