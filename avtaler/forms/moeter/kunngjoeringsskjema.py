"""A piece of news, and which ones the reader wants to see."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Kunngjoering
from avtaler.uttrekk.moeter.kunngjoeringer import MAALGRUPPER, Kunngjoeringsfilter, maalgruppenavn


class Kunngjoeringsskjema(Radskjema):
    """At least one audience. The agreement must be of the region."""

    class Meta(Radskjema.Meta):
        model = Kunngjoering
        fields = ("region", "avtale", "tittel", "tekst", "dato", *(f"for_{gruppe}" for gruppe in MAALGRUPPER))
        labels = {"region": _("Region")} | {
            "for_politikere": _("For politikere"), "for_tillitsvalgte": _("For tillitsvalgte"),
            "for_ansatte": _("For ansatte"), "for_innbyggere": _("For innbyggere"),
        }  # fmt: skip
        help_texts = {
            "dato": _("Fra denne dagen kan de den er for, lese den."),
            "for_innbyggere": _("Kan leses av alle, også uten å logge inn."),
        }

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if not any(ren.get(f"for_{gruppe}") for gruppe in MAALGRUPPER):
            self.add_error("for_politikere", _("Velg minst én målgruppe."))
        if ren.get("avtale") and ren.get("region") and ren["avtale"].region_id != ren["region"].pk:
            self.add_error("avtale", _("Avtalen hører til en annen region."))
        return ren


class Kunngjoeringsfilterskjema(forms.Form):
    """Everything may be left out; what is no choice counts as left out."""

    skjul_valgfritt = True

    maalgruppe = forms.ChoiceField(label=_("Målgruppe"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, *args: Any, regioner: Iterable[tuple[int, str]], **valg: Any) -> None:
        super().__init__(*args, auto_id="filter-%s", **valg)
        self.fields["maalgruppe"].choices = [("", _("Alle")), *maalgruppenavn().items()]
        self.fields["region"].choices = [("", _("Alle")), *((str(pk), navn) for pk, navn in regioner)]

    def filter(self) -> Kunngjoeringsfilter:
        """What was asked for."""
        self.is_valid()
        region = self.cleaned_data.get("region")
        return Kunngjoeringsfilter(
            maalgruppe=self.cleaned_data.get("maalgruppe") or "", region=int(region) if region else None
        )
