"""Giving notice: the day one is out follows from the agreement's own terms, never from what somebody types."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avtaler.domene.uttreden import Uttreden, uttreden, uttreden_ved_grenseendring
from avtaler.models import Deloppgavedeltakelse, Deltakelse
from avtaler.regler import les_regelverk
from avtaler.uttrekk.foer_oppsigelsen import FoerOppsigelsen, foer_oppsigelsen
from avtaler.uttrekk.uttredensvilkaar import grenseendring_foer, vilkaar_av
from kommuner.domene.skriving import vis_kort_dato

from .avvisning import Avvist, oversatt
from .deloppgave import SETNINGER as OM_DELOPPGAVER
from .deloppgave import klipp_deloppgaver
from .deltakelse import SETNINGER
from .laas import laast

GRENSEENDRING = "grenseendring"


def si_opp(
    *, deltakelse_id: int, versjon: int | None, varsel: date, idag: date, grunnlag: str = "avtalen"
) -> Deltakelse:
    """Record that notice was given on ``varsel``, and the day the party is out by the terms that hold.

    ``grunnlag`` is "grenseendring" for the six months of inndelingslova § 16. Raises Avvist when no terms are recorded
    and the law has none, in a lock-in, for a day still to come, and when the party is leaving already.
    """
    with oversatt(SETNINGER):
        deltakelse = laast(Deltakelse, deltakelse_id, versjon)
        _krev_mulig_varsel(deltakelse, varsel, idag)
        svar = _uttreden(deltakelse, varsel, grunnlag)
        if deltakelse.til is not None and deltakelse.til <= svar.til:
            raise Avvist(_("Deltakelsen tar slutt før oppsigelsen ville gjelde."), felt="varsel")
        deltakelse.oppsagt = varsel
        deltakelse.til = svar.til
        deltakelse.save()
        klipp_deloppgaver(deltakelse.avtale_id, deltakelse.part_id)
    return deltakelse


def angre_oppsigelse(*, deltakelse_id: int, versjon: int | None, idag: date) -> Deltakelse:
    """Take the notice back: the party goes on as before, in the sub-tasks that would have ended with it too.

    What was to end on a day of its own anyway, still does. Raises Avvist when it is already out, has given no notice,
    or has come in again since.
    """
    with oversatt({**SETNINGER, **OM_DELOPPGAVER}):
        deltakelse = laast(Deltakelse, deltakelse_id, versjon)
        if hinder := hinder_for_angring(deltakelse, idag=idag):
            raise Avvist(hinder)
        foer, ville_slutte = foer_oppsigelsen(deltakelse), deltakelse.til
        deltakelse.oppsagt = None
        deltakelse.til = _foerste(foer.til if foer else None, deltakelse.avtale.til)
        deltakelse.save()
        _fortsett_i_deloppgaver(deltakelse, ville_slutte, foer)
    return deltakelse


def _fortsett_i_deloppgaver(deltakelse: Deltakelse, ville_slutte: date | None, foer: FoerOppsigelsen | None) -> None:
    """Those the notice cut short and nobody has changed since. Without the log: all that would end that day."""
    rader = Deloppgavedeltakelse.objects.filter(
        deloppgave__avtale=deltakelse.avtale_id, part=deltakelse.part_id, til=ville_slutte
    )
    for rad in rader.select_related("deloppgave"):
        if foer is None or rad.pk in foer.deloppgaver:
            rad.til = _foerste(foer.deloppgaver[rad.pk] if foer else None, rad.deloppgave.til)
            rad.save()
    klipp_deloppgaver(deltakelse.avtale_id, deltakelse.part_id)


def _foerste(*dager: date | None) -> date | None:
    return min((dag for dag in dager if dag is not None), default=None)


def hinder_for_angring(deltakelse: Deltakelse, *, idag: date) -> str:
    """Why the notice cannot be taken back, as a sentence for the user; empty when it can."""
    if deltakelse.oppsagt is None:
        return _("Deltakelsen er ikke sagt opp.")
    if deltakelse.til is not None and deltakelse.til <= idag:
        return _("Deltakeren er allerede ute. Skal den inn igjen, legger du den til som ny deltaker.")
    return ""


def _krev_mulig_varsel(deltakelse: Deltakelse, varsel: date, idag: date) -> None:
    if deltakelse.oppsagt is not None:
        raise Avvist(_("Deltakelsen er alt sagt opp. Angre oppsigelsen først hvis den skal endres."))
    if varsel > idag:
        raise Avvist(_("Oppsigelsen er ikke gitt ennå. Registrer den når den er gitt."), felt="varsel")
    if varsel < deltakelse.fra:
        setning = _("Deltakelsen begynte %(dato)s. Den kan ikke være sagt opp før det.")
        raise Avvist(setning % {"dato": vis_kort_dato(deltakelse.fra)}, felt="varsel")


def _uttreden(deltakelse: Deltakelse, varsel: date, grunnlag: str) -> Uttreden:
    if grunnlag == GRENSEENDRING:
        return _etter_grenseendring(deltakelse, varsel)
    avtale = deltakelse.avtale
    grunn = vilkaar_av(avtale)
    if grunn.vilkaar is None:
        raise Avvist(les_regelverk().form(avtale.form).oppsigelse.tekst.paa((get_language() or "nb")[:2]))
    svar = uttreden(varsel, grunn.vilkaar)
    if svar.for_tidlig:
        setning = _("Avtalen kan ikke sies opp før %(dato)s.")
        raise Avvist(setning % {"dato": vis_kort_dato(svar.varsel)}, felt="varsel")
    return svar


def _etter_grenseendring(deltakelse: Deltakelse, varsel: date) -> Uttreden:
    reformdag = grenseendring_foer(deltakelse.part_id, deltakelse.avtale.form, varsel)
    svar = uttreden_ved_grenseendring(varsel, iverksatt=reformdag) if reformdag else None
    if svar is None:
        raise Avvist(_("Det er ikke gjennomført noen grenseendring det siste året."), felt="varsel")
    return svar
