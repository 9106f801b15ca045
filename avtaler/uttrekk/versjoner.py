"""The wordings of an agreement: the list, one of them against the law's list, and any two against each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from avtaler.domene.krav import Krav, Resultat
from avtaler.domene.lovkrav import Vurdering, vurder_avtale
from avtaler.domene.ordforskjell import Ordforskjell, ordforskjell
from avtaler.domene.ordlyd import (
    Ordlydstatus,
    er_utkast,
    gjeldende,
    gjelder_til,
    i_rekkefoelge,
    ordlydstatus,
    siste_vedtatte,
)
from avtaler.models import Avtale, Avtaleversjon
from avtaler.regler import les_regelverk

from .endringsvedtak import andre_punkter, klausuler
from .grunnlag import avtalegrunnlag


@dataclass(frozen=True, kw_only=True)
class Versjonsrad:
    """One wording in the list. ``til`` is the first day on which a later one holds."""

    id: int
    nummer: int
    status: Ordlydstatus
    status_navn: str
    fra: date | None
    til: date | None
    merknad: str
    maalform: str
    sak_id: int | None
    sak_tittel: str
    antall_punkter: int


@dataclass(frozen=True, kw_only=True)
class Versjonspunkt:
    """One item: of the law's list (with its letter and paragraph), or beside it.

    ``tekst`` is in the wording's own language. ``registrert``: the text is silent, but the register holds it in a
    field of its own.
    """

    kode: str
    bokstav: str
    tittel: str
    hjemmel: str
    kilde: str
    tekst: str
    registrert: bool


@dataclass(frozen=True, kw_only=True)
class Versjonsside:
    """One wording: the law's items in the law's order, then the others."""

    rad: Versjonsrad
    punkter: tuple[Versjonspunkt, ...]
    andre: tuple[Versjonspunkt, ...]

    @property
    def antall_mangler(self) -> int:
        return sum(not punkt.tekst and not punkt.registrert for punkt in self.punkter)


@dataclass(frozen=True, kw_only=True)
class Sammenligningsrad:
    """One item in two wordings."""

    tittel: str
    bokstav: str
    hjemmel: str
    kilde: str
    er_ny: bool
    er_borte: bool
    forskjell: Ordforskjell


@dataclass(frozen=True, kw_only=True)
class Sammenligning:
    """Two wordings: what differs, and how many items are alike."""

    foer: Versjonsrad
    etter: Versjonsrad
    endret: tuple[Sammenligningsrad, ...]
    antall_like: int


def synlige_versjoner(avtale: Avtale, *, kan_redigere: bool) -> list[Avtaleversjon]:
    """In the order they followed each other. A draft is its coordinators' own until it is put to the councils."""
    alle = i_rekkefoelge(avtale.versjoner.select_related("runde").prefetch_related("bestemmelser"))
    return [v for v in alle if kan_redigere or v.runde_id is not None or not er_utkast(v, alle)]


def statusnavn(status: Ordlydstatus) -> str:
    """The status as a person says it."""
    return {
        Ordlydstatus.GJELDENDE: _("Gjelder"),
        Ordlydstatus.TIDLIGERE: _("Tidligere"),
        Ordlydstatus.KOMMENDE: _("Kommer"),
        Ordlydstatus.UTKAST: _("Utkast"),
    }[status]


def versjonsrad(versjon: Avtaleversjon, alle: Sequence[Avtaleversjon], *, dato: date) -> Versjonsrad:
    """No queries when the round and the clauses are at hand."""
    status = ordlydstatus(versjon, alle, dato)
    return Versjonsrad(
        id=versjon.pk, nummer=versjon.nummer, status=status, status_navn=statusnavn(status), fra=versjon.fra,
        til=gjelder_til(versjon, alle) if versjon.fra or status is not Ordlydstatus.UTKAST else None,
        merknad=versjon.merknad, maalform=versjon.maalform, sak_id=versjon.runde_id,
        sak_tittel=versjon.runde.tittel if versjon.runde else "",
        antall_punkter=len(versjon.bestemmelser.all()),
    )  # fmt: skip


def versjonsliste(alle: Sequence[Avtaleversjon], *, dato: date) -> tuple[Versjonsrad, ...]:
    """Newest first, drafts on top. No queries."""
    return tuple(versjonsrad(versjon, alle, dato=dato) for versjon in reversed(alle))


def versjon_i_kraft(alle: Sequence[Avtaleversjon], *, dato: date) -> Avtaleversjon | None:
    """The wording in force on the date; None when the agreement has none."""
    return gjeldende(alle, dato)


def forrige_versjon(versjon: Avtaleversjon, alle: Sequence[Avtaleversjon]) -> Avtaleversjon | None:
    """The one it took the place of, or for a draft is to."""
    if er_utkast(versjon, alle):
        return siste_vedtatte([v for v in alle if v.pk != versjon.pk])
    plass = [v.pk for v in alle].index(versjon.pk)
    return alle[plass - 1] if plass else None


def versjonsside(
    avtale: Avtale, versjon: Avtaleversjon, alle: Sequence[Avtaleversjon], *, dato: date, maalform: str
) -> Versjonsside:
    """The wording against the law as it was while the wording held. As many queries as the facts take."""
    dag = _lovdag(versjon, alle, dato)
    tekster = klausuler(versjon)
    grunnlag = replace(avtalegrunnlag(avtale, dato=dag), bestemmelser=tekster)
    funn = {ett.kode: ett for ett in vurder_avtale(grunnlag, regelverk=les_regelverk(), dato=dag)}
    krav = tekstkrav(avtale.form, dag)
    utenom = {kode: tekst for kode, tekst in tekster.items() if kode not in {ett.kode for ett in krav}}
    return Versjonsside(
        rad=versjonsrad(versjon, alle, dato=dato),
        punkter=tuple(_punkt(ett, tekster.get(ett.kode, ""), funn[ett.kode], maalform) for ett in krav),
        andre=(
            *(_uten_krav(kravtittel(kode, maalform), tekst, kode) for kode, tekst in utenom.items()),
            *(_uten_krav(tittel, tekst) for tittel, tekst in andre_punkter(versjon).items()),
        ),
    )  # fmt: skip


def sammenligning(
    avtale: Avtale,
    foer: Avtaleversjon,
    etter: Avtaleversjon,
    alle: Sequence[Avtaleversjon],
    *,
    dato: date,
    maalform: str,
) -> Sammenligning:
    """Item against item: those of the law's list by code, the others by heading. No queries."""
    krav = {ett.kode: ett for ett in tekstkrav(avtale.form, _lovdag(etter, alle, dato))}
    tekster = klausuler(foer), klausuler(etter)
    koder = list(dict.fromkeys((*krav, *tekster[0], *tekster[1])))
    andre = andre_punkter(foer), andre_punkter(etter)
    titler = list(dict.fromkeys((*andre[0], *andre[1])))
    rader = [
        *(_kravrad(kode, krav.get(kode), tekster, maalform) for kode in koder),
        *(_rad(tittel, andre[0].get(tittel, ""), andre[1].get(tittel, "")) for tittel in titler),
    ]
    ulike = tuple(rad for rad in rader if rad.forskjell.er_endret)
    med_tekst = sum(bool(rad.forskjell.avsnitt) for rad in rader)
    return Sammenligning(
        foer=versjonsrad(foer, alle, dato=dato), etter=versjonsrad(etter, alle, dato=dato), endret=ulike,
        antall_like=med_tekst - len(ulike),
    )  # fmt: skip


def tekstkrav(form: str, dag: date) -> tuple[Krav, ...]:
    """The requirements a clause can answer, in the order of the law on the day."""
    return tuple(krav for krav in les_regelverk().krav_for(form, dag) if krav.tar_bestemmelse)


def kravtittel(kode: str, maalform: str) -> str:
    """The heading of a requirement that may no longer hold; its code when no rule has ever had it."""
    ordlyder = les_regelverk().krav_med_kode(kode)
    return ordlyder[-1].tittel.paa(maalform) if ordlyder else kode


def bokstav(kode: str) -> str:
    """The letter in the law's list: «g» of «KO.g»; empty when the code ends in a word."""
    siste = kode.rpartition(".")[2]
    return siste if len(siste) == 1 else ""


def _lovdag(versjon: Avtaleversjon, alle: Sequence[Avtaleversjon], dato: date) -> date:
    """The day the law is read on: the date, but no later than the wording's last day and no sooner than its first."""
    status = ordlydstatus(versjon, alle, dato)
    if status is Ordlydstatus.KOMMENDE and versjon.fra is not None:
        return versjon.fra
    til = gjelder_til(versjon, alle)
    if status is Ordlydstatus.TIDLIGERE and til is not None:
        return til - timedelta(days=1)
    return dato


def _punkt(krav: Krav, tekst: str, funn: Vurdering, maalform: str) -> Versjonspunkt:
    registrert = not tekst and funn.resultat is Resultat.OPPFYLT
    return Versjonspunkt(
        kode=krav.kode, bokstav=bokstav(krav.kode), tittel=krav.tittel.paa(maalform), tekst=tekst,
        hjemmel=krav.hjemmel.paa(maalform), kilde=krav.hjemmel.kilde,
        registrert=registrert,
    )  # fmt: skip


def _uten_krav(tittel: str, tekst: str, kode: str = "") -> Versjonspunkt:
    return Versjonspunkt(kode=kode, bokstav="", tittel=tittel, hjemmel="", kilde="", tekst=tekst, registrert=False)


def _kravrad(
    kode: str, krav: Krav | None, tekster: tuple[Mapping[str, str], Mapping[str, str]], maalform: str
) -> Sammenligningsrad:
    rad = _rad(kravtittel(kode, maalform), tekster[0].get(kode, ""), tekster[1].get(kode, ""))
    if krav is None:
        return rad
    return replace(rad, bokstav=bokstav(kode), hjemmel=krav.hjemmel.paa(maalform), kilde=krav.hjemmel.kilde)


def _rad(tittel: str, foer: str, etter: str) -> Sammenligningsrad:
    return Sammenligningsrad(
        tittel=tittel, bokstav="", hjemmel="", kilde="", er_ny=bool(etter) and not foer,
        er_borte=bool(foer) and not etter, forskjell=ordforskjell(foer, etter),
    )  # fmt: skip


def momenttitler(koder: Iterable[str], form: str, *, dag: date, maalform: str) -> list[tuple[str, str, str]]:
    """(heading, paragraph, link) of each item on the law's list, for the sentence about who decides."""
    krav = {ett.kode: ett for ett in les_regelverk().krav_for(form, dag)}
    return [
        (krav[kode].tittel.paa(maalform), krav[kode].hjemmel.paa(maalform), krav[kode].hjemmel.kilde)
        if kode in krav else (kravtittel(kode, maalform), "", "")
        for kode in koder
    ]  # fmt: skip
