"""A shared system as it is typed: what it is, who runs it, and which municipalities use it since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Fellessystem, Systembruk
from kommuner.felt import DatoFelt
from kommuner.models import Part
from kommuner.uttrekk import Navnebok


@dataclass(frozen=True)
class Brukerfelt:
    """The fields of one municipality, together as the page shows them."""

    navn: str
    bruker: forms.BoundField
    fra: forms.BoundField


class Systemskjema(Radskjema):
    """``kommuner`` are those who may use it: the members of the region, and whoever uses it already."""

    class Meta(Radskjema.Meta):
        model = Fellessystem
        fields = ("navn", "type", "driftspart", "drives_av", "avtale", "merknad")

    def __init__(self, *args: Any, kommuner: Sequence[Part], dato: date, **valg: Any) -> None:
        self.kommuner = kommuner
        super().__init__(*args, **valg)
        self.fields["driftspart"].label = _("Driftes av kommunen")
        self.fields["drives_av"].label = _("Eller av en annen")
        self.fields["drives_av"].help_text = _("Navnet på leverandøren, eller «kommunene sammen».")
        self.fields["avtale"].label_from_instance = lambda avtale: avtale.navn
        self._navn = Navnebok(kommuner, dato=dato)
        bruk = {rad.part_id: rad for rad in self.instance.bruk.filter(til__isnull=True)} if self.instance.pk else {}
        for part in kommuner:
            self._legg_til(part, bruk.get(part.pk))

    def _legg_til(self, part: Part, bruk: Systembruk | None) -> None:
        navn = self._navn(part).navn
        setning = gettext("%(kommune)s bruker systemet") % {"kommune": navn}
        self.fields[f"bruker_{part.pk}"] = forms.BooleanField(label=setning, required=False)
        self.fields[f"fra_{part.pk}"] = DatoFelt(label=gettext("Fra, %(kommune)s") % {"kommune": navn}, required=False)
        self.initial |= {
            f"bruker_{part.pk}": bruk is not None,
            f"fra_{part.pk}": bruk.fra if bruk else None,
        }

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("driftspart") and ren.get("drives_av"):
            self.add_error(
                "drives_av", _("Velg enten kommunen som drifter systemet, eller skriv hvem andre som gjør det.")
            )
        for part in self.kommuner:
            if ren.get(f"fra_{part.pk}") and not ren.get(f"bruker_{part.pk}"):
                setning = gettext("Kryss av for at %(kommune)s bruker systemet, eller la datoen stå tom.")
                self.add_error(f"bruker_{part.pk}", setning % {"kommune": self._navn(part).navn})
        return ren

    def bruk(self) -> Mapping[int, dict[str, Any]]:
        """Who uses it, by party. Only for a valid form."""
        ren = self.cleaned_data
        return {part.pk: {"fra": ren[f"fra_{part.pk}"]} for part in self.kommuner if ren[f"bruker_{part.pk}"]}

    def systemfelt(self) -> list[forms.BoundField]:
        """What is about the system itself."""
        return [self[navn] for navn in self._meta.fields]

    def brukerfelt(self) -> Iterable[Brukerfelt]:
        """One row for each municipality."""
        for part in self.kommuner:
            felt = (self[f"{navn}_{part.pk}"] for navn in ("bruker", "fra"))
            yield Brukerfelt(self._navn(part).navn, *felt)
