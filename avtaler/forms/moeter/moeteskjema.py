"""One meeting, one item of its agenda, and which meetings the reader wants to see."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema
from avtaler.models import Moete, Moetesak, Moetestatus, Organ
from avtaler.uttrekk.moeter.organet import organet_finnes

from .lukking import HJELP, MED_FORSLAG, MedLukking


class Organvalg(forms.ModelChoiceField):
    """An organ by its name and what it belongs to."""

    def label_from_instance(self, organ: Organ) -> str:
        return f"{organ} ({organ.avtale.navn if organ.avtale else organ.region.navn})"


class Moeteskjema(MedLukking, Radskjema):
    """A meeting; ``idag`` is what «held» is judged by. The organ is chosen once, when the meeting is made."""

    class Meta(Radskjema.Meta):
        model = Moete
        fields = (
            "organ", "tittel", "dato", "klokka", "sted", "status", "innkalt", "er_aapent", "lukket_hjemmel", "lenke",
            "referat",
        )  # fmt: skip
        widgets = MED_FORSLAG
        help_texts = HJELP | {
            "tittel": _("La stå tomt for et vanlig møte. Organets navn brukes da."),
            "klokka": _("For eksempel 10.00"),
            "innkalt": _("Dagen innkallingen ble sendt medlemmene."),
            "er_aapent": _(
                "Folkevalgte organer holder møtene åpne. Styret i et IKS eller en rådmannsgruppe gjør ikke det."
            ),
            "referat": _("Vedtakene skrives på hver sak. Det som gjelder lukkede saker, skal ikke stå her."),
        }

    def __init__(self, *args: Any, idag: date, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.idag = idag
        if not self.instance._state.adding:
            del self.fields["organ"]
        else:
            del self.fields["referat"]
            self.fields["organ"] = Organvalg(
                queryset=self.fields["organ"].queryset, label=_("Organ"), empty_label=_("Velg organ"),
                error_messages={"required": _("Velg organet som møtes.")},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        dato, status = ren.get("dato"), ren.get("status")
        if status == Moetestatus.HOLDT and dato and dato > self.idag:
            self.add_error("status", _("Møtet kan ikke være holdt før dagen er kommet."))
        if status == Moetestatus.INNKALT and not ren.get("innkalt") and "innkalt" not in self.errors:
            self.add_error("innkalt", _("Skriv når innkallingen ble sendt."))
        organ = ren.get("organ") if self.instance._state.adding else self.instance.organ
        self._rens_dager(ren, organ)
        self.rens_lukking(ren, er_lukket=not ren.get("er_aapent"), organ=organ)
        return ren

    def _rens_dager(self, ren: dict[str, Any], organ: Organ | None) -> None:
        """The organ is there on the day, and called before it."""
        dato, innkalt = ren.get("dato"), ren.get("innkalt")
        if dato and organ and not organet_finnes(organ, dato):
            self.add_error("dato", _("Organet finnes ikke denne dagen."))
        if dato and innkalt and innkalt > dato:
            self.add_error("innkalt", _("Innkallingen kan ikke være sendt etter møtet."))


class Moetesaksskjema(MedLukking, Radskjema):
    """One item: what it is about, what it leads to, what was decided, and who does what by when."""

    class Meta(Radskjema.Meta):
        model = Moetesak
        fields = (
            "rekkefoelge", "tittel", "slag", "saksnummer", "avtale", "runde", "initiativ", "er_lukket",
            "lukket_hjemmel", "vedtak", "ansvarlig", "frist", "utfoert",
        )  # fmt: skip
        widgets = MED_FORSLAG
        help_texts = HJELP | {
            "rekkefoelge": _("Har en annen sak nummeret, bytter de to plass."),
            "tittel": _("Er saken lukket, ser bare deltakerne tittelen."),
            "ansvarlig": _("Et embete eller en enhet, ikke en person. For eksempel «Rådmannsgruppa»."),
        }

    def clean(self) -> dict[str, Any]:
        ren = super().clean()
        if (ren.get("frist") or ren.get("utfoert")) and not ren.get("ansvarlig") and "ansvarlig" not in self.errors:
            self.add_error("ansvarlig", _("Skriv hvem som følger opp vedtaket."))
        self.rens_lukking(ren, er_lukket=bool(ren.get("er_lukket")), organ=self.instance.moete.organ)
        return ren


class Moetefilterskjema(forms.Form):
    """Everything may be left out; what is no choice counts as left out."""

    skjul_valgfritt = True

    hvem = forms.ChoiceField(label=_("Møter"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    organ = forms.ChoiceField(label=_("Organ"), required=False)
    aar = forms.ChoiceField(label=_("År"), required=False)

    def __init__(
        self, *args: Any, regioner: Iterable[tuple[int, str]], organer: Iterable[tuple[int, str]],
        aar: Iterable[int], har_egne: bool, **valg: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, auto_id="filter-%s", **valg)
        alle = ("", _("Alle"))
        self.fields["hvem"].choices = [("", _("Mine")), ("alle", _("Alle"))]
        self.fields["region"].choices = [alle, *((str(pk), navn) for pk, navn in regioner)]
        self.fields["organ"].choices = [alle, *((str(pk), navn) for pk, navn in organer)]
        self.fields["aar"].choices = [alle, *((str(ett), str(ett)) for ett in aar)]
        if not har_egne:
            del self.fields["hvem"]

    @property
    def viser_alle(self) -> bool:
        return self.data.get("hvem") == "alle"

    def tall(self, navn: str) -> int | None:
        """The choice as a number; None when there is none."""
        self.is_valid()
        verdi = self.cleaned_data.get(navn) or ""
        return int(verdi) if verdi.isdigit() else None
