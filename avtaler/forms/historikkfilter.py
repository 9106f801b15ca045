"""The filters of the change log, as plain GET parameters. What cannot be read is said at the field and not used."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.uttrekk.historikk import GRUPPER, Historikkfilter
from kommuner.felt import DatoFelt

LENGSTE_SOEK = 100


class Historikkskjema(forms.Form):
    """Person, kind and days; over all agreements also which one."""

    skjul_valgfritt = True

    avtale = forms.CharField(label=_("Avtale"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    hvem = forms.CharField(label=_("Hvem"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    hva = forms.ChoiceField(label=_("Hva"), required=False)
    fra = DatoFelt(label=_("Fra og med"), required=False)
    til = DatoFelt(label=_("Til og med"), required=False)

    def __init__(self, data: Any, *, en_avtale: bool) -> None:
        kjente = {navn: data.get(navn, "").replace("\x00", "")[:LENGSTE_SOEK] for navn in self.base_fields}
        super().__init__(kjente, auto_id="filter-%s")
        self.fields["hva"].choices = [("", _("Alt")), *((kode, navn) for kode, (navn, _tabeller) in GRUPPER.items())]
        if en_avtale:
            del self.fields["avtale"]

    def filter(self, side: str) -> Historikkfilter:
        """The wish; what could not be read is none."""
        self.is_valid()
        ren = self.cleaned_data
        return Historikkfilter(
            avtale=ren.get("avtale", ""), hvem=ren.get("hvem", ""), hva=ren.get("hva", ""), fra=ren.get("fra"),
            til=ren.get("til"), side=side,
        )  # fmt: skip
