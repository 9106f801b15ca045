"""The demo data: what the sources say, and nothing invented without its mark."""

from datetime import date

import pytest

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.models import Avtale, Deloppgave, Deltakelse, Runde, Sted
from avtaler.uttrekk import rundetavle, rundetavler
from kommuner.models import Part
from kommuner.querysets import gyldig
from kommuner.tilgang import INGEN
from kostnad.models import Budsjett, Fordeling, Noekkel
from rapport.demodata import REGIONER, les
from rapport.demodata.brukere import last_brukere
from rapport.demodata.regioner import finn_part, last_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def demodata(verden, db):
    return last_brukere()


def deltakere(navn: str, dato: date) -> list[str]:
    rader = Deltakelse.objects.filter(gyldig(dato), avtale__navn=navn).exclude(rolle__in=UTENFOR)
    return [rad.part.navn for rad in rader.select_related("part")]


def test_the_regional_council_of_sogn_had_nine_members_and_seven_from_2020(demodata):
    assert len(deltakere("Sogn regionråd", date(2019, 1, 1))) == 9
    assert deltakere("Sogn regionråd", date(2020, 1, 1)) == [
        "Aurland", "Høyanger", "Luster", "Lærdal", "Sogndal", "Vik", "Årdal",
    ]  # fmt: skip


def test_the_regional_council_was_converted_into_a_political_council_and_a_task_community(demodata):
    gammel = Avtale.objects.get(navn="Sogn regionråd")
    nye = gammel.relasjoner_ut.filter(type="omdannet_til").values_list("til_avtale__form", flat=True)
    assert sorted(nye) == ["IPR", "KO"]


def test_nine_k_splits_exactly_620_000_in_2003_and_nothing_of_it_is_invented(demodata):
    fordeling = Fordeling.objects.get(avtale__navn__contains="9-K", aar=2003)
    deler = list(fordeling.deler.values_list("beloep_oere", flat=True))
    assert (len(deler), sum(deler), fordeling.til_fordeling_oere) == (9, 62_000_000, 62_000_000)
    assert not fordeling.er_eksempel


def test_ramnes_and_vaale_made_ten_into_nine(demodata):
    navn = "Kommunesamarbeidet i Vestfold (9-K)"
    assert len(deltakere(navn, date(1999, 1, 1))) == 7
    assert len(deltakere(navn, date(2001, 6, 1))) == 10
    assert len(deltakere(navn, date(2003, 1, 1))) == 9


@pytest.mark.parametrize(
    ("navn", "antall"),
    [
        ("Felles drift av økonomisystem", 7),
        ("Felles IT-drift hjå ekstern leverandør", 3),
        ("Felles lønsavdeling", 2),
        ("Felles plankontor", 2),
    ],
)
def test_vest_telemark_is_not_always_seven(demodata, navn, antall):
    assert len(deltakere(navn, date(2007, 10, 1))) == antall


def test_only_nine_ks_figures_have_a_source_and_the_rest_is_marked(demodata):
    budsjetter = Budsjett.objects.filter(er_eksempel=False, aar__lte=2026)
    noekler = Noekkel.objects.filter(er_eksempel=False, fra_aar__lt=2026)
    assert [str(b) for b in budsjetter] == ["Kommunesamarbeidet i Vestfold (9-K) 2003"]
    assert set(noekler.values_list("avtale__region__slug", flat=True)) == {"vestfold-9k", "kongsbergregionen"}


def test_every_invented_agreement_says_what_is_invented(demodata):
    assert not Avtale.objects.filter(er_eksempel=True, eksempel_merknad="").exists()


def test_there_is_a_login_for_every_role(demodata):
    roller = {tilgang.rolle for bruker in demodata for tilgang in bruker.tilganger.all()}
    assert roller == {"koordinator", "politiker", "sekretaer", "rapportoer", "innsyn", "administrator"}


def test_loading_twice_changes_nothing(demodata):
    foer = (Avtale.objects.count(), Deltakelse.objects.count(), Fordeling.objects.count())
    for region in REGIONER:
        last_region(region)
    last_brukere()
    assert (Avtale.objects.count(), Deltakelse.objects.count(), Fordeling.objects.count()) == foer


def test_a_number_nobody_ever_had_is_an_error(demodata):
    with pytest.raises(LookupError, match="0000"):
        finn_part("0000", date(2020, 1, 1))


def test_all_members_are_municipalities_of_the_reference_data(demodata):
    grupper = [gruppe for region in REGIONER for gruppe in les(region)["region"]["medlemmer"]]
    numre = {nummer for gruppe in grupper for nummer in gruppe["nummer"]}
    assert all(finn_part(nummer, date(2001, 1, 1)).type == "kommune" for nummer in numre)
    assert Part.objects.filter(regionmedlemskap__isnull=False).distinct().count() >= 35


def test_sogn_is_in_its_window_on_the_21st_of_march(demodata):
    """Needs 1.12: recommended 10.2.2023, councils until 30.4, in force at the later of 1.5 and the last decision."""
    runde = Runde.objects.get(tittel="Samarbeidsavtale for Sogn kommunalt oppgåvefellesskap")
    i_vinduet = rundetavle(runde, dato=date(2023, 3, 21))
    assert (i_vinduet.status.vindu, i_vinduet.status.behandlet, i_vinduet.status.antall) == ("i", 3, 7)
    assert (i_vinduet.stadium, i_vinduet.status.forsinket) == ("i_raadene", 0)
    assert rundetavle(runde, dato=date(2023, 5, 2)).gjelder_fra == date(2023, 5, 1)
    avtale, foer = runde.avtale, date(2023, 1, 15)
    assert [t.id for t in rundetavler(avtale, INGEN, dato=foer, med_kommende=False)] == []


def test_tolga_is_left_out_and_three_go_on(demodata):
    """NIVI 2016: four councils, three chose Os as host and Tolga itself."""
    foerste, ny = Runde.objects.filter(tittel__startswith="Felles landbrukskontor").order_by("pk")
    tavle = rundetavle(foerste, dato=date(2026, 10, 20))
    assert tavle.setning == "ikke likelydende: 3 av 4 – avvik: vertskommune (Tolga)"
    assert rundetavle(foerste, dato=date(2026, 11, 20)).stadium == "erstattet"
    assert (ny.erstatter, ny.vedtak.count()) == (foerste, 3)


def test_coalition_began_without_folldal_which_joined_later(demodata):
    tavle = rundetavle(Runde.objects.get(tittel="Felles legevakt"), dato=date(2026, 11, 20))
    assert (tavle.stadium, tavle.gjelder_fra) == ("ferdig", date(2026, 4, 1))
    assert [(rad.navn, dag) for rad, dag in tavle.senere] == [("Folldal", date(2026, 6, 18))]
    assert not tavle.avtalen_sier_annet


def test_nine_k_has_the_partners_of_the_source_apart_from_its_nine_members(demodata):
    """Needs 2.20: host of the secretariat, grant giver, in some projects, and those kept informed."""
    rader = Deltakelse.objects.filter(avtale__navn__contains="9-K", rolle__in=UTENFOR)
    roller = {rad.part.navn: rad.rolle for rad in rader.select_related("part")}
    assert roller["Høgskolen i Vestfold"] == "sekretariatsvert"
    assert roller["Fylkesmannen i Vestfold"] == "tilskuddsgiver"
    assert sorted(navn for navn, rolle in roller.items() if rolle == "informert") == [
        "Lardal", "Larvik", "Sande", "Sandefjord", "Svelvik",
    ]  # fmt: skip


def test_no_source_gives_posts_or_subtasks_so_all_are_marked(demodata):
    assert not Sted.objects.filter(er_eksempel=False).exists()
    assert not Deloppgave.objects.filter(er_eksempel=False).exists()
