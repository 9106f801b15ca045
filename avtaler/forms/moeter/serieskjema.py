"""Many meetings at once: the first day, how far apart, how many, and which of the days to keep (needs 4.19)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.moeter.serie import FLEST, Mellomrom, seriedatoer
from avtaler.forms.radskjema import Klokkefelt
from avtaler.forms.tekstfelt import Antallfelt
from kommuner.felt import DatoFelt

from .moeteskjema import Organvalg

MELLOMROM = [
    (Mellomrom.UKE, _("Hver uke")), (Mellomrom.FJORTEN_DAGER, _("Hver fjortende dag")),
    (Mellomrom.MAANED, _("Hver måned")), (Mellomrom.TO_MAANEDER, _("Annenhver måned")),
    (Mellomrom.KVARTAL, _("Hvert kvartal")), (Mellomrom.HALVAAR, _("Hvert halvår")), (Mellomrom.AAR, _("Hvert år")),
]  # fmt: skip


class Serieskjema(forms.Form):
    """``datoer`` are the days ticked in the preview, which is of the other fields as they are now."""

    organ = Organvalg(
        label=_("Organ"), queryset=None, empty_label=_("Velg organ"),
        error_messages={"required": _("Velg organet som møtes.")},
    )  # fmt: skip
    tittel = forms.CharField(label=_("Tittel"), max_length=200, required=False)
    foerste = DatoFelt(label=_("Første møte"), error_messages={"required": _("Skriv dagen for det første møtet.")})
    mellomrom = forms.ChoiceField(
        label=_("Hvor ofte?"), choices=MELLOMROM, initial=Mellomrom.KVARTAL,
        help_text=_("Måneder regnes på samme ukedag: Tredje fredag er tredje fredag hver gang."),
    )  # fmt: skip
    antall = Antallfelt(label=_("Antall møter"), hoeyst=FLEST, initial=4)
    klokka = Klokkefelt(label=_("Klokka"), required=False)
    sted = forms.CharField(label=_("Sted"), max_length=200, required=False)

    def __init__(self, *args: Any, organer: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["organ"].queryset = organer
        self.fields["klokka"].widget.attrs["class"] = "felt-kort"

    def clean_antall(self) -> int:
        antall = self.cleaned_data["antall"]
        if antall is not None and antall < 1:
            raise forms.ValidationError(_("Skriv et tall fra 1 til %(flest)s.") % {"flest": FLEST})
        return antall

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if ren.get("foerste") and ren.get("antall") and ren.get("mellomrom"):
            try:
                ren["dager"] = seriedatoer(ren["foerste"], mellomrom=Mellomrom(ren["mellomrom"]), antall=ren["antall"])
            except (ValueError, OverflowError):
                self.add_error("foerste", _("Møterekka går ut over kalenderen."))
        return ren

    def valgte(self) -> list[date]:
        """The days that were ticked, of those the fields give now."""
        krysset = set(self.data.getlist("datoer"))
        return [dag for dag in self.cleaned_data["dager"] if dag.isoformat() in krysset]

    def felt(self) -> dict[str, Any]:
        """What every meeting of the series has."""
        return {navn: self.cleaned_data[navn] for navn in ("tittel", "klokka", "sted")}
