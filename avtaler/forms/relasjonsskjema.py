"""How this agreement hangs together with another one that the reader may see."""

from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from avtaler.models import Avtale, Avtalerelasjon, Deltakelse
from avtaler.regler import les_regelverk
from kommuner.felt import DatoFelt
from kommuner.tilgang import Innsyn

Type = Avtalerelasjon.Type

#: One agreement takes the place of the other: a matter for those who keep both of them.
KOMMER_ETTER = frozenset({Type.AVLOEST_AV, Type.OMDANNET_TIL})

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


def _naere(avtale: Avtale, innsyn: Innsyn) -> QuerySet[Avtale]:
    """What the agreement can hang together with, its own region first: not every agreement in the country."""
    synlige = Avtale.objects.for_user(innsyn).exclude(pk=avtale.pk)
    if not innsyn.er_administrator:
        felles = Deltakelse.objects.filter(part__in=avtale.deltakelser.order_by().values("part"))
        synlige = synlige.filter(Q(region__in=innsyn.regioner) | Q(pk__in=felles.order_by().values("avtale")))
    egen_region = Case(When(region=avtale.region_id, then=0), default=1)
    return synlige.order_by(egen_region, "sortering", "pk")


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
        self.innsyn = innsyn
        self.fields["andre"].queryset = _naere(avtale, innsyn)
        if not innsyn.er_administrator:
            self.fields["andre"].help_text = _(
                "Avtaler i dine regioner, og andre som har en deltaker felles med denne."
            )
        self.fields["andre"].maalform = maalform

    def clean(self) -> dict[str, Any]:
        """Nobody says of an agreement that others keep, that it is replaced or what it comes from."""
        svar = super().clean()
        andre, type_ = svar.get("andre"), svar.get("sammenheng", "").partition(" ")[2]
        if andre is not None and type_ in KOMMER_ETTER and not self.innsyn.kan_redigere(andre.region_id):
            self.add_error(
                "andre",
                _("En annen region holder den avtalen ved like. Be dem eller en administrator om å føre det inn."),
            )
        return svar

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        retning, _mellomrom, type_ = self.cleaned_data["sammenheng"].partition(" ")
        return {
            "andre": self.cleaned_data["andre"], "type": type_, "retning": retning, "dato": self.cleaned_data["dato"],
        }  # fmt: skip
