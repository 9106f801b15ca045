"""What is asked when reports are ordered."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kommuner.domene.skriving import vis_kort_dato
from kommuner.felt import DatoFelt
from kommuner.foresporsel import idag
from kommuner.models import Part
from rapport.domene.rapportdato import FOERSTE_DAG, kan_vises, siste_dag

SPRAAK = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]


class Bestillingsskjema(forms.Form):
    """The date the report shows, and its language; the municipality's own language is suggested."""

    dato = DatoFelt(
        label=_("Dato"), help_text=_("Rapporten viser kommunen slik den er denne dagen. For eksempel 31.12.2025")
    )
    maalform = forms.ChoiceField(label=_("Målform"), choices=SPRAAK, widget=forms.RadioSelect)

    def clean_dato(self) -> date:
        """Not a day nobody can say anything of."""
        dato, dagen = self.cleaned_data["dato"], idag()
        if not kan_vises(dato, idag=dagen):
            setning = gettext("Rapporten kan vise dager fra %(foerste)s til %(siste)s. Skriv en dato mellom dem.")
            grenser = {"foerste": vis_kort_dato(FOERSTE_DAG), "siste": vis_kort_dato(siste_dag(dagen))}
            raise forms.ValidationError(setning % grenser, "utenfor")
        return dato


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
