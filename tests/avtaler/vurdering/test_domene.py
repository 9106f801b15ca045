"""The rules of judging, without a database: phases of a round, hidden counts, agreement, case list and amounts."""

from datetime import date
from fractions import Fraction

import pytest

from avtaler.domene.vurdering.alternativer import kostnadstabell
from avtaler.domene.vurdering.dommer import Enighet, alle_vil_avvikle, enighet, flertall_for
from avtaler.domene.vurdering.lapper import Fase, fase, skjul_faa
from avtaler.domene.vurdering.saksliste import Arrangement, Ideinteresse, Tema, saksliste

FRA, TIL = date(2018, 8, 20), date(2018, 8, 24)


@pytest.mark.parametrize(
    ("dato", "hengt_opp", "ventet"),
    [
        (date(2018, 8, 19), None, Fase.KOMMENDE),
        (FRA, None, Fase.AAPEN),
        (TIL, None, Fase.AAPEN),
        (date(2018, 8, 25), None, Fase.HENGT_OPP),
        (FRA, FRA, Fase.HENGT_OPP),
        (FRA, TIL, Fase.AAPEN),
    ],
)
def test_notes_hang_after_the_last_day_or_when_they_are_hung_up(dato, hengt_opp, ventet):
    assert fase(fra=FRA, til=TIL, hengt_opp=hengt_opp, dato=dato) is ventet


@pytest.mark.parametrize(
    ("antall", "uoppgitt", "vist", "resten"),
    [
        ({"Vik": 3, "Luster": 9}, 0, {"Vik": 3, "Luster": 9}, 0),
        ({"Vik": 2, "Luster": 9}, 4, {"Luster": 9}, 6),
        ({"Vik": 1, "Lærdal": 2, "Luster": 9}, 0, {"Luster": 9}, 3),
        # The sum of two would tell Vik's two: Lærdal joins it.
        ({"Vik": 2, "Lærdal": 4, "Luster": 9}, 0, {"Luster": 9}, 6),
        ({"Vik": 2}, 0, {}, 2),
        ({"Luster": 9}, 1, {"Luster": 9}, 1),
        # All the notes are from Luster: to say so would tell it of each of them.
        ({"Luster": 9}, 0, {}, 9),
        ({}, 0, {}, 0),
    ],
)
def test_municipality_with_few_notes_is_not_counted_by_name(antall, uoppgitt, vist, resten):
    tall = skjul_faa(antall, uoppgitt=uoppgitt)
    assert (dict(tall.vist), tall.resten) == (vist, resten)


@pytest.mark.parametrize(
    ("dommer", "antall", "ventet"),
    [
        ((), 3, Enighet.INGEN),
        (("avvikle",), 3, Enighet.DELVIS),
        (("avvikle", "utvikle"), 3, Enighet.UENIGE),
        (("utvikle", "utvikle", "utvikle"), 3, Enighet.ENIGE),
    ],
)
def test_verdicts_agree_when_all_have_said_the_same(dommer, antall, ventet):
    assert enighet(dommer, antall=antall) is ventet


def test_all_want_to_end_only_when_all_have_answered():
    assert alle_vil_avvikle(["avvikle", "avvikle"], antall=2)
    assert not alle_vil_avvikle(["avvikle", "avvikle"], antall=3)
    assert not alle_vil_avvikle(["avvikle", "utvikle"], antall=2)
    assert not alle_vil_avvikle([], antall=0)


def test_half_is_no_majority():
    assert not flertall_for(["utvikle", "viderefoere"], "utvikle")
    assert flertall_for(["utvikle", "viderefoere", "utvikle"], "utvikle")


ARRANGEMENTER = [
    Arrangement(id=1, navn="PPT", antall=3, dommer={"Øyer": "utvikle", "Gausdal": "utvikle", "Vik": "viderefoere"}),
    Arrangement(id=2, navn="Skatteoppkreveren", antall=2, dommer={"Øyer": "avvikle", "Gausdal": "avvikle"}),
    Arrangement(id=3, navn="Revisjonen", antall=3, dommer={"Øyer": "avvikle", "Gausdal": "viderefoere"}),
    Arrangement(id=4, navn="Brannvesenet", antall=3, dommer={"Øyer": "viderefoere"}),
    Arrangement(id=5, navn="Arkivet", antall=3),
]  # fmt: skip
IDEER = [Ideinteresse(id=7, tittel="Logoped", vil=("Øyer",)), Ideinteresse(id=8, tittel="PPT", vil=("Øyer", "Gausdal"))]
TEMAER = [
    Tema(id=1, navn="Involvering", antall=1),
    Tema(id=2, navn="Oversikt", antall=5),
    Tema(id=3, navn="Lokalisering", antall=9, besvart=True),
]


def test_conference_gives_cases_of_verdicts_ideas_and_unanswered_themes():
    linjer = saksliste(ARRANGEMENTER, IDEER, TEMAER, maalform="nb")
    assert [linje.tittel for linje in linjer] == [
        "Oppløse Skatteoppkreveren", "Framtida for Revisjonen", "Utvikle PPT videre", "Nytt samarbeid: PPT",
        "Innspill uten svar: Oversikt", "Innspill uten svar: Involvering",
    ]  # fmt: skip
    assert linjer[3].tekst.startswith("Øyer og Gausdal vil være med.")
    assert linjer[4].tekst.startswith("5 gule lapper handler om dette")
    assert linjer[5].tekst.startswith("1 gul lapp handler om dette")


def test_cases_are_written_in_the_language_of_the_region():
    linjer = saksliste(ARRANGEMENTER, IDEER, TEMAER, maalform="nn")
    assert linjer[0].tittel == "Løyse opp Skatteoppkreveren"
    assert "Kommunestyret tek stilling til" in linjer[1].tekst


def test_cases_that_are_there_are_not_made_again():
    alle = saksliste(ARRANGEMENTER, IDEER, TEMAER, maalform="nb")
    igjen = saksliste(ARRANGEMENTER, IDEER, TEMAER, maalform="nb", finnes={("avtale", 2), ("lappegruppe", 1)})
    assert {linje.noekkel for linje in alle} - {linje.noekkel for linje in igjen} == {("avtale", 2), ("lappegruppe", 1)}


def test_long_name_makes_no_title_too_long_for_its_place():
    (linje,) = saksliste([], [Ideinteresse(id=1, tittel="x" * 200, vil=("A", "B"))], [], maalform="nb")
    assert len(linje.tittel) == 200


def test_alternatives_are_compared_with_the_first():
    tabell = kostnadstabell([{1: 100, 2: 200}, {1: 150, 2: 100}], parter=[1, 2], folketall={1: 10, 2: 30})
    assert [celle.endring for celle in tabell.rader[0].celler] == [0, 50]
    assert tabell.rader[1].celler[1].per_innbygger == Fraction(100, 30)
    summen = tabell.summer[1]
    assert (summen.oere, summen.endring, summen.vinnere, summen.tapere) == (250, -50, 1, 1)
    assert summen.per_innbygger == Fraction(250, 40)


def test_amount_that_is_not_known_is_no_nought():
    tabell = kostnadstabell([{1: 100}, {1: 150, 2: 0}], parter=[1, 2], folketall={1: 10})
    assert tabell.rader[1].celler[0].oere is None
    assert tabell.rader[1].celler[1].endring is None
    foerste, andre = tabell.summer
    assert (foerste.oere, foerste.mangler, foerste.per_innbygger) == (100, 1, None)
    assert (andre.oere, andre.endring, andre.per_innbygger) == (150, None, None)


def test_nothing_typed_is_an_empty_table():
    assert not kostnadstabell([], parter=[1], folketall={}).har_beloep
    assert not kostnadstabell([{}, {}], parter=[1], folketall={}).har_beloep
