"""Participants in depth: parties that are missing, partners, sub-tasks, places, and the yearly confirmation."""

from datetime import date
from fractions import Fraction

import pytest
from django.test import Client
from django.urls import reverse

from avtaler.models import Deltakelse, Sted
from avtaler.tjenester import avtrykk, meld_inn, opprett_deloppgave, registrer_sted
from avtaler.uttrekk.bekreftelsesavtrykk import bekreftelsesavtrykk
from kommuner.models import Part
from kommuner.tjenester import registrer_part
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_oppgave, lag_region

pytestmark = pytest.mark.django_db
START = date(2020, 1, 1)


@pytest.fixture
def luster():
    return lag_kommune("Luster", "4644")


@pytest.fixture
def sogn(luster):
    return lag_region("Sogn", slug="sogn", kommuner=[luster])


@pytest.fixture
def avtale(sogn, luster):
    return lag_avtale("Sogn KO", region=sogn, kommuner=[luster, lag_kommune("Vik", "4639")])


@pytest.fixture
def kari(sogn):
    return lag_bruker("koordinator", region=sogn, navn="Kari Koordinator")


@pytest.fixture
def leser(som, kari):
    return som(kari)


@pytest.fixture
def gjest():
    """A visitor, beside the one who is logged in."""
    return Client()


def url(navn, *args) -> str:
    return reverse(f"avtaler:{navn}", args=args)


def _tekst(svar) -> str:
    return svar.content.decode()


def _ny(leser, avtale, **data):
    return leser.post(url("ny_deltaker", avtale.pk), {"rolle": "deltaker", "fra": "1.1.2020"} | data)


# A party that is missing ---------------------------------------------------------------------------------------------


def test_missing_party_is_entered_with_its_participation(leser, avtale):
    svar = _ny(leser, avtale, part="Sogn Sparebank", part_type="privat", part_orgnr="974 760 673", eierandel="1/4")
    assert svar.status_code == 302
    ny = avtale.deltakelser.get(part__navn="Sogn Sparebank")
    assert (ny.part.type, ny.part.orgnr, ny.eierandel) == ("privat", "974760673", Fraction(1, 4))


def test_nobody_found_opens_the_questions_about_a_new_party(leser, avtale):
    svar = _ny(leser, avtale, part="Sogn Sparebank")
    assert svar.status_code == 422
    assert "<details open><summary>Er parten ikke i registeret?" in _tekst(svar)
    assert 'value="Sogn Sparebank"' in _tekst(svar)


@pytest.mark.parametrize(("navn", "orgnr", "setning"), [
    ("Sogn Sparebank", "123", "er ikke et organisasjonsnummer"),
    ("Noe helt annet", "974760673", "er registrert på Fjord Næring AS"),
    ("Fjord Nering AS", "", "Fjord Næring AS"),
    ("fjord næring as", "", "Fjord Næring AS"),
])  # fmt: skip
def test_party_that_cannot_be_or_looks_like_another_is_asked_about_and_nothing_is_stored(
    leser, avtale, navn, orgnr, setning
):
    registrer_part(navn="Fjord Næring AS", type="privat", orgnr="974760673")
    antall = Part.objects.count()
    svar = _ny(leser, avtale, part=navn, part_type="privat", part_orgnr=orgnr)
    assert svar.status_code == 422
    assert setning in _tekst(svar)
    assert Part.objects.count() == antall


def test_one_who_has_looked_may_enter_another_with_a_close_name(leser, avtale):
    registrer_part(navn="Fjord Næring AS", type="privat")
    svar = _ny(leser, avtale, part="Fjord Nering AS", part_type="privat", part_likevel="on")
    assert svar.status_code == 302


def test_party_is_not_entered_when_its_participation_is_refused(leser, avtale, luster):
    svar = _ny(leser, avtale, part="Sogn Sparebank", part_type="privat", fra="1.1.2019")
    assert svar.status_code == 422
    assert not Part.objects.filter(navn="Sogn Sparebank").exists()


def test_change_of_a_participation_does_not_ask_about_new_parties(leser, avtale):
    deltakelse = avtale.deltakelser.first()
    assert "part_type" not in _tekst(leser.get(url("endre_deltaker", avtale.pk, deltakelse.pk)))


# Part of a municipality, votes, partners -----------------------------------------------------------------------------


def test_part_of_a_municipality_and_votes_are_kept_and_shown(leser, avtale, luster):
    Deltakelse.objects.filter(avtale=avtale, part=luster).delete()
    assert _ny(leser, avtale, part="Luster", del_av="nord", stemmer="3", medlemmer="1").status_code == 302
    side = _tekst(leser.get(url("deltakere", avtale.pk)))
    assert "Luster</a> (nord)" in side
    assert '<td class="tall" data-navn="Stemmer">3</td>' in side


def test_changed_votes_are_a_conflict_for_the_second_reader(leser, avtale):
    deltakelse = avtale.deltakelser.first()
    data = {"lest": avtrykk(deltakelse), "part": "Luster", "rolle": "deltaker", "fra": "1.1.2020", "stemmer": "2"}
    sti = url("endre_deltaker", avtale.pk, deltakelse.pk)
    assert leser.post(sti, data).status_code == 302
    assert leser.post(sti, data | {"stemmer": "5"}).status_code == 409
    deltakelse.refresh_from_db()
    assert (deltakelse.stemmer, deltakelse.versjon) == (2, 2)


def test_partners_stand_apart_and_count_in_no_sum(leser, avtale):
    fylket = lag_kommune("Vestland fylkeskommune", type="fylkeskommune")
    meld_inn(avtale, part=fylket, rolle="tilskuddsgiver", fra=START)
    side = _tekst(leser.get(url("deltakere", avtale.pk)))
    assert "2 deltakere" in side
    assert side.index("Partnere uten forpliktelser") < side.index("Vestland fylkeskommune")


def test_roles_of_partners_are_a_group_of_their_own_in_the_form(leser, avtale):
    side = _tekst(leser.get(url("ny_deltaker", avtale.pk)))
    assert '<optgroup label="Partnere uten forpliktelser">' in side
    assert side.index("optgroup") < side.index("Leverandør")


def test_shares_that_are_not_the_whole_are_told_to_who_keeps_the_agreement(leser, gjest, sogn, luster):
    avtale = lag_avtale(region=sogn, kommuner=[luster], andeler=[Fraction(1, 2)])
    setning = "Andelene er til sammen ikke 100 %"
    assert setning in _tekst(leser.get(url("deltakere", avtale.pk)))
    assert setning not in _tekst(gjest.get(url("deltakere", avtale.pk)))
    assert "er til sammen 50" in _tekst(leser.get(url("ny_deltaker", avtale.pk)))


def test_participants_known_only_as_a_number_are_told(client, sogn, luster):
    avtale = lag_avtale(region=sogn, kommuner=[luster], andre_deltakere=113)
    assert "I tillegg er 113 deltakere bare kjent som antall." in _tekst(client.get(url("deltakere", avtale.pk)))


# Sub-tasks -----------------------------------------------------------------------------------------------------------


def test_subtask_is_entered_shown_and_changed(leser, gjest, avtale, luster):
    data = {"navn": "Legevakt om natta", "fra": "1.1.2021", "parter": [luster.pk], "oppgave": lag_oppgave("Vakt").pk}
    assert leser.post(url("ny_deloppgave", avtale.pk), data).status_code == 302
    deloppgave = avtale.deloppgaver.get()
    side = _tekst(gjest.get(url("deltakere", avtale.pk)))
    assert "Legevakt om natta" in side
    assert side.count(">Ikke med<") == 1
    assert "/deloppgaver/" not in side
    endring = {"navn": "Nattvakt", "fra": "1.1.2021", "versjon": deloppgave.versjon}
    assert leser.post(url("endre_deloppgave", avtale.pk, deloppgave.pk), endring).status_code == 302
    svar = leser.post(url("endre_deloppgave", avtale.pk, deloppgave.pk), endring | {"navn": "Dagvakt"})
    assert svar.status_code == 409
    assert "Nattvakt" in _tekst(svar)


def test_participants_of_a_subtask_come_and_go(leser, avtale, luster):
    deloppgave = opprett_deloppgave(avtale, navn="Legevakt", fra=START)
    ny = url("ny_deloppgavedeltaker", avtale.pk, deloppgave.pk)
    assert leser.post(ny, {"part": luster.pk, "fra": "1.1.2019"}).status_code == 422
    assert leser.post(ny, {"part": lag_kommune("Aurland").pk, "fra": "1.1.2021"}).status_code == 422
    assert leser.post(ny, {"part": luster.pk, "fra": "1.1.2021"}).status_code == 302
    rad = deloppgave.deltakelser.get()
    endre = url("endre_deloppgavedeltaker", avtale.pk, rad.pk)
    data = {"lest": f"{rad.fra}/", "fra": "1.1.2021", "siste_dag": "31.12.2023"}
    assert leser.post(endre, data).status_code == 302
    rad.refresh_from_db()
    assert rad.til == date(2024, 1, 1)
    assert leser.post(endre, data).status_code == 422
    assert leser.post(endre, {"fjern": "1"}).status_code == 302
    assert not deloppgave.deltakelser.exists()


def test_subtask_of_another_agreement_is_not_found(leser, avtale, sogn):
    annen = opprett_deloppgave(lag_avtale(region=sogn), navn="Annen", fra=START)
    assert leser.get(url("endre_deloppgave", avtale.pk, annen.pk)).status_code == 404


def test_ended_subtask_is_folded_away(leser, avtale):
    opprett_deloppgave(avtale, navn="Gammel vakt", fra=START, til=date(2021, 1, 1))
    side = _tekst(leser.get(url("deltakere", avtale.pk)))
    assert side.index("Avsluttede deloppgaver") < side.index("Gammel vakt")


# Places and posts ----------------------------------------------------------------------------------------------------


def test_place_is_entered_with_a_decimal_comma_and_summed(leser, gjest, avtale, luster):
    data = {"part": "Luster", "type": "avdelingskontor", "navn": "Gaupne", "aarsverk": "2,5", "fra": "1.1.2021"}
    assert leser.post(url("nytt_sted", avtale.pk), data).status_code == 302
    registrer_sted(avtale, part=Part.objects.get(nummer="4639"), type="hovedkontor", fra=START, aarsverk=3)
    side = _tekst(gjest.get(url("steder", avtale.pk)))
    assert "Avdelingskontor: Gaupne" in side
    assert ">5,5<" in side
    assert "Årsverk i hver kommune" in side
    foer = _tekst(gjest.get(url("steder", avtale.pk) + "?dato=1.6.2020"))
    assert foer.index("Før og senere") < foer.index("Gaupne")


@pytest.mark.parametrize(
    ("felt", "verdi"),
    [("part", "Atlantis"), ("aarsverk", "-1"), ("aarsverk", "1.234"), ("siste_dag", "1.1.2000"), ("type", "x")],
)
def test_place_that_cannot_be_is_refused_and_what_was_typed_is_kept(leser, avtale, felt, verdi):
    data = {"part": "Luster", "type": "anlegg", "fra": "1.1.2021", "merknad": "Ved fjorden"} | {felt: verdi}
    svar = leser.post(url("nytt_sted", avtale.pk), data)
    assert svar.status_code == 422
    assert "Ved fjorden" in _tekst(svar)
    assert not Sted.objects.exists()


def test_second_change_of_a_place_shows_both(leser, avtale, luster):
    sted = registrer_sted(avtale, part=luster, type="anlegg", fra=START, navn="Tunet")
    sti = url("endre_sted", avtale.pk, sted.pk)
    data = {"versjon": 1, "part": "4644 Luster", "type": "anlegg", "fra": "1.1.2020", "navn": "Min"}
    assert leser.post(sti, data).status_code == 302
    svar = leser.post(sti, data | {"navn": "Din"})
    assert svar.status_code == 409
    assert "<td>Din</td><td>Min</td>" in _tekst(svar)


# Confirmation --------------------------------------------------------------------------------------------------------


def test_confirmation_is_one_click_and_shown_with_who_and_when(leser, gjest, avtale, kari):
    side = _tekst(leser.get(url("avtale", avtale.pk)))
    assert "Ikke bekreftet ennå" in side
    versjon = avtale.versjon
    lest = bekreftelsesavtrykk(avtale)
    assert f'name="lest" value="{lest}"' in side
    assert leser.post(url("bekreft", avtale.pk), {"lest": lest}).status_code == 302
    avtale.refresh_from_db()
    assert (avtale.bekreftet_av, avtale.versjon) == (kari, versjon)
    assert "av Kari Koordinator" in _tekst(leser.get(url("avtale", avtale.pk)))
    aapen = _tekst(gjest.get(url("avtale", avtale.pk)))
    assert "Kari" not in aapen
    assert ">Bekreftet<" in aapen


@pytest.mark.parametrize("lest", ["0", "", "x", "9" * 30])
def test_what_has_changed_since_is_looked_at_again_first(leser, avtale, lest):
    svar = leser.post(url("bekreft", avtale.pk), {"lest": lest}, follow=True)
    assert "endret siden du åpnet den" in _tekst(svar)
    avtale.refresh_from_db()
    assert avtale.bekreftet_dato is None


def test_others_cannot_confirm(som, avtale):
    annen = som(lag_bruker("koordinator", region=lag_region()))
    assert annen.post(url("bekreft", avtale.pk), {"lest": bekreftelsesavtrykk(avtale)}).status_code == 404


def test_facts_say_the_terms_in_words_and_the_function_of_each_task(client, sogn):
    avtale = lag_avtale(
        region=sogn, oppgaver=[lag_oppgave("Vern", funksjon="244")], oppsigelse_maaneder=12,
        oppsigelse_regel="fra_aarsskifte", bundet_til=date(2030, 1, 1), evalueres_hvert_aar=4,
        delvis_ikrafttreden=True, roller=["utvikling"],
    )  # fmt: skip
    side = _tekst(client.get(url("avtale", avtale.pk)))
    for ord_ in (
        "12 måneder",
        "fristen løper fra første årsskifte",
        "1. januar 2030",
        "Hvert 4. år",
        "244 ",
        "Nærings-",
    ):
        assert ord_ in side, ord_
    assert "koml. § 19-1<" not in side


# What the councils must adopt -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("er_utkast", "sies"), [(False, True), (True, False)])
def test_changed_share_of_a_published_agreement_is_the_councils_to_adopt(leser, avtale, luster, er_utkast, sies):
    avtale.er_utkast = er_utkast
    avtale.save()
    rad = avtale.deltakelser.get(part=luster)
    rad.eierandel = Fraction(1, 2)
    rad.save()
    data = {"part": "4644 Luster", "rolle": "deltaker", "fra": "1.1.2020", "eierandel": "40", "lest": avtrykk(rad)}
    svar = leser.post(url("endre_deltaker", avtale.pk, rad.pk), data, follow=True)
    rad.refresh_from_db()
    assert rad.eierandel == Fraction(2, 5)
    assert ("må selv vedta endringer" in _tekst(svar)) is sies
