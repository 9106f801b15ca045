"""Closed doors in a form: the ground is asked for when they are closed, and forgotten when they are not."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from avtaler.models import Organ
from avtaler.regler.innkalling import les_lukkingsgrunner
from avtaler.uttrekk.moeter.organet import har_aapne_moeter

#: Gives the field its suggestions; ``avtaler/moeter/skjema.html`` holds the list.
MED_FORSLAG = {"lukket_hjemmel": forms.TextInput(attrs={"list": "lukkingsgrunner", "autocomplete": "off"})}
HJELP = {"lukket_hjemmel": _("Velg en av grunnene i koml. § 11-5, eller skriv hjemmelen selv.")}


class MedLukking:
    """A form with ``lukket_hjemmel``."""

    def lukkingsgrunner(self) -> list[tuple[str, str]]:
        """The lawful grounds, each with what it is about, in the reader's language."""
        return [(grunn.hjemmel, grunn.tekst.paa(get_language() or "nb")) for grunn in les_lukkingsgrunner()]

    def rens_lukking(self, ren: dict[str, Any], *, er_lukket: bool, organ: Organ | None) -> None:
        """Ask for the ground where the law opens the organ's doors, or clear it."""
        mangler = not ren.get("lukket_hjemmel") and "lukket_hjemmel" not in self.errors
        if not er_lukket:
            ren["lukket_hjemmel"] = ""
        elif mangler and organ and har_aapne_moeter(organ):
            self.add_error("lukket_hjemmel", _("Skriv hjemmelen for å lukke."))
