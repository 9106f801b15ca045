"""Ideas merged and parted, answered, judged, and turned into something without anybody typing it again."""

from datetime import date

import pytest

from avtaler.models import Avtalerelasjon
from avtaler.models.idee import Ide
from avtaler.tjenester import Avvist, Konflikt, trekk_runde
from avtaler.tjenester.ideer.avgjoerelse import si_nei, ta_opp, vurder_klarhet
from avtaler.tjenester.ideer.interesse import svar_paa_ide
from avtaler.tjenester.ideer.omgjoering import Utkast, bli_avtale, bli_prosjekt, utvid_avtale
from avtaler.tjenester.ideer.sammenslaaing import skill_ut, slaa_sammen
from avtaler.uttrekk.ideer.bank import Idefilter, bankside
from avtaler.uttrekk.ideer.ideside import ideside, kom_av
from avtaler.uttrekk.ideer.omgjoering import grunnlag
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_oppgave, lag_region, lag_runde

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 20)
NESTE_AAR = date(2027, 1, 1)


@pytest.fixture
def kommuner():
    return [lag_kommune(navn) for navn in ("Gausdal", "Lillehammer", "Øyer")]


@pytest.fixture
def region(kommuner):
    return lag_region(kommuner=kommuner)


def lag_ide(region, tittel="Barnevern", **felt):
    return Ide.objects.create(region=region, tittel=tittel, dato=date(2018, 8, 24), **felt)


def svar(ide, part, svar="vil", dato=DAG):
    return svar_paa_ide(ide, part, {"svar": svar, "dato": dato, "merknad": ""})


def side(ide):
    return ideside(Ide.objects.get(pk=ide.pk), INGEN, frozenset(), dato=DAG, maalform="nb")


def test_merged_idea_keeps_both_texts_the_newest_answers_and_everybody_who_is_wanted(region, kommuner):
    gausdal, lillehammer, oeyer = kommuner
    en = lag_ide(region, beskrivelse="Felles vakt", oensket_med="Øyer")
    annen = lag_ide(region, "Barnevern/fosterhjem", beskrivelse="Flere fosterhjem", oensket_med="Staten")
    svar(en, gausdal, "vil", date(2026, 1, 1))
    svar(annen, gausdal, "vil_ikke", date(2026, 5, 1))
    svar(en, oeyer, "kanskje", date(2026, 9, 1))
    svar(annen, oeyer, "vil", date(2026, 2, 1))
    svar(annen, lillehammer)
    slaa_sammen(behold_id=en.pk, innlem=[annen.pk])
    vist = side(en)
    assert {rad.navn: rad.svar for rad in vist.interesser} == {
        "Gausdal": "vil_ikke", "Lillehammer": "vil", "Øyer": "kanskje"
    }  # fmt: skip
    assert vist.rad.oensket == ("Øyer", "Staten")
    assert (vist.beskrivelse, vist.innlemmede[0].beskrivelse) == ("Felles vakt", "Flere fosterhjem")
    assert side(annen).slaatt_sammen_med.id == en.pk
    assert [rad.ide.id for rad in bankside(Idefilter(), dato=DAG, maalform="nb").rader] == [en.pk]


def test_parted_again_each_has_what_it_had(region, kommuner):
    en, annen = lag_ide(region), lag_ide(region, "Barnevern/fosterhjem")
    svar(en, kommuner[0], "vil")
    svar(annen, kommuner[0], "vil_ikke")
    foer = side(en).rad.opptelling, side(annen).rad.opptelling
    slaa_sammen(behold_id=en.pk, innlem=[annen.pk])
    skill_ut(ide_id=annen.pk)
    assert (side(en).rad.opptelling, side(annen).rad.opptelling) == foer
    with pytest.raises(Avvist):
        skill_ut(ide_id=annen.pk)


def test_what_was_merged_before_follows_along(region):
    foerste, andre, tredje = (lag_ide(region, tittel) for tittel in ("A", "B", "C"))
    slaa_sammen(behold_id=andre.pk, innlem=[foerste.pk])
    slaa_sammen(behold_id=tredje.pk, innlem=[andre.pk])
    assert {ide.id for ide in side(tredje).innlemmede} == {foerste.pk, andre.pk}


def test_ideas_of_two_regions_or_one_that_has_ended_are_not_merged(region):
    en = lag_ide(region)
    with pytest.raises(Avvist, match="samme region"):
        slaa_sammen(behold_id=en.pk, innlem=[lag_ide(lag_region()).pk])
    slutt = lag_ide(region, "Slutt")
    si_nei(ide_id=slutt.pk, versjon=1, begrunnelse="For dyrt")
    with pytest.raises(Avvist, match="ikke lenger åpen"):
        slaa_sammen(behold_id=en.pk, innlem=[slutt.pk])
    with pytest.raises(Avvist, match="minst én"):
        slaa_sammen(behold_id=en.pk, innlem=[en.pk])


def test_a_merged_idea_is_answered_where_it_leads(region, kommuner):
    en, annen = lag_ide(region), lag_ide(region, "B")
    slaa_sammen(behold_id=en.pk, innlem=[annen.pk])
    with pytest.raises(Avvist):
        svar(annen, kommuner[0])


def test_idea_becomes_a_draft_with_everything_it_had(region, kommuner):
    oppgave, barnevernet = lag_oppgave("Barnevern"), lag_avtale("Barnevernet", region=region, kommuner=kommuner[:2])
    ide = lag_ide(region, beskrivelse="Hjelp hele døgnet", oppgave=oppgave, bygger_paa=barnevernet)
    for part, hva in zip(kommuner, ("vil", "vil", "kanskje"), strict=True):
        svar(ide, part, hva)
    vil = grunnlag(ide, dato=DAG).vil
    utkast = Utkast(
        navn=ide.tittel, form="VERT_ADM", klasse="tjenesteyting", fra=NESTE_AAR, formaal=ide.beskrivelse,
        oppgave=oppgave, deltakere=vil, vert=kommuner[1],
    )  # fmt: skip
    avtale = bli_avtale(ide_id=ide.pk, versjon=ide.versjon, utkast=utkast, dato=DAG)
    assert (avtale.er_utkast, [str(f.tekst) for f in avtale.formaal.all()]) == (True, ["Hjelp hele døgnet"])
    assert list(avtale.oppgaver.all()) == [oppgave]
    assert {d.part.navn: d.rolle for d in avtale.deltakelser.all()} == {
        "Gausdal": "samarbeidskommune", "Lillehammer": "vertskommune"
    }  # fmt: skip
    assert avtale.relasjoner_ut.get().type == Avtalerelasjon.Type.BYGGER_PAA
    ide.refresh_from_db()
    assert (ide.status, ide.avtale) == ("forslag", avtale)
    assert side(ide).avtale is None, "The draft is not a visitor's to see."
    with pytest.raises(Avvist):
        ta_opp(ide_id=ide.pk)


def test_the_law_says_no_with_its_reason_and_nothing_is_stored(region, kommuner):
    ide = lag_ide(region)
    utkast = Utkast(navn="Felles", form="KO", klasse="tjenesteyting", fra=NESTE_AAR, deltakere=(kommuner[0],))
    with pytest.raises(Avvist, match="minst 2 deltakere") as avvist:
        bli_avtale(ide_id=ide.pk, versjon=1, utkast=utkast, dato=DAG)
    assert avvist.value.felt == "form"
    ide.refresh_from_db()
    assert (ide.status, region.avtaler.count()) == ("ny", 0)


def test_idea_becomes_a_project_with_those_outside_as_partners(region, kommuner):
    ide = lag_ide(region)
    utenfra = lag_kommune("Ringebu")
    felt = {"navn": ide.tittel, "klasse": "drift", "avtale": None}
    prosjekt = bli_prosjekt(ide_id=ide.pk, versjon=1, felt=felt, deltakere=[kommuner[0], utenfra], fra=DAG)
    assert {d.part.navn: d.rolle for d in prosjekt.deltakelser.all()} == {"Gausdal": "deltaker", "Ringebu": "partner"}
    ide.refresh_from_db()
    assert (ide.status, ide.prosjekt) == ("prosjekt", prosjekt)


def test_idea_becomes_the_case_of_one_more_in_the_agreement_it_builds_on(region, kommuner):
    gausdal, lillehammer, oeyer = kommuner
    avtale = lag_avtale(region=region, kommuner=[gausdal, lillehammer])
    ide = lag_ide(region, bygger_paa=avtale)
    valg = {"ide_id": ide.pk, "tittel": "Øyer blir med", "forslag": "Øyer tas opp.", "fra": NESTE_AAR, "dato": DAG}
    with pytest.raises(Avvist, match="allerede med"):
        utvid_avtale(**valg, versjon=1, part=gausdal)
    runde = utvid_avtale(**valg, versjon=1, part=oeyer, avdelingskontor="Kontor i Tretten")
    assert (runde.slag, runde.gjelder_part, runde.laast) == ("utvide", oeyer, None)
    assert [punkt.tekst for punkt in runde.punkter.all()] == ["Kontor i Tretten"]
    assert {vedtak.part for vedtak in runde.vedtak.all()} == set(kommuner)
    assert kom_av(avtale) == (), "The agreement was there before the idea."
    assert side(ide).runde.navn == "Øyer blir med"
    with pytest.raises(Avvist, match="blitt til noe"):
        ta_opp(ide_id=ide.pk)
    trekk_runde(runde)
    assert ta_opp(ide_id=ide.pk).status == "vurderes"


def test_idea_whose_case_a_council_said_no_to_can_be_taken_up_again(region, kommuner):
    avtale = lag_avtale(region=region, kommuner=kommuner[:2])
    runde = lag_runde(avtale)
    runde.vedtak.filter(part=kommuner[0]).update(status="avvist", dato=DAG)
    ide = lag_ide(region, bygger_paa=avtale, status="forslag", runde=runde)
    tatt_opp = ta_opp(ide_id=ide.pk)
    assert (tatt_opp.status, tatt_opp.runde) == ("vurderes", None)


def test_open_ideas_nobody_drives_or_without_a_next_date_are_counted(region):
    driver = lag_bruker("koordinator", region=region)
    lag_ide(region, "Drives", ansvarlig=driver, neste_dato=NESTE_AAR)
    lag_ide(region, "Uten dato", ansvarlig=driver)
    lag_ide(region, "Uten driver", neste_dato=NESTE_AAR)
    lag_ide(region, "Ferdig", status="prosjekt")
    assert bankside(Idefilter(), dato=DAG, maalform="nb").uten_fremdrift == 2


def test_no_needs_a_reason_and_can_be_taken_up_again(region):
    ide = lag_ide(region)
    with pytest.raises(Avvist):
        si_nei(ide_id=ide.pk, versjon=1, begrunnelse=" ")
    si_nei(ide_id=ide.pk, versjon=1, begrunnelse="For få vil")
    with pytest.raises(Konflikt):
        ta_opp(ide_id=ide.pk, versjon=1)
    assert ta_opp(ide_id=ide.pk, versjon=2).status == "vurderes"


def test_judgement_is_kept_changed_and_taken_away_and_examples_stay_until_somebody_judges(region):
    ide = lag_ide(region)
    vurder_klarhet(
        ide_id=ide.pk, versjon=1, svar={"budsjett": ("nei", "Ingen nøkkel"), "lokalisering": ("ja", "")},
        er_eksempel=True,
    )  # fmt: skip
    nye = {"budsjett": ("delvis", ""), "lokalisering": ("ja", ""), "politisk_vilje": ("", "")}
    vurder_klarhet(ide_id=ide.pk, versjon=2, svar=nye)
    assert {s.kode: (s.svar, s.er_eksempel) for s in ide.klarhet.all()} == {
        "budsjett": ("delvis", False), "lokalisering": ("ja", True)
    }  # fmt: skip
    with pytest.raises(Avvist, match="Velg et svar") as avvist:
        vurder_klarhet(ide_id=ide.pk, versjon=3, svar={"budsjett": ("", "Hva nå?")})
    assert avvist.value.felt == "budsjett"
