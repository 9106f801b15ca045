"""What is written of a project: its steps, its councils, its participants and its end."""

from datetime import date

import pytest

from avtaler.models import Avtale, Deltakelse, Finansiering, Gevinst, Prosjekt, Prosjektdeltakelse, Stegvedtak
from avtaler.tjenester import Avvist, Konflikt, meld_inn
from avtaler.tjenester.prosjekter.avslutning import avslutt_prosjekt, ny_ordning
from avtaler.tjenester.prosjekter.deltakelse import bli_med, endre_prosjektdeltakelse, fjern_prosjektdeltakelse
from avtaler.tjenester.prosjekter.modenhet import svar_modenhet
from avtaler.tjenester.prosjekter.prosjekt import endre_prosjekt, slett_prosjekt, stans_prosjekt, ta_opp_igjen
from avtaler.tjenester.prosjekter.raadsvar import registrer_stegvedtak
from avtaler.tjenester.prosjekter.steg import angre_steg, begynn_steg, frafall_steg, fullfoer_steg
from avtaler.uttrekk.historikk.lesbare import lesbare
from kommuner.models import Hendelse
from kommuner.tilgang import Innsyn
from tests.fabrikker import START, lag_avtale, lag_kommune, lag_region
from tests.fabrikker_prosjekter import gjoer_moden, lag_prosjekt, til_kommunestyrene

pytestmark = pytest.mark.django_db
MOETE = date(2020, 3, 1)


@pytest.fixture
def kommuner():
    return [lag_kommune(navn, nummer) for navn, nummer in (("Hof", "9701"), ("Re", "9702"), ("Tjøme", "9703"))]


@pytest.fixture
def prosjekt(kommuner):
    return lag_prosjekt(lag_avtale(kommuner=kommuner, form="AVTALE"), deltakere=kommuner)


def svar(vedtak: Stegvedtak, ett: str = "blir_med", dato: date | None = MOETE, **felt: str) -> Stegvedtak:
    return registrer_stegvedtak(vedtak.pk, versjon=None, svar=ett, dato=dato, **felt)


def test_step_2_asks_each_participating_council_and_nobody_else(prosjekt, kommuner):
    bli_med(prosjekt.pk, parter=[lag_kommune("Lardal")], fra=START, rolle="informert")
    assert {vedtak.part for vedtak in til_kommunestyrene(prosjekt)} == set(kommuner)


def test_step_2_is_refused_before_the_maturity_check(prosjekt):
    begynn_steg(prosjekt.pk, 1, begynt=START)
    fullfoer_steg(prosjekt.pk, 1, ferdig=START, godkjent_av="Styringsgruppa")
    with pytest.raises(Avvist, match="modenhetsprøven"):
        begynn_steg(prosjekt.pk, 2, begynt=START)


def test_no_in_the_maturity_check_is_acknowledged(prosjekt):
    gjoer_moden(prosjekt, vilje="nei")
    begynn_steg(prosjekt.pk, 1, begynt=START)
    fullfoer_steg(prosjekt.pk, 1, ferdig=START, godkjent_av="Styringsgruppa")
    with pytest.raises(Avvist) as feil:
        begynn_steg(prosjekt.pk, 2, begynt=START)
    assert feil.value.felt == "bekreftet"
    assert begynn_steg(prosjekt.pk, 2, begynt=START, bekreftet=True).vedtak.count() == 3


def test_council_that_says_no_leaves_that_day_and_comes_back_when_it_is_put_right(prosjekt):
    nei = til_kommunestyrene(prosjekt)[0]
    svar(nei, "ikke_med")
    assert prosjekt.deltakelser.get(part=nei.part).til == MOETE
    assert prosjekt.deltakelser.filter(til__isnull=True).count() == 2
    svar(nei, "blir_med")
    assert prosjekt.deltakelser.get(part=nei.part).til is None


def test_council_that_says_no_is_not_asked_in_step_4(prosjekt):
    vedtak = til_kommunestyrene(prosjekt)
    for ett, sagt in zip(vedtak, ("ikke_med", "blir_med", "blir_med"), strict=True):
        svar(ett, sagt)
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    begynn_steg(prosjekt.pk, 3, begynt=MOETE)
    fullfoer_steg(prosjekt.pk, 3, ferdig=MOETE)
    spurt = begynn_steg(prosjekt.pk, 4, begynt=MOETE).vedtak
    assert set(spurt.values_list("part", flat=True)) == {ett.part_id for ett in vedtak[1:]}


@pytest.mark.parametrize(
    ("ett", "felt", "hvor"),
    [
        ("blir_med", {"dato": None}, "dato"),
        ("blir_med", {"dato": date(2019, 12, 31)}, "dato"),
        ("med_merknad", {}, "merknad"),
    ],
)
def test_answer_that_lacks_something_is_refused_at_its_field(prosjekt, ett, felt, hvor):
    vedtak = til_kommunestyrene(prosjekt)[0]
    with pytest.raises(Avvist) as feil:
        svar(vedtak, ett, **felt)
    assert feil.value.felt == hvor
    vedtak.refresh_from_db()
    assert vedtak.svar == "ikke_behandlet"


def test_answer_in_a_finished_step_can_be_put_right_but_not_taken_away(prosjekt):
    vedtak = til_kommunestyrene(prosjekt)
    for ett in vedtak:
        svar(ett)
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    assert svar(vedtak[0], saksnummer="PS 4/20").saksnummer == "PS 4/20"
    with pytest.raises(Avvist):
        svar(vedtak[0], "utsatt")


def test_two_who_answer_for_the_same_council_collide(prosjekt):
    vedtak = til_kommunestyrene(prosjekt)[0]
    svar(vedtak)
    with pytest.raises(Konflikt):
        registrer_stegvedtak(vedtak.pk, versjon=vedtak.versjon, svar="ikke_med", dato=MOETE)


def test_step_changed_by_another_is_not_taken_back(prosjekt):
    steg = begynn_steg(prosjekt.pk, 1, begynt=START)
    lest = steg.versjon
    fullfoer_steg(prosjekt.pk, 1, ferdig=START, godkjent_av="Styringsgruppa", versjon=lest)
    with pytest.raises(Konflikt):
        angre_steg(prosjekt.pk, 1, versjon=lest)
    angre_steg(prosjekt.pk, 1, versjon=lest + 1)
    assert prosjekt.steg.get(nummer=1).status == "paagaar"


def test_declined_step_says_why(prosjekt):
    for ett in til_kommunestyrene(prosjekt):
        svar(ett)
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    with pytest.raises(Avvist) as feil:
        frafall_steg(prosjekt.pk, 3, ferdig=MOETE)
    assert feil.value.felt == "merknad"
    assert frafall_steg(prosjekt.pk, 3, ferdig=MOETE, merknad="Forprosjektet var nok.").status == "frafalt"


def test_participant_is_one_of_the_cooperation_but_a_partner_may_be_anyone(prosjekt):
    nabo = lag_kommune("Larvik")
    with pytest.raises(Avvist) as feil:
        bli_med(prosjekt.pk, parter=[nabo], fra=START)
    assert feil.value.felt == "rolle"
    assert bli_med(prosjekt.pk, parter=[nabo], fra=START, rolle="partner")[0].part == nabo


def test_many_join_all_or_none(prosjekt, kommuner):
    ny = lag_kommune("Stokke")
    meld_inn(prosjekt.avtale, part=ny, fra=START)
    with pytest.raises(Avvist):
        bli_med(prosjekt.pk, parter=[ny, kommuner[0]], fra=START)
    assert not prosjekt.deltakelser.filter(part=ny).exists()


def test_one_who_joins_while_councils_treat_is_asked_and_one_who_leaves_is_not(prosjekt):
    ny = lag_kommune("Stokke")
    meld_inn(prosjekt.avtale, part=ny, fra=START)
    til_kommunestyrene(prosjekt)
    rad = bli_med(prosjekt.pk, parter=[ny], fra=MOETE)[0]
    assert Stegvedtak.objects.filter(part=ny).count() == 1
    endre_prosjektdeltakelse(rad.pk, None, {"til": date(2020, 4, 1)}, dato=date(2020, 4, 1))
    assert not Stegvedtak.objects.filter(part=ny).exists()


def test_planned_last_day_takes_no_council_out_of_the_treatment_and_stands_after_a_no_put_right(prosjekt):
    vedtak = til_kommunestyrene(prosjekt)[0]
    rad = prosjekt.deltakelser.get(part=vedtak.part)
    endre_prosjektdeltakelse(rad.pk, None, {"til": date(2021, 1, 1)}, dato=MOETE)
    assert Stegvedtak.objects.filter(pk=vedtak.pk).exists()
    svar(vedtak, "ikke_med")
    svar(vedtak, "blir_med")
    rad.refresh_from_db()
    assert rad.til == date(2021, 1, 1)


def _til_steg_4(prosjekt, *svarene: str) -> list[Stegvedtak]:
    vedtak = til_kommunestyrene(prosjekt)
    for ett, sagt in zip(vedtak, svarene, strict=True):
        svar(ett, sagt)
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    begynn_steg(prosjekt.pk, 3, begynt=MOETE)
    fullfoer_steg(prosjekt.pk, 3, ferdig=MOETE)
    begynn_steg(prosjekt.pk, 4, begynt=MOETE)
    return vedtak


def _spurt_i_steg_4(prosjekt) -> set[int]:
    return set(prosjekt.steg.get(nummer=4).vedtak.values_list("part", flat=True))


def test_answer_of_step_2_corrected_to_no_while_step_4_goes_on_is_asked_no_more(prosjekt):
    vedtak = _til_steg_4(prosjekt, "blir_med", "blir_med", "blir_med")
    svar(vedtak[0], "ikke_med")
    assert _spurt_i_steg_4(prosjekt) == {ett.part_id for ett in vedtak[1:]}


def test_answer_of_step_2_corrected_to_yes_while_step_4_goes_on_is_asked_there_too(prosjekt):
    vedtak = _til_steg_4(prosjekt, "ikke_med", "blir_med", "blir_med")
    svar(vedtak[0], "blir_med")
    assert _spurt_i_steg_4(prosjekt) == {ett.part_id for ett in vedtak}


def test_participants_of_a_closed_project_are_not_changed(prosjekt):
    _klar_til_slutt(prosjekt)
    avslutt_prosjekt(prosjekt.pk, dato=MOETE, grunn="Ingen ville betale")
    rad = prosjekt.deltakelser.filter(til__isnull=True).first()
    with pytest.raises(Avvist, match="avsluttet"):
        endre_prosjektdeltakelse(rad.pk, None, {"rolle": "partner"})


def test_municipality_that_has_left_sees_the_money_no_more_but_one_that_was_in_to_the_end_does(prosjekt, kommuner):
    rad = prosjekt.deltakelser.get(part=kommuner[0])

    def ser() -> bool:
        leser = Innsyn(parter=frozenset({kommuner[0].pk}), dato=date(2020, 6, 1))
        return Prosjekt.objects.med_oekonomi_for(leser).filter(pk=prosjekt.pk).exists()

    assert ser()
    endre_prosjektdeltakelse(rad.pk, None, {"til": date(2020, 5, 1)})
    assert not ser()
    Prosjekt.objects.filter(pk=prosjekt.pk).update(til=date(2020, 5, 1), status="avsluttet")
    assert ser()


def test_history_of_a_projects_money_is_read_by_those_in_the_project_only(prosjekt, kommuner):
    utenfor = lag_kommune("Stokke")
    meld_inn(prosjekt.avtale, part=utenfor, fra=START)
    Finansiering.objects.create(prosjekt=prosjekt, navn="Skjønnsmidler")
    Gevinst.objects.create(prosjekt=prosjekt, navn="Spart", enhet="kr")
    Gevinst.objects.create(avtale=prosjekt.avtale, navn="Avtalens", enhet="kr")

    def lest(part) -> set[str]:
        leser = Innsyn(parter=frozenset({part.pk}), innsynsparter=frozenset({part.pk}), dato=MOETE)
        penger = Hendelse.objects.filter(lesbare(leser), tabell__in=["avtaler_finansiering", "avtaler_gevinst"])
        return set(penger.values_list("navn", flat=True))

    assert lest(utenfor) == {"Avtalens"}
    assert lest(kommuner[0]) == {"Avtalens", "Skjønnsmidler", "Spart"}


def test_participation_is_not_deleted_when_its_council_has_answered(prosjekt):
    vedtak = til_kommunestyrene(prosjekt)[0]
    svar(vedtak)
    with pytest.raises(Avvist):
        fjern_prosjektdeltakelse(prosjekt.deltakelser.get(part=vedtak.part).pk)
    assert prosjekt.deltakelser.filter(part=vedtak.part).exists()


def _klar_til_slutt(prosjekt) -> None:
    for ett, sagt in zip(til_kommunestyrene(prosjekt), ("ikke_med", "blir_med", "blir_med"), strict=True):
        svar(ett, sagt)
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    frafall_steg(prosjekt.pk, 3, ferdig=MOETE, merknad="Trengs ikke.")
    frafall_steg(prosjekt.pk, 5, ferdig=MOETE, merknad="Går rett over i drift.")


def test_end_makes_a_draft_with_the_participants_the_name_and_the_purpose(prosjekt, kommuner):
    endre_prosjekt(prosjekt.pk, None, {"beskrivelse": "Felles legevakt på natta"})
    _klar_til_slutt(prosjekt)
    ordning = ny_ordning(navn="Felles legevakt", form="VERT_ADM", fra=None, dato=date(2020, 6, 30))
    ferdig = avslutt_prosjekt(prosjekt.pk, dato=date(2020, 6, 30), etterfoelger=ordning)
    ny = ferdig.etterfoelger
    assert (ny.navn, ny.er_utkast, ny.region) == ("Felles legevakt", True, prosjekt.region)
    assert list(ny.formaal.values_list("tekst", flat=True)) == ["Felles legevakt på natta"]
    med = Deltakelse.objects.filter(avtale=ny).order_by("part__nummer").values_list("part__navn", flat=True)
    assert list(med) == ["Re", "Tjøme"]
    assert (ferdig.status, ferdig.til) == ("avsluttet", date(2020, 7, 1))


def test_end_calls_the_host_what_the_law_does_and_must_find_it_among_the_participants(prosjekt, kommuner):
    _klar_til_slutt(prosjekt)
    felt = {"navn": "Felles legevakt", "form": "VERT_ADM", "fra": None, "dato": MOETE}
    with pytest.raises(Avvist) as feil:
        avslutt_prosjekt(prosjekt.pk, dato=MOETE, etterfoelger=ny_ordning(**felt, vert=kommuner[0]))
    assert feil.value.felt == "vert"
    ferdig = avslutt_prosjekt(prosjekt.pk, dato=MOETE, etterfoelger=ny_ordning(**felt, vert=kommuner[1]))
    roller = dict(ferdig.etterfoelger.deltakelser.values_list("part__navn", "rolle"))
    assert roller == {"Re": "vertskommune", "Tjøme": "samarbeidskommune"}


def test_end_in_a_form_that_asks_for_more_than_one_municipality_is_refused_for_one(kommuner):
    prosjekt = lag_prosjekt(lag_avtale(kommuner=kommuner[:1], form="AVTALE"), deltakere=kommuner[:1])
    svar(til_kommunestyrene(prosjekt)[0])
    fullfoer_steg(prosjekt.pk, 2, ferdig=MOETE)
    for nummer in (3, 5):
        frafall_steg(prosjekt.pk, nummer, ferdig=MOETE, merknad="Trengs ikke.")
    ordning = ny_ordning(navn="Felles legevakt", form="KO", fra=None, dato=MOETE)
    with pytest.raises(Avvist) as feil:
        avslutt_prosjekt(prosjekt.pk, dato=MOETE, etterfoelger=ordning)
    assert feil.value.felt == "form"


def test_two_who_answer_the_maturity_check_collide(prosjekt):
    svar_modenhet(prosjekt.pk, {"vilje": ("ja", "")}, versjon=prosjekt.versjon)
    with pytest.raises(Konflikt):
        svar_modenhet(prosjekt.pk, {"vilje": ("nei", "")}, versjon=prosjekt.versjon)
    assert prosjekt.modenhet.get().svar == "ja"


def test_project_closed_by_mistake_is_opened_again_while_its_arrangement_is_a_draft(prosjekt):
    _klar_til_slutt(prosjekt)
    ordning = ny_ordning(navn="Felles legevakt", form="AVTALE", fra=None, dato=MOETE)
    ny = avslutt_prosjekt(prosjekt.pk, dato=MOETE, etterfoelger=ordning).etterfoelger
    Avtale.objects.filter(pk=ny.pk).update(er_utkast=False)
    with pytest.raises(Avvist, match="ordning"):
        angre_steg(prosjekt.pk, 6)
    Avtale.objects.filter(pk=ny.pk).update(er_utkast=True)
    angre_steg(prosjekt.pk, 6)
    prosjekt.refresh_from_db()
    assert (prosjekt.status, prosjekt.til, prosjekt.etterfoelger) == ("paagaaende", None, None)
    assert not prosjekt.steg.filter(nummer=6).exists()


def test_end_without_a_way_on_is_refused_and_nothing_is_made(prosjekt):
    _klar_til_slutt(prosjekt)
    with pytest.raises(Avvist) as feil:
        avslutt_prosjekt(prosjekt.pk, dato=MOETE)
    assert feil.value.felt == "vei"
    prosjekt.refresh_from_db()
    assert prosjekt.status == "paagaaende"
    assert avslutt_prosjekt(prosjekt.pk, dato=MOETE, grunn="Ingen ville betale").steg.get(nummer=6).merknad


def test_stopped_project_stands_still_until_it_is_taken_up(prosjekt):
    with pytest.raises(Avvist):
        stans_prosjekt(prosjekt.pk, None, merknad=" ")
    stans_prosjekt(prosjekt.pk, None, merknad="Venter på reformen")
    with pytest.raises(Avvist, match="stanset"):
        begynn_steg(prosjekt.pk, 1, begynt=START)
    ta_opp_igjen(prosjekt.pk, None)
    assert begynn_steg(prosjekt.pk, 1, begynt=START).status == "paagaar"


def test_project_that_has_begun_is_not_deleted(prosjekt):
    begynn_steg(prosjekt.pk, 1, begynt=START)
    with pytest.raises(Avvist):
        slett_prosjekt(prosjekt.pk)
    angre_steg(prosjekt.pk, 1)
    slett_prosjekt(prosjekt.pk)
    assert not Prosjektdeltakelse.objects.filter(prosjekt=prosjekt.pk).exists()


def test_agreement_of_another_region_or_with_participants_is_not_changed(prosjekt):
    with pytest.raises(Avvist) as feil:
        endre_prosjekt(prosjekt.pk, None, {"avtale": lag_avtale(region=lag_region())})
    assert feil.value.felt == "avtale"
    with pytest.raises(Avvist, match="deltakere"):
        endre_prosjekt(prosjekt.pk, None, {"avtale": None})
