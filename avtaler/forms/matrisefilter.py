"""Which region the matrix is about, and which half of the cooperation. What is not a choice is no wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.models import Klasse
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .tekstfelt import valg


class Matrisefilter(forms.Form):
    """Region, class, and whether tasks nobody solves together are shown."""

    skjul_valgfritt = True

    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.all(), to_field_name="slug", required=False, empty_label=None
    )
    klasse = forms.ChoiceField(label=_("Hva slags samarbeid"), required=False, choices=[("", _("Alle")), *valg(Klasse)])
    alle = forms.BooleanField(label=_("Vis også oppgaver ingen løser sammen"), required=False)

    def __init__(self, data: Any, *, innsyn: Innsyn) -> None:
        regioner = list(Region.objects.all())
        egne = innsyn.regioner | innsyn.sekretaer_regioner
        self.foerste = next((region for region in regioner if region.pk in egne), next(iter(regioner), None))
        kjente = {navn: data.get(navn, "").replace("\x00", "")[:100] for navn in self.base_fields}
        if kjente["region"] not in {region.slug for region in regioner}:
            kjente["region"] = self.foerste.slug if self.foerste else ""
        self.region = next((region for region in regioner if region.slug == kjente["region"]), None)
        super().__init__(kjente, auto_id="filter-%s")

    def oenske(self) -> dict[str, Any]:
        """What the reader asks for, as the uttrekk takes it."""
        self.is_valid()
        return {"klasse": self.cleaned_data.get("klasse", ""), "alle_oppgaver": self.cleaned_data.get("alle", False)}
