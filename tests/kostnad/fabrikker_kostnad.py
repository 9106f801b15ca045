"""Makes keys, budgets and adopted splits through the services, for tests of the cost room."""

from collections.abc import Sequence

from avtaler.models import Avtale
from kommuner.models import Part
from kostnad.models import Budsjett, Fordeling, Noekkel
from kostnad.tjenester import fastsett_noekkel, sett_budsjett, vedta_fordeling
from tests.fabrikker import lag_avtale, lag_folketall, lag_kommune

LIKT = [{"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}]
FOLKETALL = [{"steg": "fordel", "etter": [{"kriterium": "folketall", "vekt": "1"}]}]
HALVT = [
    {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "50"}, {"kriterium": "folketall", "vekt": "50"}]}
]  # fmt: skip


def lag_noekkel(avtale: Avtale, *, steg: list | None = None, fra_aar: int = 2020, **felt: object) -> Noekkel:
    """A key in force from 2020: equally, unless told otherwise."""
    return fastsett_noekkel(avtale, fra_aar=fra_aar, steg=steg or LIKT, **felt)


def lag_budsjett(
    avtale: Avtale,
    *,
    aar: int = 2026,
    beloep: int | None = 900_000,
    tilskudd: Sequence[tuple[str, int]] = (),
    **felt: object,
) -> Budsjett:
    """A budget in whole kroner, with grants (name, kroner)."""
    oere = None if beloep is None else beloep * 100
    grants = [(navn, kroner * 100) for navn, kroner in tilskudd]
    return sett_budsjett(avtale, aar=aar, beloep_oere=oere, tilskudd=grants, **felt)


def lag_kommuner(*folketall: int, aar: int = 2026) -> list[Part]:
    """Municipalities Aa, Bb … with these populations on 1 January, numbered 9901, 9902 …"""
    kommuner = []
    for nr, verdi in enumerate(folketall, 1):
        kommune = lag_kommune(f"Kommune {chr(64 + nr)}", f"{9900 + nr}")
        lag_folketall(kommune, aar, verdi)
        kommuner.append(kommune)
    return kommuner


def lag_delt_avtale(*folketall: int, steg: list | None = None, beloep: int = 900_000, **felt: object) -> Avtale:
    """An agreement ready to split: municipalities with populations, a key (equally) and a budget for 2026."""
    avtale = lag_avtale(kommuner=lag_kommuner(*folketall), **felt)
    lag_noekkel(avtale, steg=steg)
    lag_budsjett(avtale, beloep=beloep)
    return avtale


def lag_fordeling(*folketall: int, av: object = None, **felt: object) -> Fordeling:
    """An adopted split of 2026."""
    return vedta_fordeling(lag_delt_avtale(*folketall, **felt).budsjetter.get(), av=av)
