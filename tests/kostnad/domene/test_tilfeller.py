"""Known cases with their source: every file in tilfeller/ gives exactly the amounts it says, in any order."""

import random
from pathlib import Path

import pytest
import yaml

from kostnad.domene.fordeling import fordel
from kostnad.domene.frysing import resultat_som_json
from kostnad.domene.lesing import les_oppdrag

MAPPE = Path(__file__).parent.parent / "tilfeller"
TILFELLER = sorted(MAPPE.glob("*.yaml"))


@pytest.mark.parametrize("sti", TILFELLER, ids=lambda sti: sti.stem)
def test_tilfelle_gives_the_amounts_of_its_file(sti):
    tilfelle = yaml.safe_load(sti.read_text(encoding="utf-8"))
    svar = resultat_som_json(fordel(les_oppdrag(tilfelle["oppdrag"])))
    assert {del_["id"]: del_["beloep"] for del_ in svar["deltakere"]} == tilfelle["beloep"]
    assert svar["til_fordeling"] == svar["sum"] == tilfelle["til_fordeling"]
    assert tilfelle["kilde"]


@pytest.mark.parametrize("sti", TILFELLER, ids=lambda sti: sti.stem)
def test_tilfelle_in_any_order_gives_the_same_answer(sti):
    oppdrag = yaml.safe_load(sti.read_text(encoding="utf-8"))["oppdrag"]
    rett = {del_.id: del_ for del_ in fordel(les_oppdrag(oppdrag)).deler}
    for _ in range(10):
        random.shuffle(oppdrag["deltakere"])
        stokket = fordel(les_oppdrag(oppdrag)).deler
        assert [del_.id for del_ in stokket] == [deltaker["id"] for deltaker in oppdrag["deltakere"]]
        assert {del_.id: del_ for del_ in stokket} == rett


def test_9k_has_the_equal_part_and_the_sum_of_the_source():
    svar = resultat_som_json(fordel(les_oppdrag(yaml.safe_load((MAPPE / "9k_2003.yaml").read_text())["oppdrag"])))
    assert sum(int(del_["beloep"]) for del_ in svar["deltakere"]) == 620_000
    for del_ in svar["deltakere"]:
        assert any("34\u00a0444,44\u00a0kr" in setning for setning in del_["utledning"])
