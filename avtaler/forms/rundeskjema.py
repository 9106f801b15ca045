"""A proposal to the councils, and the answer of one council."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.models import Raadsvedtak, Runde, Rundeslag, Vedtaksstatus
from kommuner.felt import DatoFelt

from .forskjell import MedForskjeller
from .tekstfelt import MAALFORMER, Antallfelt, Flerlinjefelt, Versjonsfelt, valg


class Rundeskjema(MedForskjeller, forms.Form):
    """What every council is asked to adopt, and when."""

    lest = forms.CharField(required=False, widget=forms.HiddenInput)
    slag = forms.ChoiceField(label=_("Hva skal rådene ta stilling til?"), choices=valg(Rundeslag))
    tittel = forms.CharField(
        label=_("Tittel på saken"), max_length=200, error_messages={"required": _("Skriv en tittel på saken.")}
    )
    forslag = Flerlinjefelt(
        label=_("Forslag til vedtak"), rader=6,
        help_text=_("De samme ordene går til alle. Et vedtak er likelydende når rådet har vedtatt akkurat disse."),
        error_messages={"required": _("Skriv forslaget som rådene skal ta stilling til.")},
    )  # fmt: skip
    maalform = forms.ChoiceField(label=_("Målform i forslaget"), choices=MAALFORMER, initial="nb")
    tilraadd_dato = DatoFelt(label=_("Tilrådd dato"), required=False)
    tilraadd_av = forms.CharField(
        label=_("Tilrådd av"), required=False, max_length=200, help_text=_("For eksempel representantskapet.")
    )
    vindu_fra = DatoFelt(label=_("Rådene behandler saken fra"), required=False)
    vindu_til = DatoFelt(label=_("og senest"), required=False)
    avtalt_ikrafttreden = DatoFelt(
        label=_("Skal gjelde fra"), required=False, help_text=_("Gjelder likevel ikke før alle har vedtatt det samme.")
    )

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, til = ren.get("vindu_fra"), ren.get("vindu_til")
        if fra and til and til < fra:
            self.add_error("vindu_til", _("Siste frist kan ikke være før rådene begynner."))
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        return {navn: self.cleaned_data[navn] for navn in self.fields if navn != "lest"}


class Vedtaksskjema(MedForskjeller, forms.Form):
    """Where one council is."""

    versjon = Versjonsfelt()
    status = forms.ChoiceField(
        label=_("Hvor er saken?"), choices=valg(Vedtaksstatus), widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvor saken er.")},
    )  # fmt: skip
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

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        return dict(self.cleaned_data)


def rundeverdier(runde: Runde, *, lest: str) -> dict[str, Any]:
    """The stored proposal as the form's initial values."""
    return {navn: getattr(runde, navn) for navn in Rundeskjema.base_fields if navn != "lest"} | {"lest": lest}


VEDTAKSFELT = ("versjon", "status", "dato", "saksnummer", "stemmer_for", "stemmer_mot", "ordlyd")


def vedtaksverdier(vedtak: Raadsvedtak) -> dict[str, Any]:
    """The stored answer as the form's initial values. An identical decision has the proposal's words: not repeated."""
    verdier = {navn: getattr(vedtak, navn) for navn in VEDTAKSFELT}
    return verdier | ({"ordlyd": ""} if vedtak.status == Vedtaksstatus.LIKELYDENDE else {})
