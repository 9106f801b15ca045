"""Putting a year's plan of action to the councils (needs 0.22)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Handlingsplan, Runde, Rundeslag
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from avtaler.tjenester.runde import start_runde


@transaction.atomic
def send_handlingsplan(plan_id: int, *, felt: Mapping[str, Any], dato: date, er_eksempel: bool = False) -> Runde:
    """Write the case of the plan to the councils of the cooperation that adopted the strategy; the plan follows it.

    Raises Avvist when the plan has a case already, when no cooperation stands behind the strategy, or there is nobody
    to ask.
    """
    plan = laast(Handlingsplan, plan_id, None)
    if hinder := hinder_for_sending(plan):
        raise Avvist(hinder)
    plan.runde = start_runde(
        plan.strategi.avtale, **{**felt, "slag": Rundeslag.HANDLINGSPLAN}, dato=dato, er_eksempel=er_eksempel
    )
    plan.save()
    return plan.runde


def hinder_for_sending(plan: Handlingsplan) -> str:
    """Why the plan cannot be sent, as a sentence for the user; empty when it can."""
    if plan.runde_id is not None:
        return _("Handlingsplanen er allerede en sak i kommunestyrene.")
    if plan.strategi.avtale_id is None:
        return _("Velg først i strategien hvilket samarbeid som har vedtatt den. Det er deltakerne der som får saken.")
    return ""
