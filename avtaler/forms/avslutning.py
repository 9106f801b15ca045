"""When something ends: people give the last day, the services get the first day after."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kommuner.felt import DatoFelt

from .tekstfelt import Versjonsfelt


class Sluttskjema(forms.Form):
    """The last day of an agreement or a participation, which the reader saw as ``versjon``."""

    TJENESTEFELT = {"til": "siste_dag"}

    versjon = Versjonsfelt()
    siste_dag = DatoFelt(
        label=_("Siste dag"), help_text=_("For eksempel 31.12.2026."),
        error_messages={"required": _("Skriv den siste dagen.")},
    )  # fmt: skip

    def felt(self) -> dict[str, Any]:
        """What the services take: the first day after. Only for a valid form."""
        siste: date = self.cleaned_data["siste_dag"]
        return {"til": siste + timedelta(days=1), "versjon": self.cleaned_data["versjon"]}
