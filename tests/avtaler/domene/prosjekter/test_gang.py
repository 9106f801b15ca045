"""The six steps: order, what may be declined, who is missing, who says no. No database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.prosjekter.gang import (
    STEGENE,
    Gang,
    Hinder,
    Modenhet,
    Raad,
    Steg,
    Stegstatus,
    angret,
    begynt,
    er_foer_forrige,
    frafalt,
    fullfoert,
    hinder_for_aa_angre,
    hinder_for_aa_avslutte,
    hinder_for_aa_begynne,
    hinder_for_aa_frafalle,
    hinder_for_aa_fullfoere,
    kan_begynne,
    ny_gang,
    stilling,
    svart,
)

DAG = date(2003, 1, 15)


def gang(*statuser: str, parter: tuple[int, ...] = (1, 2, 3), **felt: object) -> Gang:
    """A project whose first steps have these statuses."""
    steg = [*ny_gang()]
    for plass, status in enumerate(statuser):
        steg[plass] = Steg(nummer=plass + 1, status=Stegstatus(status), begynt=DAG)
    return Gang(steg=tuple(steg), raad={}, raad_som_deltar=parter, **felt)


def test_new_project_begins_with_the_forprosjekt_and_nothing_else():
    assert kan_begynne(gang()) == (1,)
    assert Hinder.ET_STEG_STAAR_IGJEN in hinder_for_aa_begynne(gang(), 2)


def test_no_step_begins_while_another_goes_on():
    assert hinder_for_aa_begynne(gang("paagaar"), 2) == (Hinder.ET_STEG_PAAGAAR,)


@pytest.mark.parametrize(
    ("modenhet", "bekreftet", "ventet"),
    [
        (Modenhet(ubesvart=1), True, (Hinder.MODENHET_UBESVART,)),
        (Modenhet(nei=2), False, (Hinder.MODENHET_UBEKREFTET,)),
        (Modenhet(nei=2), True, ()),
        (Modenhet(), False, ()),
    ],
)
def test_councils_wait_for_the_maturity_check_but_a_no_only_warns(modenhet, bekreftet, ventet):
    assert hinder_for_aa_begynne(gang("ferdig", modenhet=modenhet), 2, bekreftet=bekreftet) == ventet


def test_maturity_is_not_asked_again_before_the_second_treatment():
    assert hinder_for_aa_begynne(gang("ferdig", "ferdig", "ferdig", modenhet=Modenhet(ubesvart=8)), 4) == ()


def test_councils_cannot_treat_a_project_without_participants():
    assert hinder_for_aa_begynne(gang("ferdig", parter=()), 2) == (Hinder.INGEN_DELTAKERE,)


def test_forprosjekt_is_finished_when_somebody_has_approved_it():
    assert hinder_for_aa_fullfoere(gang("paagaar"), 1) == (Hinder.INGEN_SOM_GODKJENTE,)
    assert hinder_for_aa_fullfoere(gang("paagaar"), 1, godkjent_av="Styringsgruppa") == ()


def test_treatment_waits_for_the_last_council_and_says_who():
    behandles = begynt(gang("ferdig"), 2, DAG)
    behandles = svart(behandles, 2, Raad(part=1, svar="blir_med", dato=DAG))
    behandles = svart(behandles, 2, Raad(part=3, svar="utsatt", dato=DAG))
    assert hinder_for_aa_fullfoere(behandles, 2) == (Hinder.RAAD_MANGLER,)
    assert stilling(behandles.raad[2]).mangler == (2, 3)


def test_council_that_says_no_drops_out_without_stopping_the_others():
    behandles = begynt(gang("ferdig"), 2, DAG)
    for part, svar in ((1, "blir_med"), (2, "ikke_med"), (3, "med_merknad")):
        behandles = svart(behandles, 2, Raad(part=part, svar=svar, dato=DAG))
    assert behandles.raad_som_deltar == (1, 3)
    assert stilling(behandles.raad[2]).nei == (2,)
    assert hinder_for_aa_fullfoere(behandles, 2) == ()
    videre = begynt(fullfoert(begynt(fullfoert(behandles, 2, DAG), 3, DAG), 3, DAG), 4, DAG)
    assert [raad.part for raad in videre.raad[4]] == [1, 3]


def test_council_that_changes_its_no_comes_back():
    behandles = svart(begynt(gang("ferdig"), 2, DAG), 2, Raad(part=2, svar="ikke_med", dato=DAG))
    assert svart(behandles, 2, Raad(part=2, svar="blir_med", dato=DAG)).raad_som_deltar == (1, 2, 3)


@pytest.mark.parametrize("nummer", [1, 2, 4, 6])
def test_only_hovedutredning_and_iverksetting_can_be_declined(nummer):
    foer = ["ferdig"] * (nummer - 1)
    assert Hinder.KAN_IKKE_FRAFALLE in hinder_for_aa_frafalle(gang(*foer), nummer)


def test_declined_hovedutredning_leaves_nothing_for_the_second_treatment():
    uten = frafalt(gang("ferdig", "ferdig"), 3, DAG)
    assert uten.er_uaktuelt(4)
    assert kan_begynne(uten) == (4, 5)
    assert hinder_for_aa_frafalle(uten, 5) == ()


def test_second_treatment_cannot_begin_when_it_was_passed_by():
    forbi = begynt(frafalt(gang("ferdig", "ferdig"), 3, DAG), 5, DAG)
    assert Hinder.ET_STEG_PAAGAAR in hinder_for_aa_begynne(forbi, 4)
    assert Hinder.ET_SENERE_STEG_ER_BEGYNT in hinder_for_aa_begynne(fullfoert(forbi, 5, DAG), 4)


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"har_etterfoelger": True}, ()),
        ({"viderefoert": "I hver kommune"}, ()),
        ({"grunn": "Ingen ville betale"}, ()),
        ({"viderefoert": "  "}, (Hinder.UTEN_VEI_VIDERE,)),
    ],
)
def test_project_ends_with_a_way_on_or_a_reason(felt, ventet):
    alt = {"har_etterfoelger": False, "viderefoert": "", "grunn": ""} | felt
    assert hinder_for_aa_avslutte(gang(*["ferdig"] * 5), **alt) == ventet


def test_project_does_not_end_before_its_last_step_is_done():
    hinder = hinder_for_aa_avslutte(gang("ferdig"), har_etterfoelger=True, viderefoert="", grunn="")
    assert hinder == (Hinder.ET_STEG_STAAR_IGJEN,)


@pytest.mark.parametrize(("felt", "hinder"), [("er_avsluttet", Hinder.AVSLUTTET), ("er_stanset", Hinder.STANSET)])
def test_nothing_happens_in_a_project_that_is_closed_or_stopped(felt, hinder):
    lukket = gang("paagaar", **{felt: True})
    assert hinder in hinder_for_aa_begynne(lukket, 2)
    assert hinder in hinder_for_aa_fullfoere(lukket, 1, godkjent_av="Styringsgruppa")
    assert hinder in hinder_for_aa_angre(lukket, 1)


def test_only_the_last_step_is_taken_back_and_not_when_a_council_has_met():
    assert Hinder.ET_SENERE_STEG_ER_BEGYNT in hinder_for_aa_angre(gang("ferdig", "paagaar"), 1)
    behandles = begynt(gang("ferdig"), 2, DAG)
    assert hinder_for_aa_angre(behandles, 2) == ()
    moett = svart(behandles, 2, Raad(part=1, svar="blir_med", dato=DAG))
    assert hinder_for_aa_angre(moett, 2) == (Hinder.RAAD_HAR_SVART,)


def test_step_taken_back_is_as_it_was():
    foer = gang("ferdig")
    assert angret(begynt(foer, 2, DAG), 2) == foer
    i_gang = begynt(foer, 2, DAG)
    assert angret(fullfoert(i_gang, 2, DAG), 2) == i_gang


def test_step_on_an_earlier_day_had_not_begun_or_still_went_on():
    steg = Steg(nummer=1, status=Stegstatus.FERDIG, begynt=DAG, ferdig=DAG + timedelta(days=30))
    assert steg.paa(DAG - timedelta(days=1)).status is Stegstatus.VENTER
    assert steg.paa(DAG).status is Stegstatus.PAAGAAR
    assert steg.paa(DAG + timedelta(days=30)) == steg
    assert Raad(part=1, svar="blir_med", dato=DAG).paa(DAG - timedelta(days=1)) == Raad(part=1)


def test_day_before_what_has_happened_is_seen():
    assert er_foer_forrige(gang("ferdig"), 2, DAG - timedelta(days=1))
    assert not er_foer_forrige(gang("ferdig"), 2, DAG)


def _handlinger(naa: Gang) -> list[Gang]:
    """Every project that one lawful act leads to."""
    ut = []
    for nummer in STEGENE[:-1]:
        if not hinder_for_aa_begynne(naa, nummer):
            ut.append(begynt(naa, nummer, DAG))
        if not hinder_for_aa_fullfoere(naa, nummer, godkjent_av="Styringsgruppa"):
            ut.append(fullfoert(naa, nummer, DAG))
        if not hinder_for_aa_frafalle(naa, nummer):
            ut.append(frafalt(naa, nummer, DAG))
        if not hinder_for_aa_angre(naa, nummer):
            ut.append(angret(naa, nummer))
        if naa.nummer(nummer).status is Stegstatus.PAAGAAR:
            for raad in naa.raad.get(nummer, ()):
                ut += [
                    svart(naa, nummer, Raad(part=raad.part, svar=svar, dato=DAG)) for svar in ("blir_med", "ikke_med")
                ]
    return ut


@given(st.data())
def test_whatever_is_done_the_project_is_in_one_step_at_a_time_and_in_order(data):
    naa = gang()
    for _tur in range(data.draw(st.integers(0, 20))):
        if not (mulige := _handlinger(naa)):
            break
        naa = data.draw(st.sampled_from(mulige))
        statuser = [steg.status for steg in naa.steg]
        assert statuser.count(Stegstatus.PAAGAAR) <= 1
        begynte = [steg.nummer for steg in naa.steg if steg.status is not Stegstatus.VENTER]
        hull = set(range(1, max(begynte, default=0))) - set(begynte)
        assert hull <= {4}
        assert not hull or naa.nummer(3).status is Stegstatus.FRAFALT
        assert all(steg.status is not Stegstatus.FRAFALT or steg.nummer in (3, 5) for steg in naa.steg)
        nei = {raad.part for svar in naa.raad.values() for raad in svar if raad.svar == "ikke_med"}
        assert not nei & set(naa.raad_som_deltar)
