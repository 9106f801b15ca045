"""Reads for whole pages: what they hold on a date, and a fixed number of queries with one row as with three."""

from datetime import date
from fractions import Fraction

import pytest

from avtaler.tjenester import knytt, meld_inn, registrer_vedtak
from avtaler.uttrekk import (
    Filter,
    avtalegrunnlag,
    avtalehode,
    deltakerside,
    filtervalg,
    finn_part,
    grunnlag_for,
    lovkravside,
    omside,
    partvalg,
    registerside,
    rundetavle,
    rundetavler,
)
from avtaler.uttrekk.parter import lignende_parter
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import (
    lag_avtale,
    lag_kommune,
    lag_oppgave,
    lag_region,
    lag_runde,
    lag_verv,
    slaa_sammen,
)

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 22)


def sider(innsyn=INGEN, dato=DATO, **filter):
    return registerside(innsyn, Filter(**filter), dato=dato, maalform="nb")


def navn(side) -> list[str]:
    return [rad.navn for rad in side.rader]


def lag_tre(antall: int, region):
    for i in range(antall):
        kommuner = [lag_kommune(), lag_kommune()]
        avtale = lag_avtale(
            f"Samarbeid {i}", kommuner=kommuner, region=region, formaal=["Et formål"], oppgaver=[lag_oppgave()],
            bestemmelser={"KO.a": "Navnet"},
        )  # fmt: skip
        lag_runde(avtale, dato=DATO)


@pytest.mark.parametrize("antall", [1, 3])
def test_register_takes_five_queries_for_a_visitor(django_assert_num_queries, antall):
    lag_tre(antall, lag_region())
    with django_assert_num_queries(5):
        assert sider().antall == antall


@pytest.mark.parametrize("antall", [1, 3])
def test_register_takes_eleven_queries_for_a_coordinator(django_assert_num_queries, antall):
    region = lag_region()
    lag_tre(antall, region)
    with django_assert_num_queries(11):
        side = sider(Innsyn(regioner=frozenset({region.pk})))
    assert all(rad.mangler for rad in side.rader)


@pytest.mark.parametrize("antall", [1, 3])
def test_filter_choices_take_four_queries(django_assert_num_queries, antall):
    lag_tre(antall, lag_region())
    with django_assert_num_queries(4):
        valg = filtervalg(INGEN, dato=DATO, maalform="nn")
    assert len(valg.oppgaver) == antall
    assert len(valg.kommuner) == 2 * antall
    assert "utkast" not in dict(valg.statuser)


@pytest.mark.parametrize("antall", [1, 3])
def test_grunnlag_takes_eight_queries(django_assert_num_queries, antall):
    region = lag_region()
    lag_tre(antall, region)
    avtaler = list(region.avtaler.all())
    with django_assert_num_queries(8):
        assert len(grunnlag_for(avtaler, dato=DATO)) == antall


def test_register_sorts_as_norwegians_do():
    region = lag_region()
    for ett in ("Årdal", "Ål", "Østre", "Ærfugl", "Zoo", "Aasen"):
        lag_avtale(ett, region=region)
    assert navn(sider()) == ["Zoo", "Ærfugl", "Østre", "Ål", "Årdal", "Aasen"]


@pytest.mark.parametrize(
    ("soek", "treff"),
    [
        ("årdal", ["Brann i Indre Sogn"]),
        ("ÅRDAL", ["Brann i Indre Sogn"]),
        ("aardal", ["Brann i Indre Sogn"]),
        ("indre brann", ["Brann i Indre Sogn"]),
        ("ØKONOMI", ["Lønn"]),
        ("50%", []),
        ("_", []),
        ("x'; drop", []),
    ],
)
def test_search_finds_name_participant_and_purpose_in_any_case(soek, treff):
    region = lag_region()
    lag_avtale("Brann i Indre Sogn", region=region, kommuner=[lag_kommune("Årdal", "4643")])
    lag_avtale("Lønn", region=region, formaal=["Felles økonomi og lønn"])
    assert navn(sider(soek=soek)) == treff


@pytest.mark.parametrize(
    ("soek", "treff"),
    [
        ("oppgavefellesskap", ["Sogn"]),
        ("oppgåvefellesskap sogn", ["Sogn"]),
        ("KO", ["Sogn"]),
        ("§ 27", ["Tinget"]),
        ("§27", ["Tinget"]),
        ("barneverntjeneste", ["Sogn"]),
        ("BARNEVERNTENESTE", ["Sogn"]),
    ],
)
def test_search_finds_form_and_task_in_both_languages(soek, treff):
    region = lag_region()
    oppgave = lag_oppgave("Barneverntjeneste")
    type(oppgave).objects.filter(pk=oppgave.pk).update(navn_nn="Barnevernteneste")
    lag_avtale("Sogn", region=region, oppgaver=[oppgave])
    lag_avtale("Tinget", region=region, form="P27_1992")
    assert navn(sider(soek=soek)) == treff


def test_filters_narrow_the_register():
    sogn, valdres = lag_region(slug="sogn"), lag_region(slug="valdres")
    luster, vang = lag_kommune("Luster", "4644"), lag_kommune("Vang", "3454")
    barnevern = lag_oppgave(kode="bv")
    lag_avtale("Ein", region=sogn, form="IKS", kommuner=[luster])
    lag_avtale("To", region=valdres, form="KO", kommuner=[vang], oppgaver=[barnevern])
    assert navn(sider(form="IKS")) == ["Ein"]
    assert navn(sider(kommune="3454")) == ["To"]
    assert navn(sider(oppgave="bv")) == ["To"]
    assert navn(sider(region="sogn")) == ["Ein"]
    assert navn(sider(region="sogn", form="KO")) == []


def test_municipality_filter_finds_what_its_predecessors_were_in():
    gammel = lag_kommune("Leikanger", "1419", til=date(2020, 1, 1))
    ny = lag_kommune("Sogndal", "4640", fra=date(2020, 1, 1))
    slaa_sammen(gammel, til=ny, dato=date(2020, 1, 1))
    lag_avtale("Regionråd", kommuner=[gammel], fra=date(2001, 1, 1))
    assert navn(sider(kommune="4640", dato=date(2019, 1, 1))) == ["Regionråd"]


@pytest.mark.parametrize(
    ("status", "treff"),
    [
        ("gjeldende", ["A"]),
        ("kommende", ["B", "C"]),
        ("avsluttet", ["D"]),
        ("utkast", []),
        ("alle", ["A", "B", "C", "D"]),
    ],
)
def test_status_is_that_of_the_date(status, treff):
    region = lag_region()
    lag_avtale("A", region=region)
    lag_avtale("B", region=region, fra=date(2027, 1, 1))
    lag_avtale("C", region=region, fra=None)
    lag_avtale("D", region=region, til=date(2023, 1, 1))
    lag_avtale("E", region=region, er_utkast=True)
    assert navn(sider(status=status)) == treff


def test_draft_is_seen_only_by_its_coordinator():
    egen, annen = lag_region(), lag_region()
    lag_avtale("Egen", region=egen, er_utkast=True)
    lag_avtale("Annen", region=annen, er_utkast=True)
    assert navn(sider(Innsyn(regioner=frozenset({egen.pk})), status="utkast")) == ["Egen"]
    assert navn(sider(INGEN, status="alle")) == []


@pytest.mark.parametrize(("side", "nummer"), [("2", 2), ("0", 2), ("x", 1), ("99", 2), ("", 1)])
def test_page_number_is_forgiving(side, nummer):
    region = lag_region()
    for i in range(51):
        lag_avtale(f"A{i:03}", region=region)
    resultat = sider(side=side)
    assert resultat.sider.number == nummer
    assert resultat.antall == 51


def test_participants_have_the_names_of_the_date():
    identiteter = [("1417", "Vik i Sogn", date(1990, 1, 1), date(2020, 1, 1)), ("4639", "Vik", date(2020, 1, 1), None)]
    vik = lag_kommune("Vik", "4639", identiteter=identiteter)
    avtale = lag_avtale(kommuner=[vik], fra=date(2001, 1, 1))
    da = deltakerside(avtale, dato=date(2019, 1, 1)).deltakere[0]
    naa = deltakerside(avtale, dato=DATO).deltakere[0]
    assert (da.nummer, da.navn) == ("1417", "Vik i Sogn")
    assert (naa.nummer, naa.navn) == ("4639", "Vik")


def test_participants_of_an_ended_agreement_are_those_of_its_last_day():
    avtale = lag_avtale(kommuner=[lag_kommune(), lag_kommune()], til=date(2023, 5, 1))
    side = deltakerside(avtale, dato=DATO)
    assert len(side.deltakere) == 2
    assert side.dag == date(2023, 4, 30)


def test_participants_of_a_coming_agreement_are_those_of_its_first_day():
    avtale = lag_avtale(kommuner=[lag_kommune()], fra=date(2027, 1, 1))
    assert len(deltakerside(avtale, dato=DATO).deltakere) == 1


def test_former_participants_stand_in_the_history():
    luster, vik = lag_kommune("Luster"), lag_kommune("Vik")
    avtale = lag_avtale(kommuner=[luster])
    meld_inn(avtale, part=vik, fra=date(2020, 1, 1), til=date(2022, 1, 1))
    side = deltakerside(avtale, dato=DATO)
    assert [rad.navn for rad in side.deltakere] == ["Luster"]
    assert [rad.navn for rad in side.andre] == ["Vik"]


def test_shares_are_summed_exactly_and_observers_left_out():
    kommuner = [lag_kommune() for _ in range(3)]
    avtale = lag_avtale(kommuner=kommuner, andeler=[Fraction(1, 3)] * 3)
    meld_inn(avtale, part=lag_kommune(), fra=date(2020, 1, 1), rolle="observatoer", eierandel=Fraction(1, 2))
    side = deltakerside(avtale, dato=DATO)
    assert side.sum_eierandel == 1
    assert side.sum_ansvarsandel is None


def test_liability_falls_back_to_ownership():
    avtale = lag_avtale(kommuner=[lag_kommune()], andeler=[Fraction(1, 4)])
    meld_inn(avtale, part=lag_kommune(), fra=date(2020, 1, 1), eierandel=Fraction(3, 4), ansvarsandel=Fraction(1, 2))
    assert deltakerside(avtale, dato=DATO).sum_ansvarsandel == Fraction(3, 4)


def test_grunnlag_counts_only_adoptions_made_by_the_date():
    kommune = lag_kommune("Luster")
    avtale = lag_avtale(kommuner=[kommune])
    vedtak = lag_runde(avtale, slag="opprette", dato=DATO).vedtak.get()
    registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2023, 3, 1))
    assert not avtalegrunnlag(avtale, dato=date(2023, 2, 1)).deltakere[0].har_vedtak
    assert avtalegrunnlag(avtale, dato=DATO).deltakere[0].har_vedtak


def test_grunnlag_inherits_the_conversion_but_no_other_round_of_a_predecessor():
    kommuner = [lag_kommune("Luster"), lag_kommune("Vik")]
    gammel = lag_avtale(form="P27_1992", kommuner=kommuner, fra=date(2001, 1, 1))
    ny = lag_avtale(form="IPR", kommuner=kommuner, fra=date(2023, 5, 1))
    knytt(gammel, ny, type="omdannet_til")
    for slag, kommune in (("omdanne", "Luster"), ("endre", "Vik")):
        vedtak = lag_runde(gammel, slag=slag, dato=DATO).vedtak.get(part__navn=kommune)
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2023, 3, 1))
    har = {part.navn: part.har_vedtak for part in avtalegrunnlag(ny, dato=DATO).deltakere}
    assert har == {"Luster": True, "Vik": False}


def test_clauses_are_those_of_the_wording_in_force():
    avtale = lag_avtale(bestemmelser={"KO.a": "Gammelt navn"})
    ny = avtale.versjoner.create(nummer=2, fra=date(2024, 1, 1))
    ny.bestemmelser.create(krav="KO.a", tekst="Nytt navn")
    assert avtalegrunnlag(avtale, dato=date(2023, 1, 1)).bestemmelser == {"KO.a": "Gammelt navn"}
    assert avtalegrunnlag(avtale, dato=DATO).bestemmelser == {"KO.a": "Nytt navn"}
    assert avtalegrunnlag(avtale, dato=date(2019, 1, 1)).bestemmelser == {"KO.a": "Gammelt navn"}


def test_checklist_shows_clause_and_gap():
    avtale = lag_avtale(form="KO", bestemmelser={"KO.g": "Oppgavefellesskapet kan ikke ta opp lån."})
    side = lovkravside(avtale, dato=DATO, maalform="nb")
    med_klausul = [rad for rad in side.rader if rad.klausul]
    assert [rad.resultat for rad in med_klausul] == ["oppfylt"]
    assert side.mangler > 0
    assert all(rad.hjemmel.startswith("koml.") for rad in side.rader)


def test_old_form_is_flagged_with_sentence_and_paragraph_while_it_runs():
    avtale = lag_avtale("Vest-Telemark Tinget", form="P27_1992", fra=date(2007, 1, 1))
    hode = avtalehode(avtale, dato=DATO, maalform="nb")
    assert hode.form.er_avviklet_form
    assert "2023" in hode.avviklet_setning
    assert hode.avviklet_hjemmel.startswith("koml.")


def test_old_form_is_not_flagged_after_it_ended():
    avtale = lag_avtale(form="P27_1992", fra=date(2007, 1, 1), til=date(2023, 5, 1))
    assert avtalehode(avtale, dato=DATO, maalform="nb").avviklet_setning == ""


def test_relation_to_a_draft_is_hidden_from_those_who_may_not_see_it():
    region = lag_region()
    avtale, utkast = lag_avtale(region=region), lag_avtale("Hemmelig", region=region, er_utkast=True)
    knytt(avtale, utkast, type="omdannet_til")
    koordinator = Innsyn(regioner=frozenset({region.pk}))
    assert omside(avtale, INGEN, dato=DATO, maalform="nb").relasjoner == ()
    [relasjon] = omside(avtale, koordinator, dato=DATO, maalform="nb").relasjoner
    assert (relasjon.tekst, relasjon.avtale_navn) == ("Omdannet til", "Hemmelig")


@pytest.mark.parametrize("antall", [1, 3])
def test_facts_page_takes_seven_queries(django_assert_num_queries, antall):
    avtale = lag_avtale(formaal=["Ett", "To"])
    for i in range(antall):
        lag_verv(avtale, lag_kommune(), f"Person {i}")
        knytt(avtale, lag_avtale(), type="bygger_paa")
    with django_assert_num_queries(7):
        om = omside(avtale, INGEN, dato=DATO, maalform="nb")
    assert len(om.organer[0].seter) == len(om.relasjoner) == antall
    assert om.formaal == ("Ett", "To")


def test_seat_that_has_ended_is_not_shown():
    avtale = lag_avtale()
    lag_verv(avtale, lag_kommune(), "Forrige leder", til=date(2023, 10, 1), rolle="leder")
    assert omside(avtale, INGEN, dato=DATO, maalform="nb").organer[0].seter == ()


@pytest.mark.parametrize("antall", [1, 3])
def test_board_takes_six_queries(django_assert_num_queries, antall):
    avtale = lag_avtale(kommuner=[lag_kommune() for _ in range(antall)])
    runde = lag_runde(avtale, dato=DATO)
    with django_assert_num_queries(6):
        assert rundetavle(runde, dato=DATO).status.antall == antall


@pytest.mark.parametrize("antall", [1, 3])
def test_boards_of_an_agreement_take_seven_queries(django_assert_num_queries, antall):
    avtale = lag_avtale(kommuner=[lag_kommune(), lag_kommune()])
    for _ in range(antall):
        lag_runde(avtale, dato=DATO)
    with django_assert_num_queries(7):
        assert len(rundetavler(avtale, INGEN, dato=DATO, med_kommende=True)) == antall


def test_board_does_not_tell_what_was_decided_later():
    avtale = lag_avtale(kommuner=[lag_kommune("Luster")])
    runde = lag_runde(avtale, dato=DATO, vindu_fra=date(2023, 2, 1), vindu_til=date(2023, 4, 30))
    registrer_vedtak(
        vedtak_id=runde.vedtak.get().pk, versjon=1, status="avvik", dato=date(2023, 3, 16), saksnummer="PS 14/23",
        ordlyd="Kommunestyret vedtar noe annet.",
    )  # fmt: skip
    foer = rundetavle(runde, dato=date(2023, 3, 1)).rader[0]
    etter = rundetavle(runde, dato=DATO).rader[0]
    assert (foer.status, foer.saksnummer, foer.ordlyd) == ("venter", "", "")
    assert (etter.status, etter.saksnummer) == ("avvik", "PS 14/23")


def test_boards_show_the_round_that_converted_a_predecessor():
    kommune = lag_kommune()
    gammel = lag_avtale("Gammelt råd", form="P27_1992", kommuner=[kommune], fra=date(2001, 1, 1))
    ny = lag_avtale("Nytt råd", form="IPR", kommuner=[kommune])
    knytt(gammel, ny, type="omdannet_til")
    lag_runde(gammel, slag="omdanne", tittel="Omdanning", dato=DATO)
    lag_runde(gammel, slag="handlingsplan", tittel="Plan", dato=DATO)
    assert [tavle.tittel for tavle in rundetavler(ny, INGEN, dato=DATO, med_kommende=True)] == ["Omdanning"]


def test_party_is_found_by_number_name_or_both():
    luster = lag_kommune("Luster", "4644")
    for tekst in ("4644", "Luster", "luster", "4644 Luster", "  4644  "):
        assert finn_part(tekst, dato=DATO) == [luster], tekst
    for tekst in ("4644 Vik", "9999", "", "Lust", "\u0664\u0666\u0664\u0664"):
        assert finn_part(tekst, dato=DATO) == [], tekst


def test_party_is_found_as_it_was_on_the_date():
    gammel = lag_kommune("Sogndal", "1420", til=date(2020, 1, 1))
    ny = lag_kommune("Sogndal", "4640", fra=date(2020, 1, 1))
    assert finn_part("Sogndal", dato=date(2019, 1, 1)) == [gammel]
    assert finn_part("Sogndal", dato=DATO) == [ny]
    assert finn_part("1420", dato=DATO) == []


def test_shared_name_gives_both():
    lag_kommune("Herøy", "1515")
    lag_kommune("Herøy", "1818")
    assert len(finn_part("Herøy", dato=DATO)) == 2


@pytest.mark.parametrize("tekst", ["Vestland", "vestland fylkeskommune", "46"])
def test_county_is_found_without_its_last_word(tekst):
    vestland = lag_kommune("Vestland fylkeskommune", "46", type="fylkeskommune")
    assert finn_part(tekst, dato=DATO) == [vestland]


def test_close_names_are_offered_as_the_list_writes_them():
    lag_kommune("Luster", "4644")
    lag_kommune("Lustre", "1426", til=date(2020, 1, 1))
    assert lignende_parter("Lustr", dato=DATO) == ["4644 Luster"]


def test_party_choices_have_the_region_first():
    lag_kommune("Aurland", "4641")
    vik = lag_kommune("Vik", "4639")
    lag_kommune("Gammel", "1418", til=date(2020, 1, 1))
    region = lag_region(kommuner=[vik])
    assert partvalg(region.pk, dato=DATO) == ["4639 Vik", "4641 Aurland"]
