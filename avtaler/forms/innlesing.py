"""Uploading a list, and what a person answers, corrects and chooses in its preview."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from avtaler.domene.innlesing.kolonner import Felt
from avtaler.domene.innlesing.navnebok import Navnebok
from avtaler.domene.innlesing.oppsett import Ark, Arkoppsett, Tabellslag, foreslaa_arkoppsett, med_kolonner
from avtaler.domene.innlesing.spoersmaal import SOM
from kommuner.models import Region
from kommuner.tilgang import Innsyn

_LENGSTE_SVAR = 4000
_LENGSTE_CELLE = 5000


class Opplastingsskjema(forms.Form):
    """A list, and the region it is for."""

    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), empty_label=None,
        error_messages={"required": _("Velg regionen lista er for."),
                        "invalid_choice": _("Velg en region du er koordinator for.")},
    )  # fmt: skip
    fil = forms.FileField(
        label=_("Liste over avtaler"), help_text=_("Excel (xlsx) eller csv, inntil 5 MB og 5 000 rader."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv", "class": "ds-input"}), max_length=None,
        allow_empty_file=True, error_messages={"required": _("Velg fila du vil lese inn.")},
    )  # fmt: skip

    def __init__(self, *args: Any, innsyn: Innsyn, **valg: Any) -> None:
        super().__init__(*args, **valg)
        alle = Region.objects.all()
        self.fields["region"].queryset = alle if innsyn.er_administrator else alle.filter(pk__in=innsyn.regioner)
        if innsyn.er_administrator or len(innsyn.regioner) > 1:
            self.fields["region"].empty_label = _("Velg region")


def svarene(data: QueryDict) -> dict[str, dict[str, Any]]:
    """What was answered, corrected and chosen, as ``svar_paa_innlesing`` takes it, without NUL: JSON has none."""
    sendt = {navn.replace("\0", ""): verdi.replace("\0", "") for navn, verdi in data.items()}
    svar = {navn.removeprefix("svar:"): verdi[:_LENGSTE_SVAR] for navn, verdi in sendt.items() if navn[:5] == "svar:"}
    for navn, verdi in sendt.items():
        if navn.startswith("skriv:") and verdi.strip():
            svar[navn.removeprefix("skriv:")] = f"{SOM}{verdi.strip()[:200]}"
    rettelser = {n.removeprefix("celle:"): v[:_LENGSTE_CELLE] for n, v in sendt.items() if n[:6] == "celle:"}
    return {"svar": svar, "rettelser": rettelser, "avtaler": _avtalevalg(sendt)}


def _avtalevalg(data: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """The facts of one agreement, when its own form was sent."""
    noekkel = data.get("avtale", "")
    if not noekkel:
        return {}
    return {noekkel: {navn: data.get(navn, "") for navn in ("form", "klasse", "hopp")}}


def oppsettet(
    data: QueryDict, arkene: tuple[Ark, ...], foer: tuple[Arkoppsett, ...], bok: Navnebok
) -> list[Arkoppsett]:
    """The layouts as they were sent; a sheet whose row of headings was moved gets a new proposal for its columns."""
    return [_arkoppsett(data, arkene[oppsett.ark], oppsett, bok) for oppsett in foer if oppsett.ark < len(arkene)]


def _arkoppsett(data: QueryDict, ark: Ark, foer: Arkoppsett, bok: Navnebok) -> Arkoppsett:
    forstavelse = f"ark-{foer.ark}"
    rad = data.get(f"{forstavelse}-rad", "")
    rad_nr = int(rad) if rad.isascii() and rad.isdigit() and len(rad) < 7 else foer.overskriftsrad
    er_med = f"{forstavelse}-med" in data
    if rad_nr != foer.overskriftsrad:
        nytt = foreslaa_arkoppsett(foer.ark, ark, bok, rad_nr)
        return Arkoppsett(nytt.ark, nytt.overskriftsrad, nytt.slag, nytt.kolonner, er_med)
    valgt = dict(_valgte(data, forstavelse))
    hode = next((linje for linje in ark.linjer if linje.nummer == rad_nr), None)
    nytt = med_kolonner(foer, valgt, lambda plass: bool(hode and hode.celle(plass)))
    slag = data.get(f"{forstavelse}-slag", "")
    if slag in {Tabellslag.PER_AVTALE.value, Tabellslag.PER_DELTAKER.value} and nytt.slag is not Tabellslag.MATRISE:
        nytt = Arkoppsett(nytt.ark, nytt.overskriftsrad, Tabellslag(slag), nytt.kolonner, nytt.er_med)
    return Arkoppsett(nytt.ark, nytt.overskriftsrad, nytt.slag, nytt.kolonner, er_med)


def _valgte(data: QueryDict, forstavelse: str) -> list[tuple[int, Felt]]:
    kjente = {felt.value: felt for felt in Felt}
    par = ((navn.removeprefix(f"{forstavelse}-kol-"), verdi) for navn, verdi in data.items())
    return [
        (int(plass), kjente[verdi])
        for plass, verdi in par
        if plass.isascii() and plass.isdigit() and len(plass) < 4 and verdi in kjente
    ]
