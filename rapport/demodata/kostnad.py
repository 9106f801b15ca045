"""The keys, budgets and adopted splits of a demo agreement. Amounts are in kroner; invented unless said otherwise."""

from typing import Any

from avtaler.models import Avtale
from kostnad import tjenester


def last_kostnad(avtale: Avtale, rad: dict[str, Any]) -> None:
    """The key and every budget of the agreement's entry, each budget split and adopted."""
    noekkel = rad.get("noekkel")
    if noekkel is None:
        return
    tjenester.fastsett_noekkel(
        avtale,
        fra_aar=noekkel["fra_aar"],
        steg=noekkel["steg"],
        kilde=noekkel.get("kilde", ""),
        er_eksempel=noekkel.get("eksempel", True),
    )
    for post in rad.get("budsjetter", ()):
        _last_budsjett(avtale, post)


def _last_budsjett(avtale: Avtale, post: dict[str, Any]) -> None:
    beloep = post["beloep"]
    budsjett = tjenester.sett_budsjett(
        avtale,
        aar=post["aar"],
        beloep_oere=None if beloep is None else beloep * 100,
        tilskudd=[(tilskudd["navn"], tilskudd["beloep"] * 100) for tilskudd in post.get("tilskudd", ())],
        kilde=post.get("kilde", ""),
        er_eksempel=post.get("eksempel", True),
    )
    tjenester.vedta_fordeling(budsjett, av=None)
