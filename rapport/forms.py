"""What is asked when reports are ordered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kommuner.felt import DatoFelt
from kommuner.models import Part

SPRAAK = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]


class Bestillingsskjema(forms.Form):
    """The date the report shows, and its language; the municipality's own language is suggested."""

    dato = DatoFelt(
        label=_("Dato"), help_text=_("Rapporten viser kommunen slik den er denne dagen. For eksempel 31.12.2025")
    )
    maalform = forms.ChoiceField(label=_("Målform"), choices=SPRAAK, widget=forms.RadioSelect)


class Regionbestillingsskjema(Bestillingsskjema):
    """For many municipalities at once: each in its own language, unless one is chosen."""

    maalform = forms.ChoiceField(
        label=_("Målform"),
        choices=[("", _("Hver kommunes egen målform")), *SPRAAK],
        widget=forms.RadioSelect,
        required=False,
    )


def bestillingsskjema(part: Part, *, data: Any = None, **initial: Any) -> Bestillingsskjema:
    """The form for one municipality."""
    return Bestillingsskjema(data, initial={"maalform": part.rapportspraak} | initial)
