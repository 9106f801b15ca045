"""The tables and layouts of an upload as plain JSON, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from .kolonner import Felt
from .oppsett import Ark, Arkoppsett, Linje, Tabellslag


def ark_til_json(arkene: Sequence[Ark]) -> list[dict[str, Any]]:
    """The sheets as they are stored."""
    return [
        {"navn": ark.navn, "overskrift": ark.overskrift, "linjer": [[en.nummer, list(en.celler)] for en in ark.linjer]}
        for ark in arkene
    ]


def ark_fra_json(data: Sequence[Mapping[str, Any]]) -> tuple[Ark, ...]:
    """The sheets again."""
    return tuple(
        Ark(ett["navn"], tuple(Linje(nr, tuple(celler)) for nr, celler in ett["linjer"]), ett["overskrift"])
        for ett in data
    )


def oppsett_til_json(oppsettene: Sequence[Arkoppsett]) -> list[dict[str, Any]]:
    """The layouts as they are stored."""
    return [
        {"ark": en.ark, "rad": en.overskriftsrad, "slag": en.slag.value, "med": en.er_med,
         "kolonner": {str(plass): felt.value for plass, felt in en.kolonner.items()}}
        for en in oppsettene
    ]  # fmt: skip


def oppsett_fra_json(data: Sequence[Mapping[str, Any]]) -> tuple[Arkoppsett, ...]:
    """The layouts again."""
    return tuple(
        Arkoppsett(
            en["ark"], en["rad"], Tabellslag(en["slag"]),
            {int(plass): Felt(felt) for plass, felt in en["kolonner"].items()}, en["med"],
        )
        for en in data
    )  # fmt: skip
