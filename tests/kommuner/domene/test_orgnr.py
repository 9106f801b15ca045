"""Organisation numbers as people write them."""

import pytest

from kommuner.domene.orgnr import er_gyldig_orgnr, rens_orgnr


@pytest.mark.parametrize(
    ("orgnr", "gyldig"),
    [("974760673", True), ("974760674", False), ("97476067", False), ("", False), ("97476067x", False)],
)
def test_organisation_number_has_its_check_digit(orgnr, gyldig):
    assert er_gyldig_orgnr(orgnr) is gyldig


@pytest.mark.parametrize("tekst", ["974 760 673", "974.760.673", " 974760673 ", "NO 974 760 673 MVA", "974760673mva"])
def test_spaces_stops_and_vat_letters_are_not_part_of_the_number(tekst):
    assert rens_orgnr(tekst) == "974760673"
