"""What is said of an idea in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.ideer.klarhet import Dom, Klarhetsdom


def domsnavn(dom: Dom) -> str:
    """The verdict in a word or two."""
    return {
        Dom.IKKE_VURDERT: _("ikke vurdert"),
        Dom.DELVIS_VURDERT: _("delvis vurdert"),
        Dom.MANGLER: _("ikke klar"),
        Dom.NESTEN: _("nesten klar"),
        Dom.KLAR: _("klar"),
    }[dom]


def domssetning(klarhet: Klarhetsdom, maalform: str) -> str:
    """The verdict as a sentence that names what is missing."""
    mangler = ", ".join(_liten(punkt.navn.paa(maalform)) for punkt in klarhet.mangler)
    delvis = ", ".join(_liten(punkt.navn.paa(maalform)) for punkt in klarhet.delvis)
    return {
        Dom.IKKE_VURDERT: _("Ingen av punktene er vurdert ennå."),
        Dom.DELVIS_VURDERT: ngettext(
            "%(antall)s punkt er ikke vurdert ennå.", "%(antall)s punkter er ikke vurdert ennå.", len(klarhet.uten_svar)
        ) % {"antall": len(klarhet.uten_svar)},
        Dom.MANGLER: _("Ikke klar til å bli et forslag. Dette mangler: %(punkter)s.") % {"punkter": mangler},
        Dom.NESTEN: _("Kan bli et forslag, men dette er bare delvis på plass: %(punkter)s.") % {"punkter": delvis},
        Dom.KLAR: _("Alt er på plass. Ideen er klar til å bli et forslag."),
    }[klarhet.dom]  # fmt: skip


def _liten(navn: str) -> str:
    return navn[:1].lower() + navn[1:]
