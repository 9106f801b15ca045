"""Which ideas the reader wants to see. What is not a choice is no wish."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.models.idee import Idestatus
from avtaler.uttrekk.ideer.bank import VENTER, Bankside, Idefilter


class Idefilterskjema(forms.Form):
    """Search and four choices; the choices are those the bank has."""

    skjul_valgfritt = True

    q = forms.CharField(label=_("Søk"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    region = forms.ChoiceField(label=_("Region"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    oppgave = forms.ChoiceField(label=_("Oppgave"), required=False)
    oensket = forms.ChoiceField(label=_("Ønsket med"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(oenske_i(data).__dict__, auto_id="filter-%s")

    def sett_valg(self, side: Bankside) -> None:
        """The choices, once the bank is read."""
        alle = ("", _("Alle"))
        self.fields["region"].choices = [alle, *side.regioner]
        self.fields["status"].choices = [
            alle, (VENTER, _("Venter på noen")), *((kode, capfirst(navn)) for kode, navn in Idestatus.choices)
        ]  # fmt: skip
        self.fields["oppgave"].choices = [alle, *side.oppgaver]
        self.fields["oensket"].choices = [alle, *side.oensker]


def oenske_i(data: Any) -> Idefilter:
    """The wish in an address, without what no search can hold."""
    return Idefilter(**{navn: data.get(navn, "").replace("\x00", "")[:100] for navn in Idefilter.__dataclass_fields__})
