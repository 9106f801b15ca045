"""The days that follow from one agreement's terms, and from the law of the year."""

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.aarshjul.avtalefrister import Avtalefrist, Avtaletid, frister_i
from avtaler.domene.aarshjul.brev import Hyppighet, forfall, skal_sendes
from avtaler.domene.aarshjul.hendelse import Hendelse, Slag
from avtaler.domene.aarshjul.hjul import MERKE, PLASSER, tegn
from avtaler.domene.aarshjul.lovregel import Naar, dag_i, er_valgaar, faller_i, forekomster
from avtaler.domene.aarshjul.paavirkning import Naerhet, i_bunker, naerhet_av, paavirkelige
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.uttreden import Regel, Vilkaar, uttreden
from avtaler.regler.aarshjulregler import FIL, les_aarshjulregler, tolk

AARET = {"fra": date(2027, 1, 1), "til": date(2027, 12, 31)}


def _tid(**felt):
    standard = {
        "fra": date(2020, 1, 1), "til": None, "bundet_til": None, "evalueres_hvert_aar": None, "sist_evaluert": None,
        "vilkaar": None,
    }  # fmt: skip
    return Avtaletid(**(standard | felt))


def _dager(tid, frist):
    return [f.dato for f in frister_i(tid, **AARET) if f.frist is frist]


@pytest.mark.parametrize(
    ("maaneder", "regel", "dag"),
    [
        (12, Regel.AARSSKIFTE, date(2027, 12, 31)),
        (6, Regel.AARSSKIFTE, date(2027, 6, 30)),
        (12, Regel.FRA_AARSSKIFTE, date(2027, 12, 31)),
        (6, Regel.MAANEDER, date(2027, 6, 30)),
    ],
)
def test_latest_day_of_notice_follows_the_agreements_own_terms(maaneder, regel, dag):
    vilkaar = Vilkaar(maaneder=maaneder, regel=regel)
    assert _dager(_tid(vilkaar=vilkaar), Avtalefrist.OPPSIGELSE) == [dag]


@given(maaneder=st.integers(0, 60), regel=st.sampled_from(list(Regel)), aar=st.integers(2000, 2100))
def test_notice_on_the_day_is_in_time_and_the_day_after_is_not(maaneder, regel, aar):
    vilkaar = Vilkaar(maaneder=maaneder, regel=regel)
    for frist in frister_i(_tid(fra=None, vilkaar=vilkaar), fra=date(aar, 1, 1), til=date(aar, 12, 31)):
        assert uttreden(frist.dato, vilkaar).til <= frist.virkning
        assert uttreden(frist.dato + timedelta(days=1), vilkaar).til > frist.virkning


def test_nobody_is_told_to_give_notice_in_an_agreement_that_ends_by_itself():
    vilkaar = Vilkaar(maaneder=12, regel=Regel.AARSSKIFTE)
    assert not _dager(_tid(vilkaar=vilkaar, til=date(2028, 1, 1)), Avtalefrist.OPPSIGELSE)


def test_lock_in_evaluation_beginning_and_end_are_days_of_the_year():
    tid = _tid(
        fra=date(2027, 2, 1), til=date(2027, 12, 1), bundet_til=date(2027, 3, 1), evalueres_hvert_aar=4,
        sist_evaluert=date(2023, 5, 1),
    )  # fmt: skip
    assert {f.frist: f.dato for f in frister_i(tid, **AARET)} == {
        Avtalefrist.TRER_I_KRAFT: date(2027, 2, 1), Avtalefrist.BINDING_UTE: date(2027, 3, 1),
        Avtalefrist.EVALUERING: date(2027, 5, 1), Avtalefrist.OPPHOERER: date(2027, 11, 30),
    }  # fmt: skip


def test_election_rules_fall_in_the_years_of_the_term():
    assert [aar for aar in range(2020, 2036) if er_valgaar(aar)] == [2023, 2027, 2031, 2035]
    assert faller_i(Naar.AARET_ETTER_VALG, 2028)
    assert not faller_i(Naar.AARET_ETTER_VALG, 2027)


@given(aar=st.integers(1, 9999), maaned=st.integers(1, 12), dag=st.integers(1, 31))
def test_every_day_of_a_rule_is_a_day_of_its_month(aar, maaned, dag):
    svar = dag_i(aar, (maaned, dag))
    assert (svar.year, svar.month) == (aar, maaned)
    assert svar.day == dag or (svar + timedelta(days=1)).month != maaned


@pytest.mark.parametrize(
    ("kode", "dag"),
    [
        ("kostra_tjenester", date(2027, 2, 15)),
        ("kostra_regnskap", date(2027, 2, 22)),
        ("iks_regnskap_fastsettes", date(2027, 6, 30)),
        ("kommunens_budsjett", date(2027, 12, 31)),
        ("konstituerende_moete", date(2027, 10, 31)),
        ("eierskapsmelding", date(2027, 10, 31)),
    ],
)
def test_law_of_the_year_falls_on_its_day(kode, dag):
    assert [f.til for f in forekomster(les_aarshjulregler(), **AARET) if f.regel.kode == kode] == [dag]


def test_rule_that_came_later_does_not_fall_before_it():
    foer = forekomster(les_aarshjulregler(), fra=date(2020, 1, 1), til=date(2020, 12, 31))
    assert "iks_regnskap" not in {f.regel.kode for f in foer}


def test_no_year_is_told_a_law_it_did_not_have():
    i_2011 = {f.regel.kode for f in forekomster(les_aarshjulregler(), fra=date(2011, 1, 1), til=date(2011, 12, 31))}
    assert i_2011 == {"generalforsamling"}
    i_2019 = {f.regel.kode for f in forekomster(les_aarshjulregler(), fra=date(2019, 1, 1), til=date(2019, 12, 31))}
    assert i_2019 == {"generalforsamling", "representantskap_velges"}


@pytest.mark.parametrize("gyldig", [None, {"til": None}, {"fra": None, "til": None}])
def test_rule_that_does_not_say_from_when_it_holds_is_refused(gyldig):
    regel = yaml.safe_load(FIL.read_text("utf-8"))[0]
    del regel["gyldig"]
    with pytest.raises(RegelverkFeil, match="gyldig"):
        tuple(tolk([regel | ({} if gyldig is None else {"gyldig": gyldig})]))


def _hendelse(dag, **felt):
    return Hendelse(**({"noekkel": f"{dag}", "fra": dag, "til": dag, "tittel": "Noe", "slag": Slag.LOV} | felt))


@given(st.lists(st.dates(AARET["fra"], AARET["til"]), max_size=60))
def test_marks_never_cover_each_other_and_none_is_lost(dager):
    numre = list(enumerate((_hendelse(dag) for dag in sorted(dager)), 1))
    tegning = tegn(numre, aar=2027, idag=date(2026, 1, 1))
    assert len(tegning.merker) + sum(f.antall for f in tegning.flere) == len(numre)
    midter = [m.midt for m in tegning.merker] + [f.midt for f in tegning.flere]
    avstander = [(a.x - b.x) ** 2 + (a.y - b.y) ** 2 for i, a in enumerate(midter) for b in midter[:i]]
    assert all(avstand >= (2 * MERKE - 1) ** 2 for avstand in avstander)


def test_crowded_month_says_how_many_are_only_in_the_list():
    numre = list(enumerate((_hendelse(date(2027, 3, 1 + n)) for n in range(PLASSER + 4)), 1))
    assert [f.antall for f in tegn(numre, aar=2027, idag=date(2027, 3, 1)).flere] == [5]


def test_today_is_marked_in_its_own_year_only():
    assert tegn([], aar=2027, idag=date(2027, 4, 1)).naa is not None
    assert tegn([], aar=2027, idag=date(2026, 4, 1)).naa is None


@pytest.mark.parametrize(
    ("dag", "naerhet"),
    [
        (date(2026, 11, 30), Naerhet.DENNE_MAANEDEN),
        (date(2026, 12, 1), Naerhet.TRE_MAANEDER),
        (date(2027, 2, 28), Naerhet.TRE_MAANEDER),
        (date(2027, 3, 1), Naerhet.SENERE),
    ],
)
def test_nearness_is_by_calendar_months(dag, naerhet):
    assert naerhet_av(dag, date(2026, 11, 22)) is naerhet


def test_what_concerns_others_or_is_over_is_no_influence():
    dato = date(2026, 11, 22)
    min_sak = _hendelse(date(2026, 12, 1), raadet_kan_paavirke=True, parter=frozenset({1}))
    andres = _hendelse(date(2026, 12, 2), raadet_kan_paavirke=True, parter=frozenset({2}))
    over = _hendelse(date(2026, 11, 1), raadet_kan_paavirke=True)
    valgte = paavirkelige([andres, over, min_sak, _hendelse(date(2026, 12, 3))], parter=frozenset({1}), dato=dato)
    assert valgte == [min_sak]
    assert [bunke.naerhet for bunke in i_bunker(valgte, dato=dato)] == [Naerhet.TRE_MAANEDER]


@pytest.mark.parametrize(
    ("hyppighet", "sist", "dato", "sendes"),
    [
        (Hyppighet.UKE, None, date(2026, 11, 25), True),
        (Hyppighet.UKE, date(2026, 11, 22), date(2026, 11, 23), True),
        (Hyppighet.UKE, date(2026, 11, 23), date(2026, 11, 23), False),
        (Hyppighet.UKE, date(2026, 11, 23), date(2026, 11, 29), False),
        (Hyppighet.UKE, date(2026, 11, 20), date(2026, 11, 24), True),
        (Hyppighet.MAANED, date(2026, 11, 1), date(2026, 11, 30), False),
        (Hyppighet.MAANED, date(2026, 11, 1), date(2026, 12, 1), True),
        (Hyppighet.ALDRI, None, date(2026, 11, 23), False),
    ],
)
def test_letter_is_due_once_for_each_week_or_month(hyppighet, sist, dato, sendes):
    assert skal_sendes(hyppighet, sist=sist, dato=dato) is sendes


@given(st.sampled_from([Hyppighet.UKE, Hyppighet.MAANED]), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_one_who_has_been_sent_to_today_is_not_sent_to_again(hyppighet, dato):
    assert forfall(hyppighet, dato) <= dato
    assert not skal_sendes(hyppighet, sist=dato, dato=dato)
