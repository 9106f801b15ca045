"""What stands on top of every page of an agreement: its name, form, status, and the warning about a closed form."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.lovkrav import Resultat, vurder_avtale
from avtaler.domene.samarbeidsform import Samarbeidsform
from avtaler.domene.virketid import Avtalestatus, avtalestatus
from avtaler.models import Avtale
from avtaler.regler import les_regelverk

from .grunnlag import avtalegrunnlag
from .register import statusnavn


@dataclass(frozen=True, kw_only=True)
class Avtalehode:
    """The head of an agreement's pages, in the reader's language."""

    id: int
    navn: str
    form: Samarbeidsform
    form_navn: str
    form_kort: str
    form_hjemmel: str
    status: Avtalestatus
    status_navn: str
    region_navn: str
    fra: date | None
    til: date | None
    andre_deltakere: int | None
    er_utkast: bool
    er_eksempel: bool
    eksempel_merknad: str
    avviklet_setning: str
    avviklet_hjemmel: str
    avviklet_kilde: str


def avtalehode(avtale: Avtale, *, dato: date, maalform: str) -> Avtalehode:
    """No queries beyond the agreement with its region, unless the form is closed: then eight for the warning."""
    form = les_regelverk().form(avtale.form)
    status = avtalestatus(fra=avtale.fra, til=avtale.til, er_utkast=avtale.er_utkast, dato=dato)
    setning, hjemmel, kilde = _avviklet(avtale, form, status, dato, maalform)
    return Avtalehode(
        id=avtale.pk, navn=avtale.navn, form=form, form_navn=form.navn.paa(maalform),
        form_kort=form.kortnavn.paa(maalform), form_hjemmel=form.hjemmel.paa(maalform),
        status=status, status_navn=statusnavn(status),
        region_navn=avtale.region.navn, fra=avtale.fra, til=avtale.til, er_utkast=avtale.er_utkast,
        andre_deltakere=avtale.andre_deltakere,
        er_eksempel=avtale.er_eksempel, eksempel_merknad=avtale.eksempel_merknad,
        avviklet_setning=setning, avviklet_hjemmel=hjemmel, avviklet_kilde=kilde,
    )  # fmt: skip


def _avviklet(
    avtale: Avtale, form: Samarbeidsform, status: Avtalestatus, dato: date, maalform: str
) -> tuple[str, str, str]:
    """Why a cooperation that still runs in a closed form must change: the rule's own sentence and paragraph."""
    if not form.er_avviklet_form or status is Avtalestatus.AVSLUTTET:
        return "", "", ""
    funn = vurder_avtale(avtalegrunnlag(avtale, dato=dato), regelverk=les_regelverk(), dato=dato)
    frister = {krav.kode for krav in les_regelverk().krav if krav.proeve == "omdannet_i_tide"}
    for ett in funn:
        if ett.kode in frister and ett.resultat is not Resultat.OPPFYLT:
            return ett.begrunnelse.paa(maalform), ett.hjemmel.paa(maalform), ett.hjemmel.kilde
    return "", "", ""
