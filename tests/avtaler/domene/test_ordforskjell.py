"""Two texts compared as a person would mark the change: whole words, grouped, paragraph by paragraph."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.ordforskjell import Ordforskjell, Slag, er_samme_tekst, ordforskjell

TEGN = {Slag.LIK: "", Slag.LAGT_TIL: "+", Slag.FJERNET: "-"}


def merket(forskjell: Ordforskjell) -> list[tuple[str, str]]:
    """Each pair of paragraphs with its changes in brackets: «avtalen [-eitt år]»."""
    return [tuple(_side(biter) for biter in (par.foer, par.etter)) for par in forskjell.avsnitt]


def _side(biter) -> str:
    return "".join(f"[{TEGN[b.slag]}{b.tekst}]" if b.slag is not Slag.LIK else b.tekst for b in biter)


def test_replaced_words_are_one_change_with_no_space_around_it():
    assert merket(ordforskjell("Fristen er ett år.", "Fristen er seks måneder.")) == [
        ("Fristen er [-ett år].", "Fristen er [+seks måneder].")
    ]


def test_lone_equal_word_between_two_changes_is_taken_into_them():
    foer = "Rådet skal hvert år gi råd om og støtte til felles tiltak."
    etter = "Rådet skal hvert år vedta planer for veg og føre tilsyn med felles tiltak."
    assert merket(ordforskjell(foer, etter)) == [
        ("Rådet skal hvert år [-gi råd om og støtte til] felles tiltak.",
         "Rådet skal hvert år [+vedta planer for veg og føre tilsyn med] felles tiltak.")
    ]  # fmt: skip


def test_lone_equal_word_between_single_words_stays():
    assert merket(ordforskjell("Luster og Vik", "Sogndal og Årdal")) == [
        ("[-Luster] og [-Vik]", "[+Sogndal] og [+Årdal]")
    ]


@pytest.mark.parametrize(
    ("foer", "etter", "ventet"),
    [
        ("fra 1.1.2027.", "fra 1.7.2027.", ("fra [-1.1.2027].", "fra [+1.7.2027].")),
        ("etter § 20-2 og", "etter § 20-3 og", ("etter § [-20-2] og", "etter § [+20-3] og")),
        ("14,5 %", "14,6 %", ("[-14,5] %", "[+14,6] %")),
        ("Luster, Vik", "Luster og Vik", ("Luster[-,] Vik", "Luster [+og] Vik")),
        ("kommunen", "kommunene", ("[-kommunen]", "[+kommunene]")),
    ],
)
def test_numbers_paragraphs_and_marks_are_whole(foer, etter, ventet):
    assert merket(ordforskjell(foer, etter)) == [ventet]


def test_paragraph_taken_out_and_one_put_in_leave_the_others_alone():
    foer = "Styret har fem medlemmer.\nLeder velges for to år.\nSogndal har arkivet."
    etter = "Styret har sju medlemmer.\nSogndal har arkivet.\nMøtene er åpne for alle."
    assert merket(ordforskjell(foer, etter)) == [
        ("Styret har [-fem] medlemmer.", "Styret har [+sju] medlemmer."),
        ("[-Leder velges for to år.]", ""),
        ("Sogndal har arkivet.", "Sogndal har arkivet."),
        ("", "[+Møtene er åpne for alle.]"),
    ]


def test_paragraph_written_anew_stands_beside_the_one_it_took_the_place_of():
    assert merket(ordforskjell("Os er vertskommune.\nFelles.", "Tolga og Tynset deler ansvaret likt.\nFelles.")) == [
        ("[-Os er vertskommune.]", "[+Tolga og Tynset deler ansvaret likt.]"),
        ("Felles.", "Felles."),
    ]


def test_spaces_and_blank_lines_are_no_change():
    forskjell = ordforskjell("Ett  avsnitt.\n\n\nEtt til.", " Ett avsnitt. \nEtt\ttil.")
    assert not forskjell.er_endret
    assert er_samme_tekst("Ett  avsnitt.\n", "Ett avsnitt.")


def test_capital_and_mark_are_a_change():
    assert ordforskjell("rådet", "Rådet").er_endret
    assert not er_samme_tekst("rådet.", "rådet")


@pytest.mark.parametrize(("foer", "etter"), [("", "Nytt"), ("Gammelt", ""), ("", "")])
def test_empty_text_is_all_added_or_all_removed(foer, etter):
    biter = [bit for par in ordforskjell(foer, etter).avsnitt for bit in (*par.foer, *par.etter)]
    assert [(bit.slag, bit.tekst) for bit in biter] == [
        *([(Slag.FJERNET, foer)] if foer else []),
        *([(Slag.LAGT_TIL, etter)] if etter else []),
    ]


TEKST = st.lists(st.sampled_from(["ett", "to", "tre", ",", ".", "§ 4", "\n", "«nei»"]), max_size=25).map(" ".join)


@given(TEKST, TEKST)
def test_each_side_keeps_all_its_words_in_order(foer, etter):
    forskjell = ordforskjell(foer, etter)
    for tekst, side in ((foer, "foer"), (etter, "etter")):
        satt_sammen = "\n".join("".join(bit.tekst for bit in getattr(par, side)) for par in forskjell.avsnitt)
        assert er_samme_tekst(satt_sammen, tekst)
    assert forskjell.er_endret == (not _samme_avsnitt(foer, etter))


def _samme_avsnitt(foer: str, etter: str) -> bool:
    like = [[linje for linje in tekst.splitlines() if linje.strip()] for tekst in (foer, etter)]
    return len(like[0]) == len(like[1]) and all(er_samme_tekst(a, b) for a, b in zip(*like, strict=True))


@pytest.mark.parametrize(
    ("foer", "etter"),
    [("a b " * 5000, "b a " * 5000), ("a\n" * 10_000, "b\na\n" * 5000), ("ord " * 5000, "ord " * 4999 + "annet")],
)
def test_the_longest_and_dullest_texts_are_compared_at_once(foer, etter):
    start = time.process_time()
    assert ordforskjell(foer, etter).er_endret
    assert time.process_time() - start < 2
