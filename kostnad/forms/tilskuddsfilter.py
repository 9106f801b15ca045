"""Which grants the reader wants to see."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kostnad.uttrekk.tilskudd import Tilskuddsoversikt, statusnavn


class Tilskuddsfilter(forms.Form):
    """Everything may be left out; the choices are what there is."""

    skjul_valgfritt = True

    giver = forms.ChoiceField(label=_("Gis av"), required=False)
    aar = forms.ChoiceField(label=_("År"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, *args: Any, oversikt: Tilskuddsoversikt, **valg: Any) -> None:
        super().__init__(*args, **valg)
        alle = ("", _("Alle"))
        givere = sorted({rad.giver.casefold(): rad.giver for rad in oversikt.alle}.values(), key=str.casefold)
        aarene = sorted({rad.aar for rad in oversikt.alle if rad.aar is not None}, reverse=True)
        finnes = {rad.status for rad in oversikt.alle}
        self.fields["giver"].choices = [alle, *((navn, navn) for navn in givere)]
        self.fields["aar"].choices = [alle, *((str(aar), str(aar)) for aar in aarene)]
        self.fields["status"].choices = [
            alle, *((kode, capfirst(navn)) for kode, navn in statusnavn().items() if kode in finnes)
        ]  # fmt: skip
