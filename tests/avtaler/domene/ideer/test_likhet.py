"""Which ideas may be the same, by the titles real people gave them."""

import pytest

from avtaler.domene.ideer.likhet import er_like, like_grupper, ordene
from avtaler.domene.ideer.oensker import alle_oensker, oenskede_navn


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Barnevern", "Barnevern/fosterhjem"),
        ("Svømmeopplæring", "Svømmeopplæring barn og voksne"),
        ("Klima/miljø – forebyggende – konsekvenser", "Miljø og klima"),
        ("Tekniske tjenester", "Teknisk sektor"),
        ("Barnevern", "Felles barnevernsvakt"),
        ("PPT", "Pedagogisk-psykologisk tjeneste"),
        ("Felles legesenter", "Legecenter"),
        ("Barnehageplan", "Barnehageplna"),
    ],
)
def test_the_same_idea_said_in_two_ways_is_seen(en, annen):
    assert er_like(en, annen)
    assert er_like(annen, en)


@pytest.mark.parametrize(
    ("en", "annen"),
    [
        ("Fleire deltakarar i barnevernet ved avdelingskontor", "Fleire deltakarar i brannvernet ved avdelingskontor"),
        ("Barnehageplan", "Barnevern"),
        ("Regional plan for næringsarealer", "Regional plan for friluftsliv og forvaltning av fjellområder"),
        ("Tiltak for bosetting", "Tiltak for inkludering av innvandrere"),
        ("Felles tildelingskontor", "Plan – Areal og klima – Felles plankontor"),
        ("Felles", "Nye tiltak"),
    ],
)
def test_other_ideas_are_not(en, annen):
    assert not er_like(en, annen)


def test_groups_hold_each_idea_once_in_the_order_given_with_the_words_they_share():
    titler = {3: "Barnevern/fosterhjem", 1: "Beredskap", 7: "Barnevern", 5: "Felles barnevernsvakt"}
    (gruppe,) = like_grupper(titler)
    assert gruppe.ider == (3, 7, 5)
    assert gruppe.felles == ("barnevern",)


def test_inflection_small_words_and_brackets_do_not_count():
    assert ordene("Tiltak for bosettingen (i hele regionen)") == ordene("bosetting")


@pytest.mark.parametrize(
    ("tekst", "navn"),
    [
        ("Lillehammer, Øyer og Gausdal", ("Lillehammer", "Øyer", "Gausdal")),
        ("Staten, Fylkesmannen", ("Staten", "Fylkesmannen")),
        ("fylkesmannen", ("Fylkesmannen",)),
        ("", ()),
    ],
)
def test_the_wanted_are_read_from_the_words(tekst, navn):
    assert oenskede_navn(tekst) == navn


def test_wanted_partners_are_united_each_once():
    assert alle_oensker(["Øyer og Gausdal", "staten"], ["Gausdal"]) == ("Gausdal", "Øyer", "Staten")
