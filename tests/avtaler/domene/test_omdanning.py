"""Names that obey the law, and clauses that find their place in the new form."""

import pytest

from avtaler.domene.omdanning import foelger_navnekrav, navneforslag, overfoer_bestemmelser
from avtaler.regler import les_regelverk
from avtaler.regler.omdanning import les_omdanningsregler

REGLER = les_omdanningsregler()


@pytest.mark.parametrize(
    ("gammelt", "form", "maalform", "forslag"),
    [
        ("Sogn regionråd", "IPR", "nn", ("Sogn interkommunalt politisk råd", "Sogn IPR")),
        ("Sogn regionråd", "KO", "nn", ("Sogn kommunalt oppgåvefellesskap (Sogn KO)", "Sogn KO")),
        (
            "Regionrådet Vest-Telemark § 27",
            "KO",
            "nb",
            ("Vest-Telemark kommunalt oppgavefellesskap", "Vest-Telemark KO"),
        ),
        ("Regionrådet", "IPR", "nb", ("Regionrådet interkommunalt politisk råd", "Regionrådet IPR")),
        ("Felles landbruksforvaltning", "VERT_ADM", "nn", ("Felles landbruksforvaltning",)),
    ],
)
def test_proposed_names_leave_the_old_form_behind(gammelt, form, maalform, forslag):
    assert navneforslag(gammelt, les_regelverk().form(form), maalform, REGLER) == forslag


def test_every_proposed_name_obeys_the_name_rule():
    for kode, moenstre in REGLER.navn.items():
        form = les_regelverk().form(kode)
        for maalform in moenstre:
            assert navneforslag("Sogn regionråd", form, maalform, REGLER)
    assert not foelger_navnekrav("Sogn regionråd", les_regelverk().form("IPR"))


def test_clauses_go_where_the_new_form_asks_the_same():
    gamle = {
        "P27.a": "Én fra hver.",
        "P27.b": "Næring.",
        "P27.c": "Ingen innskudd.",
        "P27.e": "Seks måneder.",
        "P27.d": " ",
    }
    svar = overfoer_bestemmelser(gamle, fra_form="P27_1992", til_form="IPR", regler=REGLER)
    assert svar.etter_krav == {
        "IPR.c": "Én fra hver.", "IPR.d": "Næring.", "IPR.g": "Seks måneder.", "IPR.h": "Seks måneder.",
    }  # fmt: skip
    assert svar.uten_plass == ("P27.c",)


def test_every_clause_of_the_old_form_is_known_and_goes_to_requirements_that_take_one():
    krav = {ett.kode: ett for ett in les_regelverk().krav}
    for fra, former in REGLER.bestemmelser.items():
        assert set(former) <= set(les_regelverk().form(fra).omdannes_til)
        for til, tabell in former.items():
            for gammelt, nye in tabell.items():
                assert fra in krav[gammelt].former
                assert all(til in krav[nytt].former and krav[nytt].tar_bestemmelse for nytt in nye)
