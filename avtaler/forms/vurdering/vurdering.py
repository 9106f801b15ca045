"""A municipality's verdict on one arrangement, as it is typed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Vurdering


class Vurderingsskjema(Radskjema):
    """What should become of it, and why. ``idag``: nobody has judged tomorrow."""

    dom = forms.ChoiceField(
        label=_("Hva bør skje?"), widget=forms.RadioSelect,
        choices=[(kode, capfirst(navn)) for kode, navn in Vurdering.Dom.choices],
        error_messages={"required": _("Velg hva som bør skje.")},
    )  # fmt: skip

    class Meta(Radskjema.Meta):
        model = Vurdering
        fields = ("part", "dom", "begrunnelse", "dato", "konferanse")

    def __init__(self, *args: Any, idag: date, **valg: Any) -> None:
        self.idag = idag
        super().__init__(*args, **valg)
        self.fields["begrunnelse"].error_messages["required"] = _("Skriv hvorfor.")
        self.fields["konferanse"].empty_label = _("Ikke gitt på en konferanse")
        if not self.instance._state.adding:
            del self.fields["part"]

    def clean_dato(self) -> date:
        dato = self.cleaned_data["dato"]
        if dato > self.idag:
            raise forms.ValidationError(_("Datoen kan ikke være fram i tid."))
        return dato
