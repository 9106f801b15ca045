"""That a municipality's representatives have reported home."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Tilbakemelding


class Tilbakemeldingsskjema(Radskjema):
    """When, to whom and what. ``moetedato`` and ``idag`` are what the date must be between."""

    class Meta(Radskjema.Meta):
        model = Tilbakemelding
        fields = ("dato", "til_hvem", "tekst")
        help_texts = {
            "til_hvem": _("Eierorganet i kommunen, for eksempel «formannskapet»."),
            "tekst": _("Kort. Bare de som har innsyn i møtet, ser teksten."),
        }

    def __init__(self, *args: Any, moetedato: date, idag: date, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.moetedato, self.idag = moetedato, idag

    def clean_dato(self) -> date:
        dato = self.cleaned_data["dato"]
        if dato < self.moetedato:
            raise forms.ValidationError(_("Ingen kan melde tilbake før møtet er holdt."))
        if dato > self.idag:
            raise forms.ValidationError(_("Dagen er ikke kommet ennå."))
        return dato
