"""Every reason has a sentence that says what to do."""

import pytest

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.setninger import SETNINGER

VERDIER = {
    "hoeyst": 5000, "endelse": ".csv", "innhold": "Excel", "ark": "Avtaler", "rad": 1048576, "kolonne": "XFD",
    "hva": "/JavaScript", "bredde": 99999, "hoeyde": 1,
}  # fmt: skip


@pytest.mark.parametrize("grunn", Grunn)
def test_grunn_has_a_full_sentence(grunn):
    setning = Filavvist(grunn, **VERDIER).setning
    assert setning.endswith(".")
    assert "%(" not in setning
    assert "1048576" not in setning


def test_setninger_has_none_too_many():
    assert set(SETNINGER) == set(Grunn)
