"""The day a participant gives notice, and the terms it is given under."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kommuner.felt import DatoFelt

from .tekstfelt import Versjonsfelt


class Varselskjema(forms.Form):
    """The day of notice: asked in the address while somebody is only looking."""

    varsel = DatoFelt(
        label=_("Oppsigelsen er gitt"), help_text=_("For eksempel 15.03.2026. Endre dagen for å se hva den fører til."),
        error_messages={"required": _("Skriv dagen oppsigelsen er gitt.")},
    )  # fmt: skip

    def dag(self, ellers: date) -> date:
        """The day that was typed, or ``ellers`` when it cannot be read."""
        return self.cleaned_data.get("varsel", ellers) if self.is_valid() else ellers


class Oppsigelsesskjema(forms.Form):
    """The same day, sent: whether by the agreement's terms or after a border change."""

    TJENESTEFELT: dict[str, str] = {}

    versjon = Versjonsfelt()
    varsel = DatoFelt(widget=forms.HiddenInput, error_messages={"required": _("Skriv dagen oppsigelsen er gitt.")})
    grunnlag = forms.ChoiceField(required=False, choices=[("avtalen", ""), ("grenseendring", "")])
