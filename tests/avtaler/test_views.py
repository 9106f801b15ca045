"""The register's pages: what is shown and changed, by whom, and in how many queries."""

from datetime import date
from fractions import Fraction

import pytest
from django.test import Client
from django.urls import reverse

from avtaler.forms.avtaleskjema import klausulnavn
from avtaler.models import Avtale, Deltakelse, Raadsvedtak
from avtaler.regler import les_regelverk
from avtaler.tjenester import avtrykk, knytt, registrer_vedtak
from kommuner.models import Bruker
from tests.fabrikker import (
    lag_avtale,
    lag_bruker,
    lag_kommune,
    lag_oppgave,
    lag_region,
    lag_runde,
    lag_verv,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
FANER = ("avtale", "deltakere", "lovkrav", "vedtak", "versjoner", "dokumenter")


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639"), lag_kommune("Årdal", "4643")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


@pytest.fixture
def redaktoer(som, sogn):
    return som(lag_bruker("koordinator", region=sogn))


@pytest.fixture
def avtale(sogn, kommuner):
    return lag_avtale("Sogn KO", region=sogn, kommuner=kommuner, formaal=["Løyse oppgåver"], maalform="nn")


def url(navn, *args) -> str:
    return reverse(f"avtaler:{navn}", args=args)


def tekst(svar) -> str:
    return svar.content.decode()


# Reading -------------------------------------------------------------------------------------------------------------


def test_published_pages_are_open_to_a_visitor(client, avtale):
    runde = lag_runde(avtale, tittel="Ny avtale om Sogn KO")
    for side in [url("register"), *(url(fane, avtale.pk) for fane in FANER), url("runde", runde.pk)]:
        svar = client.get(side)
        assert svar.status_code == 200, side
        assert "Sogn KO" in tekst(svar)
        assert "/endre/" not in tekst(svar)


def test_draft_is_404_for_all_but_its_coordinator(som, sogn, kommuner):
    utkast = lag_avtale("Hemmelig", region=sogn, kommuner=kommuner, er_utkast=True)
    runde = lag_runde(utkast, laast=None)
    sider = [*(url(fane, utkast.pk) for fane in FANER), url("runde", runde.pk)]
    lesere = [lag_bruker("politiker", kommune=kommuner[0]), lag_bruker("koordinator", region=lag_region())]
    for leser in lesere:
        assert {som(leser).get(side).status_code for side in sider} == {404}
    assert {som(lag_bruker("koordinator", region=sogn)).get(side).status_code for side in sider} == {200}


def test_reader_without_the_region_gets_404_for_writing_and_a_visitor_logs_in(client, som, avtale):
    deltakelse, runde = avtale.deltakelser.first(), lag_runde(avtale)
    sider = [
        url("endre", avtale.pk), url("avslutt", avtale.pk), url("ny_deltaker", avtale.pk), url("ny_runde", avtale.pk),
        url("endre_deltaker", avtale.pk, deltakelse.pk), url("avslutt_deltaker", avtale.pk, deltakelse.pk),
        url("registrer_vedtak", runde.pk, runde.vedtak.first().pk), url("slett", avtale.pk),
        url("endre_runde", runde.pk), url("trekk_runde", runde.pk),
    ]  # fmt: skip
    for side in sider:
        assert client.get(side).status_code == client.post(side).status_code == 302
    leser = som(lag_bruker("koordinator", region=lag_region()))
    for side in sider:
        assert leser.get(side).status_code == leser.post(side).status_code == 404


def test_politician_cannot_register(som, kommuner):
    assert som(lag_bruker("politiker", kommune=kommuner[0])).get(url("ny")).status_code == 404


@pytest.mark.parametrize("nummer", ["999999", "99999999999999999999999999"])
def test_unknown_agreement_is_404(client, nummer):
    for side in ("avtaler/{}/", "avtaler/{}/lovkrav/", "runder/{}/"):
        assert client.get("/" + side.format(nummer)).status_code == 404


@pytest.mark.parametrize(
    "spoerring",
    ["dato=tull", "dato=1.1.2019", "dato=32.13.2020", "side=abc", "side=-1", "status=x&form=y", "q=%00%25_'",
     "q=" + "x" * 500, "kommune=99999", "oppgave[]=1", "dato=0001-01-01", "dato=9999-12-31"],
)  # fmt: skip
def test_bad_parameters_are_never_an_error(client, avtale, spoerring):
    for side in [url("register"), *(url(fane, avtale.pk) for fane in FANER)]:
        assert client.get(f"{side}?{spoerring}").status_code == 200


def test_register_counts_hits_and_shows_gaps_only_to_coordinators(client, som, avtale, sogn):
    besoek = tekst(client.get(url("register")))
    assert "1 avtale<" in besoek
    assert "mangler" not in besoek
    assert "mangler" in tekst(som(lag_bruker("koordinator", region=sogn)).get(url("register")))


def test_register_swaps_only_the_hits_for_htmx(client, avtale):
    hele = tekst(client.get(url("register"), {"q": "sogn"}))
    svar = client.get(url("register"), {"q": "sogn"}, headers=HTMX)
    del_ = tekst(svar)
    assert "<h1" in hele
    assert "<h1" not in del_
    tabell = del_[del_.index("<table") : del_.index("</table>")]
    assert tabell in hele
    assert 'data-hx-swap-oob="innerHTML:#antall"' in del_
    assert "HX-Request" in svar["Vary"]


def test_register_without_hits_offers_other_statuses(client, avtale):
    assert "status=alle" in tekst(client.get(url("register"), {"q": "finnes ikke"}))


@pytest.mark.parametrize("antall", [1, 3])
def test_register_page_takes_nine_queries_for_a_visitor(client, django_assert_num_queries, sogn, antall):
    for _ in range(antall):
        lag_avtale(region=sogn, kommuner=[lag_kommune()], oppgaver=[lag_oppgave()])
    with django_assert_num_queries(9):
        assert client.get(url("register")).status_code == 200


@pytest.mark.parametrize("antall", [1, 3])
@pytest.mark.parametrize(("fane", "spoerringer"), [("avtale", 14), ("deltakere", 4), ("lovkrav", 9), ("vedtak", 8)])
def test_agreement_pages_take_a_fixed_number_of_queries(
    client, django_assert_num_queries, sogn, antall, fane, spoerringer
):
    avtale = lag_avtale(region=sogn, kommuner=[lag_kommune() for _ in range(antall)], formaal=["Et formål"] * antall)
    for i in range(antall):
        lag_verv(avtale, lag_kommune(), f"Person {i}")
        lag_runde(avtale)
        knytt(avtale, lag_avtale(), type="bygger_paa")
    with django_assert_num_queries(spoerringer):
        assert client.get(url(fane, avtale.pk)).status_code == 200


@pytest.mark.parametrize("antall", [1, 3])
def test_board_page_takes_ten_queries(client, django_assert_num_queries, sogn, antall):
    runde = lag_runde(lag_avtale(region=sogn, kommuner=[lag_kommune() for _ in range(antall)]))
    with django_assert_num_queries(10):
        assert client.get(url("runde", runde.pk)).status_code == 200


def test_agreement_page_shows_facts_in_the_language_of_the_agreement(client, avtale):
    side = tekst(client.get(url("avtale", avtale.pk)))
    assert '<p lang="nn">Løyse oppgåver</p>' in side
    assert "1. januar 2020" in side
    assert "koml. kap. 19" in side


def test_old_form_is_flagged_with_its_paragraph(client, sogn, kommuner):
    tinget = lag_avtale("Vest-Telemark Tinget", form="P27_1992", region=sogn, kommuner=kommuner, fra=date(2007, 1, 1))
    for fane in FANER:
        side = tekst(client.get(url(fane, tinget.pk)))
        assert "Samarbeidsformen finnes ikke lenger" in side
        assert "§ 31-2" in side


def test_page_shows_the_agreement_as_it_was(client, sogn):
    gammel = lag_kommune("Leikanger", "1419", til=date(2020, 1, 1))
    raadet = lag_avtale(region=sogn, form="P27_1992", fra=date(2001, 1, 1), til=date(2023, 5, 1))
    Deltakelse.objects.create(avtale=raadet, part=gammel, fra=date(2001, 1, 1), til=date(2020, 1, 1))
    assert "1 deltaker 1. januar 2019" in tekst(client.get(url("deltakere", raadet.pk), {"dato": "1.1.2019"}))
    assert "Ingen deltakere" in tekst(client.get(url("deltakere", raadet.pk)))


def test_money_tab_is_for_those_who_may_see_money(client, som, avtale, kommuner):
    kostnad = f"/avtaler/{avtale.pk}/kostnad/"
    assert kostnad not in tekst(client.get(url("avtale", avtale.pk)))
    assert kostnad in tekst(som(lag_bruker("politiker", kommune=kommuner[0])).get(url("avtale", avtale.pk)))


def test_chosen_date_follows_the_tabs(client, avtale):
    side = tekst(client.get(url("avtale", avtale.pk), {"dato": "1.1.2022"}))
    assert f"{url('lovkrav', avtale.pk)}?dato=2022-01-01" in side


# Registering and changing --------------------------------------------------------------------------------------------


@pytest.fixture
def utfylt(sogn):
    return {
        "form": "KO", "navn": "Sogn KO", "region": sogn.pk, "klasse": "tjenesteyting", "maalform": "nn",
        "formaal": "Løyse oppgåver\nSpare pengar", klausulnavn("KO.g"): "Kan ikkje ta opp lån.",
    }  # fmt: skip


def test_new_agreement_is_registered_with_its_clauses(redaktoer, utfylt):
    svar = redaktoer.post(url("ny"), utfylt, follow=True)
    avtale = Avtale.objects.get()
    assert svar.redirect_chain == [(url("deltakere", avtale.pk), 302)]
    assert "Avtalen er registrert" in tekst(svar)
    assert "finner du den under «Kommende»" in tekst(svar)
    assert avtale.formaal.count() == 2
    assert avtale.versjoner.get().bestemmelser.get().krav == "KO.g"


def test_form_page_follows_the_form_that_is_chosen(redaktoer):
    uten = tekst(redaktoer.get(url("ny")))
    ko = tekst(redaktoer.get(url("ny"), {"form": "KO"}))
    iks = tekst(redaktoer.get(url("ny"), {"form": "IKS"}))
    assert "Velg samarbeidsform først" in uten
    assert klausulnavn("KO.g") in ko
    assert klausulnavn("KO.g") not in iks
    assert "«IKS»" in iks


def test_updating_the_form_keeps_what_was_typed_and_judges_nothing(redaktoer, utfylt):
    svar = redaktoer.post(url("ny"), utfylt | {"form": "IPR", "fra": "snart", "oppdater": "1"})
    side = tekst(svar)
    assert svar.status_code == 200
    assert 'value="snart"' in side
    assert "Spare pengar" in side
    assert "feiloppsummering" not in side
    assert klausulnavn("IPR.d") in side
    assert not Avtale.objects.exists()


def test_clauses_come_back_when_the_form_does(redaktoer, utfylt):
    navn = klausulnavn("KO.g")
    iks = tekst(redaktoer.post(url("ny"), utfylt | {"form": "IKS", "oppdater": "1", navn: "Linje 1\nLinje 2"}))
    assert f'<input type="hidden" name="{navn}" value="Linje 1\nLinje 2">' in iks
    assert 'autocomplete="off"' in iks[iks.index("<select") : iks.index("</select>")]
    feil = tekst(redaktoer.post(url("ny"), utfylt | {"form": "IKS", "navn": "", "krav-tull": "x"}))
    assert f'name="{navn}" value="Kan ikkje ta opp lån."' in feil
    assert "krav-tull" not in feil
    redaktoer.post(url("ny"), utfylt | {"form": "IKS", "navn": "Sogn IKS", navn: "Kan ikkje ta opp lån."})
    assert not Avtale.objects.get().versjoner.get().bestemmelser.exists()
    ko = tekst(redaktoer.post(url("ny"), utfylt | {"form": "KO", "oppdater": "1"}))
    assert f'type="hidden" name="{navn}"' not in ko
    assert "Kan ikkje ta opp lån." in ko


def test_changing_the_form_with_htmx_swaps_only_the_form(redaktoer, utfylt):
    svar = redaktoer.post(url("ny"), utfylt | {"oppdater": "1"}, headers=HTMX | {"HX-Target": "skjema"})
    assert "<h1" not in tekst(svar)
    assert klausulnavn("KO.g") in tekst(svar)


def test_checklist_is_answered_as_it_is_typed_and_stores_nothing(redaktoer, utfylt):
    til = HTMX | {"HX-Target": "sjekkliste"}
    uten = tekst(redaktoer.post(url("ny"), {"form": "KO"}, headers=til))
    med = tekst(redaktoer.post(url("ny"), utfylt, headers=til))
    assert "<form" not in uten
    assert "§ 19-4(4)g" in uten
    assert med.count("Oppfylt") > uten.count("Oppfylt")
    assert not Avtale.objects.exists()


def test_checklist_without_a_form_is_empty(redaktoer):
    assert redaktoer.post(url("ny"), {}, headers=HTMX | {"HX-Target": "sjekkliste"}).status_code == 200


def test_closed_form_is_refused_with_the_same_sentence_on_top_and_at_the_field(redaktoer, utfylt):
    svar = redaktoer.post(url("ny"), utfylt | {"form": "P27_1992"})
    setning = les_regelverk().form("P27_1992").avslag.for_sent.nb
    assert svar.status_code == 422
    assert tekst(svar).count(setning) == 2
    assert "<title>Feil: " in tekst(svar)
    assert not Avtale.objects.exists()


def test_errors_keep_what_was_typed(redaktoer, utfylt):
    svar = redaktoer.post(url("ny"), utfylt | {"navn": "", "fra": "31.2.2026", "orgnr": "12"})
    side = tekst(svar)
    assert svar.status_code == 422
    assert side.count("Skriv navnet på samarbeidet.") == 2
    assert 'value="31.2.2026"' in side
    assert "Kan ikkje ta opp lån." in side


@pytest.mark.parametrize(
    ("felt", "verdi"),
    [
        ("oppgaver", "9" * 30), ("oppgaver", "x"), ("oppgaver", "1\x00"), ("region", "9" * 30), ("klasse", "\x00"),
        ("form", "\x00"), ("versjon", "9" * 30), ("maalform", "se"), (klausulnavn("KO.g"), "a\x00b"),
    ],
)  # fmt: skip
def test_spoilt_values_are_refused_and_never_an_error(redaktoer, avtale, utfylt, felt, verdi):
    data = utfylt | {"versjon": "1", felt: verdi}
    assert redaktoer.post(url("endre", avtale.pk), data).status_code in {409, 422}
    assert redaktoer.post(url("endre", avtale.pk), data | {"oppdater": "1"}).status_code == 200
    svar = redaktoer.post(url("endre", avtale.pk), data, headers=HTMX | {"HX-Target": "sjekkliste"})
    assert svar.status_code == 200


def test_change_is_saved_and_told(redaktoer, avtale, utfylt):
    side = redaktoer.get(url("endre", avtale.pk))
    assert side.context["form"].initial["versjon"] == 1
    svar = redaktoer.post(
        url("endre", avtale.pk), utfylt | {"navn": "Sogn oppgåvefellesskap KO", "versjon": "1"}, follow=True
    )
    avtale.refresh_from_db()
    assert (avtale.navn, avtale.versjon) == ("Sogn oppgåvefellesskap KO", 2)
    assert "Endringene er lagret" in tekst(svar)


@pytest.mark.parametrize("versjon", ["1", "", "x"])
def test_conflict_shows_mine_and_theirs_and_loses_nothing(redaktoer, avtale, utfylt, versjon):
    Avtale.objects.filter(pk=avtale.pk).update(navn="Deira namn KO", versjon=7)
    svar = redaktoer.post(url("endre", avtale.pk), utfylt | {"navn": "Mitt namn KO", "versjon": versjon})
    side = tekst(svar)
    assert svar.status_code == 409
    assert "Deira namn KO" in side
    assert 'value="Mitt namn KO"' in side
    assert "Kan ikkje ta opp lån." in side
    assert Avtale.objects.get().navn == "Deira namn KO"
    assert redaktoer.post(url("endre", avtale.pk), utfylt | {"navn": "Mitt namn KO", "versjon": "7"}).status_code == 302
    assert Avtale.objects.get().navn == "Mitt namn KO"


def test_old_agreement_can_be_changed_without_changing_form(redaktoer, sogn, utfylt):
    raadet = lag_avtale(form="P27_1992", region=sogn, fra=date(2001, 1, 1))
    assert 'value="P27_1992" selected' in tekst(redaktoer.get(url("endre", raadet.pk)))
    assert redaktoer.post(url("endre", raadet.pk), utfylt | {"form": "P27_1992", "versjon": "1"}).status_code == 302


def test_ending_an_agreement_asks_for_the_last_day(redaktoer, avtale):
    assert redaktoer.get(url("avslutt", avtale.pk)).status_code == 200
    lest = {"versjon": avtale.versjon}
    assert redaktoer.post(url("avslutt", avtale.pk), lest | {"siste_dag": "31.12.2010"}).status_code == 422
    assert redaktoer.post(url("avslutt", avtale.pk), lest | {"siste_dag": "31.12.2026"}).status_code == 302
    assert set(Deltakelse.objects.values_list("til", flat=True)) == {date(2027, 1, 1)}


# Participants --------------------------------------------------------------------------------------------------------


def test_participant_is_added_by_number_or_name(redaktoer, avtale):
    lag_kommune("Aurland", "4641")
    svar = redaktoer.post(
        url("ny_deltaker", avtale.pk), {"part": "aurland", "rolle": "deltaker", "fra": "1.1.2026", "eierandel": "1/9"}
    )
    assert svar.status_code == 302
    assert avtale.deltakelser.get(part__navn="Aurland").eierandel == Fraction(1, 9)


def test_overlap_is_a_sentence_at_the_field(redaktoer, avtale):
    svar = redaktoer.post(url("ny_deltaker", avtale.pk), {"part": "4644", "rolle": "deltaker", "fra": "1.6.2026"})
    assert svar.status_code == 422
    assert tekst(svar).count("allerede med i avtalen") == 2
    assert 'value="4644"' in tekst(svar)


def test_empty_post_shows_the_errors(redaktoer, avtale):
    runde, aapen = lag_runde(avtale), lag_runde(avtale, laast=None)
    sider = [
        url("ny"), url("endre", avtale.pk), url("avslutt", avtale.pk), url("ny_deltaker", avtale.pk),
        url("ny_runde", avtale.pk), url("registrer_vedtak", runde.pk, runde.vedtak.first().pk),
        url("endre_deltaker", avtale.pk, avtale.deltakelser.first().pk), url("endre_runde", aapen.pk),
        url("avslutt_deltaker", avtale.pk, avtale.deltakelser.first().pk),
    ]  # fmt: skip
    for side in sider:
        svar = redaktoer.post(side, {})
        assert svar.status_code == 422, side
        assert "feiloppsummering" in tekst(svar)


def test_participant_form_lists_the_region_first(redaktoer, avtale):
    lag_kommune("Askvoll", "4645")
    side = tekst(redaktoer.get(url("ny_deltaker", avtale.pk)))
    assert side.index("4643 Årdal") < side.index("4645 Askvoll")


def test_changed_participant_conflicts_with_an_older_reading(redaktoer, avtale):
    deltakelse = avtale.deltakelser.get(part__navn="Vik")
    lest = avtrykk(deltakelse)
    Deltakelse.objects.filter(pk=deltakelse.pk).update(medlemmer=5)
    data = {"part": "Vik", "rolle": "deltaker", "fra": "1.1.2020", "medlemmer": "2", "lest": lest}
    svar = redaktoer.post(url("endre_deltaker", avtale.pk, deltakelse.pk), data)
    assert svar.status_code == 409
    assert [(en.mitt, en.lagret) for en in svar.context["forskjeller"]] == [("2", "5")]
    data["lest"] = svar.context["form"].data["lest"]
    assert redaktoer.post(url("endre_deltaker", avtale.pk, deltakelse.pk), data).status_code == 302


def test_participant_of_another_agreement_is_404(redaktoer, avtale, sogn):
    andre = lag_avtale(region=sogn, kommuner=[lag_kommune()])
    assert redaktoer.get(url("endre_deltaker", avtale.pk, andre.deltakelser.get().pk)).status_code == 404


def test_participant_is_let_out_by_the_last_day(redaktoer, avtale):
    deltakelse = avtale.deltakelser.get(part__navn="Vik")
    felt = {"siste_dag": "31.12.2025", "versjon": deltakelse.versjon}
    redaktoer.post(url("avslutt_deltaker", avtale.pk, deltakelse.pk), felt)
    deltakelse.refresh_from_db()
    assert deltakelse.til == date(2026, 1, 1)


# Rounds --------------------------------------------------------------------------------------------------------------


def test_round_is_started_among_the_participants(redaktoer, avtale):
    data = {"slag": "endre", "tittel": "Ny avtale", "forslag": "Vedta.", "maalform": "nn", "vindu_til": "30.4.2026"}
    svar = redaktoer.post(url("ny_runde", avtale.pk), data, follow=True)
    assert Raadsvedtak.objects.count() == 3
    assert "0 av 3 behandlet" in tekst(svar)


def test_round_without_participants_says_why(redaktoer, sogn):
    tom = lag_avtale(region=sogn)
    svar = redaktoer.post(url("ny_runde", tom.pk), {"slag": "endre", "tittel": "S", "forslag": "F", "maalform": "nb"})
    assert svar.status_code == 422
    assert "ingen deltakere" in tekst(svar)


def test_answer_is_recorded_and_summed(redaktoer, avtale):
    runde = lag_runde(avtale, vindu_fra=date(2026, 2, 1), vindu_til=date(2026, 4, 30))
    vedtak = runde.vedtak.get(part__navn="Vik")
    data = {
        "versjon": "1",
        "status": "likelydende",
        "dato": "16. mars 2026",
        "saksnummer": "PS 14/26",
        "stemmer_for": "19",
    }
    svar = redaktoer.post(url("registrer_vedtak", runde.pk, vedtak.pk), data, follow=True)
    assert "1 av 3 behandlet" in tekst(svar)
    assert "16.03.2026" in tekst(svar)
    assert "For sent ute" in tekst(svar)


def test_answer_without_meeting_date_is_refused_at_the_field(redaktoer, avtale):
    runde = lag_runde(avtale)
    svar = redaktoer.post(
        url("registrer_vedtak", runde.pk, runde.vedtak.first().pk), {"versjon": "1", "status": "avvist"}
    )
    assert svar.status_code == 422
    assert tekst(svar).count("Skriv møtedatoen når saken er behandlet.") == 2


def test_answer_on_top_of_another_conflicts_and_keeps_mine(redaktoer, avtale):
    runde = lag_runde(avtale)
    vedtak = runde.vedtak.first()
    registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="mottatt")
    data = {"versjon": "1", "status": "avvist", "dato": "1.3.2026", "ordlyd": "Nei takk."}
    svar = redaktoer.post(url("registrer_vedtak", runde.pk, vedtak.pk), data)
    assert svar.status_code == 409
    assert "Nei takk." in tekst(svar)
    assert redaktoer.post(url("registrer_vedtak", runde.pk, vedtak.pk), data | {"versjon": "2"}).status_code == 302


def test_board_says_when_identical_decisions_take_effect(client, avtale):
    runde = lag_runde(avtale, avtalt_ikrafttreden=date(2023, 5, 1))
    for vedtak in runde.vedtak.all():
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2023, 3, 2))
    side = tekst(client.get(url("runde", runde.pk)))
    assert "Vedtaket gjelder fra 1. mai 2023" in side
    assert "Likelydende: 3 av 3" in side
    assert "gjelder fra 1. mai 2023" not in tekst(client.get(url("runde", runde.pk), {"dato": "1.3.2023"}))


def test_decision_of_another_round_is_404(redaktoer, avtale, sogn):
    runde, annen = lag_runde(avtale), lag_runde(avtale)
    assert redaktoer.get(url("registrer_vedtak", runde.pk, annen.vedtak.first().pk)).status_code == 404


def test_board_and_agreement_say_the_same_day(client, sogn, kommuner):
    fra = date(2026, 1, 1)
    avtale = lag_avtale(region=sogn, kommuner=kommuner, fra=fra)
    runde = lag_runde(avtale, slag="opprette")
    for vedtak in runde.vedtak.all():
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2025, 11, 20))
    side = tekst(client.get(url("runde", runde.pk)))
    assert "Vedtaket gjelder fra 1. januar 2026" in side
    assert "ført inn" not in side


def test_board_tells_when_the_agreement_says_another_day(redaktoer, avtale):
    runde = lag_runde(avtale, slag="opprette")
    for vedtak in runde.vedtak.all():
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2020, 3, 2))
    side = tekst(redaktoer.get(url("runde", runde.pk)))
    assert "Vedtaket gjelder fra 2. mars 2020" in side
    assert "Avtalen er ført inn med at den gjelder fra 1. januar 2020" in side


def test_board_counts_identical_decisions_only_when_there_are_answers(redaktoer, avtale):
    runde = lag_runde(avtale)
    side = tekst(redaktoer.get(url("runde", runde.pk)))
    assert "Likelydende" not in side
    assert "Endre svar" not in side
    registrer_vedtak(vedtak_id=runde.vedtak.first().pk, versjon=1, status="avvist", dato=date(2026, 3, 2))
    side = tekst(redaktoer.get(url("runde", runde.pk)))
    assert "Likelydende: 0 av 1" in side
    assert side.count("Endre svar") == 1
    assert "Trekk saken" not in side


def test_identical_answer_is_opened_without_repeating_the_proposal(redaktoer, avtale):
    vedtak = lag_runde(avtale).vedtak.first()
    registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2026, 3, 2))
    side = redaktoer.get(url("registrer_vedtak", vedtak.runde_id, vedtak.pk))
    assert side.context["form"].initial["ordlyd"] == ""


def test_proposal_is_changed_and_conflicts_are_shown(redaktoer, avtale):
    runde = lag_runde(avtale, laast=None)
    data = {"slag": "endre", "tittel": "Mi sak", "forslag": "Mine ord.", "maalform": "nn"}
    svar = redaktoer.post(url("endre_runde", runde.pk), data | {"versjon": "7"})
    assert svar.status_code == 409
    assert "Mine ord." in tekst(svar)
    versjon = svar.context["form"].data["versjon"]
    svar = redaktoer.post(url("endre_runde", runde.pk), data | {"versjon": versjon}, follow=True)
    assert "Endringene er lagret" in tekst(svar)
    assert "Mine ord." in tekst(svar)


def test_proposal_is_withdrawn_after_asking(redaktoer, avtale):
    runde = lag_runde(avtale, tittel="Feil sak")
    assert "Det kan ikke angres" in tekst(redaktoer.get(url("trekk_runde", runde.pk)))
    svar = redaktoer.post(url("trekk_runde", runde.pk), follow=True)
    assert svar.redirect_chain == [(url("vedtak", avtale.pk), 302)]
    assert "«Feil sak» er trukket" in tekst(svar)


def test_answered_proposal_says_why_it_stays(redaktoer, avtale):
    runde = lag_runde(avtale)
    registrer_vedtak(vedtak_id=runde.vedtak.first().pk, versjon=1, status="avvist", dato=date(2026, 3, 2))
    assert "allerede behandlet" in tekst(redaktoer.get(url("trekk_runde", runde.pk)))
    svar = redaktoer.post(url("trekk_runde", runde.pk))
    assert svar.status_code == 422
    assert "allerede behandlet" in tekst(svar)


def test_draft_is_deleted_after_asking(redaktoer, sogn):
    utkast = lag_avtale("Feil utkast", region=sogn, er_utkast=True)
    assert url("slett", utkast.pk) in tekst(redaktoer.get(url("avtale", utkast.pk)))
    assert "Det kan ikke angres" in tekst(redaktoer.get(url("slett", utkast.pk)))
    svar = redaktoer.post(url("slett", utkast.pk), follow=True)
    assert "«Feil utkast» er slettet" in tekst(svar)
    assert not Avtale.objects.exists()


def test_published_agreement_says_why_it_stays(redaktoer, avtale):
    assert url("slett", avtale.pk) not in tekst(redaktoer.get(url("avtale", avtale.pk)))
    svar = redaktoer.post(url("slett", avtale.pk))
    assert svar.status_code == 422
    assert "Bare et utkast kan slettes" in tekst(svar)


def test_heading_writes_the_form_with_a_capital(client, avtale):
    assert "Kommunalt oppgavefellesskap" in tekst(client.get(url("avtale", avtale.pk)))


# The councils' board -------------------------------------------------------------------------------------------------


@pytest.fixture
def vertsavtale(sogn):
    kommuner = [lag_kommune(navn) for navn in ("Os", "Tolga")]
    return lag_avtale("Landbrukskontoret", form="VERT_ADM", region=sogn, kommuner=kommuner, fra=date(2026, 1, 1))


def test_points_are_written_and_more_rows_are_given_when_asked(redaktoer, vertsavtale):
    data = {
        "slag": "endre", "tittel": "Vert", "forslag": "Os er vert.", "maalform": "nb", "punkt-TOTAL_FORMS": "2",
        "punkt-INITIAL_FORMS": "0", "punkt-0-navn": "vertskommune", "punkt-0-tekst": "Os", "punkt-0-krav": "VERT.b",
    }  # fmt: skip
    svar = redaktoer.post(url("ny_runde", vertsavtale.pk), data | {"flere": "1"})
    assert (svar.status_code, "punkt-3-navn" in tekst(svar)) == (200, True)
    halvt = redaktoer.post(url("ny_runde", vertsavtale.pk), data | {"punkt-0-tekst": ""})
    assert (halvt.status_code, "Skriv hva forslaget sier" in tekst(halvt)) == (422, True)
    svar = redaktoer.post(url("ny_runde", vertsavtale.pk), data | {"send": "1"}, follow=True)
    assert "Saken er låst og sendt" in tekst(svar)
    assert [punkt.krav for punkt in vertsavtale.runder.get().punkter.all()] == ["VERT.b"]


def test_lock_on_top_of_anothers_change_is_refused(redaktoer, vertsavtale):
    runde = lag_runde(vertsavtale, laast=None)
    svar = redaktoer.post(url("laas_runde", runde.pk), {"versjon": "7"}, follow=True)
    assert "Noen andre har endret saken" in tekst(svar)
    assert "Lås teksten og send til kommunestyrene" in tekst(svar)
    svar = redaktoer.post(url("laas_runde", runde.pk), {"versjon": "1"}, follow=True)
    assert "Alle venter på" in tekst(svar)


def test_joint_meeting_and_input_are_shown_on_the_board(redaktoer, vertsavtale):
    runde = lag_runde(vertsavtale, slag="eierskapsmelding", laast=None)
    data = {"versjon": "1", "dato": "11.9.2026", "merknad": "Vis kostnadene."}
    assert "Felles formannskap behandlet saken" in tekst(
        redaktoer.post(url("forbehandling", runde.pk), data, follow=True)
    )
    assert redaktoer.post(url("forbehandling", runde.pk), data).status_code == 409
    innspill = {"fra_hvem": "Formannskapet i Os", "dato": "12.9.2026", "tekst": "Hva koster det?"}
    assert "1 er ikke besvart" in tekst(redaktoer.post(url("nytt_innspill", runde.pk), innspill, follow=True))
    sted = url("svar_innspill", runde.pk, runde.innspill.get().pk)
    assert "alle er besvart" in tekst(redaktoer.post(sted, {"versjon": "1", "svar": "Ingenting."}, follow=True))
    assert redaktoer.post(sted, {"versjon": "1", "svar": "Litt."}).status_code == 409


def test_state_is_told_with_a_date_and_the_task_goes_away(redaktoer, vertsavtale):
    oppgaven = "Ikke gjort: meld fra til statsforvalteren"
    assert oppgaven in tekst(redaktoer.get(url("avtale", vertsavtale.pk)))
    assert oppgaven not in tekst(redaktoer.get(url("avtale", vertsavtale.pk), {"dato": "1.1.2025"}))
    sted = url("meld_statsforvalter", vertsavtale.pk)
    assert redaktoer.post(sted, {"versjon": "1", "dato": "1.1.2100"}).status_code == 422
    assert redaktoer.post(sted, {"versjon": "7", "dato": "1.2.2026"}).status_code == 409
    svar = redaktoer.post(sted, {"versjon": "1", "dato": "1.2.2026"}, follow=True)
    assert oppgaven not in tekst(svar)


def test_act_of_the_board_is_done_or_refused_in_words(redaktoer, vertsavtale):
    runde = lag_runde(vertsavtale, slag="opploese", avtalt_ikrafttreden=date(2026, 6, 1))
    sted = url("foelge", runde.pk, "avslutt")
    assert "Rådene har ikke vedtatt dette" in tekst(redaktoer.post(sted, follow=True))
    for vedtak in runde.vedtak.all():
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2026, 3, 2))
    assert "Gjort: Avslutt avtalen" in tekst(redaktoer.post(sted, follow=True))
    vertsavtale.refresh_from_db()
    assert vertsavtale.til == date(2026, 6, 1)


def test_reminding_councils_without_secretaries_says_so(redaktoer, vertsavtale):
    runde = lag_runde(vertsavtale)
    assert "Ingen sekretær er registrert for Os, Tolga" in tekst(redaktoer.post(url("minn", runde.pk), follow=True))


def test_list_of_rounds_is_for_all_and_mine_for_those_who_have_any(redaktoer, vertsavtale):
    lag_runde(vertsavtale, tittel="Vår sak")
    lag_runde(lag_avtale(kommuner=[lag_kommune()]), tittel="De andres sak")
    lag_runde(lag_avtale(kommuner=[lag_kommune()], er_utkast=True), tittel="Hemmelig sak")
    client = Client()
    alle, mine = tekst(client.get(url("runder"))), tekst(redaktoer.get(url("runder")))
    assert ("Vår sak" in alle, "De andres sak" in alle, "Hemmelig sak" in alle) == (True, True, False)
    assert ("Vår sak" in mine, "De andres sak" in mine) == (True, False)
    assert "De andres sak" in tekst(redaktoer.get(url("runder"), {"hvem": "alle"}))
    assert "Vår sak" not in tekst(redaktoer.get(url("runder"), {"stadium": "ferdig"}))
    assert client.get(url("runder"), {"stadium": "tull", "region": "x", "slag": "?"}).status_code == 200


def test_who_drives_a_case_is_told_to_those_who_are_logged_in_and_never_by_address(client, som):
    avtale = lag_avtale(kommuner=[lag_kommune()])
    driver = lag_bruker("koordinator", region=avtale.region, email="driver@example.no", navn="Siv Driver")
    uten_navn = lag_bruker(email="navnlaus@example.no")
    Bruker.objects.filter(pk=uten_navn.pk).update(navn="")
    runder = [lag_runde(avtale, ansvarlig=driver), lag_runde(avtale, tittel="To", ansvarlig=uten_navn)]
    adresser = [reverse("avtaler:runder"), *(reverse("avtaler:runde", args=[runde.pk]) for runde in runder)]
    for sett in (False, True):
        sider = [client.get(adresse).content.decode() for adresse in adresser]
        assert ["Driver saken" in side for side in sider] == [sett] * 3
        assert ["<dd>Siv Driver</dd>" in sider[1], "(uten navn)" in sider[2]] == [sett] * 2
        assert "navnlaus@example.no" not in "".join(sider)
        som(driver)
