"""The answer of one council, the debate before it, and the small forms beside the board."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from avtaler.domene.rundeslag import Samsvarskrav
from avtaler.models import Forslagspunkt, Raadsvedtak, Vedtaksstatus
from avtaler.uttrekk.rundeord import statusvalg
from kommuner.felt import DatoFelt
from kommuner.models import Part

from .forskjell import MedForskjeller
from .tekstfelt import Antallfelt, Flerlinjefelt, Versjonsfelt

VEDTAKSFELT = ("versjon", "status", "dato", "saksnummer", "stemmer_for", "stemmer_mot", "ordlyd")


class Vedtaksskjema(MedForskjeller, forms.Form):
    """Where one council is, with a field for its words on each point of the proposal."""

    versjon = Versjonsfelt()
    status = forms.ChoiceField(
        label=_("Hvor er saken?"), widget=forms.RadioSelect, error_messages={"required": _("Velg hvor saken er.")}
    )
    dato = DatoFelt(label=_("Møtedato"), required=False, help_text=_("Må være med når saken er behandlet."))
    saksnummer = forms.CharField(
        label=_("Saksnummer"), required=False, max_length=40, help_text=_("For eksempel PS 12/23."),
        widget=forms.TextInput(attrs={"class": "felt-middels"}),
    )  # fmt: skip
    stemmer_for = Antallfelt(label=_("Stemmer for"), required=False)
    stemmer_mot = Antallfelt(label=_("Stemmer mot"), required=False)
    ordlyd = Flerlinjefelt(
        label=_("Vedtakets ordlyd"),
        required=False,
        rader=6,
        help_text=_("Må være med når vedtaket avviker fra forslaget. Er det likelydende, kan feltet stå tomt."),
    )

    def __init__(
        self, *args: Any, krav: Samsvarskrav, er_sendt: bool, punkter: Iterable[Forslagspunkt] = (), **valgene: Any
    ) -> None:
        super().__init__(*args, **valgene)
        valgliste = statusvalg(krav, er_sendt=er_sendt)
        self.fields["status"].choices = [(kode, capfirst(navn)) for kode, navn in valgliste]
        if krav is Samsvarskrav.BEHANDLING:
            self.fields["ordlyd"].label = _("Merknader")
            self.fields["ordlyd"].help_text = _("Det rådet ville ha sagt. La stå tomt når det ikke hadde merknader.")
        for punkt in punkter:
            self.fields[f"punkt_{punkt.pk}"] = Flerlinjefelt(
                label=_("Vedtatt om %(navn)s") % {"navn": punkt.navn}, required=False, rader=2,
                help_text=_("Forslaget: %(tekst)s La stå tomt når rådet vedtok det.") % {"tekst": _med_punktum(punkt)},
            )  # fmt: skip

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        rene = self.cleaned_data
        punkter = {int(navn.removeprefix("punkt_")): rene[navn] for navn in self.fields if navn.startswith("punkt_")}
        return {navn: rene[navn] for navn in VEDTAKSFELT} | {"punkter": punkter}


class Innspillskjema(forms.Form):
    """What a council, an organ or a meeting has to say before the text is locked."""

    part = forms.ModelChoiceField(
        label=_("Kommune"), queryset=Part.objects.none(), required=False, empty_label=_("Ingen bestemt")
    )
    fra_hvem = forms.CharField(
        label=_("Hvem sier det?"), max_length=120, help_text=_("Organet eller møtet, for eksempel formannskapet."),
        error_messages={"required": _("Skriv hvilket organ eller møte innspillet kommer fra.")},
    )  # fmt: skip
    dato = DatoFelt(label=_("Dato"), error_messages={"required": _("Skriv datoen innspillet kom.")})
    tekst = Flerlinjefelt(label=_("Innspillet"), error_messages={"required": _("Skriv hva innspillet går ut på.")})

    def __init__(self, *args: Any, parter: Iterable[Part], **valgene: Any) -> None:
        super().__init__(*args, **valgene)
        self.fields["part"].queryset = Part.objects.filter(pk__in=[part.pk for part in parter])


class Svarskjema(MedForskjeller, forms.Form):
    """The answer to an input: what became of it, and why."""

    versjon = Versjonsfelt()
    svar = Flerlinjefelt(
        label=_("Svar"), help_text=_("Hva ble gjort med innspillet, og hvorfor?"),
        error_messages={"required": _("Skriv hva som ble gjort med innspillet, og hvorfor.")},
    )  # fmt: skip


class Forbehandlingsskjema(MedForskjeller, forms.Form):
    """The joint meeting before the councils."""

    versjon = Versjonsfelt()
    dato = DatoFelt(label=_("Møtedato"), error_messages={"required": _("Skriv møtedatoen.")})
    merknad = Flerlinjefelt(label=_("Merknader fra møtet"), required=False)


class Meldingsskjema(forms.Form):
    """The day the state was told."""

    versjon = Versjonsfelt()
    dato = DatoFelt(label=_("Meldt"), error_messages={"required": _("Skriv datoen meldingen ble sendt.")})


def vedtaksverdier(vedtak: Raadsvedtak) -> dict[str, Any]:
    """The stored answer as the form's initial values. An identical decision has the proposal's words: not repeated."""
    verdier = {navn: getattr(vedtak, navn) for navn in VEDTAKSFELT}
    verdier |= {f"punkt_{punkt.punkt_id}": punkt.ordlyd for punkt in vedtak.punkter.all()}
    return verdier | ({"ordlyd": ""} if vedtak.status == Vedtaksstatus.LIKELYDENDE else {})


def _med_punktum(punkt: Forslagspunkt) -> str:
    tekst = punkt.tekst.strip()
    return tekst if tekst.endswith((".", "!", "?")) else f"{tekst}."
