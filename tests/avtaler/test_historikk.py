"""The change log as people read it, and who may."""

from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse

from avtaler.models import Avtalerelasjon, Deltakelse, Dokument, Formaal, Funnbehandling
from avtaler.tjenester import meld_inn, slett_utkast
from avtaler.tjenester.versjon import lag_ny_versjon
from avtaler.uttrekk.historikk import Historikkfilter, historikkside
from kommuner.hvem import Hvem, med_hvem
from kommuner.models.sporing import SPORET
from kommuner.tilgang import Innsyn, innsyn_for
from kostnad.tjenester import sett_budsjett
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db
ALT = Innsyn(er_administrator=True)


@pytest.fixture
def kari():
    return lag_bruker(navn="Kari Nordmann")


@pytest.fixture
def avtale():
    vik, luster = lag_kommune("Vik", "4639"), lag_kommune("Luster", "4644")
    avtale = lag_avtale(navn="Barnevern i Sogn", region=lag_region("Sogn", kommuner=[vik, luster]))
    lag_deltakelse(avtale, vik)
    return avtale


def setninger(avtale=None, innsyn=ALT, **filter_) -> list[str]:
    side = historikkside(innsyn, Historikkfilter(**filter_), maalform="nb", avtale=avtale)
    return [innslag.setning for innslag in side.innslag]


def test_one_changed_column_is_one_plain_sentence(avtale, kari):
    avtale.oppsigelse_maaneder = 6
    avtale.save()
    with med_hvem(Hvem.person(kari, begrunnelse="Vedtatt i alle råd")):
        avtale.oppsigelse_maaneder = 12
        avtale.save()
    side = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale)
    assert side.innslag[0].setning == "Kari Nordmann endret oppsigelsesfrist i måneder fra 6 til 12."
    assert side.innslag[0].begrunnelse == "Vedtatt i alle råd"


def test_over_all_agreements_the_sentence_names_the_agreement(avtale, kari):
    with med_hvem(Hvem.person(kari)):
        avtale.oppsigelse_maaneder = 12
        avtale.save()
    assert setninger()[0] == "Kari Nordmann fylte ut oppsigelsesfrist i måneder: 12 på avtalen «Barnevern i Sogn»."


def test_what_one_request_did_is_one_entry(avtale, kari):
    luster = lag_kommune("Voss", "4621")
    with med_hvem(Hvem.person(kari)):
        avtale.navn = "Barnevern"
        avtale.save()
        meld_inn(avtale, part=luster, fra=date(2024, 1, 1))
    side = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale)
    assert side.innslag[0].setning == "Kari Nordmann gjorde 2 endringer."
    assert [endring.hva for endring in side.innslag[0].endringer] == ["avtale: Barnevern", "deltaker: Voss"]


def test_shares_dates_choices_and_names_are_written_as_people_write_them(avtale, kari):
    deltakelse = avtale.deltakelser.get()
    deltakelse.eierandel = Fraction(1, 9)
    deltakelse.save()
    with med_hvem(Hvem.person(kari)):
        deltakelse.eierandel = Fraction(2, 9)
        deltakelse.rolle = "vertskommune"
        deltakelse.til = date(2027, 1, 1)
        deltakelse.save()
    (endring,) = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag[0].endringer
    assert {felt.navn: (felt.foer, felt.etter) for felt in endring.felt} == {
        "rolle": ("deltaker", "vertskommune"),
        "siste dag": ("", "31. desember 2026"),
        "eierandel": ("11,1\u00a0% (1/9)", "22,2\u00a0% (2/9)"),
    }


def test_money_is_kroner(avtale, kari):
    with med_hvem(Hvem.person(kari)):
        sett_budsjett(avtale, aar=2027, beloep_oere=1_250_000_00)
    (endring,) = historikkside(ALT, Historikkfilter(hva="kostnad"), maalform="nb", avtale=avtale).innslag[0].endringer
    assert ("beløp", "1\u00a0250\u00a0000\u00a0kr") in {(felt.navn, felt.etter) for felt in endring.felt}


def test_a_name_is_known_after_what_it_named_is_gone(avtale, kari):
    runde = lag_runde(avtale, tittel="Endring av avtalen")
    avtale.dataeier = kari
    avtale.save()
    navn, nummer = runde.tittel, kari.pk
    kari.delete()
    runde.delete()
    alle = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag
    felt = {(f.navn, f.etter) for innslag in alle for e in innslag.endringer for f in e.felt}
    assert ("dataeier", "Kari Nordmann") in felt
    assert ("sak", navn) in felt
    assert ("dataeier", f"nr. {nummer}") not in felt


def test_a_list_written_anew_unchanged_is_no_change(avtale):
    Formaal.objects.create(avtale=avtale, rekkefoelge=1, tekst="Et felles barnevern")
    with med_hvem("kommando proeve"):
        avtale.formaal.all().delete()
        Formaal.objects.create(avtale=avtale, rekkefoelge=1, tekst="Et felles barnevern")
    assert not [setning for setning in setninger(avtale) if "proeve" in setning]
    with med_hvem("kommando proeve"):
        avtale.formaal.all().delete()
        Formaal.objects.create(avtale=avtale, rekkefoelge=1, tekst="Et godt felles barnevern")
    assert setninger(avtale)[0] == (
        "Kommandoen proeve endret tekst fra Et felles barnevern til Et godt felles barnevern"
        " (formål: Et godt felles barnevern)."
    )


def test_filters_take_person_kind_and_both_days(avtale, kari):
    with med_hvem(Hvem.person(kari)):
        avtale.navn = "Barnevern"
        avtale.save()
    assert len(setninger(avtale, hvem="kari")) == 1
    assert setninger(avtale, hvem="ola") == []
    assert setninger(avtale, hvem="kari", hva="deltakere") == []
    assert len(setninger(avtale, hvem="kari", fra=date(2020, 1, 1), til=date(2199, 1, 1))) == 1
    assert setninger(avtale, fra=date(2199, 1, 1)) == setninger(avtale, til=date(2020, 1, 1)) == []


def test_a_coordinator_sees_own_regions_also_what_is_deleted_there(avtale, som):
    egen = lag_bruker("koordinator", region=avtale.region)
    utkast = lag_avtale(navn="Hemmelig utkast", region=avtale.region, er_utkast=True)
    slett_utkast(utkast)
    tekst = som(egen).get(reverse("avtaler:endringslogg")).content.decode()
    assert "Hemmelig utkast" in tekst
    assert "Barnevern i Sogn" in tekst
    annen = lag_bruker("koordinator", region=lag_region("Vestfold"))
    tekst = som(annen).get(reverse("avtaler:endringslogg")).content.decode()
    assert "Hemmelig utkast" not in tekst
    assert "Barnevern i Sogn" not in tekst


@pytest.mark.parametrize(
    ("rolle", "sted", "status"),
    [
        ("koordinator", "egen region", 200),
        ("koordinator", "annen region", 404),
        ("innsyn", "deltaker", 200),
        ("innsyn", "annen kommune", 404),
        ("politiker", "deltaker", 404),
        ("sekretaer", "deltaker", 404),
    ],
)
def test_only_those_who_keep_or_oversee_read_the_log(avtale, som, rolle, sted, status):
    steder = {
        "egen region": {"region": avtale.region},
        "annen region": {"region": lag_region()},
        "deltaker": {"kommune": Deltakelse.objects.get(avtale=avtale).part},
        "annen kommune": {"kommune": lag_kommune()},
    }
    klient = som(lag_bruker(rolle, **steder[sted]))
    assert klient.get(reverse("avtaler:historikk", args=[avtale.pk])).status_code == status
    fane = reverse("avtaler:historikk", args=[avtale.pk]) in klient.get(avtale.get_absolute_url()).content.decode()
    assert fane == (status == 200)


@pytest.mark.parametrize("felt", ["begrunnelse", "kvitter-begrunnelse"])
def test_why_is_read_from_a_form_with_a_prefix_too(avtale, som, felt):
    kari = lag_bruker("koordinator", region=avtale.region)
    url = reverse("avtaler:endre_deltaker", args=[avtale.pk, avtale.deltakelser.get().pk])
    klient = som(kari)
    initial = {k: v for k, v in klient.get(url).context["form"].initial.items() if v is not None}
    data = {navn: str(getattr(verdi, "nummer", verdi)) for navn, verdi in initial.items()}
    klient.post(url, data | {"fra": "1.1.2020", "merknad": "Ny", felt: "Vedtatt i rådet"})
    (innslag, *_eldre) = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag
    assert innslag.begrunnelse == "Vedtatt i rådet"


def test_the_one_who_changes_is_the_one_who_is_logged_in_and_why_comes_from_the_form(avtale, som):
    kari = lag_bruker("koordinator", region=avtale.region, navn="Kari Nordmann")
    deltakelse = avtale.deltakelser.get()
    url = reverse("avtaler:endre_deltaker", args=[avtale.pk, deltakelse.pk])
    klient = som(kari)
    felt = {k: v for k, v in klient.get(url).context["form"].initial.items() if v is not None}
    data = {navn: str(getattr(verdi, "nummer", verdi)) for navn, verdi in felt.items()}
    svar = klient.post(url, data | {"fra": "1.1.2020", "merknad": "Ny", "begrunnelse": "Skrevet feil"})
    assert svar.status_code == 302
    (innslag, *_eldre) = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag
    assert (innslag.hvem, innslag.begrunnelse) == ("Kari Nordmann", "Skrevet feil")
    deltakelse.refresh_from_db()
    deltakelse.merknad = "Uten noen"
    deltakelse.save()
    (innslag, *_eldre) = historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag
    assert innslag.hvem == "Noen rett i databasen (samarbeid)"


def test_the_history_never_names_a_draft_of_another_region(avtale):
    utkast = lag_avtale(navn="Hemmelig arvtaker", region=lag_region("Vestfold"), er_utkast=True)
    ut = Avtalerelasjon.objects.create(fra_avtale=utkast, til_avtale=avtale, type="bygger_paa")
    inn = Avtalerelasjon.objects.create(fra_avtale=avtale, til_avtale=utkast, type="bygger_paa")
    for relasjon in (ut, inn):
        relasjon.delete()
    egen = Innsyn(regioner=frozenset({avtale.region_id}), dato=date(2026, 1, 1))
    for innsyn, sett in ((ALT, True), (egen, False)):
        side = historikkside(innsyn, Historikkfilter(), maalform="nb", avtale=avtale)
        assert ("Hemmelig arvtaker" in repr(side.innslag)) is sett
    assert setninger(avtale, egen)


def test_who_oversees_reads_no_drafts_and_no_cleaning_up():
    vik = lag_kommune("Vik", "4639")
    avtale = lag_avtale(navn="Barnevern", er_utkast=True, kommuner=[vik], bestemmelser={"a": "Første tanke"})
    avtale.er_utkast = False
    avtale.save()
    ny = lag_ny_versjon(avtale)
    ny.bestemmelser.create(tittel="Annet", tekst="Uferdig klausul")
    Funnbehandling.objects.create(avtale=avtale, kode="x", merknad="Slurvet ført")
    tilsyn = Innsyn(parter=frozenset({vik.pk}), innsynsparter=frozenset({vik.pk}), dato=date(2026, 1, 1))
    hemmelig = ("Første tanke", "Uferdig klausul", "Slurvet ført")
    for innsyn, sett in ((Innsyn(regioner=frozenset({avtale.region_id})), True), (tilsyn, False)):
        tekst = repr(historikkside(innsyn, Historikkfilter(), maalform="nb", avtale=avtale).innslag)
        assert [ord in tekst for ord in hemmelig] == [sett] * 3
    ny.fra = date(2026, 1, 1)
    ny.save()
    klausul = ny.bestemmelser.get(tittel="Annet")
    klausul.tekst = "Rettet klausul"
    klausul.save()
    tekst = repr(historikkside(tilsyn, Historikkfilter(), maalform="nb", avtale=avtale).innslag)
    assert "Rettet klausul" in tekst
    assert "Slurvet ført" not in tekst


def test_one_that_has_left_follows_neither_the_history_nor_new_exempt_documents(avtale, som):
    deltakelse = avtale.deltakelser.get()
    deltakelse.til = date(2024, 1, 1)
    deltakelse.save()
    felt = {"unntakshjemmel": "offl. § 14", "stoerrelse": 1, "lagt_inn": "2026-01-01T00:00Z", "avtale": avtale}
    for dag in (date(2023, 12, 31), date(2024, 1, 1), None):
        Dokument.objects.create(tittel=str(dag), dato=dag, **felt)
    bruker = lag_bruker("innsyn", kommune=deltakelse.part)
    innsyn = innsyn_for(bruker, dato=date(2026, 1, 1))
    assert [dokument.tittel for dokument in Dokument.objects.for_user(innsyn)] == ["2023-12-31"]
    assert som(bruker).get(reverse("avtaler:historikk", args=[avtale.pk])).status_code == 404
    foer = innsyn_for(bruker, dato=date(2023, 12, 31))
    assert Dokument.objects.for_user(foer).count() == 3


def test_a_table_that_is_tracked_no_more_is_left_out(avtale, monkeypatch):
    monkeypatch.delitem(SPORET, "avtaler_deltakelse")
    assert setninger(avtale)
    assert "Vik" not in repr(historikkside(ALT, Historikkfilter(), maalform="nb", avtale=avtale).innslag)
