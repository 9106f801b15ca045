"""The computed rules of the clean-up list. Each takes the facts and the date and gives the values of its text, or None.

The values are also what a judgement is fingerprinted by, so they never hold what changes by itself from day to day.
"""

from collections.abc import Callable, Mapping
from datetime import date

from avtaler.domene.proever import DELTAKERORD
from avtaler.domene.samarbeidsform import Samarbeidsform
from avtaler.domene.tekst import Tekst, antall_av, opplisting
from kommuner.domene.skriving import vis_dato

from .frister import BEKREFTES_HVERT_AAR, HVILER_ETTER_AAR, SLUTT_FOELGES_OPP, VARSEL_FOER_SLUTT, om_aar
from .grunnlag import Ryddegrunnlag

Verdier = Mapping[str, str | Tekst]
Proeve = Callable[[Ryddegrunnlag, Samarbeidsform, date], Verdier | None]

#: Forms where the participants do not split a yearly cost: owners of shares, members and founders do not pay by a key.
UTEN_NOEKKEL = frozenset({"AS", "SA", "FORENING", "STIFTELSE", "PLAN"})
#: Forms without a written agreement that must be on file.
UTEN_DOKUMENT = frozenset({"STIFTELSE"})

LEVENDE: dict[str, Proeve] = {}
"""Rules for agreements that are in force, or are to be."""
AVSLUTTET: dict[str, Proeve] = {}
"""Rules for agreements that have ended."""


def _regel(samling: dict[str, Proeve]) -> Callable[[Proeve], Proeve]:
    def registrer(proeve: Proeve) -> Proeve:
        samling[proeve.__name__] = proeve
        return proeve

    return registrer


@_regel(LEVENDE)
def opphoert_deltaker(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """A participant is a municipality that a reform has ended."""
    return {"hvem": opplisting(grunnlag.opphoerte)} if grunnlag.opphoerte else None


@_regel(LEVENDE)
def raad_over_fristen(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Councils have not decided although the window of the round has closed."""
    return {"hvem": opplisting(grunnlag.sene_raad)} if grunnlag.sene_raad else None


@_regel(LEVENDE)
def mangler_formaal(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Nothing says what the cooperation is for."""
    return None if any(tekst.strip() for tekst in grunnlag.avtale.formaal) else {}


@_regel(LEVENDE)
def mangler_noekkel(grunnlag: Ryddegrunnlag, form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Nothing says how the cost is split."""
    return None if grunnlag.avtale.har_noekkel or form.kode in UTEN_NOEKKEL else {}


@_regel(LEVENDE)
def mangler_dokument(grunnlag: Ryddegrunnlag, form: Samarbeidsform, _dato: date) -> Verdier | None:
    """The agreement itself is not on file."""
    return None if grunnlag.har_avtaledokument or form.kode in UTEN_DOKUMENT else {}


@_regel(LEVENDE)
def mangler_start(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Nobody has said when it began."""
    return {} if grunnlag.avtale.start is None else None


@_regel(LEVENDE)
def deltakere_bare_som_tall(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Some participants are known only as a number («113 andre kommuner»)."""
    if not grunnlag.andre_deltakere:
        return None
    return {"andre": antall_av(grunnlag.andre_deltakere, *DELTAKERORD["deltakere"])}


@_regel(LEVENDE)
def mulig_dublett(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Another agreement looks like the same one."""
    return {"hvilke": opplisting(f"«{navn}»" for navn in grunnlag.like)} if grunnlag.like else None


@_regel(LEVENDE)
def loeper_ut(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, dato: date) -> Verdier | None:
    """The agreement ends within half a year and nothing follows it."""
    slutt = grunnlag.avtale.slutt
    if slutt is None or grunnlag.har_etterfoelger or slutt > dato + VARSEL_FOER_SLUTT:
        return None
    return {"dato": vis_dato(slutt)}


@_regel(LEVENDE)
def evaluering_forfalt(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, dato: date) -> Verdier | None:
    """The agreement's own interval between evaluations has passed."""
    sist = grunnlag.sist_evaluert or grunnlag.avtale.start
    if not grunnlag.evalueres_hvert_aar or sist is None:
        return None
    frist = om_aar(sist, grunnlag.evalueres_hvert_aar)
    return {"frist": vis_dato(frist)} if frist < dato else None


@_regel(LEVENDE)
def hviler(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, dato: date) -> Verdier | None:
    """Nothing has happened in the cooperation for a whole term (needs 0.6 «på staden kvil»)."""
    sist = grunnlag.siste_hendelse or grunnlag.avtale.start
    if sist is None or om_aar(sist, HVILER_ETTER_AAR) >= dato:
        return None
    return {"sist": vis_dato(sist)}


@_regel(LEVENDE)
def ubekreftet(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, dato: date) -> Verdier | None:
    """Nobody has said in a year that the data is right."""
    frist = om_aar(grunnlag.bekreftet or grunnlag.registrert, BEKREFTES_HVERT_AAR)
    return {"frist": vis_dato(frist)} if frist < dato else None


@_regel(LEVENDE)
def uten_dataeier(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, _dato: date) -> Verdier | None:
    """Nobody answers for the data."""
    return None if grunnlag.har_dataeier else {}


@_regel(AVSLUTTET)
def utloept(grunnlag: Ryddegrunnlag, _form: Samarbeidsform, dato: date) -> Verdier | None:
    """It ended lately, and nothing says what came after: a successor, a conversion, or that it was wound up."""
    slutt = grunnlag.avtale.slutt
    if slutt is None or grunnlag.har_etterfoelger or slutt + SLUTT_FOELGES_OPP < dato:
        return None
    return {"dato": vis_dato(slutt)}
