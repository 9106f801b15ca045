"""The plain fields our forms share."""

from typing import Any

from django import forms
from django.db.models import Choices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kommuner.felt import HeltallFelt

MAALFORMER = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]


def valg(koder: type[Choices]) -> list[tuple[str, str]]:
    """The choices as they stand in a form: with a capital first, in the reader's language."""
    return [(kode, capfirst(navn)) for kode, navn in koder.choices]


class Flerlinjefelt(forms.CharField):
    """Free text over several lines; line endings as the database keeps them."""

    def __init__(self, *, rader: int = 4, **valg: Any) -> None:
        valg.setdefault("max_length", 20_000)
        super().__init__(widget=forms.Textarea(attrs={"rows": rader}), **valg)

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")


class Antallfelt(HeltallFelt):
    """A small count: members, months, votes."""

    default_error_messages = {"for_mange": _("Tallet er for stort. Skriv høyst %(hoeyst)s.")}

    def __init__(self, *, hoeyst: int = 1000, **valg: Any) -> None:
        self.hoeyst = hoeyst
        valg.setdefault("widget", forms.TextInput(attrs={"class": "felt-kort"}))
        super().__init__(**valg)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and value > self.hoeyst:
            raise forms.ValidationError(self.error_messages["for_mange"], "for_mange", {"hoeyst": self.hoeyst})


class Aarsfelt(HeltallFelt):
    """A calendar year, written without a space between the digits."""

    FOERSTE, SISTE = 1900, 2100
    default_error_messages = {
        "ikke_lest": _("«%(tekst)s» kan ikke leses som et år. Skriv for eksempel 2026."),
        "utenfor": _("Skriv et år fra %(foerste)s til %(siste)s."),
    }

    def __init__(self, *, foerste: int = FOERSTE, siste: int = SISTE, **valg: Any) -> None:
        self.foerste, self.siste = foerste, siste
        valg.setdefault("widget", forms.TextInput(attrs={"class": "felt-kort"}))
        super().__init__(**valg)

    def vis(self, verdi: int) -> str:
        return str(verdi)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and not self.foerste <= value <= self.siste:
            grenser = {"foerste": self.foerste, "siste": self.siste}
            raise forms.ValidationError(self.error_messages["utenfor"], "utenfor", grenser)


class Versjonsfelt(forms.IntegerField):
    """The hidden version the reader saw; what is missing or spoilt counts as never seen."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0
