"""Norwegian order, and that the database's expression gives the same key."""

from hypothesis import given
from hypothesis import strategies as st

from kommuner.domene.navn import FRA, TIL, sorteringsnoekkel

RIKTIG = ("Alver, aurland, Voss, Vågå, Våler, Zeta, Ærfugl, Ørland, Ørsta, Øyer, Øygarden, Ål, Årdal, Ås, Aasen").split(
    ", "
)
NAVN = st.text(st.sampled_from("abcaåÅAæÆøØöÖäÄéÉđĐŋŊŧŦšŠžŽčČáÁïÏüÜ -zZ"), max_size=12)


def _som_databasen(navn, lower):
    """translate(replace(lower(x), 'aa', 'å'), FRA, TIL), letter by letter."""
    return "".join(TIL[FRA.index(tegn)] if tegn in FRA else tegn for tegn in lower(navn).replace("aa", "å"))


def _bare_ascii(navn):
    """lower() of a server whose locale is C."""
    return "".join(tegn.lower() if tegn.isascii() else tegn for tegn in navn)


def test_names_sort_with_ae_oe_aa_last():
    assert sorted(set(RIKTIG), key=sorteringsnoekkel) == RIKTIG


def test_sami_and_accented_letters_sort_with_their_base_letter():
    riktig = ["Čáhcesuolu", "Cap", "Deatnu", "Đivttas", "Kåfjord", "Ŋuorra", "Sund", "Šuoš", "Übeda", "Žilli"]
    assert sorted(set(riktig), key=sorteringsnoekkel) == riktig
    assert [sorteringsnoekkel(n) for n in ("Čáhcesuolu", "Ŋŋ", "Übeda")] == ["cahcesuolu", "nn", "ubeda"]
    assert sorteringsnoekkel("Stïentje") == "stientje"


def test_tables_are_pairs_of_single_letters_once_each():
    assert len(FRA) == len(TIL) == len(set(FRA))
    assert not set(FRA) & set(TIL)


@given(NAVN)
def test_noekkel_equals_the_database_expression_in_any_locale(navn):
    assert sorteringsnoekkel(navn) == _som_databasen(navn, str.lower) == _som_databasen(navn, _bare_ascii)
