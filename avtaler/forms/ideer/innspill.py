"""An inhabitant's input, and what the coordinator does with it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import Flerlinjefelt
from avtaler.models.idee import Innbyggerinnspill
from kommuner.models import Part

LENGST = 4000


class Innspillsskjema(forms.Form):
    """No name is asked for. ``nettside`` is not for people: what fills it in is a machine."""

    tekst = Flerlinjefelt(
        label=_("Hva mener du?"), rader=5, max_length=LENGST,
        help_text=_("Ikke skriv navn eller andre personopplysninger, verken om deg selv eller andre."),
        error_messages={"required": _("Skriv hva du mener.")},
    )  # fmt: skip
    part = forms.ModelChoiceField(
        label=_("Hvor bor du?"), queryset=Part.objects.none(), required=False, empty_label=_("Vil ikke si")
    )
    nettside = forms.CharField(required=False, max_length=2000)

    def __init__(self, *args: Any, kommuner: QuerySet[Part], **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["part"].queryset = kommuner

    @property
    def er_maskin(self) -> bool:
        """Whether the field no person sees was filled in."""
        return bool(self.data.get("nettside", ""))

    @property
    def synlige(self) -> list[forms.BoundField]:
        return [self["tekst"], self["part"]]


class Behandlingsskjema(Radskjema):
    """Shown or not, and the answer."""

    class Meta(Radskjema.Meta):
        model = Innbyggerinnspill
        fields = ("status", "svar")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        lest = [ett for ett in Innbyggerinnspill.Status.choices if ett[0] != Innbyggerinnspill.Status.NYTT]
        self.fields["status"] = forms.ChoiceField(
            label=_("Skal innspillet vises?"), widget=forms.RadioSelect, choices=[(k, capfirst(n)) for k, n in lest],
            error_messages={"required": _("Velg om innspillet skal vises.")},
        )  # fmt: skip
        self.fields["svar"].help_text = _("Vises sammen med innspillet. Alle innspill som vises, skal ha et svar.")
