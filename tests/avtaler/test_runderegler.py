"""The kinds of rounds as a lawyer would check them: who is asked, whether the words are alike, and where it stands."""

import pytest

from avtaler.domene.rundeslag import Samsvarskrav, Spoerres
from avtaler.models import Rundeslag
from avtaler.regler import les_regelverk
from avtaler.regler.runderegler import les_runderegler, rundeart

LIKE, EGET, BEHANDLING = Samsvarskrav.LIKELYDENDE, Samsvarskrav.EGET_VEDTAK, Samsvarskrav.BEHANDLING


@pytest.mark.parametrize("slag", Rundeslag.values)
def test_every_kind_has_a_rule_for_every_form_in_both_languages(slag):
    for form in les_regelverk().former:
        art = rundeart(slag, form)
        assert art.slag == slag
        assert not art.tekst.mangler_maalform


def test_no_rule_names_a_form_or_a_kind_that_is_not():
    assert set(les_runderegler()) == set(Rundeslag.values)
    nevnt = {form for regler in les_runderegler().values() for regel in regler for form in regel.former}
    assert nevnt <= set(les_regelverk().former)


@pytest.mark.parametrize(
    ("slag", "form", "krav", "spoerres", "paragraf"),
    [
        ("opprette", "IPR", LIKE, Spoerres.DELTAKERNE, "koml. §§ 18-1(1), 18-4(2)"),
        ("opprette", "KO", LIKE, Spoerres.DELTAKERNE, "koml. §§ 19-1(1), 19-4(2)"),
        ("opprette", "VERT_ADM", LIKE, Spoerres.DELTAKERNE, "koml. § 20-4(2)"),
        ("opprette", "IKS", LIKE, Spoerres.DELTAKERNE, "IKS-loven § 4(1)"),
        ("opprette", "AVTALE", LIKE, Spoerres.DELTAKERNE, None),
        ("endre", "IKS", LIKE, Spoerres.DELTAKERNE, "IKS-loven § 4(2)"),
        ("utvide", "KO", LIKE, Spoerres.DELTAKERNE_OG_PARTEN, "koml. § 19-4(2)"),
        ("tre_ut", "VERT_NEMND", EGET, Spoerres.PARTEN, "koml. § 20-8(2)"),
        ("tre_ut", "IKS", EGET, Spoerres.PARTEN, "IKS-loven § 30(1)"),
        ("omdanne", "P27_1992", LIKE, Spoerres.DELTAKERNE, "koml. § 31-2(2)"),
        ("opploese", "VERT_ADM", LIKE, Spoerres.DELTAKERNE, "koml. § 20-8(1)"),
        ("opploese", "IKS", LIKE, Spoerres.DELTAKERNE, "IKS-loven § 32(1)"),
        ("delegere", "VERT_ADM", EGET, Spoerres.SAMARBEIDSKOMMUNENE, "koml. § 20-2(2)"),
        ("delegere", "VERT_NEMND", LIKE, Spoerres.DELTAKERNE, "koml. § 20-3(2)"),
        ("handlingsplan", "IPR", BEHANDLING, Spoerres.DELTAKERNE, None),
        ("budsjett", "KO", BEHANDLING, Spoerres.DELTAKERNE, None),
        ("eierskapsmelding", "AVTALE", BEHANDLING, Spoerres.DELTAKERNE, "koml. § 26-1(1)"),
    ],
)
def test_kind_says_what_the_law_says(slag, form, krav, spoerres, paragraf):
    art = rundeart(slag, form)
    assert (art.krav, art.spoerres) == (krav, spoerres)
    assert (art.hjemmel.paragraf if art.hjemmel else None) == paragraf


def test_only_the_ownership_report_is_treated_jointly_first():
    assert [slag for slag in Rundeslag.values if rundeart(slag, "AVTALE").forbehandles] == ["eierskapsmelding"]
