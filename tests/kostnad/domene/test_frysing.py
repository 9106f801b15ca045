"""A frozen split: everything in it, one hash for equal content, another when anything differs."""

from kostnad.domene.fordeling import fordel
from kostnad.domene.frysing import frys, sha256
from kostnad.domene.lesing import les_oppdrag

OPPDRAG = {
    "beloep": "100",
    "deltakere": [{"id": "0719", "navn": "Å", "verdier": {"folketall": 2}}, {"id": "1", "navn": "B"}],
    "noekkel": [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}],
}


def frosset(**endret):
    oppdrag = les_oppdrag({**OPPDRAG, **endret})
    return frys(oppdrag, fordel(oppdrag))


def test_frys_holds_inputs_result_and_links():
    data = frosset()
    assert data["oppdrag"]["deltakere"][0]["verdier"] == {"folketall": "2"}
    assert data["resultat"]["deltakere"][0] == {
        "id": "0719",
        "navn": "Å",
        "beloep": "50",
        "andel": "1/2",
        "ledd": [
            {
                "kode": "fordel_lik",
                "verdier": {"andel": "1", "pott_oere": "10000", "sum_tall": "2", "beloep_oere": "5000"},
            }
        ],
    }
    assert data["resultat"]["sum"] == data["resultat"]["til_fordeling"] == "100"


def test_sha256_changes_with_any_input():
    rett = sha256(frosset())
    flere = [{**OPPDRAG["deltakere"][0], "verdier": {"folketall": 3}}, OPPDRAG["deltakere"][1]]
    assert (
        len({rett, sha256(frosset(beloep="102")), sha256(frosset(deltakere=flere)), sha256(frosset(avrunding="oere"))})
        == 4
    )
