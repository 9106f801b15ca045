"""The plan of action for one year: its measures, its words to the councils, and what each of them did (needs 0.22)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Handlingsplan, Runde, Rundeslag, Tiltaksstatus
from avtaler.uttrekk.rundetavle import Rundetavle, rundetavle
from kommuner.tilgang import Innsyn

from .tiltak import Tiltaksrad, tiltak_for_aaret


@dataclass(frozen=True, kw_only=True)
class Plangruppe:
    """The measures under one point of the strategy; without a point the name is empty."""

    navn: str
    tiltak: tuple[Tiltaksrad, ...]


@dataclass(frozen=True, kw_only=True)
class Planside:
    """One plan; ``tavle`` is the board of its case, when there is one the reader may see."""

    plan: Handlingsplan
    avtale: Avtale | None
    tiltak: tuple[Tiltaksrad, ...]
    tavle: Rundetavle | None


def planside(plan: Handlingsplan, innsyn: Innsyn, *, dato: date) -> Planside:
    """Thirteen queries at most."""
    tiltak = tiltak_for_aaret(plan.strategi, innsyn, aar=plan.aar, dato=dato)
    synlige = Avtale.objects.for_user(innsyn)
    return Planside(
        plan=plan, avtale=synlige.filter(pk=plan.strategi.avtale_id).first() if plan.strategi.avtale_id else None,
        tiltak=tiltak, tavle=_tavle(plan, synlige, dato),
    )  # fmt: skip


def sakens_felt(plan: Handlingsplan, innsyn: Innsyn, *, dato: date) -> dict[str, Any]:
    """The case as it is first put, in the written standard of the strategy: the words are made from the plan.

    Nothing is cut: the form refuses what is too long, in words. Nobody is asked to adopt a measure that is cancelled.
    """
    alle = tiltak_for_aaret(plan.strategi, innsyn, aar=plan.aar, dato=dato)
    tiltak = tuple(rad for rad in alle if rad.status != Tiltaksstatus.AVLYST)
    with translation.override(plan.strategi.maalform):
        navn = {"hvem": plan.strategi.avtale or plan.strategi, "aar": plan.aar}
        return {
            "slag": Rundeslag.HANDLINGSPLAN, "maalform": plan.strategi.maalform,
            "tittel": _("Handlingsplan %(aar)s for %(hvem)s") % navn,
            "forslag": forslagstekst(plan, _grupper(tiltak)), "tilraadd_dato": dato, "vindu_fra": dato,
            "vindu_til": dato + timedelta(days=90),
        }  # fmt: skip


def forslagstekst(plan: Handlingsplan, grupper: tuple[Plangruppe, ...]) -> str:
    """What the councils are asked to adopt: the sentence, the words of the plan, and its measures by area."""
    navn = {"strategi": plan.strategi.tittel, "aar": plan.aar}
    deler = [_("Kommunestyret slutter seg til handlingsplanen for %(aar)s under «%(strategi)s».") % navn]
    deler += [plan.innledning.strip()] if plan.innledning.strip() else []
    for gruppe in grupper:
        linjer = [gruppe.navn or _("Andre tiltak"), *(f"– {rad.tittel}" for rad in gruppe.tiltak)]
        deler.append("\n".join(linjer))
    return "\n\n".join(deler)


def _grupper(tiltak: tuple[Tiltaksrad, ...]) -> tuple[Plangruppe, ...]:
    """In the order of the strategy; measures that hang on no point come last."""
    punkter: dict[int | None, list[Tiltaksrad]] = {}
    for rad in tiltak:
        punkter.setdefault(rad.punkt_id, []).append(rad)
    return tuple(Plangruppe(navn=rader[0].punkt, tiltak=tuple(rader)) for rader in punkter.values())


def _tavle(plan: Handlingsplan, synlige: Any, dato: date) -> Rundetavle | None:
    runder = Runde.objects.filter(pk=plan.runde_id, avtale__in=synlige) if plan.runde_id else Runde.objects.none()
    runde = runder.select_related("avtale", "ansvarlig").first()
    return rundetavle(runde, dato=dato) if runde else None
