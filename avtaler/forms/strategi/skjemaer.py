"""One form for each kind of row."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.forms.tekstfelt import MAALFORMER
from avtaler.models import Frontsak, Handlingsplan, Strategi, Strategipunkt, Tiltak

SISTE_AAR_FOERST = _("Siste år kan ikke være før det første.")


class _MedAar(Radskjema):
    """Rows with a first and a last year."""

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        fra, til = ren.get("fra_aar"), ren.get("til_aar")
        if fra and til and til < fra:
            self.add_error("til_aar", SISTE_AAR_FOERST)
        return ren


class Strategiskjema(_MedAar):
    """What the strategy is, its period and who adopted it."""

    maalform = forms.ChoiceField(
        label=_("Målform i strategien"), choices=MAALFORMER, help_text=_("Teksten står slik den er vedtatt.")
    )

    class Meta(Radskjema.Meta):
        model = Strategi
        fields = ("tittel", "visjon", "slagord", "fra_aar", "til_aar", "vedtatt", "avtale", "maalform", "kilde")
        labels = {"fra_aar": _("Første år"), "til_aar": _("Siste år"), "avtale": _("Samarbeidet som har vedtatt den")}
        help_texts = {
            "avtale": _("Deltakerne her får handlingsplanene til behandling i kommunestyrene."),
            "visjon": _("Én setning, slik den er vedtatt."),
        }


class Punktskjema(Radskjema):
    """The words of one point, where it stands, and what is done for it."""

    class Meta(Radskjema.Meta):
        model = Strategipunkt
        fields = ("tekst", "forklaring", "over", "avtaler", "prosjekter")
        labels = {
            "over": _("Står under"),
            "avtaler": _("Samarbeid som bidrar"),
            "prosjekter": _("Prosjekter som bidrar"),
        }
        help_texts = {"forklaring": _("La stå tomt når punktet taler for seg selv.")}

    def __init__(self, *args: Any, kan_staa_oeverst: bool, kan_flyttes: bool, **valg: Any) -> None:
        super().__init__(*args, **valg)
        for navn in ("avtaler", "prosjekter"):
            if not self.fields[navn].queryset.exists():
                del self.fields[navn]
        if not kan_flyttes:
            del self.fields["over"]
        elif kan_staa_oeverst:
            self.fields["over"].empty_label = _("Øverst i strategien")
        else:
            self.fields["over"].required = True
            self.fields["over"].empty_label = None


class Tiltaksskjema(_MedAar):
    """A measure: which years, how far, who drives it and what comes next."""

    class Meta(Radskjema.Meta):
        model = Tiltak
        fields = (
            "tittel", "beskrivelse", "punkt", "fra_aar", "til_aar", "status", "part", "ansvarlig", "neste_dato",
            "avtale", "prosjekt", "resultat",
        )  # fmt: skip
        labels = {
            "fra_aar": _("Første år"), "til_aar": _("Siste år"), "punkt": _("Hører til i strategien"),
            "part": _("Ansvarlig kommune"), "ansvarlig": _("Hvem driver tiltaket?"),
            "avtale": _("Gjennomføres i samarbeidet"), "prosjekt": _("Gjennomføres i prosjektet"),
        }  # fmt: skip
        help_texts = {
            "neste_dato": _("Når skjer noe neste gang? Et tiltak uten dato blir liggende."),
            "resultat": _("Hva kom det ut av tiltaket?"),
        }


class Frontsakskjema(Radskjema):
    """A case the region fronts together."""

    class Meta(Radskjema.Meta):
        model = Frontsak
        fields = (
            "tittel", "maal", "prioritet", "punkt", "rettet_mot", "kanal", "dato", "neste", "neste_dato",
            "ansvarlig", "status", "resultat",
        )  # fmt: skip
        help_texts = {
            "prioritet": _("1 kommer først."),
            "rettet_mot": _("Hvem avgjør saken? For eksempel Stortingets transportkomité."),
            "kanal": _("For eksempel høring, møte med statsråden eller felles uttalelse."),
            "ansvarlig": _("Et verv eller et kontor, for eksempel leder for regionrådet. Ikke navn på personer."),
        }

    def clean_prioritet(self) -> int:
        prioritet = self.cleaned_data["prioritet"]
        if prioritet < 1:
            raise forms.ValidationError(_("Skriv 1 for det viktigste, 2 for det neste, og så videre."))
        return prioritet


class Handlingsplanskjema(Radskjema):
    """The year and the words before the measures."""

    class Meta(Radskjema.Meta):
        model = Handlingsplan
        fields = ("aar", "innledning")
        help_texts = {"innledning": _("Tiltakene for året hentes fra strategien. Skriv det som skal stå foran dem.")}
