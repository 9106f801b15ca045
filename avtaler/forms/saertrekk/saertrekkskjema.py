"""The traits of an agreement as they are typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Saertrekk

PLASSER = (
    ("", _("Ikke plassert")),
    ("1", _("1 – demokratisk styring og kontroll først")),
    ("2", _("2 – mest demokratisk styring")),
    ("3", _("3 – like mye av begge")),
    ("4", _("4 – mest effektivitet")),
    ("5", _("5 – effektivitet først")),
)


class Saertrekkskjema(Radskjema):
    """Origin, motives, themes, level of decision, and a place on the scale with its reason."""

    styring = forms.TypedChoiceField(
        label=_("Plass på skalaen"), choices=PLASSER, required=False, coerce=int, empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Et frivillig samarbeid mellom selvstendige kommuner må velge mellom rask gjennomføring og "
                    "at hvert kommunestyre bestemmer selv."),
    )  # fmt: skip

    class Meta(Radskjema.Meta):
        model = Saertrekk
        fields = ("opphav", "motiver", "tema", "beslutningsnivaa", "styring", "styring_begrunnelse")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        hjelp = {
            "opphav": _("Hvordan samarbeidet ble til."),
            "motiver": _("Hvorfor kommunene samarbeider om dette."),
            "beslutningsnivaa": _("Hvor de virkelige beslutningene tas."),
            "styring_begrunnelse": _("Hvorfor samarbeidet har denne plassen."),
        }
        for navn, tekst in hjelp.items():
            self.fields[navn].help_text = tekst
        self.initial["styring"] = str(self.instance.styring or "")

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("styring") and not ren.get("styring_begrunnelse", "").strip():
            self.add_error("styring_begrunnelse", _("Skriv hvorfor samarbeidet har denne plassen på skalaen."))
        return ren
