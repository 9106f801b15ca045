"""Which rounds the reader wants to see."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.domene.runde import Stadium
from avtaler.models import Rundeslag
from avtaler.uttrekk.rundeord import stadiumnavn

from .tekstfelt import valg


class Rundefilterskjema(forms.Form):
    """Everything may be left out; what cannot be read counts as left out."""

    skjul_valgfritt = True

    hvem = forms.ChoiceField(label=_("Saker"), required=False)
    stadium = forms.ChoiceField(label=_("Status"), required=False)
    slag = forms.ChoiceField(label=_("Hva det gjelder"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, *args: Any, regioner: Iterable[tuple[int, str]], har_egne: bool, **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        alle = ("", _("Alle"))
        self.fields["hvem"].choices = [("", _("Mine")), ("alle", _("Alle"))]
        self.fields["stadium"].choices = [alle, *((s.value, capfirst(stadiumnavn(s))) for s in Stadium)]
        self.fields["slag"].choices = [alle, *valg(Rundeslag)]
        self.fields["region"].choices = [alle, *((str(pk), navn) for pk, navn in regioner)]
        if not har_egne:
            del self.fields["hvem"]

    @property
    def viser_alle(self) -> bool:
        return self.data.get("hvem") == "alle"
