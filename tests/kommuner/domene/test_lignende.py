"""Names written much like what somebody typed."""

import pytest

from kommuner.domene.lignende import lignende

NAVN = ["Luster", "Lærdal", "Årdal", "Vik", "Vestland fylkeskommune", "Sogn brann og redning IKS"]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Lustr", ["Luster"]),
        ("luster kommune", ["Luster"]),
        ("Aardal", ["Årdal"]),
        ("Vesland", ["Vestland fylkeskommune"]),
        ("Sogn brann og redning", ["Sogn brann og redning IKS"]),
        ("Nordhordland IKS", []),
        ("", []),
        ("kommune", []),
    ],
)
def test_close_names_are_offered_and_others_are_not(tekst: str, ventet: list[str]) -> None:
    assert lignende(tekst, NAVN) == ventet


def test_at_most_three_are_offered_closest_first() -> None:
    assert lignende("Sand", ["Sande", "Sandee", "Sandnes", "Sandar", "Sund"])[0] == "Sande"
    assert len(lignende("Sand", ["Sande", "Sando", "Sanda", "Sandu"])) == 3
