"""Who adopts a change: every council for what the law lists, otherwise whom the form says."""

from datetime import date
from fractions import Fraction

import pytest

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.endringskrav import endrede_felt, hvem_vedtar_endring, momenter_for_felt
from avtaler.domene.hjemmel import Sikkerhet
from avtaler.domene.samarbeidsform import Samarbeidsform, Vedtaksmaate
from avtaler.regler import les_regelverk

DATO = date(2026, 7, 2)


def _form(kode: str) -> Samarbeidsform:
    return les_regelverk().form(kode)


@pytest.mark.parametrize(
    ("form", "krav", "hjemmel"),
    [
        ("IPR", "IPR.g", "koml. § 18-4(2)"),
        ("KO", "KO.h", "koml. § 19-4(2)"),
        ("VERT_ADM", "VERT.f", "koml. § 20-4(2)"),
        ("VERT_NEMND", "VERT.nemnd", "koml. § 20-4(2)"),
        ("IKS", "IKS.3", "IKS-loven § 4(1)–(2)"),
    ],
)
def test_a_listed_item_brings_the_change_before_every_council(form: str, krav: str, hjemmel: str) -> None:
    svar = hvem_vedtar_endring(_form(form), [krav])
    assert svar.krever_alle_kommunestyrene
    assert svar.momenter == (krav,)
    assert str(svar.hjemmel) == hjemmel
    assert svar.sikkerhet is Sikkerhet.LEST
    assert not svar.kan_avtales_annet


@pytest.mark.parametrize(
    ("form", "maate", "hjemmel"),
    [
        ("IPR", Vedtaksmaate.REPRESENTANTSKAPET, "koml. § 18-4(3)"),
        ("KO", Vedtaksmaate.REPRESENTANTSKAPET, "koml. § 19-4(3)"),
        ("IKS", Vedtaksmaate.REPRESENTANTSKAPET, "IKS-loven § 4(2)"),
        ("VERT_ADM", Vedtaksmaate.IKKE_REGULERT, "koml. § 20-4(2)"),
        ("VERT_NEMND", Vedtaksmaate.IKKE_REGULERT, "koml. § 20-4(2)"),
        ("AS", Vedtaksmaate.GENERALFORSAMLINGEN, "aksjeloven § 5-18(1), (3)"),
        ("SA", Vedtaksmaate.AARSMOETET, "samvirkelova § 54(1)–(2)"),
        ("STIFTELSE", Vedtaksmaate.STIFTELSESTILSYNET, "stiftelsesloven §§ 45(3), 48(1)–(2)"),
        ("FORENING", Vedtaksmaate.VEDTEKTENE, "None"),
        ("AVTALE", Vedtaksmaate.PARTENE, "None"),
        ("PLAN", Vedtaksmaate.PARTENE, "pbl. § 9-2(1)"),
        ("P27_1992", Vedtaksmaate.IKKE_REGULERT, "koml. 1992 § 27 nr. 2"),
        ("P28_1992", Vedtaksmaate.ALLE_KOMMUNESTYRENE, "koml. § 20-4(2)"),
        ("SAMKOMMUNE_1992", Vedtaksmaate.ALLE_KOMMUNESTYRENE, "koml. 1992 § 28-2 e nr. 1–2"),
    ],
)
def test_other_changes_are_adopted_as_the_form_says(form: str, maate: Vedtaksmaate, hjemmel: str) -> None:
    svar = hvem_vedtar_endring(_form(form), [])
    assert svar.maate is maate
    assert str(svar.hjemmel) == hjemmel
    assert svar.momenter == ()


def test_every_form_answers_in_both_languages() -> None:
    svar = [
        hvem_vedtar_endring(f, koder) for f in les_regelverk().former.values() for koder in ([], f.endring.momenter)
    ]
    assert len(svar) == 28
    assert not any(ett.tekst.mangler_maalform for ett in svar)
    assert all(ett.hjemmel or ett.sikkerhet is Sikkerhet.IKKE_BEKREFTET for ett in svar)


def test_one_listed_item_is_enough_and_the_items_come_in_the_order_of_the_law() -> None:
    svar = hvem_vedtar_endring(_form("IKS"), ["IKS.antall", "IKS.7", "IKS.2", "eget"])
    assert svar.krever_alle_kommunestyrene
    assert svar.momenter == ("IKS.2", "IKS.7")


def test_seats_in_the_nemnd_are_no_item_where_there_is_no_nemnd() -> None:
    assert not hvem_vedtar_endring(_form("VERT_ADM"), ["VERT.nemnd"]).krever_alle_kommunestyrene


def test_the_agreement_may_say_otherwise_only_of_other_changes() -> None:
    ipr = _form("IPR")
    assert hvem_vedtar_endring(ipr, []).kan_avtales_annet
    assert not hvem_vedtar_endring(ipr, ["IPR.a"]).kan_avtales_annet


def test_a_stiffer_duty_to_pay_in_asks_for_more_votes_in_a_cooperative() -> None:
    svar = hvem_vedtar_endring(_form("SA"), ["SA.4"])
    assert svar.maate is Vedtaksmaate.AARSMOETET
    assert "fire femdeler" in svar.tekst.nb
    assert "fire femdelar" in svar.tekst.nn


def test_paragraf_27_is_not_confirmed_for_changes_of_the_articles() -> None:
    svar = hvem_vedtar_endring(_form("P27_1992"), ["P27.e"])
    assert svar.krever_alle_kommunestyrene
    assert svar.sikkerhet is Sikkerhet.IKKE_BEKREFTET


@pytest.mark.parametrize(
    ("form", "antall"), [("IPR", 8), ("KO", 10), ("VERT_ADM", 9), ("VERT_NEMND", 10), ("IKS", 9), ("P27_1992", 5)]
)
def test_the_items_are_the_whole_list_of_the_act(form: str, antall: int) -> None:
    assert len(set(_form(form).endring.momenter)) == antall


@pytest.mark.parametrize(
    ("form", "felt", "momenter"),
    [
        ("IPR", ["eierandeler"], ("IPR.f",)),
        ("IPR", ["navn", "oppsigelse"], ("IPR.a", "IPR.g")),
        ("IPR", ["deltakere"], ()),
        ("KO", ["noekkel"], ("KO.e",)),
        ("VERT_ADM", ["noekkel", "deltakere"], ("VERT.a", "VERT.f")),
        ("IKS", ["medlemmer"], ("IKS.8",)),
        ("AS", ["navn"], ()),
    ],
)
def test_a_changed_field_touches_the_items_it_answers(form: str, felt: list[str], momenter: tuple[str, ...]) -> None:
    assert momenter_for_felt(_form(form), les_regelverk().krav_for(form, DATO), felt) == momenter


def test_what_is_filled_in_is_not_changed_and_what_says_something_else_is() -> None:
    foer = Avtalegrunnlag(
        form="KO", navn="Sogn KO", oppsigelse_maaneder=12,
        deltakere=(Deltakergrunnlag(navn="Vik", eierandel=Fraction(1, 2)), Deltakergrunnlag(navn="Luster")),
    )  # fmt: skip
    etter = Avtalegrunnlag(
        form="KO", navn="Sogn oppgavefellesskap KO", formaal=("Arkiv",), start=DATO, oppsigelse_maaneder=6,
        deltakere=(
            Deltakergrunnlag(navn="Vik", eierandel=Fraction(1, 3)), Deltakergrunnlag(navn="Luster", medlemmer=2),
        ),
    )  # fmt: skip
    assert endrede_felt(foer, etter) == {"navn", "eierandeler", "oppsigelse"}
    assert endrede_felt(foer, foer) == frozenset()
