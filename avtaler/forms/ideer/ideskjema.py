"""An idea as it is typed, and what a municipality says to it."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Avtale, Oppgave
from avtaler.models.idee import Ide, Interesse
from kommuner.models import Bruker, Part, Region
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn


class Forslagsskjema(Radskjema):
    """An idea as a politician or a secretary proposes it."""

    class Meta(Radskjema.Meta):
        model = Ide
        fields = ("tittel", "beskrivelse", "oppgave", "oensket_med", "oensket", "bygger_paa", "fra_hvem", "dato")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["tittel"].error_messages["required"] = _("Skriv hva ideen er.")
        self.fields["oensket_med"].help_text = _("Slik det ble sagt, for eksempel «Staten, Fylkesmannen».")
        self.fields["oensket"].help_text = _("De vi kjenner fra før. Kryss av dem som er ønsket.")
        self.fields["fra_hvem"].help_text = _("Et møte eller et organ. Ikke skriv navn på privatpersoner.")
        self.fields["bygger_paa"].help_text = _("Når ideen er å utvide et samarbeid som finnes.")


class Ideskjema(Forslagsskjema):
    """An idea as its coordinator keeps it: also who drives it, and when something happens next."""

    class Meta(Forslagsskjema.Meta):
        fields = (*Forslagsskjema.Meta.fields, "ansvarlig", "neste_dato")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["ansvarlig"].label = _("Hvem driver ideen?")
        self.fields["ansvarlig"].empty_label = _("Ingen")


class Interesseskjema(Radskjema):
    """What one municipality says."""

    class Meta(Radskjema.Meta):
        model = Interesse
        fields = ("svar", "merknad", "dato")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["svar"].error_messages["required"] = _("Velg hva kommunen svarer.")
        self.fields["merknad"].help_text = _("For eksempel hvem som har svart, eller hva det står på.")


class Regionvalg(forms.Form):
    """Which region an idea is for, when the reader may propose in more than one."""

    region = forms.ModelChoiceField(label=_("Region"), queryset=Region.objects.none(), to_field_name="slug")


def utvalg_for(region: Region, innsyn: Innsyn, *, dato: date, ide: Ide | None = None) -> dict[str, QuerySet]:
    """The rows an idea of the region is put together from."""
    i_regionen = Q(regionmedlemskap__in=region.medlemskap.filter(gyldig(dato)))
    i_avtalene = Q(deltakelser__avtale__in=Avtale.objects.for_user(innsyn).filter(region=region))
    fra_foer = Q(oensket_i=ide) if ide is not None and ide.pk else Q()
    kjente = Part.objects.filter(i_regionen | i_avtalene | fra_foer).order_by().values("pk")
    return {
        "oppgave": Oppgave.objects.all(),
        "oensket": Part.objects.filter(Q(til__isnull=True) | Q(til__gt=dato) | fra_foer, pk__in=kjente).distinct(),
        "bygger_paa": Avtale.objects.for_user(innsyn).filter(region=region, er_utkast=False),
        "ansvarlig": drivere_i(region),
    }


def drivere_i(region: Region) -> QuerySet[Bruker]:
    """Those who may drive an idea: the coordinators of its region."""
    egne = Bruker.objects.filter(is_active=True, tilganger__rolle="koordinator", tilganger__region=region)
    return egne.distinct().order_by("navn", "pk")
