"""The filters of the register, as plain GET parameters. What is not a choice is no wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.virketid import Avtalestatus
from avtaler.uttrekk import Filter
from avtaler.uttrekk.register import Filtervalg

LENGSTE_SOEK = 100


class Registerfilter(forms.Form):
    """Search and five choices."""

    skjul_valgfritt = True

    q = forms.CharField(label=_("Søk"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    form = forms.ChoiceField(label=_("Form"), required=False)
    kommune = forms.ChoiceField(label=_("Kommune"), required=False)
    oppgave = forms.ChoiceField(label=_("Oppgave"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, data: Any, *, valg: Filtervalg) -> None:
        super().__init__(_kjente(data), auto_id="filter-%s")
        alle = [("", _("Alle"))]
        self.fields["form"].choices = [*alle, *valg.former]
        self.fields["kommune"].choices = [*alle, *valg.kommuner]
        self.fields["oppgave"].choices = [*alle, *valg.oppgaver]
        self.fields["region"].choices = [*alle, *valg.regioner]
        self.fields["status"].choices = valg.statuser

    def filter(self, side: str) -> Filter:
        """The wish; an unknown choice counts as none."""
        self.is_valid()
        ren = self.cleaned_data
        return Filter(
            soek=ren.get("q", ""), form=ren.get("form", ""), kommune=ren.get("kommune", ""),
            oppgave=ren.get("oppgave", ""), region=ren.get("region", ""),
            status=ren.get("status") or Avtalestatus.GJELDENDE, side=side,
        )  # fmt: skip


def _kjente(data: Any) -> dict[str, str]:
    """Only the parameters of the form, without what no database can search for."""
    kjente = {navn: data.get(navn, "").replace("\x00", "")[:LENGSTE_SOEK] for navn in Registerfilter.base_fields}
    kjente["status"] = kjente["status"] or Avtalestatus.GJELDENDE.value
    return kjente
