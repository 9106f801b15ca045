"""Who is left, the rule in words, and that every form's law about leaving can be read in both languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.tekst import Tekst
from avtaler.domene.uttreden import Kilde, Regel, Vilkaar, Vilkaarsgrunnlag
from avtaler.domene.uttreden_i_ord import regel_i_ord
from avtaler.domene.uttredensplan import Medlem, planlegg_uttreden
from avtaler.regler import les_regelverk
from avtaler.regler.uttreden import les_uttredensregler, uttredensregel


def medlem(noekkel, **felt):
    return Medlem(noekkel=noekkel, navn=f"Kommune {noekkel}", **felt)


def test_those_left_own_the_rest_against_each_other():
    alle = [medlem(nr, eierandel=Fraction(teller, 10), medlemmer=teller) for nr, teller in ((1, 5), (2, 3), (3, 2))]
    plan = planlegg_uttreden(alle, gaar=1, minst=2)
    assert [en.mot_hverandre for en in plan.igjen] == [Fraction(3, 5), Fraction(2, 5)]
    assert plan.gaar.svarer_for == Fraction(1, 2)
    assert plan.plasser_igjen == 5
    assert not plan.for_faa


def test_liability_share_is_the_agreed_one_where_it_differs():
    alle = [medlem(1, eierandel=Fraction(1, 2), ansvarsandel=Fraction(1, 3)), medlem(2, eierandel=Fraction(1, 2))]
    assert planlegg_uttreden(alle, gaar=1, minst=2).gaar.svarer_for == Fraction(1, 3)


def test_an_unknown_share_makes_every_share_unknown():
    plan = planlegg_uttreden([medlem(1), medlem(2, eierandel=Fraction(1, 2)), medlem(3)], gaar=1, minst=2)
    assert [en.mot_hverandre for en in plan.igjen] == [None, None]


def test_one_left_is_too_few_and_observers_do_not_count():
    alle = [medlem(1), medlem(2), medlem(3, rolle="observatoer"), medlem(4, rolle="informert")]
    assert planlegg_uttreden(alle, gaar=1, minst=2).for_faa
    assert not planlegg_uttreden(alle, gaar=3, minst=2).for_faa


def test_the_host_leaving_leaves_nobody_to_host():
    alle = [medlem(1, rolle="vertskommune"), medlem(2), medlem(3)]
    assert planlegg_uttreden(alle, gaar=1, minst=2).mister_rolle == "vertskommune"
    assert not planlegg_uttreden(alle, gaar=2, minst=2).mister_rolle


@given(st.lists(st.integers(min_value=1, max_value=1000), min_size=2, max_size=15), st.data())
def test_shares_of_those_left_always_make_the_whole(vekter, data):
    alle = [medlem(nr, eierandel=Fraction(vekt, sum(vekter))) for nr, vekt in enumerate(vekter)]
    plan = planlegg_uttreden(alle, gaar=data.draw(st.sampled_from(range(len(alle)))), minst=2)
    assert sum(en.mot_hverandre for en in plan.igjen) == 1


@pytest.mark.parametrize(
    ("vilkaar", "nb", "nn"),
    [
        (
            Vilkaar(maaneder=6, regel=Regel.AARSSKIFTE),
            "Seks måneders varsel, med virkning fra det første årsskiftet etter at fristen er ute.",
            "Seks månaders varsel, med verknad frå det første årsskiftet etter at fristen er ute.",
        ),
        (
            Vilkaar(maaneder=12, regel=Regel.FRA_AARSSKIFTE),
            "Ett års varsel, regnet fra det første årsskiftet etter oppsigelsen.",
            "Eitt års varsel, rekna frå det første årsskiftet etter oppseiinga.",
        ),
        (Vilkaar(maaneder=24), "To års varsel.", "To års varsel."),
        (Vilkaar(maaneder=0), "Ingen frist.", "Ingen frist."),
        (Vilkaar(maaneder=18), "18 måneders varsel.", "18 månaders varsel."),
    ],
)
def test_the_agreed_rule_in_words(vilkaar, nb, nn):
    grunnlag = Vilkaarsgrunnlag(vilkaar=vilkaar, kilde=Kilde.AVTALEN)
    assert regel_i_ord(grunnlag, Tekst("lov", "lov")) == Tekst(nb=nb, nn=nn)


def test_without_agreed_terms_the_law_speaks():
    form = les_regelverk().form("IPR")
    grunnlag = Vilkaarsgrunnlag(vilkaar=None, kilde=Kilde.INGEN)
    assert regel_i_ord(grunnlag, form.oppsigelse.tekst) == form.oppsigelse.tekst
    assert form.oppsigelse.hjemmel.paragraf == "koml. § 18-4(4)g"


def test_every_rule_of_leaving_is_of_a_known_form_and_written_in_both_languages():
    regler = les_uttredensregler()
    assert set(regler) <= set(les_regelverk().former)
    for regel in regler.values():
        for del_ in (regel.ansvar, regel.for_faa, regel.utbetaling):
            assert del_ is None or not del_.tekst.mangler_maalform


def test_liability_stays_by_the_paragraph_of_the_form():
    paragrafer = {form: uttredensregel(form).ansvar.hjemmel.paragraf for form in ("IPR", "KO", "IKS")}
    assert paragrafer == {"IPR": "koml. § 18-2(3)", "KO": "koml. § 19-2(3)", "IKS": "IKS-loven § 30(6)"}
    assert uttredensregel("AKSJESELSKAP").ansvar is None
