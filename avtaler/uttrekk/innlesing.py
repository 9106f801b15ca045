"""An upload as it is now: its sheets, its layout and the plan it makes on top of the register of this moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from avtaler.domene.innlesing.grunnlag import Grunnlag
from avtaler.domene.innlesing.lagring import ark_fra_json, oppsett_fra_json
from avtaler.domene.innlesing.oppsett import Ark, Arkoppsett, foreslaa_oppsett
from avtaler.domene.innlesing.plan import Plan
from avtaler.domene.innlesing.planlegging import lag_plan
from avtaler.domene.innlesing.rader import les_rader
from avtaler.models import Innlesing

from .innlesingsgrunnlag import innlesingsgrunnlag


@dataclass(frozen=True, kw_only=True)
class Innlest:
    """Everything the pages of an upload show."""

    arkene: tuple[Ark, ...]
    oppsett: tuple[Arkoppsett, ...]
    grunnlag: Grunnlag
    plan: Plan


def innlest(innlesing: Innlesing, *, dato: date) -> Innlest:
    """Read the upload anew with the answers so far, against the register as it is. A fixed number of queries."""
    grunnlag = innlesingsgrunnlag(innlesing.region, dato=dato, filnavn=innlesing.filnavn)
    arkene = ark_fra_json(innlesing.tabell.get("ark", []))
    oppsett = oppsettet(innlesing, arkene, grunnlag)
    valg = innlesing.valg
    lesing = les_rader(arkene, oppsett, grunnlag.bok, valg.get("rettelser", {}))
    plan = lag_plan(lesing, grunnlag, valg.get("svar", {}), valg.get("avtaler", {}))
    return Innlest(arkene=arkene, oppsett=oppsett, grunnlag=grunnlag, plan=plan)


def bare_kjente(lest: Innlest, sendt: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Of what was sent, what the plan asks about, the cells there are and the agreements of the list."""
    kjente = {
        "svar": {spoersmaal.noekkel for spoersmaal in lest.plan.spoersmaal},
        "rettelser": {
            f"{nr}:{linje.nummer}:{plass}"
            for nr, ark in enumerate(lest.arkene)
            for linje in ark.linjer
            for plass in range(len(linje.celler))
        },
        "avtaler": {avtale.noekkel for avtale in lest.plan.avtaler},
    }
    return {
        slag: {noekkel: verdi for noekkel, verdi in verdier.items() if noekkel in kjente[slag]}
        for slag, verdier in sendt.items()
    }


def oppsettet(innlesing: Innlesing, arkene: Sequence[Ark], grunnlag: Grunnlag) -> tuple[Arkoppsett, ...]:
    """The layout a person has chosen, or else the one that is proposed."""
    if lagret := innlesing.valg.get("oppsett"):
        return oppsett_fra_json(lagret)
    return foreslaa_oppsett(arkene, grunnlag.bok)
