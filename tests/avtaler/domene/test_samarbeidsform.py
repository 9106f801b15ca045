"""The fourteen legal forms: when a new cooperation may take them, and what follows from the form."""

from datetime import date

import pytest

from avtaler.domene.samarbeidsform import Eierinteresse, Rettssubjekt, Vararegel, former_som_heter, kan_inngaas
from avtaler.regler import les_regelverk

SISTE_DAG_1992, FOERSTE_DAG_2018 = date(2019, 10, 31), date(2019, 11, 1)


@pytest.mark.parametrize("kode", ["P27_1992", "P28_1992"])
def test_kan_inngaas_closes_the_act_of_1992_when_the_new_one_opens(kode: str) -> None:
    form = les_regelverk().form(kode)
    assert kan_inngaas(form, SISTE_DAG_1992) is None
    assert kan_inngaas(form, FOERSTE_DAG_2018) is not None


@pytest.mark.parametrize("kode", ["IPR", "KO"])
def test_kan_inngaas_opens_the_new_bodies_in_the_autumn_of_2019(kode: str) -> None:
    form = les_regelverk().form(kode)
    assert kan_inngaas(form, FOERSTE_DAG_2018) is None
    avslag = kan_inngaas(form, SISTE_DAG_1992)
    assert avslag is not None
    assert "koml. § 31-1" in avslag.nb


def test_kan_inngaas_says_which_forms_take_over_for_paragraf_27() -> None:
    avslag = kan_inngaas(les_regelverk().form("P27_1992"), date(2026, 1, 1))
    assert avslag is not None
    assert avslag.nb == (
        "Nye samarbeid kan ikke inngås etter § 27 i kommuneloven av 1992 (koml. §§ 31-1, 31-2). "
        "Velg interkommunalt politisk råd (kapittel 18) eller kommunalt oppgavefellesskap (kapittel 19)."
    )
    assert avslag.nn.startswith("Nye samarbeid kan ikkje inngåast etter § 27 i kommunelova av 1992")


def test_former_som_kan_inngaas_leaves_out_the_closed_forms() -> None:
    aapne = {form.kode for form in les_regelverk().former_som_kan_inngaas(date(2026, 7, 2))}
    stengt = {form.kode for form in les_regelverk().former.values() if form.er_avviklet_form}
    assert stengt == {"P27_1992", "P28_1992", "SAMKOMMUNE_1992"}
    assert aapne == set(les_regelverk().former) - stengt


@pytest.mark.parametrize(
    ("regel", "medlemmer", "minst"),
    [(Vararegel.INGEN, 3, 0), (Vararegel.LIKE_MANGE, 3, 3), (Vararegel.TO_PER_MEDLEM, 3, 6)],
)
def test_vararegel_counts_deputies(regel: Vararegel, medlemmer: int, minst: int) -> None:
    assert regel.minst(medlemmer) == minst


def test_forms_with_an_ownership_share_count_as_owned() -> None:
    eid = {f.kode for f in les_regelverk().former.values() if f.eierinteresse is Eierinteresse.EIERANDEL}
    assert eid == {"IPR", "KO", "IKS", "AS", "SA", "SAMKOMMUNE_1992"}


def test_only_the_agreement_decides_whether_a_council_is_a_legal_person() -> None:
    avtalen = {f.kode for f in les_regelverk().former.values() if f.eget_rettssubjekt is Rettssubjekt.AVTALEN}
    assert avtalen == {"IPR", "KO"}


@pytest.mark.parametrize(
    ("kode", "maaneder"),
    [("IPR", None), ("KO", None), ("VERT_ADM", 12), ("VERT_NEMND", 12), ("IKS", 12), ("PLAN", 3), ("P27_1992", 12)],
)
def test_oppsigelse_is_what_the_law_gives_when_the_agreement_is_silent(kode: str, maaneder: int | None) -> None:
    assert les_regelverk().form(kode).oppsigelse.maaneder == maaneder


@pytest.mark.parametrize(
    ("ord_", "med", "uten"),
    [
        ("KO", {"KO"}, {"VERT_ADM", "SAMKOMMUNE_1992"}),
        ("§", {"P27_1992", "P28_1992"}, {"KO"}),
        ("27", {"P27_1992"}, {"P28_1992"}),
        ("28-1", {"P28_1992"}, {"P27_1992"}),
        ("oppgåvefelles", {"KO"}, {"IPR"}),
        ("OPPGAVEFELLESSKAP", {"KO"}, {"IPR"}),
        ("stifting", {"STIFTELSE"}, {"KO"}),
        ("råd", {"IPR"}, {"KO"}),
    ],
)
def test_form_is_found_by_its_names_in_both_languages(ord_: str, med: set[str], uten: set[str]) -> None:
    treff = former_som_heter(ord_, les_regelverk().former.values())
    assert med <= treff
    assert not uten & treff
