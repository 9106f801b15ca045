"""Writes about rounds: who is asked, the debate and the lock, answers point by point, reminders, and what follows."""

from datetime import date
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from avtaler.domene.rundeslag import Foelge
from avtaler.models import Avtale, Avtaleversjon, Bestemmelse, Innspill, Paaminnelse, Runde
from avtaler.tasks import minn_om_vedtak
from avtaler.tjenester import (
    Avvist,
    Konflikt,
    Punkttekst,
    endre_runde,
    foer_inn_forbehandling,
    foer_inn_statsmelding,
    gi_innspill,
    gjoer_foelge,
    laas_og_send,
    minn_alle,
    minn_runde,
    opprett_deloppgave,
    registrer_vedtak,
    start_runde,
    svar_paa_innspill,
)
from avtaler.uttrekk import avtalegrunnlag, rundetavle
from avtaler.uttrekk.rundeforslag import fra_runde, fra_versjon
from avtaler.uttrekk.rundeliste import Rundefilter, rundeliste
from avtaler.uttrekk.rundeside import rundeside
from avtaler.uttrekk.statsmelding import statsmeldingsoppgave
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_runde

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 22)
FORSLAG = "Kommunestyret vedtar avtalen. Os kommune er vertskommune."
VERT = Punkttekst(navn="vertskommune", tekst="Os kommune er vertskommune.", krav="VERT.b")


def svar(runde: Runde, navn: str, status: str = "likelydende", dato: date = date(2026, 10, 1), **felt):
    vedtak = runde.vedtak.get(part__navn=navn)
    return registrer_vedtak(vedtak_id=vedtak.pk, versjon=None, status=status, dato=dato, **felt)


@pytest.fixture
def landbruk():
    """Four municipalities that are to have Os as their host."""
    kommuner = [lag_kommune(navn) for navn in ("Os", "Rendalen", "Tolga", "Tynset")]
    return lag_avtale("Landbrukskontoret", form="VERT_ADM", kommuner=kommuner, fra=date(2027, 1, 1))


@pytest.fixture
def tolgasaken(landbruk):
    """NIVI 2016: three choose Os, Tolga itself."""
    runde = start_runde(
        landbruk, slag="opprette", tittel="Felles landbrukskontor", forslag=FORSLAG, punkter=[VERT], dato=DATO,
        vindu_fra=date(2026, 9, 1), vindu_til=date(2026, 10, 31), laast=date(2026, 8, 20),
        avtalt_ikrafttreden=date(2027, 1, 1),
    )  # fmt: skip
    for navn in ("Os", "Rendalen", "Tynset"):
        svar(runde, navn)
    punkt = runde.punkter.get()
    svar(runde, "Tolga", "avvik", date(2026, 10, 15), ordlyd=FORSLAG.replace("Os", "Tolga"),
         punkter={punkt.pk: "Tolga kommune er vertskommune"})  # fmt: skip
    return runde


def test_tolga_is_told_in_one_sentence(tolgasaken):
    tavle = rundetavle(tolgasaken, dato=DATO)
    assert tavle.setning == "ikke likelydende: 3 av 4 – avvik: vertskommune (Tolga)"
    assert (tavle.stadium, tavle.gjelder_fra) == ("ulikt", None)
    assert [celle.navn for celle in tavle.punkter[0].celler if celle.ordlyd] == ["Tolga"]


def test_board_of_tolga_says_nothing_of_what_was_decided_later(tolgasaken):
    tavle = rundetavle(tolgasaken, dato=date(2026, 10, 14))
    assert (tavle.setning, tavle.stadium) == ("", "i_raadene")
    assert [rad.navn for rad in tavle.venter_paa] == ["Tolga"]
    assert not any(celle.ordlyd for celle in tavle.punkter[0].celler)


def test_three_go_on_in_a_new_round(tolgasaken):
    forslag = fra_runde(tolgasaken, rundetavle(tolgasaken, dato=DATO), bare_felles=True)
    assert [part.navn for part in forslag.parter] == ["Os", "Rendalen", "Tynset"]
    assert (forslag.punkter[0].navn, forslag.punkter[0].krav) == ("vertskommune", "VERT.b")
    ny = start_runde(
        tolgasaken.avtale, slag="opprette", tittel="For tre", forslag=FORSLAG, parter=forslag.parter, dato=DATO,
        erstatter=tolgasaken, laast=DATO,
    )  # fmt: skip
    assert ny.vedtak.count() == 3
    gammel = rundetavle(Runde.objects.get(pk=tolgasaken.pk), dato=DATO)
    assert (gammel.stadium, gammel.neste) == ("erstattet", None)


def test_three_go_on_at_once_where_the_terms_allow_and_tolga_joins_later(tolgasaken, landbruk):
    Runde.objects.filter(pk=tolgasaken.pk).update(delvis_ikrafttreden=True)
    runde = Runde.objects.get(pk=tolgasaken.pk)
    tavle = rundetavle(runde, dato=DATO)
    assert (tavle.stadium, tavle.gjelder_fra) == ("ferdig", date(2027, 1, 1))
    assert [rad.navn for rad in tavle.koalisjonen] == ["Os", "Rendalen", "Tynset"]
    tolga = landbruk.deltakelser.get(part__navn="Tolga").part
    os = landbruk.deltakelser.get(part__navn="Os").part
    vakt = opprett_deloppgave(landbruk, navn="Vakt", fra=date(2027, 1, 1), parter=[os, tolga])
    assert gjoer_foelge(runde, foelge="utenfor", part_id=tolga.pk, dato=DATO) == "Ta Tolga ut av deltakerlista"
    assert not landbruk.deltakelser.filter(part=tolga).exists()
    assert [rad.part.navn for rad in vakt.deltakelser.all()] == ["Os"]
    senere = lag_runde(landbruk, slag="utvide", gjelder_part=tolga, dato=date(2027, 6, 1))
    assert [vedtak.part.navn for vedtak in senere.vedtak.all()] == ["Os", "Rendalen", "Tolga", "Tynset"]
    for navn in ("Os", "Rendalen", "Tolga", "Tynset"):
        svar(senere, navn, dato=date(2027, 9, 1))
    gjoer_foelge(senere, foelge="meld_inn", part_id=tolga.pk, dato=date(2027, 10, 1))
    assert landbruk.deltakelser.get(part=tolga).fra == date(2027, 9, 1)


def test_words_are_marked_against_the_proposal_and_against_each_other(tolgasaken):
    tolga, os = tolgasaken.vedtak.get(part__navn="Tolga"), tolgasaken.vedtak.get(part__navn="Os")
    side = rundeside(tolgasaken, dato=DATO, maalform="nb", mellom=(str(os.pk), str(tolga.pk)))
    assert [(gruppe.navn, gruppe.er_forslaget) for gruppe in side.grupper] == [
        (("Os", "Rendalen", "Tynset"), True), (("Tolga",), False),
    ]  # fmt: skip
    merket = [(bit.slag.value, bit.tekst.strip()) for avsnitt in side.sammenligning.hele for bit in avsnitt]
    assert ("fjernet", "Os") in merket
    assert ("lagt_til", "Tolga") in merket
    assert rundeside(tolgasaken, dato=DATO, maalform="nb", mellom=("1", "x")).sammenligning is None


# Debate and lock -----------------------------------------------------------------------------------------------------


def test_text_is_open_until_every_input_is_answered_and_it_is_locked(landbruk):
    runde = lag_runde(landbruk, laast=None, dato=DATO)
    innspill = gi_innspill(runde, fra_hvem="Formannskapet i Tolga", tekst="Hvorfor Os?", dato=DATO)
    with pytest.raises(Avvist, match="1 innspill er ikke besvart"):
        laas_og_send(runde_id=runde.pk, versjon=1, dato=DATO)
    with pytest.raises(Avvist, match="Lås den"):
        svar(runde, "Os")
    svar_paa_innspill(innspill_id=innspill.pk, versjon=1, svar="Kortest vei for flest.", dato=DATO)
    endre_runde(runde_id=runde.pk, versjon=1, felt={"forslag": FORSLAG}, punkter=[VERT])
    laas_og_send(runde_id=runde.pk, versjon=2, dato=DATO)
    assert rundetavle(Runde.objects.get(pk=runde.pk), dato=DATO).rader[0].status_navn == "sendt"


@pytest.mark.parametrize("endring", [{"felt": {"forslag": "Nytt."}}, {"felt": {}, "punkter": [VERT]}])
def test_text_and_points_are_fixed_once_locked(landbruk, endring):
    runde = lag_runde(landbruk, dato=DATO)
    with pytest.raises(Avvist, match="Teksten er låst"):
        endre_runde(runde_id=runde.pk, versjon=1, **endring)
    assert endre_runde(runde_id=runde.pk, versjon=1, felt={"vindu_til": DATO}).vindu_til == DATO


def test_text_was_open_on_a_day_before_it_was_locked(landbruk):
    runde = lag_runde(landbruk, laast=date(2026, 11, 1), dato=DATO)
    foer, etter = (rundetavle(runde, dato=dag) for dag in (date(2026, 10, 31), date(2026, 11, 1)))
    assert (foer.er_laast, foer.er_laast_naa) == (False, True)
    assert (etter.er_laast, etter.er_laast_naa) == (True, True)


def test_input_after_the_lock_and_a_second_lock_are_refused(landbruk):
    runde = lag_runde(landbruk, dato=DATO)
    with pytest.raises(Avvist):
        gi_innspill(runde, fra_hvem="Formannskapet", tekst="For sent.", dato=DATO)
    with pytest.raises(Avvist, match="allerede låst"):
        laas_og_send(runde_id=runde.pk, versjon=1, dato=DATO)
    assert not Innspill.objects.exists()


def test_two_answers_to_one_input_conflict(landbruk):
    innspill = gi_innspill(lag_runde(landbruk, laast=None), fra_hvem="Formannskapet", tekst="Hvorfor?", dato=DATO)
    svar_paa_innspill(innspill_id=innspill.pk, versjon=1, svar="Derfor.", dato=DATO)
    with pytest.raises(Konflikt):
        svar_paa_innspill(innspill_id=innspill.pk, versjon=1, svar="Fordi.", dato=DATO)
    with pytest.raises(Avvist):
        svar_paa_innspill(innspill_id=innspill.pk, versjon=2, svar="  ", dato=DATO)


def test_ownership_report_is_treated_jointly_before_the_councils():
    avtale = lag_avtale(kommuner=[lag_kommune()])
    runde = lag_runde(avtale, slag="eierskapsmelding", laast=None, dato=DATO)
    with pytest.raises(Avvist, match="Felles formannskap"):
        laas_og_send(runde_id=runde.pk, versjon=1, dato=DATO)
    foer_inn_forbehandling(runde_id=runde.pk, versjon=1, dato=date(2026, 9, 11), merknad="Vis kostnadene.")
    laas_og_send(runde_id=runde.pk, versjon=2, dato=DATO)
    assert Runde.objects.get(pk=runde.pk).forbehandlet == date(2026, 9, 11)


# Answers by the kind of case -----------------------------------------------------------------------------------------


def test_identical_answer_with_another_point_is_refused_at_the_point(tolgasaken):
    punkt = tolgasaken.punkter.get()
    with pytest.raises(Avvist) as avvist:
        svar(tolgasaken, "Os", punkter={punkt.pk: "Tynset kommune er vertskommune."})
    assert avvist.value.felt == f"punkt_{punkt.pk}"


def test_words_like_the_proposals_on_a_point_are_no_deviation(tolgasaken):
    punkt = tolgasaken.punkter.get()
    vedtak = svar(tolgasaken, "Os", punkter={punkt.pk: "  OS kommune er vertskommune  "})
    assert not vedtak.punkter.exists()


def test_deviation_may_be_told_by_its_point_alone(tolgasaken):
    punkt = tolgasaken.punkter.get()
    svar(tolgasaken, "Tolga", "avvik", punkter={punkt.pk: "Tolga kommune er vertskommune."})
    assert rundetavle(tolgasaken, dato=DATO).setning.endswith("avvik: vertskommune (Tolga)")


def test_plan_is_treated_with_or_without_remarks_and_takes_no_effect(landbruk):
    runde = lag_runde(landbruk, slag="handlingsplan", dato=DATO)
    for navn in ("Os", "Rendalen", "Tynset"):
        svar(runde, navn)
    with pytest.raises(Avvist, match="merknader"):
        svar(runde, "Tolga", ordlyd="Vi vil ha mer.")
    svar(runde, "Tolga", "avvik", ordlyd="Vi vil ha mer.")
    tavle = rundetavle(runde, dato=DATO)
    assert (tavle.setning, tavle.stadium, tavle.gjelder_fra) == ("", "ferdig", None)
    assert [rad.status_navn for rad in tavle.rader][2] == "behandlet med merknader"


def test_delegation_is_asked_of_all_but_the_host_and_fills_the_facts():
    verten, de_andre = lag_kommune("Os"), [lag_kommune("Tolga"), lag_kommune("Tynset")]
    avtale = lag_avtale(form="VERT_ADM", kommuner=de_andre)
    lag_deltakelse(avtale, verten, rolle="vertskommune")

    def delegert(dato: date) -> dict[str, bool | None]:
        return {part.navn: part.har_delegering for part in avtalegrunnlag(avtale, dato=dato).parter}

    assert set(delegert(DATO).values()) == {None}
    runde = lag_runde(avtale, slag="delegere", dato=date(2026, 9, 1))
    assert [vedtak.part.navn for vedtak in runde.vedtak.all()] == ["Tolga", "Tynset"]
    svar(runde, "Tolga", ordlyd="Kommunedirektøren instrueres om å delegere.")
    assert delegert(DATO) == {"Os": None, "Tolga": True, "Tynset": False}
    assert delegert(date(2026, 9, 2)) == {"Os": None, "Tolga": False, "Tynset": False}
    assert set(delegert(date(2026, 8, 1)).values()) == {None}


def test_leaving_is_asked_of_the_one_who_leaves(landbruk):
    tolga = landbruk.deltakelser.get(part__navn="Tolga").part
    with pytest.raises(Avvist) as avvist:
        lag_runde(landbruk, slag="tre_ut", dato=DATO)
    assert avvist.value.felt == "gjelder_part"
    runde = lag_runde(landbruk, slag="tre_ut", gjelder_part=tolga, avtalt_ikrafttreden=date(2028, 1, 1), dato=DATO)
    svar(runde, "Tolga", ordlyd="Tolga sier opp avtalen.")
    gjoer_foelge(runde, foelge="meld_ut", part_id=tolga.pk, dato=DATO)
    assert landbruk.deltakelser.get(part=tolga).til == date(2028, 1, 1)


def test_leaving_without_an_agreed_day_is_reckoned_from_the_terms_only(landbruk):
    tolga = landbruk.deltakelser.get(part__navn="Tolga").part
    runde = lag_runde(landbruk, slag="tre_ut", gjelder_part=tolga, dato=DATO)
    svar(runde, "Tolga", ordlyd="Tolga sier opp avtalen.")
    with pytest.raises(Avvist, match="uttreden"):
        gjoer_foelge(runde, foelge="meld_ut", part_id=tolga.pk, dato=DATO)
    assert landbruk.deltakelser.get(part=tolga).til is None


# What follows --------------------------------------------------------------------------------------------------------


def test_created_agreement_is_put_in_force_on_the_day_of_the_decisions(landbruk):
    landbruk.er_utkast = True
    landbruk.save()
    os = landbruk.deltakelser.get(part__navn="Os").part
    vakt = opprett_deloppgave(landbruk, navn="Vakt", fra=date(2027, 1, 1), parter=[os])
    versjon = landbruk.versjoner.get()
    runde = lag_runde(landbruk, slag="opprette", versjon=versjon, avtalt_ikrafttreden=date(2027, 3, 1), dato=DATO)
    with pytest.raises(Avvist, match="ikke vedtatt"):
        gjoer_foelge(runde, foelge=Foelge.AVTALEN_GJELDER, part_id=None, dato=DATO)
    for vedtak in runde.vedtak.all():
        svar(runde, vedtak.part.navn)
    for foelge in (Foelge.AVTALEN_GJELDER, Foelge.VERSJONEN_GJELDER):
        gjoer_foelge(runde, foelge=foelge, part_id=None, dato=DATO)
    landbruk.refresh_from_db()
    versjon.refresh_from_db()
    assert (landbruk.fra, landbruk.er_utkast, versjon.fra) == (date(2027, 3, 1), False, date(2027, 3, 1))
    assert {deltakelse.fra for deltakelse in landbruk.deltakelser.all()} == {date(2027, 3, 1)}
    assert {deltakelse.versjon for deltakelse in landbruk.deltakelser.all()} == {2}
    vakt.refresh_from_db()
    assert (vakt.fra, vakt.deltakelser.get().fra) == (date(2027, 3, 1), date(2027, 3, 1))
    igjen = gjoer_foelge(runde, foelge=Foelge.AVTALEN_GJELDER, part_id=None, dato=DATO)
    assert igjen == "Sett avtalen i kraft"


def test_changed_version_is_put_in_force_from_the_board():
    avtale = lag_avtale(kommuner=[lag_kommune("Vik")], bestemmelser={"KO.d": "Lønn."})
    versjon = Avtaleversjon.objects.create(avtale=avtale, nummer=2)
    Bestemmelse.objects.create(versjon=versjon, krav="KO.d", tekst="Lønn og regnskap.")
    forslag = fra_versjon(versjon, dato=DATO)
    assert (forslag.felt["slag"], [punkt.krav for punkt in forslag.punkter]) == ("endre", ["KO.d"])
    runde = lag_runde(avtale, versjon=versjon, dato=date(2026, 9, 1))
    versjon.refresh_from_db()
    assert versjon.runde == runde
    svar(runde, "Vik")
    gjoer_foelge(runde, foelge="versjonen_gjelder", part_id=None, dato=DATO)
    versjon.refresh_from_db()
    assert versjon.fra == date(2026, 10, 1)


def test_dissolved_agreement_is_ended_from_the_board():
    avtale = lag_avtale(form="VERT_ADM", kommuner=[lag_kommune("Vik")])
    runde = lag_runde(avtale, slag="opploese", dato=date(2026, 9, 1))
    svar(runde, "Vik")
    gjoer_foelge(runde, foelge="avslutt", part_id=None, dato=DATO)
    avtale.refresh_from_db()
    assert avtale.til == date(2026, 10, 1)


def test_task_of_telling_the_state_stays_until_the_day_is_recorded():
    avtale = lag_avtale(form="VERT_ADM", kommuner=[lag_kommune()], fra=date(2026, 1, 1))
    oppgave = statsmeldingsoppgave(avtale, dato=DATO, maalform="nb")
    assert oppgave.hjemmel.paragraf == "koml. § 20-4(5)"
    with pytest.raises(Avvist):
        foer_inn_statsmelding(avtale_id=avtale.pk, versjon=1, dato=date(2026, 12, 1), idag=DATO)
    foer_inn_statsmelding(avtale_id=avtale.pk, versjon=1, dato=date(2026, 2, 1), idag=DATO)
    avtale.refresh_from_db()
    assert statsmeldingsoppgave(avtale, dato=DATO, maalform="nb") is None
    assert statsmeldingsoppgave(avtale, dato=date(2026, 1, 15), maalform="nb") is not None
    assert statsmeldingsoppgave(lag_avtale(form="KO"), dato=DATO, maalform="nb") is None


# Reminders -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def venter(landbruk):
    """A case that closes on 30 November: Os has answered, Tolga has two secretaries, Tynset one, Rendalen none."""
    for navn, maalform in (("Tolga", "nb"), ("Tolga", "nn"), ("Tynset", "nn"), ("Os", "nb")):
        part = landbruk.deltakelser.get(part__navn=navn).part
        lag_bruker("sekretaer", kommune=part, email=f"{navn}-{maalform}@example.no".lower(), maalform=maalform)
    runde = lag_runde(landbruk, dato=DATO, tittel="Vertskommune", vindu_til=date(2026, 11, 30))
    svar(runde, "Os")
    return runde


def test_councils_that_wait_are_reminded_in_the_secretarys_language(venter):
    utsending = minn_runde(venter, dato=DATO)
    assert (utsending.raad, utsending.uten_sekretaer) == (2, ("Rendalen",))
    assert sorted(brev.to[0] for brev in mail.outbox) == [
        "tolga-nb@example.no", "tolga-nn@example.no", "tynset-nn@example.no",
    ]  # fmt: skip
    nb, nn = (next(b for b in mail.outbox if b.to == [f"tolga-{sp}@example.no"]) for sp in ("nb", "nn"))
    assert nb.subject == "Venter på kommunestyret: Vertskommune"
    assert "Siste frist er 30. november 2026" in nb.body
    assert f"/runder/{venter.pk}/" in nb.body
    assert "ikkje behandla" in nn.body
    assert rundetavle(venter, dato=DATO).rader[2].sist_minnet == DATO


def test_nobody_is_reminded_twice_a_day(venter):
    minn_runde(venter, dato=DATO)
    assert minn_runde(venter, dato=DATO).raad == 0
    assert len(mail.outbox) == 3
    assert minn_runde(venter, dato=date(2026, 11, 23)).raad == 2


class Nektende(EmailBackend):
    """A mail server that knows nobody with «-nn» in the address."""

    def send_messages(self, messages):
        if any("-nn" in adresse for brev in messages for adresse in brev.to):
            raise SMTPException("unknown")
        return super().send_messages(messages)


def test_letter_that_is_refused_stops_nobody_and_what_went_out_is_not_sent_again(venter, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Nektende"
    utsending = minn_runde(venter, dato=DATO)
    assert (utsending.raad, utsending.feilet) == (1, ("Tynset",))
    assert [paaminnelse.mottakere for paaminnelse in Paaminnelse.objects.all()] == [1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert minn_runde(venter, dato=DATO).raad == 1
    assert [brev.to[0] for brev in mail.outbox] == ["tolga-nb@example.no", "tynset-nn@example.no"]


def test_the_night_reminds_on_its_days_of_drafts_too_and_not_of_open_texts(venter, landbruk):
    lag_runde(landbruk, dato=DATO, laast=None, vindu_til=date(2026, 11, 30))
    assert minn_alle(dato=date(2026, 11, 15)).raad == 0
    assert minn_alle(dato=date(2026, 11, 16)).raad == 2
    assert minn_alle(dato=date(2026, 11, 17)).raad == 0
    landbruk.er_utkast = True
    landbruk.save()
    assert minn_alle(dato=date(2026, 11, 29)).raad == 2


def test_task_reminds_for_the_day_it_is_given_and_running_twice_sends_once(venter):
    for _ in range(2):
        minn_om_vedtak(dato="2026-11-23")
    assert Paaminnelse.objects.count() == 2
    assert len(mail.outbox) == 3


# The list ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antall", [1, 3])
def test_list_takes_seven_queries(django_assert_num_queries, antall):
    for _ in range(antall):
        lag_runde(lag_avtale(kommuner=[lag_kommune(), lag_kommune()]))
    with django_assert_num_queries(7):
        assert len(rundeliste(INGEN, Rundefilter(), dato=DATO).rader) == antall


def test_list_shows_mine_what_is_late_and_what_nobody_drives(landbruk, tolgasaken):
    tolga = landbruk.deltakelser.get(part__navn="Tolga").part
    fremmed = lag_runde(lag_avtale(kommuner=[lag_kommune()]), vindu_til=date(2026, 11, 1))
    min_innsyn = Innsyn(parter=frozenset({tolga.pk}))
    mine = rundeliste(min_innsyn, Rundefilter(mine=True), dato=DATO)
    assert [rad.tavle.id for rad in mine.rader] == [tolgasaken.pk]
    assert mine.rader[0].mangler_neste
    alle = rundeliste(min_innsyn, Rundefilter(), dato=DATO)
    assert (len(alle.rader), alle.antall["forsinket"], alle.uten_fremdrift) == (2, 1, 2)
    seine = rundeliste(min_innsyn, Rundefilter(stadium="forsinket"), dato=DATO)
    assert [rad.tavle.id for rad in seine.rader] == [fremmed.pk]


def test_draft_that_is_sent_to_the_councils_is_open_to_those_it_asks_and_no_others(landbruk):
    Avtale.objects.filter(pk=landbruk.pk).update(er_utkast=True)
    tolga = landbruk.deltakelser.get(part__navn="Tolga").part
    spurt, annen = Innsyn(parter=frozenset({tolga.pk})), Innsyn(parter=frozenset({lag_kommune("Vik").pk}))
    runde = lag_runde(landbruk, slag="opprette", laast=None, dato=DATO)
    assert not Avtale.objects.for_user(spurt).exists()
    laas_og_send(runde_id=runde.pk, versjon=1, dato=DATO)
    assert Avtale.objects.for_user(spurt).get() == landbruk
    assert not Avtale.objects.for_user(annen).exists()
    assert not Avtale.objects.for_user(INGEN).exists()
