"""How a paragraph is cited: as the data writes it, and in nynorsk with the law's name in nynorsk."""

import re

import pytest

from avtaler.domene.hjemmel import Hjemmel
from avtaler.regler import les_regelverk

#: What a law, or law without an act, is called in bokmål only.
BARE_BOKMAAL = re.compile(r"\w*(?:loven|lovens|festet|rett)\b")


@pytest.mark.parametrize(
    ("paragraf", "nynorsk"),
    [
        ("IKS-loven § 4(3) nr. 1", "IKS-lova § 4(3) nr. 1"),
        ("koml. § 17-1(2); aksjeloven", "koml. § 17-1(2); aksjelova"),
        ("samvirkelova § 10 nr. 1", "samvirkelova § 10 nr. 1"),
        ("koml. § 18-4(4)a", "koml. § 18-4(4)a"),
    ],
)
def test_hjemmel_names_the_law_in_the_language_of_the_reader(paragraf: str, nynorsk: str) -> None:
    hjemmel = Hjemmel("lov", paragraf, "https://lovdata.no/")
    assert hjemmel.paa("nn") == nynorsk
    assert hjemmel.paa("nb") == str(hjemmel) == paragraf


def test_no_paragraph_in_the_rules_is_cited_in_bokmaal_to_a_nynorsk_reader() -> None:
    regelverk = les_regelverk()
    regler = [regel for form in regelverk.former.values() for regel in form.regler]
    hjemler = [ting.hjemmel for ting in (*regelverk.former.values(), *regelverk.krav, *regler) if ting.hjemmel]
    sitert = {hjemmel.paa("nn") for hjemmel in hjemler}
    assert len(sitert) > 50
    assert {tekst for tekst in sitert if BARE_BOKMAAL.search(tekst) and "foreiningsrett" not in tekst} == set()
