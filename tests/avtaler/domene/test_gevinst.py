"""Gains are told from a baseline, and only what is known on the date."""

from datetime import date
from decimal import Decimal

import pytest

from avtaler.domene.prosjektoekonomi.gevinst import Gevinst, Innvending, Tilstand, innvendinger, utfall

DATO = date(2026, 11, 20)
FOER, FRIST, MAALT = date(2024, 1, 1), date(2026, 1, 1), date(2026, 3, 1)


def gevinst(grunnlinje=1000, forventet=800, maalt=None, *, lavere=True, frist=FRIST, maalt_dato=MAALT) -> Gevinst:
    def tall(verdi):
        return None if verdi is None else Decimal(verdi)

    return Gevinst(
        lavere_er_bedre=lavere, grunnlinje=tall(grunnlinje), grunnlinje_dato=FOER, forventet=tall(forventet),
        forventet_dato=frist if forventet is not None else None, maalt=tall(maalt),
        maalt_dato=maalt_dato if maalt is not None else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("maalt", "tilstand", "bedring"),
    [
        (880, Tilstand.DELVIS, 120),
        (800, Tilstand.NAADD, 200),
        (700, Tilstand.NAADD, 300),
        (1000, Tilstand.UENDRET, 0),
        (1001, Tilstand.MOTSATT, -1),
        (None, Tilstand.FORFALT, None),
    ],
)
def test_saving_is_baseline_less_what_was_measured(maalt, tilstand, bedring):
    funnet = utfall(gevinst(maalt=maalt), dato=DATO)
    assert (funnet.tilstand, funnet.bedring, funnet.ventet) == (tilstand, bedring, 200)


def test_higher_can_be_better():
    funnet = utfall(gevinst(10, 20, 15, lavere=False), dato=DATO)
    assert (funnet.tilstand, funnet.bedring, funnet.ventet) == (Tilstand.DELVIS, 5, 10)


def test_what_is_measured_later_is_not_known_yet():
    assert utfall(gevinst(maalt=880), dato=date(2025, 6, 1)).tilstand is Tilstand.VENTER


@pytest.mark.parametrize(
    ("ett", "tilstand"),
    [
        (gevinst(grunnlinje=None, forventet=None), Tilstand.UTEN_GRUNNLINJE),
        (gevinst(forventet=None), Tilstand.UTEN_MAAL),
        (gevinst(forventet=None, maalt=900), Tilstand.MAALT),
        (gevinst(frist=DATO), Tilstand.VENTER),
    ],
)
def test_state_of_what_is_not_yet_told(ett, tilstand):
    assert utfall(ett, dato=DATO).tilstand is tilstand


@pytest.mark.parametrize(
    ("ett", "innvending"),
    [
        (gevinst(grunnlinje=None), Innvending.MANGLER_GRUNNLINJE),
        (gevinst(grunnlinje=None, forventet=None, maalt=5), Innvending.MANGLER_GRUNNLINJE),
        (gevinst(forventet=1000), Innvending.FORVENTET_FEIL_VEI),
        (gevinst(forventet=1200), Innvending.FORVENTET_FEIL_VEI),
        (gevinst(1000, 900, lavere=False), Innvending.FORVENTET_FEIL_VEI),
        (gevinst(frist=FOER), Innvending.FORVENTET_FOER_GRUNNLINJE),
        (gevinst(frist=None), Innvending.MANGLER_FORVENTET_DATO),
        (gevinst(maalt=5, maalt_dato=FOER), Innvending.MAALT_FOER_GRUNNLINJE),
        (gevinst(maalt=5, maalt_dato=None), Innvending.MANGLER_MAALT_DATO),
    ],
)
def test_figures_that_say_nothing_are_objected_to(ett, innvending):
    assert innvending in innvendinger(ett)


def test_figures_that_can_be_told_are_not_objected_to():
    assert innvendinger(gevinst(maalt=880)) == ()
