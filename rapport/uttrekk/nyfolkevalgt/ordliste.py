"""The words a new councillor meets, in both written standards, with what they mean."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Ord:
    """One word: ``nb`` and ``nn`` as they are written, and its meaning in the reader's language."""

    nb: str
    nn: str
    mening: Any


ORDLISTE = (
    Ord("ansvarsandel", "ansvarsdel", _("Hvor mye av gjelda vi svarer for.")),
    Ord("eierandel", "eigardel", _("Hvor mye vi eier av samarbeidet.")),
    Ord("eierskapsmelding", "eigarskapsmelding", _("Kommunens egen oversikt over alt den eier og er med i.")),
    Ord("fordelingsnøkkel", "fordelingsnøkkel", _("Regelen som deler kostnaden mellom deltakerne.")),
    Ord("handlingsplan", "handlingsplan", _("Det regionen skal gjøre i et år. Hvert kommunestyre behandler den.")),
    Ord("innspill", "innspel", _("Det vi sier om et forslag før teksten er låst.")),
    Ord("likelydende vedtak", "likelydande vedtak", _("Alle kommunestyrene vedtar de samme ordene.")),
    Ord("representantskap", "representantskap", _("Det øverste organet. Hver deltaker velger medlemmene sine.")),
    Ord("uttreden", "uttreding", _("Å gå ut av et samarbeid, etter fristen i avtalen.")),
    Ord("vertskommune", "vertskommune", _("Kommunen som gjør oppgaven for de andre.")),
)
