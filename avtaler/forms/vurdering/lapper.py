"""A round of yellow notes, one note, its themes and their answers, as they are typed."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from avtaler.forms.radskjema import Radskjema, Valgboks
from avtaler.forms.tekstfelt import Flerlinjefelt
from avtaler.models import Lappegruppe, Lapperunde
from avtaler.tjenester.vurdering.lapper import Flytting
from avtaler.uttrekk.vurdering.lapper import Lapperad
from kommuner.felt import DatoFelt

LENGSTE_LAPP = 500
LENGSTE_TEMA = 120


class Lapperundeskjema(Radskjema):
    """What is asked, in which days. Both are days one can write."""

    til = DatoFelt(
        label=_("Siste dag"), help_text=_("Lappene henges opp dagen etter, eller når du henger dem opp selv.")
    )

    class Meta(Radskjema.Meta):
        model = Lapperunde
        fields = ("region", "konferanse", "tittel", "spoersmaal", "fra", "til")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["spoersmaal"].help_text = _("For eksempel: Hva er mest irriterende ved interkommunalt samarbeid?")
        if not self.instance._state.adding:
            del self.fields["region"]

    def clean(self) -> dict[str, Any]:
        ren = super(Radskjema, self).clean()
        if ren.get("fra") and ren.get("til") and ren["til"] < ren["fra"]:
            self.add_error("til", _("Siste dag kan ikke være før runden åpner."))
        konferanse, region = ren.get("konferanse"), ren.get("region") or getattr(self.instance, "region", None)
        if konferanse and region and konferanse.region_id != region.pk:
            self.add_error("konferanse", _("Konferansen hører til en annen region."))
        return ren


class Lappeskjema(forms.Form):
    """One note: words, and where the writer is from when they want to say so."""

    skjul_valgfritt = True

    tekst = Flerlinjefelt(
        label=_("Lappen din"), rader=3, max_length=LENGSTE_LAPP,
        help_text=_("Skriv om saken, ikke om personer: ingen navn, heller ikke ditt eget. Høyst 500 tegn."),
        error_messages={
            "required": _("Skriv noe på lappen."), "max_length": _("Lappen er for lang. Skriv høyst 500 tegn."),
        },
    )  # fmt: skip
    part = Valgboks(
        label=_("Kommune"), queryset=None, required=False, empty_label=_("Vil ikke si"),
        help_text=_("Valgfritt. Kommunen vises ikke ved lappen. Den telles bare når minst tre lapper er derfra."),
    )  # fmt: skip

    def __init__(self, *args: Any, parter: QuerySet, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["part"].queryset = parter

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"].strip()
        if "\x00" in tekst:
            raise forms.ValidationError(_("Skriv noe på lappen."))
        return tekst


class Grupperingsskjema(forms.Form):
    """A theme for every note, many at once; and new themes, one a line."""

    nye = Flerlinjefelt(
        label=_("Nye temaer"),
        required=False,
        rader=2,
        help_text=_("Ett på hver linje. Du kan velge dem når de er lagret."),
    )

    def __init__(self, *args: Any, lapper: Sequence[Lapperad], temaer: Iterable[Lappegruppe], **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.lapper = lapper
        navn = [("", _("Uten tema")), *((str(tema.pk), tema.navn) for tema in temaer)]
        for lapp in lapper:
            gruppe = "" if lapp.gruppe is None else str(lapp.gruppe)
            self.fields[f"tema-{lapp.noekkel}"] = forms.ChoiceField(
                label=_("Tema"), choices=navn, required=False, initial=gruppe
            )
            self.fields[f"var-{lapp.noekkel}"] = forms.CharField(
                required=False, initial=gruppe, widget=forms.HiddenInput
            )

    def rader(self) -> Iterable[tuple[Lapperad, forms.BoundField, forms.BoundField]]:
        """Each note with where it is put, and where it was."""
        return ((lapp, self[f"tema-{lapp.noekkel}"], self[f"var-{lapp.noekkel}"]) for lapp in self.lapper)

    def clean_nye(self) -> list[str]:
        navn = [linje.strip() for linje in self.cleaned_data["nye"].splitlines() if linje.strip()]
        if any(len(ett) > LENGSTE_TEMA for ett in navn):
            raise forms.ValidationError(_("Et tema er for langt. Skriv høyst 120 tegn på hver linje."))
        return navn

    def flyttinger(self) -> list[Flytting]:
        """The notes that were moved. Only for a valid form."""
        ren = self.cleaned_data
        alle = (
            Flytting(UUID(lapp.noekkel), _nr(ren[f"var-{lapp.noekkel}"]), _nr(ren[f"tema-{lapp.noekkel}"]))
            for lapp in self.lapper
        )
        return [en for en in alle if en.fra != en.til]


class Temaskjema(Radskjema):
    """The name of a theme, and the answer to what the notes say."""

    class Meta(Radskjema.Meta):
        model = Lappegruppe
        fields = ("navn", "svar", "rekkefoelge")

    def __init__(self, *args: Any, **valg: Any) -> None:
        super().__init__(*args, **valg)
        self.fields["svar"].help_text = _(
            "Hva gjør vi med det, og hvor ser de det? Adressen til en side her, som /matrise/, blir en lenke."
        )
        self.fields["rekkefoelge"].label = _("Plass i lista")


def _nr(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 16 else None
