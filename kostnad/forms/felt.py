"""The fields of this room's forms."""

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kommuner.felt import HeltallFelt, ProsentFelt
from kostnad.tjenester import FOERSTE_AAR, SISTE_AAR


class Aarsfelt(HeltallFelt):
    """A calendar year, written without a space between the digits."""

    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som et år. Skriv for eksempel 2026."),
        "utenfor": _("Skriv et år fra %(foerste)s til %(siste)s."),
    }

    def __init__(self, **valg: Any) -> None:
        valg.setdefault("widget", forms.TextInput(attrs={"class": "felt-kort"}))
        super().__init__(**valg)

    def vis(self, verdi: int) -> str:
        return str(verdi)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and not FOERSTE_AAR <= value <= SISTE_AAR:
            grenser = {"foerste": FOERSTE_AAR, "siste": SISTE_AAR}
            raise forms.ValidationError(self.error_messages["utenfor"], "utenfor", grenser)


class Vektfelt(ProsentFelt):
    """How much of the amount goes by one criterion, from 0 to 100 percent."""

    def __init__(self, **valg: Any) -> None:
        valg.setdefault("widget", forms.TextInput(attrs={"class": "felt-kort"}))
        valg.setdefault("error_messages", {"required": _("Skriv en prosent. Skriv 0 hvis ingenting deles slik.")})
        super().__init__(**valg)


def prosenttall(andel: Fraction) -> str:
    """A share as the percentage the key format takes: 23/200 is «23/2»."""
    return str(andel * 100)
