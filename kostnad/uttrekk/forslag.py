"""What a budget splits into with the key in force: computed, shown, and stored only when it is adopted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avtaler.domene.avvisning import Avvist
from avtaler.models import Avtale
from kommuner.domene.skriving import vis_dato
from kommuner.models import Part
from kostnad.domene.deltaker import Deltaker
from kostnad.domene.deltaker import Periode as Fordelingsperiode
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.fordeling import Resultat, fordel
from kostnad.domene.ledd import MAALFORMER, kriterienavn
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.oppdrag import Avrunding, Oppdrag, Tilskudd
from kostnad.domene.steg import Steg
from kostnad.domene.stegdata import kriterier, med_ider
from kostnad.models import Budsjett, Fordeling, Noekkel

from .deltakere import Aarsdeltaker, aarets_deltakere, alle_nummer
from .statistikk import Kilde, les_statistikk, telledato, verdier

#: Always gathered, so that every split can be shown per inhabitant.
FOLKETALL = "folketall"


@dataclass(frozen=True)
class Forslag:
    """A split that is not adopted. ``parter`` are in the order of ``oppdrag.deltakere``."""

    budsjett: Budsjett
    oppdrag: Oppdrag
    resultat: Resultat
    noekkel: Noekkel
    kilder: tuple[Kilde, ...]
    parter: tuple[Part, ...]

    @property
    def er_eksempel(self) -> bool:
        """Whether anything that made the amounts is invented."""
        return self.noekkel.er_eksempel or self.budsjett.er_eksempel or any(k.er_eksempel for k in self.kilder)


def gjeldende_noekkel(noekler: QuerySet[Noekkel], aar: int) -> Noekkel | None:
    """The key in force for the budget of ``aar``: the latest year reached, and of that year the newest version."""
    return noekler.filter(fra_aar__lte=aar).order_by("-fra_aar", "-versjon").first()


def siste_budsjett(avtale: Avtale) -> Budsjett | None:
    """The budget of the latest year, with its grants."""
    return avtale.budsjetter.select_related("avtale").prefetch_related("tilskudd").order_by("-aar").first()


def vedtatt_fordeling(avtale: Avtale, aar: int) -> Fordeling | None:
    """The adopted split of the year that counts, if there is one."""
    return Fordeling.objects.gjeldende().filter(avtale=avtale, aar=aar).first()


def forslag(budsjett: Budsjett, *, noekkel: Noekkel | None = None) -> Forslag:
    """The split of a budget, by the key in force or by ``noekkel`` (which need not be stored); five queries.

    Raises Avvist with a sentence when there is no key, a figure is missing or the key cannot be used.
    """
    avtale, aar = budsjett.avtale, budsjett.aar
    noekkel = noekkel or gjeldende_noekkel(avtale.noekler, aar)
    if noekkel is None:
        raise Avvist(_("Avtalen har ingen fordelingsnøkkel som gjelder for %(aar)s.") % {"aar": aar})
    deltakere = aarets_deltakere(avtale, aar)
    if not deltakere:
        raise Avvist(_("Avtalen har ingen deltakere i %(aar)s, så det er ingen å fordele på.") % {"aar": aar})
    dato = telledato(noekkel, aar)
    steg = _steg(noekkel, deltakere)
    kilder = les_statistikk(deltakere, {FOLKETALL, *kriterier(steg)}, dato)
    oppdrag = _oppdrag(budsjett, noekkel, steg, deltakere, kilder)
    alle = tuple(kilde for deltaker in deltakere for kilde in kilder[deltaker.id].values())
    return Forslag(budsjett, oppdrag, _fordel(oppdrag, dato), noekkel, alle, tuple(d.part for d in deltakere))


def maalform() -> str:
    """The language of sentences made by the engine: that of the request."""
    kode = (get_language() or "nb")[:2]
    return kode if kode in MAALFORMER else "nb"


def _steg(noekkel: Noekkel, deltakere: list[Aarsdeltaker]) -> tuple[Steg, ...]:
    try:
        return les_noekkel(med_ider(noekkel.steg, alle_nummer(deltakere)))
    except Noekkelfeil as feil:
        raise Avvist(feil.setning(maalform())) from feil


def _oppdrag(
    budsjett: Budsjett,
    noekkel: Noekkel,
    steg: tuple[Steg, ...],
    deltakere: list[Aarsdeltaker],
    kilder: Mapping[str, Mapping[str, Kilde]],
) -> Oppdrag:
    periode = Fordelingsperiode(date(budsjett.aar, 1, 1), date(budsjett.aar + 1, 1, 1))
    return Oppdrag(
        beloep_oere=budsjett.beloep_oere,
        deltakere=tuple(_deltaker(deltaker, periode, kilder[deltaker.id]) for deltaker in deltakere),
        noekkel=steg,
        tilskudd=tuple(Tilskudd(et.navn, et.beloep_oere) for et in budsjett.tilskudd.all()),
        avrunding=Avrunding(noekkel.avrunding),
        periode=periode,
    )


def _deltaker(deltaker: Aarsdeltaker, periode: Fordelingsperiode, kilder: Mapping[str, Kilde]) -> Deltaker:
    """A participant of the whole year has no dates of its own."""
    fra = deltaker.fra if deltaker.fra > periode.fra else None
    til = deltaker.til if deltaker.til < periode.til else None
    return Deltaker(deltaker.id, deltaker.navn, verdier(kilder), fra, til)


def _fordel(oppdrag: Oppdrag, dato: date) -> Resultat:
    try:
        return fordel(oppdrag)
    except Noekkelfeil as feil:
        raise Avvist(_setning(feil, dato)) from feil


def _setning(feil: Noekkelfeil, dato: date) -> str:
    """The engine's sentence; of a missing figure one that also says which day it is missing for."""
    if feil.kode != "mangler_kriterium":
        return feil.setning(maalform())
    setning = _("%(navn)s mangler %(tall)s per %(dato)s. Velg et annet tellepunkt i nøkkelen, eller legg inn tallet.")
    tall = kriterienavn(feil.verdier["kriterium"], maalform())
    return setning % {"navn": feil.verdier["navn"], "tall": tall, "dato": vis_dato(dato)}
