"""The text of a wording as it is written: one field for each item of the law's list, and clauses beside it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from avtaler.domene.krav import Krav
from avtaler.models import Avtaleversjon
from avtaler.tjenester.versjon import Ordlydtekst
from avtaler.uttrekk.versjoner import bokstav
from kommuner.felt import DatoFelt

from .avtaleskjema import klausulnavn
from .forskjell import MedForskjeller
from .tekstfelt import MAALFORMER, Flerlinjefelt, Versjonsfelt

#: Empty pairs of heading and text to write new clauses in, and how many a wording may have.
TOMME, FLEST = 2, 60
_ANDRE = re.compile(r"andre-(\d{1,3})-tekst")


class Versjonsskjema(MedForskjeller, forms.Form):
    """One wording. ``retting``: it is adopted already, so a correction says why."""

    skjul_valgfritt = True

    versjon = Versjonsfelt()
    merknad = forms.CharField(
        label=_("Hva er endret?"), required=False, max_length=300,
        help_text=_("En setning som vises i lista over versjoner, for eksempel «ny oppsigelsesfrist»."),
    )  # fmt: skip
    maalform = forms.ChoiceField(label=_("Målform i teksten"), choices=MAALFORMER, initial="nb")

    def __init__(self, data: Any = None, *, krav: Sequence[Krav], maalform: str, retting: bool, **valg: Any) -> None:
        super().__init__(data, **valg)
        self.krav_for_felt: dict[str, str] = {}
        for ett in krav:
            self._legg_til(ett, maalform)
        self.antall_andre = min(FLEST, max(_antall(self.initial), _antall(data or {})) + TOMME)
        for nr in range(self.antall_andre):
            self.fields[f"andre-{nr}-tittel"] = forms.CharField(label=_("Overskrift"), required=False, max_length=120)
            self.fields[f"andre-{nr}-tekst"] = Flerlinjefelt(label=_("Tekst"), required=False, rader=4)
        if retting:
            self.fields["begrunnelse"] = Flerlinjefelt(
                label=_("Hvorfor rettes teksten?"), rader=2, max_length=2000,
                help_text=_("Vises i historikken. En retting gjelder det som er ført feil, ikke det som er avtalt."),
                error_messages={"required": _("Skriv hvorfor teksten rettes.")},
            )  # fmt: skip

    @property
    def klausulfelt(self) -> list[forms.BoundField]:
        """The law's items, in the order of the law."""
        return [self[navn] for navn in self.krav_for_felt]

    @property
    def andrefelt(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Heading and text of each clause beside the list, with empty ones last."""
        return [(self[f"andre-{nr}-tittel"], self[f"andre-{nr}-tekst"]) for nr in range(self.antall_andre)]

    def clean(self) -> dict[str, Any]:
        """A text must be found again: it has a heading. A heading over nothing is told of, not thrown away."""
        ren = super().clean()
        for nr in range(self.antall_andre):
            tittel, tekst = ren.get(f"andre-{nr}-tittel", ""), ren.get(f"andre-{nr}-tekst", "").strip()
            if tekst and not tittel:
                self.add_error(f"andre-{nr}-tittel", _("Skriv en overskrift til bestemmelsen."))
            if tittel and not tekst:
                self.add_error(f"andre-{nr}-tekst", _("Skriv teksten, eller fjern overskriften også."))
        return ren

    def felt(self) -> dict[str, Any]:
        """What the services take. Only for a valid form."""
        ren = self.cleaned_data
        andre = [(ren[f"andre-{nr}-tittel"], ren[f"andre-{nr}-tekst"]) for nr in range(self.antall_andre)]
        tekst = Ordlydtekst(klausuler={kode: ren[navn] for navn, kode in self.krav_for_felt.items()}, andre=andre)
        begrunnelse = {"begrunnelse": ren["begrunnelse"]} if "begrunnelse" in self.fields else {}
        return {navn: ren[navn] for navn in ("versjon", "merknad", "maalform")} | {"tekst": tekst} | begrunnelse

    def _legg_til(self, krav: Krav, maalform: str) -> None:
        navn, merke = klausulnavn(krav.kode), bokstav(krav.kode)
        self.krav_for_felt[navn] = krav.kode
        tittel = krav.tittel.paa(maalform)
        self.fields[navn] = Flerlinjefelt(
            label=f"{merke}) {tittel}" if merke else tittel, required=False, rader=4,
            help_text=f"{krav.hjelp.paa(maalform)} ({krav.hjemmel.paa(maalform)})",
        )  # fmt: skip


def _antall(verdier: Mapping[str, Any]) -> int:
    """How many clauses beside the list there are in what is stored or posted."""
    numre = [int(treff[1]) for navn in verdier if (treff := _ANDRE.fullmatch(str(navn)))]
    return max(numre) + 1 if numre else 0


def versjonsverdier(versjon: Avtaleversjon) -> dict[str, Any]:
    """The stored wording as the form's initial values."""
    alle = list(versjon.bestemmelser.all())
    andre = [ett for ett in alle if not ett.krav]
    verdier = {klausulnavn(ett.krav): ett.tekst for ett in alle if ett.krav}
    for nr, ett in enumerate(andre):
        verdier |= {f"andre-{nr}-tittel": ett.tittel, f"andre-{nr}-tekst": ett.tekst}
    return verdier | {navn: getattr(versjon, navn) for navn in ("versjon", "merknad", "maalform")}


class Ikraftskjema(forms.Form):
    """The day a draft begins to hold, and why when the register does not show that it may."""

    versjon = Versjonsfelt()
    fra = DatoFelt(label=_("Gjelder fra"), error_messages={"required": _("Skriv dagen teksten gjelder fra.")})
    begrunnelse = Flerlinjefelt(
        label=_("Begrunnelse"), required=False, rader=3, max_length=2000,
        help_text=_("Må fylles ut når registeret ikke viser at vedtakene er gjort. Vises i historikken."),
    )  # fmt: skip

    def felt(self) -> dict[str, Any]:
        """What the service takes. Only for a valid form."""
        return dict(self.cleaned_data)


def ikraftverdier(versjon: Avtaleversjon, *, fra: date | None) -> dict[str, Any]:
    """The form as it opens: the day the councils' decisions give, when there is one."""
    return {"versjon": versjon.versjon, "fra": fra}
