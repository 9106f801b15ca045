"""Choosing tasks from the taxonomy: grouped as KOSTRA groups them, with function shown, and searchable."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from avtaler.models import Oppgave
from avtaler.referanse import OMRAADER, kostranavn

OMRAADENAVN = {
    "felles": _("Styring og felles tjenester"),
    "mennesker": _("Oppvekst, helse og sosiale tjenester"),
    "sted": _("Plan, næring, teknisk og kultur"),
    "": _("Andre oppgaver"),
}


def omraade(oppgave: Oppgave) -> str:
    """The hall of KOSTRA the task belongs in."""
    return OMRAADER.get(oppgave.kostra_funksjon[:1], "")


class Gruppert(ModelChoiceIterator):
    """The tasks under the headings of KOSTRA."""

    def __iter__(self) -> Iterator[tuple[Any, list]]:
        rekkefoelge = list(OMRAADENAVN)
        oppgaver = sorted(self.queryset, key=lambda oppgave: rekkefoelge.index(omraade(oppgave)))
        for navn, rader in groupby(oppgaver, key=omraade):
            yield OMRAADENAVN[navn], [self.choice(oppgave) for oppgave in rader]


class Oppgavekryss(forms.CheckboxSelectMultiple):
    """Boxes to tick, each with the KOSTRA function beside the name."""

    template_name = "avtaler/oppgavevalg.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each group with whether something in it is ticked: that one is open."""
        kontekst = super().get_context(name, value, attrs)
        grupper = kontekst["widget"]["optgroups"]
        kontekst["widget"]["grupper"] = [
            (navn, valgene, any(valg["selected"] for valg in valgene)) for navn, valgene, _nr in grupper
        ]
        return kontekst

    def create_option(self, name: str, value: Any, *args: Any, **valg: Any) -> dict[str, Any]:
        rad = super().create_option(name, value, *args, **valg)
        funksjon = value.instance.kostra_funksjon
        return rad | {"funksjon": funksjon, "funksjonsnavn": kostranavn().get(funksjon, "")}


class Oppgavevalg(forms.ModelMultipleChoiceField):
    """Tasks by name in the reader's language."""

    iterator = Gruppert
    widget = Oppgavekryss
    maalform = "nb"

    def label_from_instance(self, obj: Oppgave) -> str:
        return obj.navn_paa(self.maalform)
