"""What the law asks of a draft somebody makes of an idea or a project: a form that fits, and what each is called."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, VERTSKOMMUNE
from avtaler.domene.ideer.formvalg import vurder_former
from avtaler.models import Deltakerrolle
from avtaler.regler import les_regelverk
from avtaler.tjenester.avvisning import Avvist
from kommuner.models import Part

#: What the host is called, and then the others, by form; everybody else is a plain participant.
_VERTSFORMER = ("VERT_ADM", "VERT_NEMND")
_MED_KONTOR = ("IPR", "KO")


def krev_form(form: str, parter: Iterable[Part], dato: date) -> None:
    """Raise Avvist with the law's words when the form does not fit those who take part on ``dato``."""
    former = les_regelverk().former
    if form not in former:
        raise Avvist(_("Velg en samarbeidsform."), felt="form")
    for vurdering in vurder_former([former[form]], [part.type for part in parter], dato):
        if not vurdering.passer:
            maalform = (get_language() or "nb")[:2]
            raise Avvist(" ".join(grunn.paa(maalform) for grunn in vurdering.grunner), felt="form")


def rolle_i(form: str, part: Part, vert: Part | None) -> str:
    """What the party is called in the form. ``vert``: the host, or where the office is to be; None when not decided."""
    er_vert = part == vert
    if form in _VERTSFORMER:
        return VERTSKOMMUNE if er_vert else Deltakerrolle.SAMARBEIDSKOMMUNE
    return KONTORKOMMUNE if er_vert and form in _MED_KONTOR else Deltakerrolle.DELTAKER
