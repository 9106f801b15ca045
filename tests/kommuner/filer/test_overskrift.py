"""Finding the row of headings in lists as people make them."""

import pytest

from kommuner.filer.overskrift import finn_overskriftsrad


def _rader(*rader):
    fylte = {nummer: {n: t for n, t in enumerate(rad, 1) if t} for nummer, rad in enumerate(rader, 1)}
    return {nummer: rad for nummer, rad in fylte.items() if rad}


@pytest.mark.parametrize(
    ("rader", "ventet"),
    [
        ((["Navn", "Nr"], ["IKT", "1"]), 1),
        ((["Avtaler i regionen"], [], ["Navn", "Form", "Fra"], ["IKT", "KO", "2019-01-01"]), 3),
        ((["Oversikt", "1.1.2022"], ["Navn", "Form", "Vert", "Fra"], ["IKT", "KO", "Bø", "2019"]), 2),
        # Figures by year: a year names a column.
        ((["Ordning", "2021", "2022", "2023"], ["IKT", "1", "2", "3"], ["Brann", "4", "5", "6"]), 1),
        # A cross table, mostly empty below its headings.
        (
            (
                ["Regionråd"],
                ["Avtale", "Våler", "Åsnes", "Grue"],
                ["IKT", "x"],
                ["Brann", "", "x"],
                ["PPT", "", "", "x"],
            ),
            2,
        ),
        # Sums above the headings are no names.
        ((["", "100", "200", "300"], ["Navn", "Drift", "Lønn", "Sum"], ["IKT", "1", "2", "3"]), 2),
        ((["Navn"], ["IKT"], ["Brann"]), 1),
        # Only figures: the first row with content, and a person chooses.
        ((["1", "2"], ["3", "4"]), 1),
    ],
)
def test_overskriftsrad_is_where_a_person_sees_it(rader, ventet):
    assert finn_overskriftsrad(_rader(*rader)) == ventet


def test_overskriftsrad_is_below_group_headings():
    rader = _rader(["Avtale", "Deltakere", "", "Sum"], ["Navn", "Våler", "Åsnes", "Kr"], ["IKT", "x", "", "100"])
    assert finn_overskriftsrad(rader, [(1, 2, 3)]) == 2
    assert finn_overskriftsrad(rader) == 1
