"""What an organ may do, the seats the law asks for, and when a term turns. No database."""

from datetime import date

import pytest

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.organer.navn import navnenoekkel
from avtaler.domene.organer.periode import neste_periodestart, siste_dag_uten_nyvalg
from avtaler.domene.organer.regel import Setekrav, Setning
from avtaler.domene.organer.setekontroll import Funnkode, Partseter, kontroller_seter, kontroller_tillitsvalgte
from avtaler.domene.tekst import Tekst
from avtaler.models.organ import Organtype
from avtaler.regler import les_regelverk
from avtaler.regler.organregler import habilitetsregler, les_habilitetsregler, les_organregler, organregel

SETNING = Setning(Tekst("x", "x"), Hjemmel("l", "§ 1", "https://lovdata.no/"), Sikkerhet.LEST)


@pytest.mark.parametrize("type", Organtype.values)
def test_every_kind_of_organ_has_a_rule_in_every_form_and_in_none(type):
    for form in ("", *les_regelverk().former):
        assert organregel(type, form).myndighet.tekst.nn


@pytest.mark.parametrize("type", ["raadmannsgruppe", "nettverk", "sekretariat", "plangruppe", "prosjektgruppe"])
def test_administrative_organ_decides_nothing_in_any_form(type):
    for form in ("", *les_regelverk().former):
        regel = organregel(type, form)
        assert regel.er_administrativt
        assert not regel.beslutter
        assert regel.periode_aar is None


def test_law_is_stated_with_its_paragraph_and_in_both_languages():
    setninger = [regel.setning for regel in les_habilitetsregler()]
    for regel in les_organregler():
        setninger += [s for s in (regel.myndighet, regel.status, regel.seter and regel.seter.setning) if s]
    for setning in setninger:
        assert not setning.tekst.mangler_maalform
        assert setning.hjemmel is None or setning.hjemmel.kilde.startswith("https://lovdata.no/")
        assert setning.hjemmel or setning.tekst.nb.startswith("Det ")


@pytest.mark.parametrize(
    ("type", "form", "medlemmer", "vara", "i_alt", "paragraf"),
    [
        ("representantskap", "IPR", 1, 1, 0, "koml. § 18-3(1)"),
        ("representantskap", "KO", 1, 1, 0, "koml. § 19-3(1)"),
        ("nemnd", "VERT_NEMND", 2, 0, 0, "koml. § 20-3(3)"),
        ("representantskap", "IKS", 1, 2, 0, "IKS-loven § 6(1)"),
        ("styre", "IKS", 0, 0, 3, "IKS-loven § 10(1)"),
    ],
)
def test_fewest_seats_are_those_of_the_law(type, form, medlemmer, vara, i_alt, paragraf):
    krav = organregel(type, form).seter
    assert (krav.medlemmer, krav.vara_per_medlem, krav.i_alt) == (medlemmer, vara, i_alt)
    assert krav.setning.hjemmel.paragraf == paragraf


def test_two_deputies_for_each_member_of_an_iks_are_asked_for_since_july_2023():
    krav = organregel("representantskap", "IKS").seter
    assert not krav.gjelder(date(2023, 6, 30))
    assert krav.gjelder(date(2023, 7, 1))


def _funn(krav, *seter):
    return [(funn.kode, funn.har, funn.skal, funn.part) for funn in kontroller_seter(krav, seter)]


@pytest.mark.parametrize(
    ("medlemmer", "vara", "venter"),
    [
        (1, 2, []),
        (2, 4, []),
        (1, 1, [(Funnkode.FOR_FAA_VARA, 1, 2, 7)]),
        (2, 3, [(Funnkode.FOR_FAA_VARA, 3, 4, 7)]),
        (0, 0, [(Funnkode.FOR_FAA_MEDLEMMER, 0, 1, 7), (Funnkode.FOR_FAA_VARA, 0, 2, 7)]),
    ],
)
def test_seats_are_counted_against_the_law_party_by_party(medlemmer, vara, venter):
    krav = Setekrav(medlemmer=1, vara_per_medlem=2, i_alt=0, setning=SETNING)
    assert _funn(krav, Partseter(part=7, medlemmer=medlemmer, varamedlemmer=vara)) == venter


def test_board_is_counted_as_a_whole_and_observers_are_asked_for_nothing():
    krav = Setekrav(medlemmer=1, vara_per_medlem=1, i_alt=3, setning=SETNING)
    gjest = Partseter(part=9, medlemmer=0, varamedlemmer=0, er_deltaker=False)
    assert _funn(krav, Partseter(part=7, medlemmer=2, varamedlemmer=2), gjest) == [(Funnkode.FOR_FAA_I_ALT, 2, 3, None)]


def test_organ_whose_seats_nobody_knows_has_nothing_wrong_with_them():
    assert _funn(Setekrav(medlemmer=1, vara_per_medlem=1, i_alt=3, setning=SETNING)) == []
    assert _funn(None, Partseter(part=7, medlemmer=0, varamedlemmer=0)) == []


@pytest.mark.parametrize(
    ("kreves", "unntak", "antall", "mangler"),
    [(True, "", 0, True), (True, "", 1, False), (True, "Plangruppa er faglig", 0, False), (False, "", 0, False)],
)
def test_employees_are_missed_where_they_should_be_and_no_exception_is_recorded(kreves, unntak, antall, mangler):
    assert bool(list(kontroller_tillitsvalgte(kreves=kreves, unntak=unntak, antall=antall))) is mangler


@pytest.mark.parametrize(
    ("dato", "start"),
    [
        (date(2026, 11, 20), date(2027, 10, 15)),
        (date(2027, 10, 14), date(2027, 10, 15)),
        (date(2027, 10, 15), date(2031, 10, 15)),
        (date(2023, 1, 1), date(2023, 10, 15)),
        (date(2019, 12, 1), date(2023, 10, 15)),
    ],
)
def test_next_term_begins_in_the_autumn_after_a_local_election(dato, start):
    assert neste_periodestart(dato) == start


def test_those_who_sit_may_stay_until_the_first_turn_of_the_year():
    assert siste_dag_uten_nyvalg(date(2027, 10, 15)) == date(2028, 1, 1)


def test_board_member_and_owner_representative_are_told_different_things():
    styre = {regel.setning.hjemmel.paragraf for regel in habilitetsregler("styre", "IKS")}
    rep = {regel.setning.hjemmel.paragraf for regel in habilitetsregler("representantskap", "IKS")}
    assert styre == {"fvl. § 6(1)e", "IKS-loven § 15"}
    assert rep == {"fvl. § 6(2)", "IKS-loven § 15"}
    assert habilitetsregler("nettverk") == ()


def test_name_is_the_same_however_it_is_spaced_and_capitalised():
    assert navnenoekkel(" Kari  Nordmann ") == navnenoekkel("kari nordmann")
