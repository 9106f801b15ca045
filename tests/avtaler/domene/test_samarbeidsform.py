"""The fourteen legal forms: when a new cooperation may take them, and what follows from the form."""

from datetime import date

import pytest

from avtaler.domene.samarbeidsform import (
    TEMANAVN,
    Eierinteresse,
    Omdanningsplikt,
    Rettssubjekt,
    Tema,
    Vararegel,
    former_som_heter,
    kan_inngaas,
)
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
    ("kode", "kan_avtales", "hoeyst", "skriftlig"),
    [
        ("IPR", True, None, False),
        ("VERT_ADM", True, None, False),
        ("IKS", True, None, True),
        ("SA", True, 3, True),
        ("PLAN", True, 3, True),
        ("P27_1992", True, 12, True),
        ("AS", False, None, False),
        ("STIFTELSE", False, None, False),
    ],
)
def test_oppsigelse_says_what_the_agreement_may_set(
    kode: str, kan_avtales: bool, hoeyst: int | None, skriftlig: bool
) -> None:
    oppsigelse = les_regelverk().form(kode).oppsigelse
    assert (oppsigelse.kan_avtales, oppsigelse.hoeyst_maaneder, oppsigelse.skriftlig) == (
        kan_avtales,
        hoeyst,
        skriftlig,
    )


def test_paragraf_27_must_become_a_council_or_a_task_community() -> None:
    omdanning = les_regelverk().form("P27_1992").omdanning
    assert omdanning is not None
    assert omdanning.svar == Omdanningsplikt.OMDANNES
    assert omdanning.til == ("IPR", "KO")
    assert omdanning.frist == date(2023, 11, 1)
    assert str(omdanning.hjemmel) == "koml. § 31-2"


def test_paragraf_28_may_go_on_but_its_old_delegation_has_lapsed() -> None:
    form = les_regelverk().form("P28_1992")
    assert form.omdanning is not None
    assert form.omdanning.svar == Omdanningsplikt.FRIVILLIG
    assert form.omdannes_til == ("VERT_ADM", "VERT_NEMND")
    assert form.omdanningsfrist is None
    assert form.omdanning.delegering_til == date(2020, 12, 31)


def test_a_form_that_is_open_is_converted_to_nothing() -> None:
    assert all((f.omdanning is None) is not f.er_avviklet_form for f in les_regelverk().former.values())
    assert les_regelverk().form("IKS").omdannes_til == ()


@pytest.mark.parametrize(
    ("typer", "mottaker"),
    [
        (["kommune", "kommune"], "statsforvalteren"),
        (["fylkeskommune", "fylkeskommune"], "departementet"),
        (["kommune", "fylkeskommune"], "statsforvalteren"),
        ([], "statsforvalteren"),
    ],
)
def test_the_host_tells_the_state_by_who_takes_part(typer: list[str], mottaker: str) -> None:
    melding = les_regelverk().form("VERT_NEMND").statlig_melding
    assert melding is not None
    assert melding.melder.nb == "vertskommunen"
    assert melding.mottaker_for(typer).nb == mottaker


def test_only_host_cooperation_and_foundations_are_told_to_the_state() -> None:
    meldes = {f.kode for f in les_regelverk().former.values() if f.statlig_melding is not None}
    assert meldes == {"VERT_ADM", "VERT_NEMND", "STIFTELSE"}


def test_the_rules_name_the_paragraph_on_loans_audit_and_accounts() -> None:
    iks, ko = les_regelverk().form("IKS"), les_regelverk().form("KO")
    funnet = {tema: regel.hjemmel for tema in (Tema.LAAN, Tema.REVISJON) if (regel := iks.regel_om(tema))}
    assert {tema: str(hjemmel) for tema, hjemmel in funnet.items()} == {
        Tema.LAAN: "IKS-loven §§ 22(1), 22 a",
        Tema.REVISJON: "IKS-loven §§ 27(4), 28",
    }
    regnskap = ko.regel_om(Tema.REGNSKAP)
    assert regnskap is not None
    assert str(regnskap.hjemmel) == "koml. § 14-8; FOR-2019-06-07-714 § 8-3"
    assert ko.regel_om(Tema.ANSKAFFELSER) is None


def test_every_theme_has_a_name_and_is_used_once_in_a_form() -> None:
    assert set(TEMANAVN) == set(Tema)
    for form in les_regelverk().former.values():
        temaer = [regel.svar for regel in form.oevrige]
        assert len(temaer) == len(set(temaer))


def test_the_council_forms_and_the_company_must_have_a_written_agreement() -> None:
    med = {f.kode for f in les_regelverk().former.values() if f.regel_om(Tema.SKRIFTLIG)}
    assert med == {"IPR", "KO", "VERT_ADM", "VERT_NEMND", "IKS"}


def test_a_change_of_borders_gives_a_right_to_leave_where_the_act_says_so() -> None:
    med = {f.kode for f in les_regelverk().former.values() if f.regel_om(Tema.GRENSEENDRING)}
    assert med == {"IPR", "KO", "VERT_ADM", "VERT_NEMND", "IKS", "P27_1992"}


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
