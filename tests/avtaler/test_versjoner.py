"""The wordings of an agreement: which holds, drafting the next, who adopts it, putting it in force, correcting one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from avtaler.models import Avtaleversjon
from avtaler.tjenester import Avvist, Konflikt, endre_avtale, registrer_vedtak
from avtaler.tjenester.versjon import (
    Ordlydtekst,
    endre_utkast,
    lag_ny_versjon,
    rett_versjon,
    sett_i_kraft,
    slett_versjonsutkast,
)
from avtaler.uttrekk import avtalegrunnlag
from avtaler.uttrekk.endringsvedtak import endringsvedtak, hindringer_for_ikraftsetting
from kommuner.models import Hendelse
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 20)
KLAUSULER = {"KO.g": "Oppgavefellesskapet kan ikke ta opp lån.", "KO.h": "Årsmelding hvert år."}


@pytest.fixture
def kommuner():
    return [lag_kommune("Luster", "4644"), lag_kommune("Vik", "4639")]


@pytest.fixture
def sogn(kommuner):
    return lag_region("Sogn", slug="sogn", kommuner=kommuner)


@pytest.fixture
def avtale(sogn, kommuner):
    return lag_avtale("Sogn KO", region=sogn, kommuner=kommuner, bestemmelser=KLAUSULER)


@pytest.fixture
def redaktoer(som, sogn):
    return som(lag_bruker("koordinator", region=sogn))


def innhold(versjon: Avtaleversjon) -> dict[str, str]:
    return {ett.krav or ett.tittel: ett.tekst for ett in versjon.bestemmelser.all()}


def skriv(versjon, *, les=None, andre=(), **klausuler):
    tekst = Ordlydtekst(klausuler={f"KO.{navn}": verdi for navn, verdi in klausuler.items()}, andre=andre)
    return endre_utkast(versjon_id=versjon.pk, versjon=les or versjon.versjon, tekst=tekst)


def i_kraft(versjon, fra, **valg):
    versjon.refresh_from_db()
    return sett_i_kraft(versjon_id=versjon.pk, versjon=versjon.versjon, fra=fra, dato=DATO, **valg)


def endre(avtale, *, begrunnelse="Rettet etter avtalen.", **bestemmelser):
    avtale.refresh_from_db()
    return endre_avtale(
        avtale_id=avtale.pk, versjon=avtale.versjon, felt={}, formaal=[], oppgaver=[], dato=DATO,
        begrunnelse=begrunnelse, bestemmelser={f"KO.{navn}": verdi for navn, verdi in bestemmelser.items()},
    )  # fmt: skip


# Drafting ------------------------------------------------------------------------------------------------------------


def test_draft_is_a_copy_and_the_text_in_force_is_left_alone(avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, g="Oppgavefellesskapet kan ta opp lån.", andre=[("Tvister", "Tvister løses ved voldgift.")])
    assert (utkast.nummer, utkast.fra) == (2, None)
    assert innhold(utkast) == {
        "KO.g": "Oppgavefellesskapet kan ta opp lån.", "KO.h": "Årsmelding hvert år.",
        "Tvister": "Tvister løses ved voldgift.",
    }  # fmt: skip
    assert innhold(avtale.versjoner.get(nummer=1)) == KLAUSULER
    assert avtalegrunnlag(avtale, dato=DATO).bestemmelser == KLAUSULER


def test_there_is_one_draft_at_a_time(avtale):
    assert lag_ny_versjon(avtale) == lag_ny_versjon(avtale)
    assert avtale.versjoner.count() == 2


def test_draft_changed_by_somebody_else_is_a_conflict(avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, g="Første")
    with pytest.raises(Konflikt):
        skriv(utkast, les=1, g="Andre")
    assert innhold(utkast)["KO.g"] == "Første"


def test_round_of_a_draft_stands_still_while_the_draft_is_written(avtale):
    utkast = lag_ny_versjon(avtale)
    lag_runde(avtale, laast=None, versjon=utkast, dato=DATO)
    utkast.refresh_from_db()
    with CaptureQueriesContext(connection) as spoerringer:
        skriv(utkast, g="Nytt.")
    laaser = [q["sql"].rpartition('FOR UPDATE OF "')[2] for q in spoerringer if "FOR UPDATE OF" in q["sql"]]
    assert laaser == ['avtaler_runde"', 'avtaler_avtale"', 'avtaler_avtaleversjon"']


def test_clauses_beside_the_list_are_moved_changed_and_taken_out(avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, andre=[("A", "en"), ("B", "to"), ("", "")])
    utkast.refresh_from_db()
    skriv(utkast, andre=[("B", "to"), ("C", "tre"), ("A", "en")])
    andre = utkast.bestemmelser.filter(krav="").order_by("rekkefoelge")
    assert list(andre.values_list("tittel", "tekst")) == [("B", "to"), ("C", "tre"), ("A", "en")]
    utkast.refresh_from_db()
    skriv(utkast)
    assert not utkast.bestemmelser.filter(krav="").exists()


def test_draft_before_the_councils_is_locked_until_one_of_them_says_no(avtale, kommuner):
    utkast, runde = lag_ny_versjon(avtale), lag_runde(avtale, dato=DATO)
    runde.laast = date(2026, 10, 1)
    runde.save()
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=runde)
    with pytest.raises(Avvist, match="sendt til rådene"):
        skriv(utkast, g="Nytt")
    with pytest.raises(Avvist, match="sendt til rådene"):
        slett_versjonsutkast(versjon_id=utkast.pk, versjon=None)
    runde.vedtak.filter(part=kommuner[0]).update(status="avvist", dato=DATO)
    assert innhold(skriv(utkast, g="Nytt"))["KO.g"] == "Nytt"


def test_draft_can_be_thrown_away_and_the_adopted_text_cannot(avtale):
    slett_versjonsutkast(versjon_id=lag_ny_versjon(avtale).pk, versjon=1)
    assert avtale.versjoner.get().nummer == 1
    with pytest.raises(Avvist, match="satt i kraft"):
        slett_versjonsutkast(versjon_id=avtale.versjoner.get().pk, versjon=None)


# Who adopts it -------------------------------------------------------------------------------------------------------


def test_statutory_item_needs_every_council_and_other_clauses_do_not(avtale):
    utkast = lag_ny_versjon(avtale)
    assert not endringsvedtak(utkast).endrer_noe
    skriv(utkast, andre=[("Logo", "Blå")])
    andre = endringsvedtak(utkast)
    assert (andre.endrer_noe, andre.krav.krever_alle_kommunestyrene) == (True, False)
    assert "§ 19-4(3)" in str(andre.krav.hjemmel)
    utkast.refresh_from_db()
    skriv(utkast, h="Årsmelding og tertialrapport.", andre=[("Logo", "Blå")])
    begge = endringsvedtak(Avtaleversjon.objects.get(pk=utkast.pk))
    assert (begge.krav.krever_alle_kommunestyrene, begge.krav.momenter) == (True, ("KO.h",))
    assert "§ 19-4(2)" in str(begge.krav.hjemmel)


def test_spaces_are_no_change_that_anybody_adopts(avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, h="Årsmelding\nhvert  år.")
    assert not endringsvedtak(utkast).endrer_noe


# In force ------------------------------------------------------------------------------------------------------------


def test_adopted_by_all_it_holds_from_the_day_and_the_old_text_stays_readable(avtale):
    utkast, runde = lag_ny_versjon(avtale), lag_runde(avtale, dato=DATO)
    skriv(utkast, h="Tertialrapport.")
    for vedtak in runde.vedtak.all():
        registrer_vedtak(vedtak_id=vedtak.pk, versjon=1, status="likelydende", dato=date(2026, 9, 1))
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=runde)
    utkast.refresh_from_db()
    assert hindringer_for_ikraftsetting(utkast, fra=date(2026, 10, 1), dato=DATO) == []
    i_kraft(utkast, date(2026, 10, 1))
    assert avtalegrunnlag(avtale, dato=DATO).bestemmelser["KO.h"] == "Tertialrapport."
    assert avtalegrunnlag(avtale, dato=date(2026, 9, 30)).bestemmelser == KLAUSULER


def test_statutory_change_that_not_all_have_adopted_needs_a_reason(avtale, kommuner):
    utkast, runde = lag_ny_versjon(avtale), lag_runde(avtale, dato=DATO)
    skriv(utkast, h="Tertialrapport.")
    with pytest.raises(Avvist, match="ikke knyttet til noen sak"):
        i_kraft(utkast, DATO)
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=runde)
    runde.vedtak.filter(part=kommuner[0]).update(status="likelydende", dato=date(2026, 9, 1))
    with pytest.raises(Avvist, match="1 av 2 råd"):
        i_kraft(utkast, DATO)
    assert i_kraft(utkast, DATO, begrunnelse="Vedtatt i 2024, se sak 12/24.").fra == DATO


def test_day_before_the_last_decision_needs_a_reason(avtale):
    utkast, runde = lag_ny_versjon(avtale), lag_runde(avtale, dato=DATO)
    skriv(utkast, h="Tertialrapport.")
    runde.vedtak.update(status="likelydende", dato=date(2026, 9, 1))
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=runde)
    with pytest.raises(Avvist, match=r"1\. september 2026"):
        i_kraft(utkast, date(2026, 8, 31))


def test_other_change_needs_no_round(avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, andre=[("Logo", "Blå")])
    assert i_kraft(utkast, DATO).fra == DATO


def test_impossible_days_are_refused(avtale):
    utkast = lag_ny_versjon(avtale)
    with pytest.raises(Avvist, match="begynte"):
        i_kraft(utkast, date(2020, 1, 1))
    i_kraft(utkast, date(2024, 1, 1))
    neste = lag_ny_versjon(avtale)
    with pytest.raises(Avvist, match="samme dag"):
        i_kraft(neste, date(2024, 1, 1))
    with pytest.raises(Avvist, match=r"senere versjon gjelder alt fra 1\. januar 2024"):
        i_kraft(neste, date(2022, 1, 1))
    assert i_kraft(neste, date(2022, 1, 1), begrunnelse="Eldre tekst, ført inn i etterkant.").nummer == 3
    with pytest.raises(Avvist, match="allerede satt i kraft"):
        i_kraft(neste, date(2025, 1, 1))


# The form of the agreement, and corrections --------------------------------------------------------------------------


def test_form_of_the_agreement_writes_in_the_text_in_force_and_never_in_the_draft(avtale):
    utkast = lag_ny_versjon(avtale)
    endre(avtale, h="Rettet.")
    assert innhold(avtale.versjoner.get(nummer=1))["KO.h"] == "Rettet."
    assert innhold(utkast)["KO.h"] == "Årsmelding hvert år."
    i_kraft(utkast, date(2026, 1, 1), begrunnelse="x")
    endre(avtale, h="Ny.")
    assert [innhold(v)["KO.h"] for v in avtale.versjoner.order_by("nummer")] == ["Rettet.", "Ny."]


def test_published_text_is_not_rewritten_or_emptied_from_the_form_without_a_reason(avtale):
    for ny in ("Omskrevet.", ""):
        with pytest.raises(Avvist, match="Skriv hvorfor") as avvist:
            endre(avtale, begrunnelse=" ", h=ny)
        assert avvist.value.felt == "begrunnelse"
    endre(avtale, begrunnelse="", h=KLAUSULER["KO.h"], i="Fylt inn.")
    assert innhold(avtale.versjoner.get()) == {**KLAUSULER, "KO.i": "Fylt inn."}


def test_first_text_follows_the_day_the_agreement_begins(avtale):
    endre_avtale(
        avtale_id=avtale.pk, versjon=1, felt={"fra": date(2019, 5, 1)}, formaal=[], oppgaver=[], bestemmelser={}
    )
    assert avtale.versjoner.get().fra == date(2019, 5, 1)


def test_unchanged_clauses_leave_no_trace_in_the_history(avtale):
    foer = Hendelse.objects.filter(tabell="avtaler_bestemmelse").count()
    endre(avtale, g=KLAUSULER["KO.g"], h=" " + KLAUSULER["KO.h"])
    assert Hendelse.objects.filter(tabell="avtaler_bestemmelse").count() == foer


def test_correction_has_its_reason_and_tells_whoever_has_the_form_open(avtale):
    versjon = avtale.versjoner.get()
    tekst = Ordlydtekst(klausuler={"KO.g": "Oppgavefellesskapet kan ikke ta opp lån"})
    with pytest.raises(Avvist, match="Skriv hvorfor"):
        rett_versjon(versjon_id=versjon.pk, versjon=1, tekst=tekst, begrunnelse=" ")
    rett_versjon(versjon_id=versjon.pk, versjon=1, tekst=tekst, begrunnelse="Punktum for mye.")
    assert innhold(versjon)["KO.g"] == "Oppgavefellesskapet kan ikke ta opp lån"
    with pytest.raises(Konflikt):
        endre_avtale(avtale_id=avtale.pk, versjon=1, felt={}, formaal=[], oppgaver=[], bestemmelser={})


def test_draft_is_not_corrected_but_changed(avtale):
    utkast = lag_ny_versjon(avtale)
    with pytest.raises(Avvist, match="utkast"):
        rett_versjon(versjon_id=utkast.pk, versjon=1, tekst=Ordlydtekst(), begrunnelse="x")


# Pages ---------------------------------------------------------------------------------------------------------------


def url(navn, avtale, *args) -> str:
    return reverse(f"avtaler:{navn}", args=[avtale.pk, *args])


def tekst(svar) -> str:
    return svar.content.decode()


def vedtatt(avtale, fra=date(2025, 1, 1), **klausuler):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, **klausuler)
    return i_kraft(utkast, fra, begrunnelse="Ført inn i etterkant.")


def test_page_shows_every_statutory_item_and_what_is_missing(client, avtale):
    side = tekst(client.get(url("versjon", avtale, 1) + "?dato=2026-11-20"))
    assert "kan ikke ta opp lån" in side
    assert '<span class="bokstav">j)</span>' in side
    assert "koml. § 19-4(4)j" in side
    assert "Teksten sier ikke noe om dette." in side
    assert "er ført i registeret" in side


def test_list_shows_the_text_in_force_on_the_date(client, avtale):
    vedtatt(avtale, h="Tertialrapport.")
    i_dag = tekst(client.get(url("versjoner", avtale) + "?dato=2026-11-20"))
    assert "Versjon 2 gjelder. Den trådte i kraft 1. januar 2025." in i_dag
    assert "Tertialrapport." in i_dag
    foer = tekst(client.get(url("versjoner", avtale) + "?dato=2024-12-31"))
    assert "Versjon 1 gjelder." in foer
    assert "Tertialrapport." not in foer


def test_draft_is_its_coordinators_own_until_it_is_put_to_the_councils(client, som, avtale, sogn):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, h="HEMMELIG ENDRING")
    sider = [url("versjon", avtale, 2), url("versjoner", avtale), url("sammenlign", avtale) + "?fra=1&til=2"]
    assert client.get(sider[0]).status_code == 404
    assert all("HEMMELIG" not in tekst(client.get(side)) for side in sider[1:])
    redaktoer = som(lag_bruker("koordinator", region=sogn))
    assert all(redaktoer.get(side).status_code == 200 for side in sider)
    assert "HEMMELIG" in tekst(redaktoer.get(sider[0]))
    Avtaleversjon.objects.filter(pk=utkast.pk).update(runde=lag_runde(avtale, dato=DATO))
    client.logout()
    assert "HEMMELIG" in tekst(client.get(sider[0]))


def test_comparison_marks_words_and_says_so_to_a_screen_reader(client, avtale):
    vedtatt(avtale, g="Oppgavefellesskapet kan ta opp lån til investeringer.")
    side = tekst(client.get(url("sammenlign", avtale) + "?fra=1&til=2"))
    assert "fjernet: </span>ikke<" in side
    assert "lagt til: </span>til investeringer<" in side
    assert "<del>" in side
    assert "<ins>" in side
    assert "1 bestemmelse er endret." in side


@pytest.mark.parametrize("spoerring", ["", "?fra=x&til=99", "?fra=1", "?til=1&dato=tull"])
def test_comparison_of_anything_else_is_never_an_error(client, avtale, spoerring):
    vedtatt(avtale, g="Nytt")
    assert client.get(url("sammenlign", avtale) + spoerring).status_code == 200


def test_draft_page_says_who_adopts_and_leads_to_a_round(redaktoer, avtale):
    utkast = lag_ny_versjon(avtale)
    skriv(utkast, h="Tertialrapport.")
    side = tekst(redaktoer.get(url("versjon", avtale, 2)))
    assert "Alle kommunestyrene og fylkestingene må selv vedta" in side
    assert "koml. § 19-4(2)" in side
    assert f"{url('ny_runde', avtale)}?versjon={utkast.pk}" in side


def test_new_version_is_written_and_put_in_force_through_the_pages(redaktoer, avtale):
    svar = redaktoer.post(url("ny_versjon", avtale))
    assert svar.url == url("endre_versjon", avtale, 2)
    skjema = {"versjon": "1", "maalform": "nb", "merknad": "Oftere rapport", "krav-KO-h": "Tertialrapport.",
              "andre-0-tittel": "Tvister", "andre-0-tekst": "Voldgift."}  # fmt: skip
    assert redaktoer.post(svar.url, skjema).url == url("versjon", avtale, 2)
    utkast = avtale.versjoner.get(nummer=2)
    assert innhold(utkast) == {"KO.h": "Tertialrapport.", "Tvister": "Voldgift."}
    svar = redaktoer.post(url("sett_i_kraft", avtale, 2), {"versjon": "2", "fra": "1.1.2026"})
    assert svar.status_code == 422
    assert "ikke knyttet til noen sak" in tekst(svar)
    svar = redaktoer.post(
        url("sett_i_kraft", avtale, 2), {"versjon": "2", "fra": "1.1.2026", "begrunnelse": "Sak 1/25"}
    )
    assert svar.url == url("versjon", avtale, 2)
    assert Hendelse.objects.filter(tabell="avtaler_avtaleversjon", begrunnelse="Sak 1/25").count() == 1


def test_conflict_keeps_what_was_typed_beside_what_is_stored(redaktoer, avtale):
    skriv(lag_ny_versjon(avtale), h="Deres tekst")
    skjema = {"versjon": "1", "maalform": "nb", "krav-KO-h": "Min tekst"}
    svar = redaktoer.post(url("endre_versjon", avtale, 2), skjema)
    assert svar.status_code == 409
    assert "Deres tekst" in tekst(svar)
    assert "Min tekst" in tekst(svar)
    assert redaktoer.post(url("endre_versjon", avtale, 2), skjema | {"versjon": "2"}).status_code == 302


def test_heading_without_text_and_text_without_heading_are_told_of(redaktoer, avtale):
    lag_ny_versjon(avtale)
    skjema = {"versjon": "1", "maalform": "nb", "andre-0-tittel": "Tvister", "andre-1-tekst": "Uten overskrift"}
    svar = redaktoer.post(url("endre_versjon", avtale, 2), skjema)
    assert svar.status_code == 422
    assert "Skriv teksten, eller fjern overskriften også." in tekst(svar)
    assert "Skriv en overskrift til bestemmelsen." in tekst(svar)


def test_correction_through_the_page_asks_why(redaktoer, avtale):
    side = url("endre_versjon", avtale, 1)
    skjema = {"versjon": "1", "maalform": "nb", "krav-KO-g": "Nei."}
    assert "Skriv hvorfor teksten rettes." in tekst(redaktoer.post(side, skjema))
    assert redaktoer.post(side, skjema | {"begrunnelse": "Ført feil."}).status_code == 302
    assert innhold(avtale.versjoner.get(nummer=1)) == {"KO.g": "Nei."}


def test_draft_is_thrown_away_through_the_page(redaktoer, avtale):
    lag_ny_versjon(avtale)
    assert redaktoer.get(url("slett_versjon", avtale, 2)).status_code == 200
    assert redaktoer.post(url("slett_versjon", avtale, 2), {"versjon": "1"}).url == url("versjoner", avtale)
    assert redaktoer.post(url("slett_versjon", avtale, 1), {"versjon": "1"}).status_code == 422
    assert avtale.versjoner.count() == 1


def test_draft_changed_since_the_question_is_not_thrown_away(redaktoer, avtale):
    utkast = lag_ny_versjon(avtale)
    Avtaleversjon.objects.filter(pk=utkast.pk).update(versjon=2)
    svar = redaktoer.post(url("slett_versjon", avtale, 2), {"versjon": "1"})
    assert (svar.status_code, "Noen andre har endret dette" in tekst(svar)) == (409, True)
    assert avtale.versjoner.count() == 2


def test_only_coordinators_of_the_region_write(som, avtale, kommuner):
    lag_ny_versjon(avtale)
    for leser in (lag_bruker("politiker", kommune=kommuner[0]), lag_bruker("koordinator", region=lag_region())):
        klient = som(leser)
        for navn in ("endre_versjon", "sett_i_kraft", "slett_versjon"):
            assert klient.get(url(navn, avtale, 2)).status_code == 404
            assert klient.post(url(navn, avtale, 2)).status_code == 404
        assert klient.post(url("ny_versjon", avtale)).status_code == 404
