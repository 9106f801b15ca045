"""What the agreement form starts with: what is stored, or what has been typed so far."""

from datetime import date
from typing import Any

from django.http import QueryDict

from avtaler.models import Avtale
from avtaler.uttrekk.grunnlag import bestemmelser_for

from .avtaleskjema import LIKE_FELT, klausulnavn
from .formaalsliste import flytt

#: Fields that are sent once for each of several values.
FLERE = ("formaal", "oppgaver", "roller")


def startverdier(avtale: Avtale, *, dato: date) -> dict[str, Any]:
    """The stored agreement as the form's initial values."""
    klausuler = {klausulnavn(krav): tekst for krav, tekst in bestemmelser_for(avtale, dato=dato).items()}
    like = {navn: getattr(avtale, navn) for navn in (*LIKE_FELT, "versjon", "meldt_statsforvalter")}
    return klausuler | like | {
        "formaal": list(avtale.formaal.values_list("tekst", flat=True)), "oppgaver": list(avtale.oppgaver.all()),
        "eget_rettssubjekt": {True: "ja", False: "nei", None: ""}[avtale.eget_rettssubjekt],
    }  # fmt: skip


def skrevet(data: QueryDict) -> dict[str, Any]:
    """What has been typed so far, as initial values of a form that is being rebuilt: nothing is judged yet."""
    verdier: dict[str, Any] = {navn: data.get(navn) for navn in data if navn not in FLERE}
    oppgaver = [nr for nr in data.getlist("oppgaver") if nr.isascii() and nr.isdigit()]
    return verdier | {"oppgaver": oppgaver, "formaal": data.getlist("formaal"), "roller": data.getlist("roller")}


def med_flyttet_formaal(data: QueryDict) -> tuple[QueryDict, int]:
    """What was typed, after the button of the purposes that was pressed, and the purpose the reader is at then."""
    ny = data.copy()
    tekster, plass = flytt(ny.getlist("formaal"), ny.get("formaal_handling", ""))
    ny.setlist("formaal", tekster)
    return ny, plass
