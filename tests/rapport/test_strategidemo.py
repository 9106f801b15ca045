"""The demo strategies are whole and word for word: as many points as the sources have."""

from collections import Counter

import pytest

from rapport.demodata import les


def punkter(rader):
    for rad in rader:
        yield rad
        yield from punkter(rad.get("under", ()))


def strategien(tittel: str) -> dict:
    return next(rad for rad in les("strategi") if rad["tittel"] == tittel)


def antall(tittel: str) -> dict[str, int]:
    return Counter(rad["slag"] for rad in punkter(strategien(tittel)["punkter"]))


def test_sogn_has_one_goal_four_themes_ten_areas_and_three_pillars():
    assert antall("Mål, tema og satsingsområde for Sogn") == {"maal": 1, "tema": 4, "satsingsomraade": 10, "pilar": 3}


def test_kongsbergregionen_has_two_legs_with_twelve_and_nine_ways_and_six_premises():
    kongsberg = strategien("Strategi Kongsbergregionen 2019–2030")
    bein = [Counter(rad["slag"] for rad in bein.get("under", ())) for bein in kongsberg["punkter"][:2]]
    assert bein == [{"satsingsomraade": 3, "vei": 12}, {"satsingsomraade": 3, "vei": 9}]
    assert antall(kongsberg["tittel"])["premiss"] == 6
    assert (kongsberg["visjon"], kongsberg["slagord"]) == (
        "En attraktiv og synlig region – som skaper verdier!", "Vi er store nok – sammen",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tittel", "ventet"), [("Målsetting for 9-K", {"maal": 2}), ("Lokalsamfunnsutvikling i Sogn", {"tema": 7})]
)
def test_goals_of_9k_and_the_seven_themes_of_sogn_are_there(tittel, ventet):
    assert antall(tittel) == ventet


def test_every_strategy_says_where_it_is_from():
    assert all(rad["kilde"] for rad in les("strategi"))
