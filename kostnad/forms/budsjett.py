"""The budget of one year, and the grants that are taken off first."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from avtaler.forms import Forskjell
from avtaler.forms.tekstfelt import Versjonsfelt
from kommuner.domene.skriving import vis_beloep
from kommuner.felt import BeloepFelt
from kostnad.models import Budsjett

from .felt import Aarsfelt

#: Rows for grants on a new budget, and never more than this.
TOMME_RADER, FLEST_RADER = 3, 30


class Budsjettskjema(forms.Form):
    """Amount, source and the version the reader saw. The year is asked for only when it is not in the address."""

    versjon = Versjonsfelt()
    aar = Aarsfelt(label=_("År"), error_messages={"required": _("Skriv hvilket år budsjettet gjelder.")})
    beloep = BeloepFelt(
        label=_("Budsjett i kroner"), required=False, widget=forms.TextInput(attrs={"class": "felt-middels"}),
        help_text=_("For eksempel 1 350 000. La stå tomt når satser alene setter summen."),
    )  # fmt: skip
    kilde = forms.CharField(
        label=_("Kilde"), max_length=300, required=False,
        help_text=_("Hvor budsjettet er vedtatt, for eksempel saksnummer."),
    )  # fmt: skip
    er_eksempel = forms.BooleanField(label=_("Budsjettet er et eksempel"), required=False)

    def __init__(self, data: Any = None, *, aar: int | None = None, **valg: Any) -> None:
        super().__init__(data, **valg)
        self.fast_aar = aar
        self.finnes: Budsjett | None = None  # the budget of the year that somebody asked for as new
        if aar is not None:
            del self.fields["aar"]

    def felt(self) -> dict[str, Any]:
        """What `sett_budsjett` takes but for the grants. Only for a valid form."""
        ren = self.cleaned_data
        return {
            "aar": self.fast_aar or ren["aar"], "beloep_oere": ren["beloep"], "kilde": ren["kilde"],
            "er_eksempel": ren["er_eksempel"], "versjon": ren["versjon"] or None,
        }  # fmt: skip

    def forskjeller(self, lagret: Budsjett, mine: list[tuple[str, int]]) -> Iterator[Forskjell]:
        """Where what was typed differs from what somebody else has stored. ``mine`` are the typed grants."""
        deres = [(et.navn, et.beloep_oere) for et in lagret.tilskudd.all()]
        ren = self.cleaned_data
        par = (
            (_("Budsjett i kroner"), _beloep(ren["beloep"]), _beloep(lagret.beloep_oere)),
            (_("Tilskudd"), _tilskudd(mine), _tilskudd(deres)),
            (_("Kilde"), ren["kilde"], lagret.kilde),
            (_("Budsjettet er et eksempel"), _ja_nei(ren["er_eksempel"]), _ja_nei(lagret.er_eksempel)),
        )
        for navn, mitt, lagret_tekst in par:
            if mitt != lagret_tekst:
                yield Forskjell(str(navn), mitt, lagret_tekst)


class Tilskuddsskjema(forms.Form):
    """One grant. A row with neither name nor amount is no grant."""

    skjul_valgfritt = True

    navn = forms.CharField(label=_("Navn på tilskuddet"), max_length=200, required=False)
    beloep = BeloepFelt(label=_("Beløp i kroner"), required=False)

    def clean(self) -> dict[str, Any]:
        navn, beloep = self.cleaned_data.get("navn"), self.cleaned_data.get("beloep")
        if navn and beloep is None and "beloep" not in self.errors:
            self.add_error("beloep", gettext("Skriv beløpet for tilskuddet «%(navn)s».") % {"navn": navn})
        if beloep is not None and not navn and "navn" not in self.errors:
            self.add_error("navn", gettext("Skriv navnet på tilskuddet."))
        return self.cleaned_data


class Tilskuddsskjemaer(forms.BaseFormSet):
    """The grants of a budget."""

    def tilskudd(self) -> list[tuple[str, int]]:
        """(name, øre) of the rows that are filled in, as far as they can be read."""
        rader = (getattr(skjema, "cleaned_data", {}) for skjema in self.forms)
        return [(rad["navn"], rad["beloep"]) for rad in rader if rad.get("navn") and rad.get("beloep") is not None]


def tilskuddsskjemaer(data: Any = None, *, lagret: Budsjett | None = None) -> Tilskuddsskjemaer:
    """The rows for grants: the stored ones and at least one empty."""
    rader = [{"navn": et.navn, "beloep": et.beloep_oere} for et in lagret.tilskudd.all()] if lagret else []
    type_ = forms.formset_factory(
        Tilskuddsskjema, formset=Tilskuddsskjemaer, extra=max(TOMME_RADER - len(rader), 1),
        max_num=FLEST_RADER, absolute_max=FLEST_RADER + 1, validate_max=True,
    )  # fmt: skip
    return type_(data, initial=rader, prefix="tilskudd")


def startverdier(lagret: Budsjett) -> dict[str, Any]:
    """The stored budget as the form's initial values."""
    return {
        "versjon": lagret.versjon, "beloep": lagret.beloep_oere, "kilde": lagret.kilde,
        "er_eksempel": lagret.er_eksempel,
    }  # fmt: skip


def _beloep(oere: int | None) -> str:
    return "" if oere is None else vis_beloep(oere)


def _tilskudd(rader: list[tuple[str, int]]) -> str:
    return ", ".join(f"{navn}: {vis_beloep(oere)}" for navn, oere in rader)


def _ja_nei(verdi: bool) -> str:
    return gettext("Ja") if verdi else gettext("Nei")
