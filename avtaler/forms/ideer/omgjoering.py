"""What an idea is to become, filled in from the idea itself."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.forms.tekstfelt import MAALFORMER, Flerlinjefelt, Versjonsfelt, valg
from avtaler.models import Avtale, Klasse, Oppgave
from avtaler.models.idee import Ide
from avtaler.models.prosjekt import Prosjektklasse
from avtaler.tjenester.ideer.omgjoering import Utkast
from avtaler.uttrekk.ideer.omgjoering import Formrad
from kommuner.felt import DatoFelt
from kommuner.models import Part

VELG = _("Velg")


class Deltakervalg(forms.ModelMultipleChoiceField):
    """Those who are to take part, as boxes to tick."""

    def __init__(self, **valgene: Any) -> None:
        super().__init__(queryset=Part.objects.none(), widget=forms.CheckboxSelectMultiple, **valgene)


class Avtaleutkastskjema(forms.Form):
    """The draft agreement: everything is there from the idea, but the form and the class are to be chosen."""

    versjon = Versjonsfelt()
    navn = forms.CharField(
        label=_("Navn på samarbeidet"), max_length=200, error_messages={"required": _("Skriv et navn.")}
    )
    deltakere = Deltakervalg(
        label=_("Hvem er med?"), help_text=_("De som har svart at de vil, er krysset av."), required=False
    )
    form = forms.ChoiceField(
        label=_("Samarbeidsform"), help_text=_("Over står hvilke former som passer deltakerne, og hvorfor."),
        error_messages={"required": _("Velg en samarbeidsform.")},
    )  # fmt: skip
    vert = forms.ModelChoiceField(
        label=_("Vertskommune eller kontorkommune"), queryset=Part.objects.none(), required=False,
        empty_label=_("Ikke bestemt"), help_text=_("Lokalisering kan avgjøres senere."),
    )  # fmt: skip
    klasse = forms.ChoiceField(label=_("Hva slags samarbeid"), choices=[("", VELG), *valg(Klasse)])
    fra = DatoFelt(
        label=_("Planlagt fra"), help_text=_("Dagen dere planlegger med. Den kan endres."),
        error_messages={"required": _("Skriv dagen dere planlegger med.")},
    )  # fmt: skip
    formaal = Flerlinjefelt(label=_("Formål"), required=False)
    oppgave = forms.ModelChoiceField(
        label=_("Oppgave"), queryset=Oppgave.objects.all(), required=False, empty_label=_("Ikke oppgitt")
    )
    maalform = forms.ChoiceField(label=_("Målform i avtalen"), choices=MAALFORMER)

    def __init__(self, *args: Any, parter: Sequence[Part], former: Iterable[Formrad], **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self._valg(parter)
        self.fields["form"].choices = [("", VELG), *((rad.kode, capfirst(rad.navn)) for rad in former)]

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        vert, deltakere = ren.get("vert"), ren.get("deltakere")
        if vert is not None and deltakere is not None and vert not in deltakere:
            self.add_error("vert", _("Den som er vert, må være med. Kryss av for kommunen, eller velg en annen."))
        return ren

    def utkast(self) -> Utkast:
        """What the service takes. Only for a valid form."""
        ren = {navn: verdi for navn, verdi in self.cleaned_data.items() if navn != "versjon"}
        return Utkast(**ren | {"deltakere": tuple(ren["deltakere"])})

    def _valg(self, parter: Sequence[Part]) -> None:
        valgbare = Part.objects.filter(pk__in=[part.pk for part in parter])
        self.fields["deltakere"].queryset = valgbare
        self.fields["vert"].queryset = valgbare


class Prosjektskjema(forms.Form):
    """The project: everything from the idea, but the class is to be chosen."""

    versjon = Versjonsfelt()
    navn = forms.CharField(
        label=_("Navn på prosjektet"), max_length=200, error_messages={"required": _("Skriv et navn.")}
    )
    beskrivelse = Flerlinjefelt(label=_("Hva prosjektet skal gjøre"), required=False)
    klasse = forms.ChoiceField(label=_("Klasse"), choices=[("", VELG), *valg(Prosjektklasse)])
    avtale = forms.ModelChoiceField(
        label=_("Under avtalen"), queryset=Avtale.objects.none(), required=False, empty_label=_("Ingen")
    )
    deltakere = Deltakervalg(
        label=_("Hvem er med?"), required=False,
        help_text=_("De som har svart at de vil, er krysset av. De utenfor avtalen blir partnere."),
    )  # fmt: skip
    fra = DatoFelt(label=_("Fra"), error_messages={"required": _("Skriv den første dagen.")})

    def __init__(self, *args: Any, parter: Sequence[Part], avtaler: QuerySet[Avtale], **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self.fields["deltakere"].queryset = Part.objects.filter(pk__in=[part.pk for part in parter])
        self.fields["avtale"].queryset = avtaler

    def prosjekt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        ren = {navn: verdi for navn, verdi in self.cleaned_data.items() if navn != "versjon"}
        return {"deltakere": ren.pop("deltakere"), "fra": ren.pop("fra"), "felt": ren}


class Utvidelsesskjema(forms.Form):
    """Who is to come into the agreement the idea builds on, as the case the councils get."""

    versjon = Versjonsfelt()
    part = forms.ModelChoiceField(
        label=_("Hvem skal bli med?"), queryset=Part.objects.none(), empty_label=VELG,
        error_messages={"required": _("Velg hvem som skal bli med.")},
    )  # fmt: skip
    fra = DatoFelt(label=_("Med fra"), error_messages={"required": _("Skriv dagen kommunen skal bli med fra.")})
    avdelingskontor = forms.CharField(
        label=_("Avdelingskontor"), required=False, max_length=300,
        help_text=_("Hvor det skal ligge, og hva som skal være der. Blir et eget punkt i saken."),
    )  # fmt: skip
    tittel = forms.CharField(
        label=_("Tittel på saken"), max_length=200, error_messages={"required": _("Skriv en tittel på saken.")}
    )
    forslag = Flerlinjefelt(
        label=_("Forslag til vedtak"), rader=6, help_text=_("Teksten er åpen for innspill til den låses."),
        error_messages={"required": _("Skriv forslaget som rådene skal ta stilling til.")},
    )  # fmt: skip

    def __init__(self, *args: Any, parter: QuerySet[Part], **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self.fields["part"].queryset = parter


def utkast_av(ide: Ide, vil: Iterable[Part], *, fra: date, maalform: str) -> dict[str, Any]:
    """The form of the draft as the idea fills it in."""
    return {
        "versjon": ide.versjon, "navn": ide.tittel, "formaal": ide.beskrivelse, "oppgave": ide.oppgave_id, "fra": fra,
        "deltakere": [part.pk for part in vil], "klasse": Klasse.TJENESTEYTING.value, "maalform": maalform,
    }  # fmt: skip


def prosjekt_av(ide: Ide, vil: Iterable[Part], *, fra: date) -> dict[str, Any]:
    """The form of the project as the idea fills it in."""
    return {
        "versjon": ide.versjon, "navn": ide.tittel, "beskrivelse": ide.beskrivelse, "avtale": ide.bygger_paa_id,
        "deltakere": [part.pk for part in vil], "fra": fra,
    }  # fmt: skip
