"""The filters of the library, as plain GET parameters. What is not a choice is no wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.uttrekk.dokumenter import Dokumentfilter, regionvalg, typevalg

from .registerfilter import LENGSTE_SOEK


class Dokumentfilterskjema(forms.Form):
    """Search in titles and two choices."""

    skjul_valgfritt = True

    q = forms.CharField(label=_("Søk i titler"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    type = forms.ChoiceField(label=_("Type"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, data: Any) -> None:
        kjente = {navn: data.get(navn, "").replace("\x00", "")[:LENGSTE_SOEK] for navn in self.base_fields}
        super().__init__(kjente, auto_id="filter-%s")
        self.fields["type"].choices = [("", _("Alle")), *typevalg()]
        self.fields["region"].choices = [("", _("Alle")), *regionvalg()]

    def filter(self, side: str) -> Dokumentfilter:
        """The wish; an unknown choice counts as none."""
        self.is_valid()
        ren = self.cleaned_data
        return Dokumentfilter(soek=ren.get("q", ""), type=ren.get("type", ""), region=ren.get("region", ""), side=side)
