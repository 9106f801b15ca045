"""The project itself: what it is, who drives it, and its next date."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Prosjekt
from kommuner.models import Bruker, Region, Tilgang
from kommuner.querysets import gyldig


class Prosjektskjema(Radskjema):
    """The words of a project. Its steps, its participants and its money have pages of their own."""

    class Meta(Radskjema.Meta):
        model = Prosjekt
        fields = (
            "navn", "beskrivelse", "klasse", "avtale", "merknad", "gruppe", "ansvarlig", "neste", "neste_dato", "fra",
            "opphav", "tema", "kilde",
        )  # fmt: skip

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        hjelp = {
            "beskrivelse": _("Det blir formålet i ordningen prosjektet eventuelt fører til."),
            "merknad": _("Det som skal stå ved prosjektet i lista, for eksempel «til behandling i kommunestyrene»."),
            "ansvarlig": _("Den som holder prosjektet i gang. Ingen prosjekter går av seg selv."),
            "neste": _("Det som skal skje på den neste datoen."),
        }
        navn_paa = {
            "ansvarlig": _("Hvem driver prosjektet?"), "fra": _("Begynte"), "opphav": _("Slik ble det til"),
        }  # fmt: skip
        for navn, tekst in navn_paa.items():
            self.fields[navn].label = tekst
        for navn, tekst in hjelp.items():
            self.fields[navn].help_text = tekst
        self.fields["navn"].error_messages["required"] = _("Skriv hva prosjektet heter.")


class Regionvalg(forms.Form):
    """Which of the coordinator's regions the project is to be in."""

    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), to_field_name="slug", empty_label=None
    )

    def __init__(self, *args: Any, regioner: QuerySet[Region], **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["region"].queryset = regioner


class Stansskjema(Radskjema):
    """Why the project is stopped, or what is to be noted when it goes on."""

    class Meta(Radskjema.Meta):
        model = Prosjekt
        fields = ("merknad",)

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        stanset = self.instance.status == "stanset"
        self.fields["merknad"].label = _("Merknad") if stanset else _("Hvorfor stanses prosjektet?")
        self.initial["merknad"] = ""


def drivere(region: Region, *, dato: date, valgt: int | None = None) -> QuerySet[Bruker]:
    """Who may be put to drive a project: those with a role in the region or in one of its members, and who does now."""
    medlemmer = region.medlemskap.filter(gyldig(dato)).values("part")
    roller = Tilgang.objects.filter(gyldig(dato)).filter(Q(region=region) | Q(part__in=medlemmer))
    med_rolle = Q(is_active=True, pk__in=roller.values("bruker"))
    return Bruker.objects.filter(med_rolle | Q(pk=valgt)).order_by("navn", "pk")
