"""A link to one's own calendar: what it is called, and what is in it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.tekstfelt import valg
from avtaler.models import Klasse
from kommuner.models import Part, Region


class Lenkeskjema(forms.Form):
    """``hva`` is everything of the reader's, or one region or municipality of theirs («region-3», «part-7»)."""

    navn = forms.CharField(
        label=_("Hva skal lenken hete?"), max_length=80, help_text=_("For eksempel «Kalenderen på telefonen».")
    )
    hva = forms.ChoiceField(label=_("Hva skal være med?"), required=False)
    klasse = forms.ChoiceField(label=_("Årshjul"), required=False, choices=[("", _("Begge")), *valg(Klasse)])

    def __init__(self, *args: Any, regioner: list[Region], parter: list[Part], **resten: Any) -> None:
        super().__init__(*args, **resten)
        self._steder: dict[str, dict[str, Region | Part]] = {
            **{f"region-{region.pk}": {"region": region} for region in regioner},
            **{f"part-{part.pk}": {"part": part} for part in parter},
        }
        steder = [(kode, next(iter(sted.values())).navn) for kode, sted in self._steder.items()]
        self.fields["hva"].choices = [("", _("Alt jeg har en rolle i")), *steder]

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        ren = self.cleaned_data
        return {"navn": ren["navn"], "klasse": ren["klasse"], **self._steder.get(ren["hva"], {})}
