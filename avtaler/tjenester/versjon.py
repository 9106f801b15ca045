"""The wordings of an agreement: drafting the next one, putting it in force, and correcting a slip of the pen.

What has been in force is never changed silently: a correction has its reason, and the history shows both words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from avtaler.domene.ordlyd import er_utkast, siste_vedtatte
from avtaler.models import Avtale, Avtaleversjon, Bestemmelse, Runde, Vedtaksstatus
from avtaler.uttrekk.endringsvedtak import hindringer_for_ikraftsetting

from .avvisning import Avvist
from .bestemmelser import skriv_andre, skriv_klausuler, versjon_paa
from .laas import laast


@dataclass(frozen=True, kw_only=True)
class Ordlydtekst:
    """What a wording says: clauses by requirement code, and others as (heading, text) in order."""

    klausuler: Mapping[str, str] = field(default_factory=dict)
    andre: Sequence[tuple[str, str]] = ()


@transaction.atomic
def lag_ny_versjon(avtale: Avtale) -> Avtaleversjon:
    """A draft of the next wording, copied from the last that is adopted. One at a time: an open draft is returned."""
    avtale = Avtale.objects.select_for_update().get(pk=avtale.pk)
    versjon_paa(avtale, None)
    alle = list(avtale.versjoner.all())
    if utkast := next((v for v in alle if er_utkast(v, alle)), None):
        return utkast
    forrige = siste_vedtatte(alle)
    ny = avtale.versjoner.create(nummer=max(v.nummer for v in alle) + 1, maalform=forrige.maalform)
    for ett in forrige.bestemmelser.all():
        Bestemmelse.objects.create(
            versjon=ny, krav=ett.krav, tittel=ett.tittel, rekkefoelge=ett.rekkefoelge, tekst=ett.tekst
        )
    return ny


@transaction.atomic
def endre_utkast(
    *, versjon_id: int, versjon: int | None, tekst: Ordlydtekst, merknad: str = "", maalform: str = "nb"
) -> Avtaleversjon:
    """Change a draft read as ``versjon``. Raises Konflikt, and Avvist when it is in force or before the councils."""
    rad = _laast(versjon_id, versjon)
    _krev_utkast(rad)
    if hinder := hinder_for_endring_av_utkast(rad):
        raise Avvist(hinder)
    rad.merknad, rad.maalform = merknad.strip(), maalform
    rad.save()
    _skriv(rad, tekst)
    return rad


@transaction.atomic
def rett_versjon(
    *,
    versjon_id: int,
    versjon: int | None,
    tekst: Ordlydtekst,
    begrunnelse: str,
    merknad: str = "",
    maalform: str = "nb",
) -> Avtaleversjon:
    """Correct a wording that is adopted: what was entered wrong, never what was agreed. The reason is for the history.

    Raises Konflikt, and Avvist for a draft or without a reason.
    """
    rad = _laast(versjon_id, versjon)
    if _er_utkast(rad):
        raise Avvist(_("Dette er et utkast. Endre det i stedet for å rette det."))
    if not begrunnelse.strip():
        raise Avvist(_("Skriv hvorfor teksten rettes."), felt="begrunnelse")
    rad.merknad, rad.maalform = merknad.strip(), maalform
    rad.save()
    if _skriv(rad, tekst):
        _avtalen_er_endret(rad)
    return rad


@transaction.atomic
def sett_i_kraft(
    *, versjon_id: int, versjon: int | None, fra: date, begrunnelse: str = "", dato: date
) -> Avtaleversjon:
    """Let a draft hold from ``fra``. What the law asks for and the register does not show must be answered for.

    Raises Konflikt, and Avvist: no draft, an impossible day, or hindrances (``hindringer_for_ikraftsetting`` on
    ``dato``) without ``begrunnelse``. Imported history says where the decisions are.
    """
    rad = _laast(versjon_id, versjon)
    _krev_utkast(rad)
    _krev_mulig_dag(rad, fra)
    if not begrunnelse.strip() and (hindringer := hindringer_for_ikraftsetting(rad, fra=fra, dato=dato)):
        raise Avvist(" ".join([*hindringer, _("Skriv hvorfor teksten likevel gjelder.")]), felt="begrunnelse")
    rad.fra = fra
    rad.save()
    _avtalen_er_endret(rad)
    return rad


@transaction.atomic
def slett_versjonsutkast(*, versjon_id: int, versjon: int | None) -> None:
    """Throw away a draft. Raises Konflikt, and Avvist when it is in force or before the councils."""
    rad = _laast(versjon_id, versjon)
    _krev_utkast(rad)
    if hinder := hinder_for_endring_av_utkast(rad):
        raise Avvist(hinder)
    rad.delete()


def hinder_for_endring_av_utkast(versjon: Avtaleversjon) -> str:
    """Why the draft must stay as it is, as a sentence; empty when it is free, or a council has said no to it."""
    runde = versjon.runde
    if runde is None or runde.laast is None:
        return ""
    if runde.vedtak.filter(status__in=(Vedtaksstatus.AVVIK, Vedtaksstatus.AVVIST)).exists():
        return ""
    return _("Utkastet er sendt til rådene i saken «%(sak)s». Da kan teksten ikke endres.") % {"sak": runde.tittel}


def _laast(versjon_id: int, versjon: int | None) -> Avtaleversjon:
    """The wording, locked after its round and its agreement: everybody takes them so, and nobody waits in a ring.

    The round stands still too: its text is not sent to the councils between the look at it and the writing.
    """
    Runde.objects.select_for_update(of=("self",)).filter(versjoner=versjon_id).order_by().first()
    Avtale.objects.select_for_update(of=("self",)).filter(versjoner=versjon_id).first()
    return laast(Avtaleversjon, versjon_id, versjon)


def _krev_utkast(versjon: Avtaleversjon) -> None:
    if not _er_utkast(versjon):
        raise Avvist(_("Teksten er allerede satt i kraft. Lag en ny versjon for å endre avtalen."))


def _er_utkast(versjon: Avtaleversjon) -> bool:
    return er_utkast(versjon, list(versjon.avtale.versjoner.all()))


def _krev_mulig_dag(versjon: Avtaleversjon, fra: date) -> None:
    avtale, andre = versjon.avtale, versjon.avtale.versjoner.exclude(pk=versjon.pk)
    if avtale.til is not None and fra >= avtale.til:
        raise Avvist(_("Avtalen er avsluttet før denne dagen."), felt="fra")
    foerste = andre.order_by("nummer").first()
    if (avtale.fra is not None and fra <= avtale.fra) or (foerste and foerste.fra and fra <= foerste.fra):
        raise Avvist(_("En ny tekst kan ikke gjelde fra før eller samme dag som avtalen begynte."), felt="fra")
    if andre.filter(fra=fra).exists():
        raise Avvist(_("En annen versjon gjelder fra samme dag."), felt="fra")


def _skriv(versjon: Avtaleversjon, tekst: Ordlydtekst) -> bool:
    endret = skriv_klausuler(versjon, tekst.klausuler)
    return skriv_andre(versjon, tekst.andre) or endret


def _avtalen_er_endret(versjon: Avtaleversjon) -> None:
    """Whoever has the agreement's form open with the old clauses is to be told."""
    Avtale.objects.filter(pk=versjon.avtale_id).update(versjon=F("versjon") + 1)
