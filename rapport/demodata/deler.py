"""What hangs on a demo agreement beside its participants: partners, sub-tasks and places."""

from datetime import date
from decimal import Decimal
from typing import Any

from avtaler import tjenester
from avtaler.models import Avtale, Oppgave
from kommuner.models import Bruker, Part
from kommuner.tjenester import like_parter, registrer_part
from rapport.demodata.parter import finn_part


def last_deler(avtale: Avtale, rad: dict[str, Any]) -> None:
    """The partners, sub-tasks and places of the agreement's row in the file."""
    for partner in rad.get("partnere", ()):
        _last_partner(avtale, partner)
    for deloppgave in rad.get("deloppgaver", ()):
        _last_deloppgave(avtale, deloppgave)
    for sted in rad.get("steder", ()):
        _last_sted(avtale, sted)


def fordel_dataeiere() -> None:
    """Each region's coordinator answers for the data of its agreements; the user is made after the agreements."""
    for bruker in Bruker.objects.filter(tilganger__rolle="koordinator", email__endswith=".example"):
        regioner = bruker.tilganger.filter(rolle="koordinator").values("region")
        Avtale.objects.filter(region__in=regioner, dataeier__isnull=True).update(dataeier=bruker)


def _last_partner(avtale: Avtale, rad: dict[str, Any]) -> None:
    for part in _parter(rad):
        tjenester.meld_inn(
            avtale, part=part, rolle=rad["rolle"], fra=rad["fra"], til=rad.get("til"), merknad=rad.get("merknad", ""),
            er_eksempel=rad.get("eksempel", False),
        )  # fmt: skip


def _parter(rad: dict[str, Any]) -> list[Part]:
    """Municipalities by number, or one party by name, which is entered when it is missing."""
    if "nummer" in rad:
        return [finn_part(nummer, rad["fra"]) for nummer in rad["nummer"]]
    return like_parter(navn=rad["navn"])[:1] or [registrer_part(navn=rad["navn"], type=rad["type"])]


def _last_deloppgave(avtale: Avtale, rad: dict[str, Any]) -> None:
    tjenester.opprett_deloppgave(
        avtale, navn=rad["navn"], fra=rad["fra"], til=rad.get("til"), merknad=rad.get("merknad", ""),
        oppgave=Oppgave.objects.get(kode=rad["oppgave"]) if "oppgave" in rad else None,
        parter=[finn_part(nummer, rad["fra"]) for nummer in rad["nummer"]],
        er_eksempel=rad.get("eksempel", avtale.er_eksempel),
    )  # fmt: skip


def _last_sted(avtale: Avtale, rad: dict[str, Any]) -> None:
    fra: date = rad["fra"]
    tjenester.registrer_sted(
        avtale, part=finn_part(rad["nummer"], fra), type=rad["type"], navn=rad.get("navn", ""), fra=fra,
        til=rad.get("til"), aarsverk=Decimal(rad["aarsverk"]) if "aarsverk" in rad else None,
        merknad=rad.get("merknad", ""), er_eksempel=rad.get("eksempel", avtale.er_eksempel),
    )  # fmt: skip
