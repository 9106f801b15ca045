"""The year as it is read: what is in it, for whom, and what is nobody else's."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from avtaler.models import Avtale, Finansiering, Hjulhendelse, Moete, Organ, Prosjekt
from avtaler.uttrekk.aarshjul import eget_omfang, hendelser, partens_omfang, regionens_omfang, utsnitt
from avtaler.uttrekk.aarshjul.paavirk import paavirkningsside
from kommuner.models import Kommuneendring
from kommuner.tilgang import INGEN, innsyn_for
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde, lag_verv

pytestmark = pytest.mark.django_db
DATO = date(2026, 11, 20)
FRA, TIL = date(2027, 1, 1), date(2027, 12, 31)


@pytest.fixture
def vik():
    return lag_kommune("Vik")


@pytest.fixture
def sogn(vik):
    return lag_region("Sogn", slug="sogn", kommuner=[vik])


def _hendelser(omfang, *, innsyn=INGEN, fra=FRA, til=TIL, innlogget=False, klasse=""):
    snitt = utsnitt(innsyn, omfang, fra=fra, til=til, maalform="nb", innlogget=innlogget, klasse=klasse)
    return hendelser(snitt)


def _for(bruker, **valg):
    innsyn = innsyn_for(bruker, dato=DATO)
    return _hendelser(eget_omfang(bruker, dato=DATO), innsyn=innsyn, innlogget=True, **valg)


def _titler(hendelsene):
    return " | ".join(h.tittel for h in hendelsene)


def test_law_about_a_form_needs_a_cooperation_of_the_form(sogn, vik):
    assert "KOSTRA: rapporter årsregnskapet" not in _titler(_hendelser(regionens_omfang(sogn)))
    brann = lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    kostra = [h for h in _hendelser(regionens_omfang(sogn)) if h.tittel == "KOSTRA: rapporter årsregnskapet"]
    assert [(h.til, [a.id for a in h.avtaler]) for h in kostra] == [(date(2027, 2, 22), [brann.pk])]


def test_agreement_gives_its_own_days(sogn, vik):
    lag_avtale("Brann", region=sogn, kommuner=[vik], oppsigelse_maaneder=6, oppsigelse_regel="aarsskifte",
               bundet_til=date(2027, 3, 1), evalueres_hvert_aar=7)  # fmt: skip
    dager = {h.tittel: h.til for h in _hendelser(regionens_omfang(sogn))}
    assert dager["Brann: siste dag for å si opp til årsskiftet 2028"] == date(2027, 6, 30)
    assert dager["Brann: bindingstiden er ute"] == date(2027, 3, 1)
    assert dager["Brann: skal evalueres"] == date(2027, 1, 1)


def test_agreements_with_the_same_last_day_stand_together(sogn, vik):
    for navn in ("Brann", "Vatn"):
        lag_avtale(navn, region=sogn, kommuner=[vik], oppsigelse_maaneder=6, oppsigelse_regel="aarsskifte")
    like = [h for h in _hendelser(regionens_omfang(sogn)) if "si opp 2 avtaler" in h.tittel]
    assert [[a.navn for a in h.avtaler] for h in like] == [["Brann", "Vatn"]]


def test_confirmation_is_asked_of_those_who_keep_the_agreement(sogn, vik):
    brann = lag_avtale("Brann", region=sogn, kommuner=[vik])
    Avtale.objects.filter(pk=brann.pk).update(bekreftet_dato=date(2026, 5, 1))
    assert "Brann: bekreft opplysningene" in _titler(_for(lag_bruker("koordinator", region=sogn)))
    assert "bekreft opplysningene" not in _titler(_for(lag_bruker("politiker", kommune=vik)))


def test_case_gives_its_window_and_the_councils_own_meeting(sogn, vik):
    avtale = lag_avtale("Brann", region=sogn, kommuner=[vik])
    runde = lag_runde(avtale, tittel="Ny avtale", vindu_fra=date(2027, 1, 10), vindu_til=date(2027, 4, 1))
    runde.vedtak.update(dato=date(2027, 3, 11), status="paa_saklista")
    titler = _titler(_hendelser(partens_omfang(frozenset({vik.pk}), dato=DATO)))
    assert "Til behandling i kommunestyrene: Ny avtale" in titler
    assert "Kommunestyret behandler: Ny avtale" in titler


def test_draft_is_in_nobodys_year_but_its_coordinators(sogn, vik):
    avtale = lag_avtale("Hemmelig", region=sogn, kommuner=[vik], er_utkast=True)
    lag_runde(avtale, tittel="Hemmelig sak", laast=None, innspillsfrist=date(2027, 3, 1))
    Hjulhendelse.objects.create(region=sogn, avtale=avtale, klasse="utvikling", tittel="Hemmelig møte", fra=FRA)
    fremmed = lag_bruker("politiker", kommune=lag_kommune("Skien"))
    egen = lag_bruker("koordinator", region=sogn)
    for innsyn, innlogget in ((INGEN, False), (innsyn_for(fremmed, dato=DATO), True)):
        assert "Hemmelig" not in _titler(_hendelser(regionens_omfang(sogn), innsyn=innsyn, innlogget=innlogget))
    assert "Hemmelig sak" in _titler(_for(egen))


def test_grant_is_told_only_to_those_who_may_see_the_money(sogn, vik):
    prosjekt = Prosjekt.objects.create(region=sogn, navn="Breiband", klasse="drift", neste_dato=date(2027, 2, 1))
    Finansiering.objects.create(prosjekt=prosjekt, navn="Fylket", frist=date(2027, 5, 1))
    fremmed = innsyn_for(lag_bruker("politiker", kommune=lag_kommune("Skien")), dato=DATO)
    andres = _titler(_hendelser(regionens_omfang(sogn), innsyn=fremmed, innlogget=True))
    assert "Breiband: neste dato i prosjektet" in andres
    assert "tilsagnet" not in andres
    assert "Breiband: tilsagnet fra Fylket går ut" in _titler(_for(lag_bruker("koordinator", region=sogn)))


def test_event_for_some_roles_is_for_the_regions_own_people(sogn, vik):
    Hjulhendelse.objects.create(
        region=sogn, klasse="utvikling", tittel="Rådmannsgruppa", fra=date(2025, 2, 28), gjentas="maaned",
        roller=["koordinator"],
    )  # fmt: skip
    assert "Rådmannsgruppa" not in _titler(_hendelser(regionens_omfang(sogn)))
    egne = [h for h in _for(lag_bruker("koordinator", region=sogn)) if h.tittel == "Rådmannsgruppa"]
    assert len(egne) == 12


def test_closed_meeting_keeps_its_title_to_itself(sogn, vik):
    organ = Organ.objects.create(region=sogn, type="felles_formannskap", navn="Felles formannskap")
    Moete.objects.create(organ=organ, dato=date(2027, 2, 1), tittel="Oppsigelse av leiar", er_aapent=False,
                         lukket_hjemmel="koml. § 11-5")  # fmt: skip
    titler = _titler(_hendelser(regionens_omfang(sogn)))
    assert "Møte i Felles formannskap" in titler
    assert "Oppsigelse av leiar" not in titler


def test_meeting_of_an_iks_is_called_four_weeks_before(sogn, vik):
    brann = lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    organ = Organ.objects.create(avtale=brann, type="representantskap", innkalling_dager=14)
    Moete.objects.create(organ=organ, dato=date(2027, 4, 30), tittel="Årsmøte")
    Moete.objects.create(organ=organ, dato=date(2027, 6, 30), tittel="Møtet som var", status="holdt")
    kall = [h.til for h in _for(lag_bruker("koordinator", region=sogn)) if "kalle inn" in h.tittel]
    assert kall == [date(2027, 4, 2)]


def test_influence_names_who_sits_there_to_everybody(sogn, vik):
    brann = lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    lag_verv(brann, vik, "Ordføraren i Vik")
    omfang = partens_omfang(frozenset({vik.pk}), dato=DATO)
    sider = {}
    for innlogget in (True, False):
        snitt = utsnitt(INGEN, omfang, fra=DATO, til=TIL, maalform="nb", innlogget=innlogget)
        sider[innlogget] = [navn for g in paavirkningsside(snitt).grupper for rad in g.rader for navn in rad.sitter_der]
    assert any("Ordføraren i Vik" in navn for navn in sider[False])
    assert sider[True] == sider[False]


def test_influence_answers_first_with_the_nearest_last_day(client, sogn, vik):
    lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    svar = client.get(reverse("avtaler:paavirke", args=[vik.nummer]), {"dato": "20.11.2026"})
    assert svar.context["side"].foerst.hendelse.til == date(2026, 12, 31)
    assert "Først: senest 31. desember 2026" in svar.content.decode()


def test_old_number_leads_to_the_calendar_of_the_municipality_it_became(client, sogn, vik):
    lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    gammel = lag_kommune("Gamle Vik", "1417", til=date(2020, 1, 1))
    Kommuneendring.objects.create(dato=date(2020, 1, 1), type="nytt_nummer", fra_part=gammel, til_part=vik)
    svar = client.get(reverse("avtaler:paavirke", args=["1417"]), {"dato": "20.11.2026"})
    assert (svar.context["navn"], svar.context["side"].foerst.hendelse.til) == ("Vik", date(2026, 12, 31))


@pytest.mark.parametrize("nummer", ["0000", "x", "99999999999999999999", "²"])
def test_municipality_that_is_none_is_not_found(client, nummer):
    assert client.get(f"/kommuner/{nummer}/paavirke/").status_code == 404


def test_wheel_and_list_have_the_same_numbers(client, sogn, vik):
    lag_avtale("Brann", form="IKS", region=sogn, kommuner=[vik])
    side = client.get(reverse("avtaler:aarshjul"), {"region": "sogn", "aar": "2027"}).context["side"]
    i_lista = {rad.nummer: rad.hendelse.noekkel for maaned in side.maaneder for rad in maaned.rader}
    i_hjulene = {m.nummer: m.hendelse.noekkel for hjul in side.hjulene for m in hjul.tegning.merker}
    assert list(i_lista) == list(range(1, side.antall + 1))
    assert i_hjulene.items() <= i_lista.items()


@pytest.mark.parametrize(
    "valg", [{"aar": "x"}, {"aar": "999999999999"}, {"region": "\x00"}, {"kommune": "' or 1"}, {"rolle": "konge"}]
)
def test_what_is_no_choice_is_no_wish(client, sogn, valg):
    assert client.get(reverse("avtaler:aarshjul"), valg).status_code == 200


def test_year_costs_the_same_however_much_is_in_it(client, sogn, vik):
    def antall():
        with CaptureQueriesContext(connection) as spoerringer:
            client.get(reverse("avtaler:aarshjul"), {"region": "sogn", "aar": "2027"})
        return len(spoerringer)

    lag_runde(lag_avtale("En", region=sogn, kommuner=[vik], oppsigelse_maaneder=6), vindu_til=date(2027, 3, 1))
    en = antall()
    for navn in ("To", "Tre", "Fire"):
        lag_runde(lag_avtale(navn, region=sogn, kommuner=[vik], oppsigelse_maaneder=6), vindu_til=date(2027, 3, 1))
    assert antall() == en
