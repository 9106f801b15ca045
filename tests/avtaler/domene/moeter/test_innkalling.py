"""The latest day to call a meeting, and whether it was called in time."""

from datetime import date

import pytest

from avtaler.domene.hjemmel import Sikkerhet
from avtaler.domene.moeter.innkalling import Grunnlag, Innkallingsstatus, innkallingsfrist, innkallingsstatus
from avtaler.regler import les_regelverk
from avtaler.regler.innkalling import er_lest, innkallingsregel, les_lukkingsgrunner
from avtaler.uttrekk.moeter.ord import fristsetning

MOETE = date(2026, 12, 4)
FRIST = date(2026, 11, 6)


def _status(dato, *, innkalt=None, lovens=28):
    frist = innkallingsfrist(MOETE, lovens_dager=lovens, avtalens_dager=None)
    return innkallingsstatus(frist, moetedato=MOETE, innkalt=innkalt, dato=dato)


def test_representantskap_of_an_iks_is_called_four_weeks_before():
    regel = innkallingsregel("IKS", "representantskap")
    assert regel.dager == 28
    assert "§ 8" in regel.regel.hjemmel.paragraf
    frist = innkallingsfrist(MOETE, lovens_dager=regel.dager, avtalens_dager=None)
    assert (frist.siste_dag, frist.grunnlag) == (FRIST, Grunnlag.LOV)


@pytest.mark.parametrize(("form", "organ"), [("KO", "representantskap"), ("KO", "styre"), ("IPR", "representantskap")])
def test_reasonable_notice_is_no_number(form, organ):
    regel = innkallingsregel(form, organ)
    frist = innkallingsfrist(MOETE, lovens_dager=regel.dager, avtalens_dager=None, er_rimelig=True)
    assert (frist.dager, frist.siste_dag, frist.grunnlag) == (None, None, Grunnlag.RIMELIG)
    assert "§ 11-3" in regel.regel.hjemmel.paragraf


def test_board_of_an_iks_has_no_deadline_by_law():
    assert innkallingsregel("IKS", "styre") is None
    frist = innkallingsfrist(MOETE, lovens_dager=None, avtalens_dager=None, er_lest=er_lest("IKS", "styre"))
    assert frist.grunnlag is Grunnlag.INGEN


def test_general_meeting_of_a_company_is_called_a_week_before_by_a_law_that_is_still_to_be_read():
    regel = innkallingsregel("AS", "generalforsamling")
    assert (regel.dager, regel.regel.sikkerhet) == (7, Sikkerhet.IKKE_BEKREFTET)
    assert "§ 5-10" in regel.regel.hjemmel.paragraf


@pytest.mark.parametrize(("form", "organ"), [("SA", "aarsmoete"), ("AS", "styre"), ("FORENING", "aarsmoete")])
def test_law_nobody_has_read_is_not_said_to_be_silent(form, organ):
    assert not er_lest(form, organ)
    frist = innkallingsfrist(MOETE, lovens_dager=None, avtalens_dager=None, er_lest=False)
    assert frist.grunnlag is Grunnlag.UKJENT
    assert fristsetning(frist).startswith("Produktet kjenner ingen frist i loven")


@pytest.mark.parametrize(
    ("avtalens", "dager", "grunnlag"),
    [(42, 42, Grunnlag.AVTALE), (14, 28, Grunnlag.LOV), (28, 28, Grunnlag.LOV), (None, 28, Grunnlag.LOV)],
)
def test_agreement_lengthens_the_deadline_and_never_shortens_it(avtalens, dager, grunnlag):
    frist = innkallingsfrist(MOETE, lovens_dager=28, avtalens_dager=avtalens)
    assert (frist.dager, frist.grunnlag) == (dager, grunnlag)


def test_agreement_gives_a_number_where_the_law_gives_none():
    frist = innkallingsfrist(MOETE, lovens_dager=None, avtalens_dager=14, er_rimelig=True)
    assert (frist.siste_dag, frist.grunnlag) == (date(2026, 11, 20), Grunnlag.AVTALE)


@pytest.mark.parametrize(
    ("dato", "innkalt", "status"),
    [
        (date(2026, 10, 1), None, Innkallingsstatus.I_RUTE),
        (date(2026, 10, 30), None, Innkallingsstatus.NAERMER_SEG),
        (FRIST, None, Innkallingsstatus.NAERMER_SEG),
        (date(2026, 11, 7), None, Innkallingsstatus.FOR_SENT),
        (date(2026, 11, 10), FRIST, Innkallingsstatus.SENDT),
        (date(2026, 11, 10), date(2026, 11, 7), Innkallingsstatus.SENDT_FOR_SENT),
        (date(2026, 12, 10), date(2026, 12, 9), Innkallingsstatus.ETTER_MOETET),
        (date(2026, 11, 1), FRIST, Innkallingsstatus.NAERMER_SEG),
    ],
)
def test_status_of_the_notice_day_by_day(dato, innkalt, status):
    assert _status(dato, innkalt=innkalt) is status


def test_without_a_number_nothing_is_late():
    assert _status(MOETE, lovens=None) is Innkallingsstatus.UTEN_FRIST


def test_meeting_before_the_calendar_began_has_a_deadline_all_the_same():
    assert innkallingsfrist(date(1, 1, 3), lovens_dager=28, avtalens_dager=None).siste_dag == date.min


def test_every_form_with_a_deadline_says_it_in_words():
    former = [("IKS", "representantskap"), ("IPR", "styre"), ("KO", "nemnd"), ("VERT_NEMND", "nemnd")]
    assert all(form in les_regelverk().former and innkallingsregel(form, organ).regel for form, organ in former)


def test_grounds_for_closing_are_those_of_the_act_in_both_languages():
    grunner = les_lukkingsgrunner()
    assert [grunn.hjemmel for grunn in grunner] == ["koml. § 11-5(2)", "koml. § 11-5(3)a", "koml. § 11-5(3)b"]
    assert not any(grunn.tekst.mangler_maalform for grunn in grunner)
