"""The filters of the register of projects, as plain GET parameters. What is not a choice is no wish."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.prosjekter.gang import STEGENE
from avtaler.forms.registerfilter import LENGSTE_SOEK
from avtaler.forms.tekstfelt import valg
from avtaler.models import Prosjektklasse, Prosjektstatus
from avtaler.uttrekk.prosjekter.ord import stegnavn
from avtaler.uttrekk.prosjekter.register import INGEN, MINE, UTEN_FREMDRIFT, Prosjektfilter

Valgliste = Iterable[tuple[str, str]]
#: The filters that are always in sight; the others are folded until one is in use.
SYNLIGE = ("q", "region", "status")


class Prosjektfilterskjema(forms.Form):
    """Search and six choices. Who drives is asked only by those who are logged in."""

    skjul_valgfritt = True

    q = forms.CharField(label=_("Søk"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    region = forms.ChoiceField(label=_("Region"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    klasse = forms.ChoiceField(label=_("Klasse"), required=False)
    steg = forms.ChoiceField(label=_("Steg"), required=False)
    deltaker = forms.ChoiceField(label=_("Deltaker"), required=False)
    driver = forms.ChoiceField(label=_("Hvem som driver det"), required=False)

    def __init__(
        self, data: Any, *, regioner: Valgliste, deltakere: Valgliste, drivere: Valgliste | None, bruker_id: int | None
    ) -> None:
        super().__init__(_kjente(data), auto_id="filter-%s")
        self._bruker_id = bruker_id
        self._avtale = data.get("avtale", "")
        alle = [("", _("Alle"))]
        self.fields["region"].choices = [*alle, *regioner]
        self.fields["status"].choices = [*alle, *valg(Prosjektstatus)]
        self.fields["klasse"].choices = [*alle, *valg(Prosjektklasse)]
        self.fields["steg"].choices = [*alle, *((str(ett), f"{ett} {stegnavn(ett)}") for ett in STEGENE)]
        self.fields["deltaker"].choices = [*alle, *deltakere]
        if drivere is None:
            del self.fields["driver"]
        else:
            faste = [(MINE, _("Jeg")), (INGEN, _("Ingen")), (UTEN_FREMDRIFT, _("Mangler driver eller neste dato"))]
            self.fields["driver"].choices = [*alle, *faste, *drivere]

    @property
    def synlige(self) -> list[forms.BoundField]:
        return [self[navn] for navn in SYNLIGE]

    @property
    def flere(self) -> list[forms.BoundField]:
        return [felt for felt in self if felt.name not in SYNLIGE]

    @property
    def flere_i_bruk(self) -> int:
        """How many of the folded filters are in use."""
        self.is_valid()
        return sum(bool(self.cleaned_data.get(felt.name)) for felt in self.flere)

    def filter(self, side: str) -> Prosjektfilter:
        """The wish; an unknown choice counts as none."""
        self.is_valid()
        ren = {navn: self.cleaned_data.get(navn, "") for navn in self.fields if navn != "q"}
        avtale = self._avtale if self._avtale.isascii() and self._avtale.isdigit() and len(self._avtale) < 10 else ""
        return Prosjektfilter(
            soek=self.cleaned_data.get("q", ""), avtale=avtale, bruker_id=self._bruker_id, side=side, **ren
        )


def _kjente(data: Any) -> dict[str, str]:
    """Only the parameters of the form, without what no database can search for."""
    felt = Prosjektfilterskjema.base_fields
    return {navn: data.get(navn, "").replace("\x00", "")[:LENGSTE_SOEK] for navn in felt}
