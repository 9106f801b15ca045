"""Giving notice through services and pages: the day follows from the agreement, and can be taken back until then."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.urls import reverse

from avtaler.models import Deloppgave, Deloppgavedeltakelse, Sted
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.uttreden import angre_oppsigelse, si_opp
from avtaler.uttrekk.uttredenside import uttredenside
from kommuner.foresporsel import idag
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_region, lag_verv, slaa_sammen

pytestmark = pytest.mark.django_db

VARSEL = date(2023, 3, 15)
SENERE = date(2026, 11, 20)


@pytest.fixture
def kommuner():
    return [lag_kommune(navn) for navn in ("Luster", "Lærdal", "Årdal")]


def deltakelse_i(avtale, part):
    return avtale.deltakelser.select_related("part", "avtale").get(part=part)


@pytest.mark.parametrize(
    ("form", "vilkaar", "ute"),
    [
        ("KO", {"oppsigelse_maaneder": 6, "oppsigelse_regel": "aarsskifte"}, date(2024, 1, 1)),
        ("KO", {"oppsigelse_maaneder": 12, "oppsigelse_regel": "fra_aarsskifte"}, date(2025, 1, 1)),
        ("KO", {"oppsigelse_maaneder": 12, "oppsigelse_regel": "aarsskifte"}, date(2025, 1, 1)),
        ("VERT_ADM", {}, date(2024, 3, 16)),
        ("IKS", {}, date(2024, 3, 16)),
        ("P27_1992", {"oppsigelse_maaneder": 24}, date(2024, 3, 16)),
    ],
)
def test_si_opp_gives_the_day_of_this_agreement(kommuner, form, vilkaar, ute):
    avtale = lag_avtale(form=form, kommuner=kommuner, **vilkaar)
    lagret = si_opp(deltakelse_id=deltakelse_i(avtale, kommuner[0]).pk, versjon=1, varsel=VARSEL, idag=SENERE)
    assert (lagret.oppsagt, lagret.til) == (VARSEL, ute)


def test_si_opp_is_refused_when_nobody_has_said_how_one_leaves(kommuner):
    avtale = lag_avtale(form="IPR", kommuner=kommuner)
    with pytest.raises(Avvist, match="Avtalen må si hvordan"):
        si_opp(deltakelse_id=deltakelse_i(avtale, kommuner[0]).pk, versjon=1, varsel=VARSEL, idag=SENERE)


def test_si_opp_is_refused_in_a_lock_in_before_the_start_and_ahead_of_time(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner, bundet_til=date(2024, 1, 1))
    pk = deltakelse_i(avtale, kommuner[0]).pk
    with pytest.raises(Avvist, match=r"01\.01\.2024"):
        si_opp(deltakelse_id=pk, versjon=1, varsel=VARSEL, idag=SENERE)
    with pytest.raises(Avvist, match="begynte"):
        si_opp(deltakelse_id=pk, versjon=1, varsel=date(2019, 1, 1), idag=SENERE)
    with pytest.raises(Avvist, match="ikke gitt"):
        si_opp(deltakelse_id=pk, versjon=1, varsel=SENERE + timedelta(days=1), idag=SENERE)


def test_si_opp_does_not_write_over_somebody_elses_change(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner)
    pk = deltakelse_i(avtale, kommuner[0]).pk
    si_opp(deltakelse_id=pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    with pytest.raises(Konflikt):
        si_opp(deltakelse_id=pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    with pytest.raises(Avvist, match="alt sagt opp"):
        si_opp(deltakelse_id=pk, versjon=2, varsel=VARSEL, idag=VARSEL)


def test_a_notice_can_be_taken_back_until_the_party_is_out(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner)
    pk = deltakelse_i(avtale, kommuner[0]).pk
    si_opp(deltakelse_id=pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    with pytest.raises(Avvist, match="allerede ute"):
        angre_oppsigelse(deltakelse_id=pk, versjon=None, idag=date(2024, 3, 16))
    angret = angre_oppsigelse(deltakelse_id=pk, versjon=2, idag=date(2024, 3, 15))
    assert (angret.oppsagt, angret.til) == (None, None)
    with pytest.raises(Avvist, match="ikke sagt opp"):
        angre_oppsigelse(deltakelse_id=pk, versjon=None, idag=VARSEL)


def test_sub_tasks_end_with_the_participation_and_come_back_with_it(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner)
    deltakelse = deltakelse_i(avtale, kommuner[0])
    oppgave = Deloppgave.objects.create(avtale=avtale, navn="Nødnett", fra=date(2020, 1, 1))
    i_oppgaven = Deloppgavedeltakelse.objects.create(deloppgave=oppgave, part=kommuner[0], fra=date(2020, 1, 1))
    si_opp(deltakelse_id=deltakelse.pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    i_oppgaven.refresh_from_db()
    assert i_oppgaven.til == date(2024, 3, 16)
    angre_oppsigelse(deltakelse_id=deltakelse.pk, versjon=2, idag=VARSEL)
    i_oppgaven.refresh_from_db()
    assert i_oppgaven.til is None


def test_what_was_to_end_anyway_still_does_when_the_notice_is_taken_back(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner[1:])
    slutt, i_vakt, ute = date(2030, 1, 1), date(2028, 1, 1), date(2024, 3, 16)
    deltakelse = lag_deltakelse(avtale, kommuner[0], til=slutt)
    vakt, nett, bygg = (
        Deloppgavedeltakelse.objects.create(
            deloppgave=Deloppgave.objects.create(avtale=avtale, navn=navn, fra=deltakelse.fra), part=kommuner[0],
            fra=deltakelse.fra, til=til,
        )
        for navn, til in (("Vakt", i_vakt), ("Nett", slutt), ("Bygg", ute))
    )  # fmt: skip
    si_opp(deltakelse_id=deltakelse.pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    assert {rad.til for rad in Deloppgavedeltakelse.objects.all()} == {ute}
    assert angre_oppsigelse(deltakelse_id=deltakelse.pk, versjon=2, idag=VARSEL).til == slutt
    for rad, til in ((vakt, i_vakt), (nett, slutt), (bygg, ute)):
        rad.refresh_from_db()
        assert rad.til == til


def test_notice_is_not_taken_back_over_a_later_participation(kommuner):
    avtale = lag_avtale(form="IKS", kommuner=kommuner)
    pk = deltakelse_i(avtale, kommuner[0]).pk
    si_opp(deltakelse_id=pk, versjon=1, varsel=VARSEL, idag=VARSEL)
    lag_deltakelse(avtale, kommuner[0], fra=date(2025, 1, 1))
    with pytest.raises(Avvist, match="allerede med"):
        angre_oppsigelse(deltakelse_id=pk, versjon=2, idag=VARSEL)


def test_six_months_after_a_border_change_whatever_is_agreed(kommuner):
    ny, gammel = kommuner[0], lag_kommune("Gamle Luster", til=date(2024, 1, 1))
    slaa_sammen(gammel, til=ny, dato=date(2024, 1, 1))
    avtale = lag_avtale(form="KO", kommuner=kommuner, oppsigelse_maaneder=36)
    pk = deltakelse_i(avtale, ny).pk
    lagret = si_opp(deltakelse_id=pk, versjon=1, varsel=date(2024, 8, 31), idag=SENERE, grunnlag="grenseendring")
    assert lagret.til == date(2025, 3, 1)
    andre = deltakelse_i(avtale, kommuner[1]).pk
    with pytest.raises(Avvist, match="grenseendring"):
        si_opp(deltakelse_id=andre, versjon=1, varsel=date(2024, 8, 31), idag=SENERE, grunnlag="grenseendring")


def test_the_page_tells_what_is_left_and_what_goes(kommuner):
    luster, _laerdal, _aardal = kommuner
    avtale = lag_avtale(form="IKS", kommuner=kommuner, andeler=[Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)])
    oppgave = Deloppgave.objects.create(avtale=avtale, navn="Nødnett", fra=date(2020, 1, 1))
    Deloppgavedeltakelse.objects.create(deloppgave=oppgave, part=luster, fra=date(2020, 1, 1))
    Sted.objects.create(avtale=avtale, part=luster, navn="Stasjonen i Gaupne", fra=date(2020, 1, 1), aarsverk=4)
    lag_verv(avtale, luster, "Ordføreren i Luster")
    side = uttredenside(avtale, deltakelse_i(avtale, luster), varsel=VARSEL, maalform="nb")
    assert side.svar.til == date(2024, 3, 16)
    assert side.plan.gaar.svarer_for == Fraction(1, 2)
    assert [(en.navn, en.mot_hverandre) for en in side.igjen] == [("Lærdal", Fraction(1, 2)), ("Årdal", Fraction(1, 2))]
    assert side.ansvar.hjemmel == "IKS-loven § 30(6)"
    assert side.endring.hjemmel == "IKS-loven § 4(1)–(2)"
    assert side.deloppgaver == ("Nødnett",)
    assert [sted.navn for sted in side.steder] == ["Stasjonen i Gaupne"]
    assert len(side.verv) == 1
    assert not side.plan.for_faa
    assert side.siste_varsel is None
    avtale.oppsigelse_maaneder, avtale.oppsigelse_regel = 6, "aarsskifte"
    avtale.save()
    side = uttredenside(avtale, deltakelse_i(avtale, luster), varsel=VARSEL, maalform="nb")
    assert (side.svar.til, side.siste_varsel) == (date(2024, 1, 1), date(2023, 6, 30))


def test_the_page_and_the_notice_from_end_to_end(som, kommuner):
    region = lag_region(kommuner=kommuner)
    avtale = lag_avtale("Sogn brann IKS", form="IKS", kommuner=kommuner[:2], region=region)
    deltakelse = deltakelse_i(avtale, kommuner[0])
    klient = som(lag_bruker("koordinator", region=region))
    adresse = reverse("avtaler:tre_ut", args=[avtale.pk, deltakelse.pk])
    svar = klient.get(adresse, {"varsel": "15.3.2023"})
    assert svar.status_code == 200
    assert "15. mars 2024" in svar.text
    assert "Selskapet skal oppløses" in svar.text
    assert klient.get(adresse, {"varsel": "tull"}).status_code == 422
    del_ = klient.get(adresse, {"varsel": "15.3.2023"}, headers={"HX-Request": "true", "HX-Target": "utregning"})
    assert "<html" not in del_.text
    assert "15. mars 2024" in del_.text

    framtid = f"{idag() + timedelta(days=40):%d.%m.%Y}"
    avvist = klient.post(adresse, {"varsel": framtid, "versjon": "1"})
    assert avvist.status_code == 422
    assert "ikke gitt" in avvist.text
    sendt = klient.post(adresse, {"varsel": f"{idag():%d.%m.%Y}", "versjon": "1"})
    assert sendt.status_code == 302
    lagret = deltakelse_i(avtale, kommuner[0])
    assert lagret.oppsagt == idag()
    liste = klient.get(reverse("avtaler:deltakere", args=[avtale.pk]))
    angre = reverse("avtaler:angre_oppsigelse", args=[avtale.pk, deltakelse.pk])
    assert "sagt opp" in liste.text
    assert angre in liste.text
    assert klient.get(angre).status_code == 200
    assert klient.post(angre).status_code == 302
    assert deltakelse_i(avtale, kommuner[0]).til is None


def test_the_calculator_stands_on_the_list_of_participants(client, kommuner):
    avtale = lag_avtale(form="VERT_ADM", kommuner=kommuner, oppsigelse_maaneder=6, oppsigelse_regel="aarsskifte")
    svar = client.get(reverse("avtaler:deltakere", args=[avtale.pk]), {"dato": "15.3.2023"})
    assert "Hva om vi sier opp 15. mars 2023?" in svar.text
    assert "31. desember 2023" in svar.text
    assert "Seks måneders varsel" in svar.text
