"""Writes to the register: what they store, and what they refuse with which sentence."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from avtaler.models import Avtale, Raadsvedtak, Runde
from avtaler.regler import les_regelverk
from avtaler.tjenester import (
    Avvist,
    Konflikt,
    avslutt_avtale,
    avtrykk,
    endre_avtale,
    endre_deltakelse,
    endre_runde,
    knytt,
    laas_og_send,
    meld_inn,
    meld_ut,
    registrer_avtale,
    registrer_vedtak,
    slett_utkast,
    start_runde,
    trekk_runde,
)
from tests.fabrikker import lag_avtale, lag_kommune, lag_oppgave, lag_region, lag_runde

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 22)


def registrer(form="KO", importert=False, **felt):
    standard = {"navn": "Sogn KO", "form": form, "klasse": "tjenesteyting", "region": lag_region()}
    return registrer_avtale(
        felt=standard | felt, formaal=["Løse oppgaver", " ", "Spare penger"], oppgaver=[lag_oppgave("Barnevern")],
        bestemmelser={"KO.a": "Sogn KO", "KO.g": "  "}, dato=DATO, importert=importert,
    )  # fmt: skip


def test_registered_agreement_has_ordered_purposes_tasks_and_clauses():
    avtale = registrer()
    assert list(avtale.formaal.values_list("rekkefoelge", "tekst")) == [(1, "Løse oppgaver"), (2, "Spare penger")]
    assert [oppgave.navn_nb for oppgave in avtale.oppgaver.all()] == ["Barnevern"]
    assert dict(avtale.versjoner.get().bestemmelser.values_list("krav", "tekst")) == {"KO.a": "Sogn KO"}


@pytest.mark.parametrize("form", ["P27_1992", "P28_1992", "SAMKOMMUNE_1992"])
def test_closed_form_is_refused_with_a_sentence_at_the_form(form):
    with pytest.raises(Avvist) as avvist:
        registrer(form)
    assert avvist.value.felt == "form"
    assert avvist.value.setning == les_regelverk().form(form).avslag.for_sent.nb
    assert not Avtale.objects.exists()


def test_closed_form_is_let_in_as_history():
    assert registrer("P27_1992", importert=True, fra=date(2001, 1, 1)).pk


def test_unknown_form_is_refused():
    with pytest.raises(Avvist):
        registrer("XYZ")


def test_unknown_field_is_a_programming_error():
    with pytest.raises(TypeError):
        registrer(navnet="x")


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [("til", {"fra": date(2024, 1, 1), "til": date(2024, 1, 1)}), ("orgnr", {"orgnr": "12345"})],
)
def test_broken_constraint_becomes_a_sentence_at_the_field(felt, verdier):
    with pytest.raises(Avvist) as avvist:
        registrer(**verdier)
    assert avvist.value.felt == felt
    assert avvist.value.setning.endswith(".")


def endre(avtale, *, versjon=1, bestemmelser=None, dato=None, begrunnelse="", **felt):
    return endre_avtale(
        avtale_id=avtale.pk, versjon=versjon, felt=felt, formaal=["Nytt"], oppgaver=[], bestemmelser=bestemmelser or {},
        dato=dato, begrunnelse=begrunnelse,
    )  # fmt: skip


def test_change_replaces_purposes_and_raises_the_version():
    avtale = endre(registrer(), navn="Sogn oppgavefellesskap KO")
    assert (avtale.navn, avtale.versjon) == ("Sogn oppgavefellesskap KO", 2)
    assert [formaal.tekst for formaal in avtale.formaal.all()] == ["Nytt"]
    assert not avtale.oppgaver.exists()


def test_change_of_clauses_leaves_those_not_mentioned():
    avtale = registrer()
    endre(avtale, bestemmelser={"KO.b": "Ja"})
    endre(avtale, versjon=2, bestemmelser={"KO.a": ""}, begrunnelse="Ført feil.")
    assert dict(avtale.versjoner.get().bestemmelser.values_list("krav", "tekst")) == {"KO.b": "Ja"}


def test_change_on_top_of_another_change_is_a_conflict_and_stores_nothing():
    avtale = registrer()
    endre(avtale, navn="Først")
    with pytest.raises(Konflikt) as konflikt:
        endre(avtale, navn="Sist")
    assert konflikt.value.lagret.navn == "Først"
    assert Avtale.objects.get().navn == "Først"


def test_old_form_is_kept_but_not_taken_up():
    gammel, ny = lag_avtale(form="P27_1992"), lag_avtale(form="KO")
    assert endre(gammel, form="P27_1992", dato=DATO).versjon == 2
    with pytest.raises(Avvist):
        endre(ny, form="P27_1992", dato=DATO)


def test_participation_keeps_exact_shares():
    deltakelse = meld_inn(lag_avtale(), part=lag_kommune(), fra=date(2020, 1, 1), eierandel=Fraction(1, 9))
    deltakelse.refresh_from_db()
    assert deltakelse.eierandel == Fraction(1, 9)
    assert deltakelse.ansvarsandel is None


def test_overlapping_participation_is_refused_with_a_sentence():
    avtale, luster = lag_avtale(), lag_kommune()
    meld_inn(avtale, part=luster, fra=date(2020, 1, 1), til=date(2022, 1, 1))
    with pytest.raises(Avvist) as avvist:
        meld_inn(avtale, part=luster, fra=date(2021, 12, 31))
    assert avvist.value.felt == "part"
    assert meld_inn(avtale, part=luster, fra=date(2022, 1, 1)).pk


def test_participation_that_ends_before_it_begins_is_refused():
    with pytest.raises(Avvist) as avvist:
        meld_inn(lag_avtale(), part=lag_kommune(), fra=date(2022, 1, 1), til=date(2022, 1, 1))
    assert avvist.value.felt == "til"


def test_changed_participation_is_a_conflict_for_the_second_reader():
    deltakelse = meld_inn(lag_avtale(), part=lag_kommune(), fra=date(2020, 1, 1))
    lest = avtrykk(deltakelse)
    endre_deltakelse(deltakelse_id=deltakelse.pk, lest=lest, felt={"eierandel": Fraction(1, 2)})
    with pytest.raises(Konflikt):
        endre_deltakelse(deltakelse_id=deltakelse.pk, lest=lest, felt={"eierandel": Fraction(1, 3)})
    deltakelse.refresh_from_db()
    assert deltakelse.eierandel == Fraction(1, 2)


def test_leaving_keeps_the_history():
    deltakelse = meld_ut(meld_inn(lag_avtale(), part=lag_kommune(), fra=date(2020, 1, 1)), til=date(2024, 1, 1))
    deltakelse.refresh_from_db()
    assert deltakelse.til == date(2024, 1, 1)
    with pytest.raises(Avvist):
        meld_ut(deltakelse, til=date(2020, 1, 1))


def test_ending_an_agreement_ends_running_participations_only():
    avtale = lag_avtale(kommuner=[lag_kommune()])
    gammel = meld_inn(avtale, part=lag_kommune(), fra=date(2020, 1, 1), til=date(2021, 1, 1))
    avsluttet = avslutt_avtale(avtale, til=date(2023, 5, 1))
    assert (avsluttet.til, avsluttet.versjon) == (date(2023, 5, 1), 2)
    assert set(avtale.deltakelser.values_list("til", flat=True)) == {date(2023, 5, 1), gammel.til}


@pytest.mark.parametrize("til", [date(2020, 1, 1), date(2019, 1, 1)])
def test_agreement_cannot_end_before_it_begins(til):
    with pytest.raises(Avvist):
        avslutt_avtale(lag_avtale(), til=til)


def test_agreement_cannot_end_before_a_coming_participant_joins():
    avtale = lag_avtale()
    meld_inn(avtale, part=lag_kommune(), fra=date(2027, 1, 1))
    with pytest.raises(Avvist):
        avslutt_avtale(avtale, til=date(2026, 12, 1))


def test_relating_twice_keeps_one_relation():
    en, to = lag_avtale(), lag_avtale()
    knytt(en, to, type="omdannet_til")
    relasjon = knytt(en, to, type="omdannet_til", dato=date(2023, 5, 1))
    assert en.relasjoner_ut.get() == relasjon
    assert en.relasjoner_ut.get().dato == date(2023, 5, 1)
    with pytest.raises(Avvist):
        knytt(en, en, type="bygger_paa")


def test_round_asks_every_council_that_is_in_on_the_date():
    vik = lag_kommune("Vik")
    avtale = lag_avtale(kommuner=[lag_kommune("Luster"), vik])
    meld_inn(avtale, part=lag_kommune("Observatør"), fra=date(2020, 1, 1), rolle="observatoer")
    meld_inn(avtale, part=lag_kommune(type="privat", navn="AS"), fra=date(2020, 1, 1))
    meld_inn(avtale, part=lag_kommune("Før"), fra=date(2020, 1, 1), til=date(2021, 1, 1))
    meld_inn(avtale, part=lag_kommune("Senere"), fra=date(2030, 1, 1))
    runde = lag_runde(avtale, dato=DATO)
    assert [vedtak.part.navn for vedtak in runde.vedtak.all()] == ["Luster", "Vik"]
    assert {vedtak.status for vedtak in runde.vedtak.all()} == {"ikke_sendt"}


def test_round_on_a_coming_agreement_asks_those_who_are_to_be_in_it():
    avtale = lag_avtale(kommuner=[lag_kommune()], fra=date(2027, 1, 1))
    assert lag_runde(avtale, slag="opprette", dato=DATO).vedtak.count() == 1


def test_round_without_councils_is_refused():
    with pytest.raises(Avvist):
        lag_runde(lag_avtale(), dato=DATO)


def test_round_with_a_window_that_ends_first_is_refused():
    with pytest.raises(Avvist) as avvist:
        start_runde(
            lag_avtale(kommuner=[lag_kommune()]), slag="endre", tittel="Sak", forslag="Ord", dato=DATO,
            vindu_fra=date(2027, 2, 1), vindu_til=date(2027, 1, 1),
        )  # fmt: skip
    assert avvist.value.felt == "vindu_til"


def vedtak_i_ny_runde() -> Raadsvedtak:
    return lag_runde(lag_avtale(kommuner=[lag_kommune()]), dato=DATO).vedtak.get()


def test_recorded_decision_raises_the_version():
    vedtak = registrer_vedtak(
        vedtak_id=vedtak_i_ny_runde().pk, versjon=1, status="likelydende", dato=DATO, saksnummer=" PS 1/26 ",
        stemmer_for=19, stemmer_mot=2,
    )  # fmt: skip
    vedtak.refresh_from_db()
    assert (vedtak.status, vedtak.saksnummer, vedtak.stemmer_for, vedtak.versjon) == ("likelydende", "PS 1/26", 19, 2)


@pytest.mark.parametrize("status", ["likelydende", "avvik", "avvist"])
def test_treated_proposal_must_have_a_meeting_date(status):
    with pytest.raises(Avvist) as avvist:
        registrer_vedtak(vedtak_id=vedtak_i_ny_runde().pk, versjon=1, status=status, ordlyd="Ord")
    assert avvist.value.felt == "dato"


def test_deviation_must_have_its_words():
    with pytest.raises(Avvist) as avvist:
        registrer_vedtak(vedtak_id=vedtak_i_ny_runde().pk, versjon=1, status="avvik", dato=DATO, ordlyd=" ")
    assert avvist.value.felt == "ordlyd"


def test_decision_on_top_of_another_is_a_conflict():
    vedtak = vedtak_i_ny_runde()
    registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="mottatt")
    with pytest.raises(Konflikt):
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="avvist", dato=DATO)
    vedtak.refresh_from_db()
    assert vedtak.status == "mottatt"


ETTER, MOT_FLERTALL = date(2026, 11, 23), {"stemmer_for": 2, "stemmer_mot": 19}


@pytest.mark.parametrize(
    ("svar", "felt", "setning"),
    [
        ({"status": "likelydende", "dato": DATO, "ordlyd": "Noe helt annet."}, "ordlyd", "ikke lik forslaget"),
        ({"status": "avvik", "dato": DATO, "ordlyd": "kommunestyret vedtar avtalen"}, "ordlyd", "er lik forslaget"),
        ({"status": "likelydende", "dato": DATO} | MOT_FLERTALL, "stemmer_mot", "stemte mot enn for"),
        ({"status": "avvik", "dato": DATO, "ordlyd": "Annet."} | MOT_FLERTALL, "stemmer_mot", "stemte mot enn for"),
        ({"status": "avvist", "dato": DATO, "stemmer_for": 19, "stemmer_mot": 2}, "stemmer_mot", "for enn mot"),
        ({"status": "mottatt", "dato": DATO}, "dato", "ikke satt opp"),
        ({"status": "ikke_sendt", "ordlyd": "Vedtatt."}, "ordlyd", "ikke behandlet"),
        ({"status": "mottatt", "stemmer_for": 0}, "stemmer_for", "ikke behandlet"),
        ({"status": "paa_saklista", "dato": DATO, "stemmer_mot": 3}, "stemmer_mot", "ikke behandlet"),
        ({"status": "likelydende", "dato": ETTER}, "dato", "Møtet er ikke holdt ennå"),
        ({"status": "avvist", "dato": date(2026, 8, 31)}, "dato", "tilrådd (1. september 2026)"),
        ({"status": "paa_saklista", "dato": date(2026, 8, 31)}, "dato", "tilrådd (1. september 2026)"),
    ],
)
def test_answer_that_cannot_be_is_refused_at_its_field(svar, felt, setning):
    avtale = lag_avtale(kommuner=[lag_kommune()])
    vedtak = lag_runde(avtale, dato=DATO, tilraadd_dato=date(2026, 9, 1)).vedtak.get()
    with pytest.raises(Avvist) as avvist:
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, idag=DATO, **svar)
    assert avvist.value.felt == felt
    assert setning in avvist.value.setning
    vedtak.refresh_from_db()
    assert (vedtak.status, vedtak.versjon) == ("ikke_sendt", 1)


@pytest.mark.parametrize(
    "svar",
    [
        {"status": "paa_saklista", "dato": date(2026, 12, 10), "saksnummer": "PS 8/26"},
        {"status": "mottatt", "saksnummer": "26/114"},
        {"status": "likelydende", "dato": DATO, "stemmer_for": 10, "stemmer_mot": 10},
        {"status": "avvist", "dato": DATO, "stemmer_for": 10, "stemmer_mot": 10},
        {"status": "utsatt", "dato": DATO, "ordlyd": "Saken utsettes.", "stemmer_for": 3, "stemmer_mot": 9},
    ],
)
def test_answer_that_can_be_is_recorded(svar):
    vedtak = registrer_vedtak(vedtak_id=vedtak_i_ny_runde().pk, versjon=1, idag=DATO, **svar)
    assert (vedtak.status, vedtak.versjon) == (svar["status"], 2)


@pytest.mark.parametrize("ordlyd", ["", " kommunestyret vedtar\navtalen"])
def test_identical_decision_has_the_words_of_the_proposal(ordlyd):
    vedtak = registrer_vedtak(
        vedtak_id=vedtak_i_ny_runde().pk, versjon=1, status="likelydende", dato=DATO, ordlyd=ordlyd
    )
    assert vedtak.ordlyd == (ordlyd.strip() or "Kommunestyret vedtar avtalen.")


def besvar(runde: Runde, **svar) -> None:
    registrer_vedtak(vedtak_id=runde.vedtak.first().pk, versjon=1, **({"status": "avvist", "dato": DATO} | svar))


def test_proposal_is_changed_until_it_is_locked_and_withdrawn_until_a_council_answers():
    runde = lag_runde(lag_avtale(kommuner=[lag_kommune()]), dato=DATO, laast=None)
    assert endre_runde(runde_id=runde.pk, versjon=1, felt={"forslag": "Andre ord."}).forslag == "Andre ord."
    laas_og_send(runde_id=runde.pk, versjon=2, dato=DATO)
    besvar(runde, status="paa_saklista", dato=ETTER)
    trekk_runde(runde)
    assert not Runde.objects.exists()
    assert not Raadsvedtak.objects.exists()


def test_proposal_stands_when_a_council_has_answered():
    runde = lag_runde(lag_avtale(kommuner=[lag_kommune()]), dato=DATO)
    besvar(runde)
    with pytest.raises(Avvist, match="allerede behandlet"):
        trekk_runde(runde)
    with pytest.raises(Avvist, match="låst"):
        endre_runde(runde_id=runde.pk, versjon=1, felt={"forslag": "Andre ord."})
    assert Runde.objects.get().forslag == "Kommunestyret vedtar avtalen."


def test_change_of_a_proposal_on_top_of_another_is_a_conflict():
    runde = lag_runde(lag_avtale(kommuner=[lag_kommune()]), dato=DATO, laast=None)
    endre_runde(runde_id=runde.pk, versjon=1, felt={"tittel": "Først"})
    with pytest.raises(Konflikt):
        endre_runde(runde_id=runde.pk, versjon=1, felt={"tittel": "Sist"})
    with pytest.raises(TypeError):
        endre_runde(runde_id=runde.pk, versjon=2, felt={"avtale": 1})
    assert Runde.objects.get().tittel == "Først"


def test_answer_to_a_withdrawn_proposal_is_refused():
    vedtak = vedtak_i_ny_runde()
    trekk_runde(vedtak.runde)
    with pytest.raises(Avvist):
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="mottatt")


def test_draft_is_deleted_with_all_that_hangs_on_it():
    utkast = lag_avtale(kommuner=[lag_kommune()], er_utkast=True, formaal=["Et formål"], bestemmelser={"KO.a": "X"})
    lag_runde(utkast, dato=DATO)
    knytt(utkast, lag_avtale("Den andre"), type="bygger_paa")
    slett_utkast(utkast)
    assert [avtale.navn for avtale in Avtale.objects.all()] == ["Den andre"]
    assert not Runde.objects.exists()


def test_published_agreement_is_not_deleted():
    with pytest.raises(Avvist) as avvist:
        slett_utkast(lag_avtale())
    assert "Bare et utkast" in avvist.value.setning
    assert Avtale.objects.exists()


def test_draft_that_a_council_has_decided_about_is_not_deleted():
    utkast = lag_avtale(kommuner=[lag_kommune()], er_utkast=True)
    besvar(lag_runde(utkast, dato=DATO))
    with pytest.raises(Avvist):
        slett_utkast(utkast)
    assert Avtale.objects.exists()


def test_rounds_are_locked_before_a_draft_is_deleted():
    utkast = lag_avtale(kommuner=[lag_kommune()], er_utkast=True)
    lag_runde(utkast, dato=DATO)
    with CaptureQueriesContext(connection) as spoerringer:
        slett_utkast(utkast)
    sql = [en["sql"] for en in spoerringer]
    laaser = [nr for nr, en in enumerate(sql) if "avtaler_runde" in en and "FOR UPDATE" in en]
    sperrer = [nr for nr, en in enumerate(sql) if en.startswith("SELECT 1") and "avtaler_raadsvedtak" in en]
    assert laaser
    assert sperrer
    assert laaser[0] < sperrer[0]


def test_nobody_is_in_an_agreement_after_its_end():
    avtale = lag_avtale(til=date(2025, 1, 1))
    with pytest.raises(Avvist) as avvist:
        meld_inn(avtale, part=lag_kommune(), fra=date(2025, 1, 1))
    assert avvist.value.felt == "fra"
    assert meld_inn(avtale, part=lag_kommune(), fra=date(2024, 1, 1)).til == date(2025, 1, 1)
    assert meld_inn(avtale, part=lag_kommune(), fra=date(2024, 1, 1), til=date(2024, 7, 1)).til == date(2024, 7, 1)
