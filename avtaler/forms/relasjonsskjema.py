"""How this agreement hangs together with another one that the reader may see."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from avtaler.models import Avtale, Avtalerelasjon
from avtaler.regler import les_regelverk
from kommuner.felt import DatoFelt
from kommuner.tilgang import Innsyn

Type = Avtalerelasjon.Type

#: Direction and type, as read from the agreement whose page it is.
SAMMENHENGER = [
    (f"ut {Type.BYGGER_PAA}", _("Bygger på")),
    (f"inn {Type.BYGGER_PAA}", _("Grunnlag for")),
    (f"ut {Type.REALISERER_SAMMEN_MED}", _("Realiserer formålet sammen med")),
    (f"ut {Type.AVLOEST_AV}", _("Avløst av")),
    (f"inn {Type.AVLOEST_AV}", pgettext_lazy("avtale", "Avløste")),
    (f"ut {Type.OMDANNET_TIL}", _("Omdannet til")),
    (f"inn {Type.OMDANNET_TIL}", _("Omdannet fra")),
]


class Avtalevalg(forms.ModelChoiceField):
    """An agreement by its name and legal form."""

    maalform = "nb"

    def label_from_instance(self, obj: Avtale) -> str:
        return f"{obj.navn} ({les_regelverk().form(obj.form).kortnavn.paa(self.maalform)})"


class Relasjonsskjema(forms.Form):
    """One relation."""

    sammenheng = forms.ChoiceField(
        label=_("Denne avtalen"), choices=[("", _("Velg sammenheng")), *SAMMENHENGER],
        error_messages={"required": _("Velg hvordan avtalene henger sammen.")},
    )  # fmt: skip
    andre = Avtalevalg(
        label=_("Den andre avtalen"), queryset=Avtale.objects.none(), empty_label=_("Velg avtale"),
        error_messages={"required": _("Velg den andre avtalen."), "invalid_choice": _("Velg en avtale i lista.")},
    )  # fmt: skip
    dato = DatoFelt(label=_("Fra dato"), required=False)

    def __init__(self, *args: Any, avtale: Avtale, innsyn: Innsyn, maalform: str, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["andre"].queryset = Avtale.objects.for_user(innsyn).exclude(pk=avtale.pk)
        self.fields["andre"].maalform = maalform

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        retning, _mellomrom, type_ = self.cleaned_data["sammenheng"].partition(" ")
        return {
            "andre": self.cleaned_data["andre"], "type": type_, "retning": retning, "dato": self.cleaned_data["dato"],
        }  # fmt: skip
