"""The maturity check: eight questions with yes, partly or no, and a remark on each."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.tekstfelt import Versjonsfelt
from avtaler.models import Modenhetssvar
from avtaler.regler.modenhet import les_modenhet


class Modenhetsskjema(forms.Form):
    """A question may wait: what is not answered is left out."""

    skjul_valgfritt = True

    versjon = Versjonsfelt()

    def __init__(self, *args: Any, maalform: str, **valg: Any) -> None:
        super().__init__(*args, **valg)
        svar = [(kode, capfirst(navn)) for kode, navn in Modenhetssvar.Svar.choices]
        for ett in les_modenhet():
            self.fields[ett.kode] = forms.ChoiceField(
                label=f"{ett.navn.paa(maalform)}: {ett.spoersmaal.paa(maalform)}", required=False,
                choices=[*svar, ("", _("Ikke besvart"))], widget=forms.RadioSelect,
            )  # fmt: skip
            self.fields[f"merknad_{ett.kode}"] = forms.CharField(
                label=_("Merknad til «%(navn)s»") % {"navn": ett.navn.paa(maalform)}, max_length=300, required=False
            )

    def svar(self) -> dict[str, tuple[str, str]]:
        """(answer, remark) by question. Only for a valid form."""
        ren = self.cleaned_data
        return {ett.kode: (ren[ett.kode], ren[f"merknad_{ett.kode}"]) for ett in les_modenhet()}
