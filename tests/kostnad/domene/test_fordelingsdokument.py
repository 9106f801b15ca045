"""docs/fordeling.md says what the engine does: every example in it is run, and its table is the answer."""

import re
from pathlib import Path

import pytest

from kostnad.domene.fordeling import fordel
from kostnad.domene.frysing import resultat_som_json
from kostnad.domene.lesing import les_oppdrag
from kostnad.domene.steg import STEGTYPER

TEKST = (Path(__file__).parents[3] / "docs" / "fordeling.md").read_text(encoding="utf-8")
EKSEMPLER = re.findall(r"```yaml\n(.*?)```\n\n(\|.*?)\n\n", TEKST + "\n\n", re.DOTALL)


def test_dokument_has_an_example_for_every_step():
    assert len(EKSEMPLER) == len(STEGTYPER)
    for navn in STEGTYPER:
        assert f"### `{navn}`" in TEKST


@pytest.mark.parametrize(("oppdrag", "tabell"), EKSEMPLER)
def test_example_gives_the_table_below_it(oppdrag, tabell):
    svar = resultat_som_json(fordel(les_oppdrag(oppdrag)))
    ventet = [f"| {del_['navn']} | {del_['beloep']} | {del_['andel']} |" for del_ in svar["deltakere"]]
    assert tabell.splitlines()[2:] == [*ventet, f"| **Sum** | {svar['sum']} | |"]
