"""The clean-up list of one agreement: short, right, in both languages, and fingerprinted by its facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.rydding.funn import EGNE_FUNN, finn_funn
from avtaler.domene.rydding.grunnlag import Ryddegrunnlag
from avtaler.domene.rydding.proever import AVSLUTTET, LEVENDE
from avtaler.regler import les_regelverk
from avtaler.regler.rydderegler import les_rydderegler

DAG = date(2026, 11, 22)
TRE = tuple(Deltakergrunnlag(navn=navn, har_vedtak=True) for navn in ("Luster", "Sogndal", "Vik"))


def grunnlag(*, form="AVTALE", **felt) -> Ryddegrunnlag:
    """An agreement of three with nothing wrong; ``felt`` makes it wrong."""
    avtale = {
        "form": form, "navn": "Felles landbrukskontor", "formaal": ("Eitt landbrukskontor",), "start": date(2020, 1, 1),
        "deltakere": TRE, "har_noekkel": True, **felt.pop("avtale", {}),
    }  # fmt: skip
    i_orden = {
        "registrert": date(2020, 1, 1), "har_avtaledokument": True, "har_dataeier": True,
        "bekreftet": date(2026, 3, 1), "siste_hendelse": date(2025, 6, 1),
    }  # fmt: skip
    return Ryddegrunnlag(avtale=Avtalegrunnlag(**avtale), **{**i_orden, **felt})


def koder(fakta: Ryddegrunnlag, dato: date = DAG) -> list[str]:
    funn = finn_funn(fakta, regler=les_rydderegler(), regelverk=les_regelverk(), dato=dato)
    return [ett.kode for ett in funn]


def test_agreement_in_order_has_no_findings():
    assert koder(grunnlag()) == []


@pytest.mark.parametrize(
    ("feil", "kode"),
    [
        ({"avtale": {"har_noekkel": False}}, "mangler_noekkel"),
        ({"avtale": {"formaal": (" ",)}}, "mangler_formaal"),
        ({"avtale": {"start": None}}, "mangler_start"),
        ({"har_avtaledokument": False}, "mangler_dokument"),
        ({"har_dataeier": False}, "uten_dataeier"),
        ({"andre_deltakere": 113}, "deltakere_bare_som_tall"),
        ({"like": ("Landbrukskontoret",)}, "mulig_dublett"),
        ({"opphoerte": ("Balestrand",)}, "opphoert_deltaker"),
        ({"sene_raad": ("Vik",)}, "raad_over_fristen"),
        ({"bekreftet": date(2025, 11, 21)}, "ubekreftet"),
        ({"siste_hendelse": date(2022, 11, 21)}, "hviler"),
        ({"evalueres_hvert_aar": 4, "sist_evaluert": date(2022, 11, 21)}, "evaluering_forfalt"),
        ({"avtale": {"slutt": date(2027, 5, 1)}}, "loeper_ut"),
    ],
)
def test_one_thing_wrong_gives_one_finding(feil, kode):
    assert koder(grunnlag(**feil)) == [kode]


@pytest.mark.parametrize(
    "i_orden",
    [
        {"bekreftet": None, "registrert": date(2026, 1, 1)},
        {"bekreftet": date(2025, 11, 22)},
        {"siste_hendelse": date(2022, 11, 22)},
        {"evalueres_hvert_aar": 4, "sist_evaluert": date(2022, 11, 22)},
        {"avtale": {"slutt": date(2027, 12, 31)}},
        {"avtale": {"slutt": date(2027, 5, 1)}, "har_etterfoelger": True},
    ],
)
def test_deadline_not_yet_passed_is_no_finding(i_orden):
    assert koder(grunnlag(**i_orden)) == []


def test_owners_of_shares_need_no_key():
    assert "mangler_noekkel" not in koder(grunnlag(form="AS", avtale={"har_noekkel": False, "navn": "Kraft AS"}))


def test_paragraph_27_is_told_to_convert_with_the_law_behind_it():
    funn = finn_funn(
        grunnlag(form="P27_1992"), regler=les_rydderegler(), regelverk=les_regelverk(), dato=DAG
    )  # fmt: skip
    gammelt = next(ett for ett in funn if ett.kode == "gammelt_grunnlag")
    assert "§ 31-2" in str(gammelt.hjemmel)
    assert "2023" in gammelt.tekst.nb
    assert "eldre_lov" not in [ett.kode for ett in funn]


def test_paragraph_28_is_told_of_the_lapsed_delegation_and_the_repealed_law():
    assert {"delegering_bortfalt", "eldre_lov"} <= set(koder(grunnlag(form="P28_1992")))


def test_ko_without_its_name_is_told_so_once():
    funnet = koder(grunnlag(form="KO", avtale={"navn": "Sogn brann"}))
    assert funnet.count("navnekrav") == 1
    assert "lovkrav" in funnet


def test_host_cooperation_keeps_telling_until_the_state_is_told():
    vert = (replace(TRE[0], rolle="vertskommune"), *(replace(en, rolle="samarbeidskommune") for en in TRE[1:]))
    fakta = {"form": "VERT_ADM", "avtale": {"deltakere": vert}}
    assert "ikke_meldt" in koder(grunnlag(**fakta))
    fakta["avtale"]["meldt_statsforvalter"] = date(2020, 2, 1)
    assert "ikke_meldt" not in koder(grunnlag(**fakta))


def test_participants_known_as_a_number_count_towards_the_least_number():
    bare_en = {"deltakere": TRE[:1]}
    assert "mangler_deltaker" in koder(grunnlag(avtale=bare_en))
    assert "mangler_deltaker" not in koder(grunnlag(avtale=bare_en, andre_deltakere=113))


def test_ended_agreement_is_only_asked_what_came_after():
    endte = {"slutt": date(2026, 6, 1), "har_noekkel": False, "formaal": ()}
    assert koder(grunnlag(avtale=endte)) == ["utloept"]
    assert koder(grunnlag(avtale=endte, har_etterfoelger=True)) == []
    assert koder(grunnlag(avtale=endte), dato=date(2027, 6, 2)) == []


def test_findings_come_in_the_order_of_the_rules():
    mange = grunnlag(form="P28_1992", har_dataeier=False, har_avtaledokument=False, avtale={"har_noekkel": False})
    rekkefoelge = list(les_rydderegler())
    funnet = koder(mange)
    assert funnet == sorted(funnet, key=rekkefoelge.index)
    assert len(funnet) == len(set(funnet)) >= 5


def test_every_rule_can_be_found_and_every_finding_has_a_rule():
    beregnede = set(LEVENDE) | set(AVSLUTTET)
    fra_loven = set(EGNE_FUNN.values())
    regler = les_rydderegler()
    assert set(regler) == beregnede | fra_loven | {"lovkrav", "eldre_lov"}
    assert {kode for kode, regel in regler.items() if regel.tekst is None} == fra_loven


def test_every_rule_speaks_both_languages():
    for regel in les_rydderegler().values():
        for tekst in (regel.tittel, regel.tiltak, *([regel.tekst] if regel.tekst else [])):
            assert not tekst.mangler_maalform, regel.kode


@given(st.integers(0, 400))
def test_fingerprint_does_not_change_by_time_alone(dager):
    fakta = grunnlag(har_dataeier=False, avtale={"har_noekkel": False})
    i_dag, senere = (
        {f.kode: f.avtrykk for f in finn_funn(fakta, regler=les_rydderegler(), regelverk=les_regelverk(), dato=dag)}
        for dag in (DAG, DAG + timedelta(days=dager))
    )
    assert all(senere[kode] == avtrykk for kode, avtrykk in i_dag.items())


def test_fingerprint_changes_with_the_facts():
    def avtrykk(**felt):
        funn = finn_funn(grunnlag(**felt), regler=les_rydderegler(), regelverk=les_regelverk(), dato=DAG)
        return funn[0].avtrykk

    assert avtrykk(opphoerte=("Balestrand",)) != avtrykk(opphoerte=("Balestrand", "Leikanger"))
