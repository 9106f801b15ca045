"""A cooperation under the old law becomes one or two under the new, in one operation: all of it, or nothing.

The successors are drafts with everything copied for review; the old agreement ends on a day that is known, or on the
day the successors take effect (``sett_i_kraft``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, VERTSKOMMUNE
from avtaler.domene.omdanning import foelger_navnekrav, overfoer_bestemmelser
from avtaler.domene.ordlyd import gjeldende
from avtaler.models import (
    Avtale,
    Avtalerelasjon,
    Bestemmelse,
    Deloppgave,
    Oppgave,
    Organ,
    Organtype,
    Setetall,
    Sted,
    Verv,
)
from avtaler.regler import les_regelverk
from avtaler.regler.omdanning import les_omdanningsregler
from kommuner.domene.skriving import vis_kort_dato
from kommuner.querysets import gyldig

from .avtale import avslutt_avtale, knytt, registrer_avtale
from .avvisning import Avvist
from .laas import laast

Type = Avtalerelasjon.Type
#: The forms whose top organ is a representantskap elected by each council (koml. §§ 18-3, 19-3).
MED_REPRESENTANTSKAP = frozenset({"IPR", "KO"})
#: Where offices, sub-tasks and posts go when there are two successors: to the one that produces services.
TJENESTEFORMER = ("KO", "VERT_ADM", "VERT_NEMND")


@dataclass(frozen=True, kw_only=True)
class Etterfoelger:
    """One successor: its form and name, and which purposes and tasks (by key) follow into it."""

    form: str
    navn: str
    formaal: frozenset[int] = frozenset()
    oppgaver: frozenset[int] = frozenset()


@transaction.atomic
def omdann(
    *, avtale_id: int, versjon: int | None, fra: date, etterfoelgere: Sequence[Etterfoelger], avslutt: bool
) -> list[Avtale]:
    """Make the successors as drafts that begin on ``fra``, related to the old agreement and to each other.

    ``avslutt`` ends the old agreement on the same day; otherwise it runs until ``sett_i_kraft``. Raises Konflikt and
    Avvist: a form the law does not let it become, a name without the words of the law, a purpose nobody takes over.
    """
    gammel = laast(Avtale, avtale_id, versjon)
    gammel.save()
    krev_lovlig(gammel, fra, etterfoelgere)
    nye = [_lag(gammel, etterfoelger, fra) for etterfoelger in etterfoelgere]
    _kopier_virksomhet(gammel, _tjenesteavtale(nye), fra)
    for ny in nye:
        knytt(gammel, ny, type=Type.OMDANNET_TIL, dato=fra)
    for ny in nye[1:]:
        knytt(ny, nye[0], type=Type.REALISERER_SAMMEN_MED, dato=fra)
    if avslutt:
        avslutt_avtale(gammel, til=fra)
    return nye


@transaction.atomic
def sett_i_kraft(*, avtale_id: int, versjon: int | None, fra: date) -> list[Avtale]:
    """Publish every draft of its region the agreement is converted to, from ``fra``, and end the agreement that day.

    What was copied to begin on the planned day begins on ``fra`` instead. Raises Avvist when nothing is a draft.
    """
    gammel = laast(Avtale, avtale_id, versjon)
    gammel.save()
    relasjoner = gammel.relasjoner_ut.filter(
        type=Type.OMDANNET_TIL, til_avtale__er_utkast=True, til_avtale__region=gammel.region_id
    )
    nye = [relasjon.til_avtale for relasjon in relasjoner.select_related("til_avtale")]
    if not nye:
        raise Avvist(_("Avtalen har ingen etterfølgere som er utkast."))
    for ny in nye:
        _publiser(ny, fra)
    relasjoner_mellom = Q(fra_avtale=gammel, til_avtale__in=nye) | Q(fra_avtale__in=nye, til_avtale__in=nye)
    Avtalerelasjon.objects.filter(relasjoner_mellom).update(dato=fra)
    if gammel.til is None or gammel.til > fra:
        avslutt_avtale(gammel, til=fra)
    elif gammel.til < fra:
        setning = _("Den gamle avtalen er avsluttet %(til)s. De nye må gjelde fra da.")
        raise Avvist(setning % {"til": vis_kort_dato(gammel.til)}, felt="fra")
    return nye


def krev_lovlig(gammel: Avtale, fra: date, etterfoelgere: Sequence[Etterfoelger]) -> None:
    """Raise Avvist with what stands in the way of the conversion. Writes nothing."""
    former = les_regelverk().former
    tillatte = former[gammel.form].omdannes_til
    if gammel.relasjoner_ut.filter(type=Type.OMDANNET_TIL).exists():
        raise Avvist(_("Avtalen er alt omdannet. Etterfølgerne står under «Sammenheng med andre avtaler»."))
    if not etterfoelgere:
        raise Avvist(_("Velg minst én form."), felt="former")
    if gammel.fra is not None and fra <= gammel.fra:
        raise Avvist(_("De nye avtalene må begynne etter den gamle."), felt="fra")
    if gammel.til is not None and fra > gammel.til:
        raise Avvist(_("Avtalen er avsluttet før den dagen."), felt="fra")
    for en in etterfoelgere:
        if en.form not in tillatte:
            raise Avvist(_("Avtalen kan ikke omdannes til den formen."), felt="former")
        if not en.navn.strip():
            raise Avvist(_("Skriv navnet på det nye samarbeidet."), felt=f"navn-{en.form}")
        if not foelger_navnekrav(en.navn, former[en.form]):
            ord_ = str(_(" eller ")).join(f"«{ett}»" for ett in former[en.form].navnekrav)
            raise Avvist(_("Navnet må inneholde %(ord)s.") % {"ord": ord_}, felt=f"navn-{en.form}")
    tatt = frozenset().union(*(en.formaal for en in etterfoelgere))
    if glemt := [rad.tekst for rad in gammel.formaal.all() if rad.pk not in tatt]:
        setning = _("Ingen av de nye har formålet «%(tekst)s». Velg hvor det skal høre til.")
        raise Avvist(setning % {"tekst": glemt[0]}, felt="formaal")


def _kilde(gammel: Avtale) -> str:
    """Where the new one comes from, in the agreement's own language, whoever converts it."""
    with override(gammel.maalform):
        return _("Omdannet fra %(navn)s.") % {"navn": gammel.navn}


def _lag(gammel: Avtale, etterfoelger: Etterfoelger, fra: date) -> Avtale:
    form = les_regelverk().form(etterfoelger.form)
    klausuler, frie = _klausuler(gammel, fra)
    overfoert = overfoer_bestemmelser(
        klausuler, fra_form=gammel.form, til_form=etterfoelger.form, regler=les_omdanningsregler()
    )
    kjent = {"ja": True, "nei": False}.get(form.eget_rettssubjekt)
    ny = registrer_avtale(
        felt={
            "navn": etterfoelger.navn.strip(), "form": etterfoelger.form, "region": gammel.region,
            "klasse": les_omdanningsregler().klasse.get(etterfoelger.form, gammel.klasse), "fra": fra,
            "eget_rettssubjekt": kjent, "maalform": gammel.maalform, "er_utkast": True, "roller": gammel.roller,
            "oppsigelse_maaneder": gammel.oppsigelse_maaneder, "oppsigelse_regel": gammel.oppsigelse_regel,
            "dataeier": gammel.dataeier, "er_eksempel": gammel.er_eksempel, "eksempel_merknad": gammel.eksempel_merknad,
            "kilde": _kilde(gammel),
        },
        formaal=[rad.tekst for rad in gammel.formaal.all() if rad.pk in etterfoelger.formaal],
        oppgaver=Oppgave.objects.filter(pk__in=etterfoelger.oppgaver, avtaler=gammel),
        bestemmelser=overfoert.etter_krav, dato=fra,
    )  # fmt: skip
    titler = {krav.kode: krav.tittel.paa(ny.maalform) for krav in les_regelverk().krav}
    uten_plass = [(titler.get(krav, krav), klausuler[krav]) for krav in overfoert.uten_plass]
    _skriv_frie_klausuler(ny, [*uten_plass, *frie])
    _kopier_deltakere(gammel, ny, fra)
    _kopier_organer(gammel, ny, fra)
    _kopier_dokumenter(gammel, ny)
    return ny


def _klausuler(avtale: Avtale, dato: date) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The clauses of the wording in force on the day: by requirement, and those beside the list with their titles."""
    versjon = gjeldende(avtale.versjoner.all(), dato)
    rader = list(versjon.bestemmelser.order_by("rekkefoelge", "krav", "pk")) if versjon else []
    return {rad.krav: rad.tekst for rad in rader if rad.krav}, [
        (rad.tittel, rad.tekst) for rad in rader if not rad.krav
    ]


def _skriv_frie_klausuler(ny: Avtale, klausuler: Sequence[tuple[str, str]]) -> None:
    """Clauses that answer nothing in the new form's list stand beside it, under their old titles."""
    versjon = ny.versjoner.get()
    Bestemmelse.objects.bulk_create(
        Bestemmelse(versjon=versjon, tittel=tittel[:120], tekst=tekst, rekkefoelge=plass)
        for plass, (tittel, tekst) in enumerate(klausuler, 1)
    )


def _kopier_deltakere(gammel: Avtale, ny: Avtale, fra: date) -> None:
    """Those who are in on the day, or to be in later, on the same terms; one that has given notice still leaves.

    Of an agreement that has ended already: those who were in to the last.
    """
    rader = gammel.deltakelser.filter(Q(til__isnull=True) | Q(til__gt=fra))
    for rad in rader if rader.exists() else gammel.deltakelser.filter(til=gammel.til, fra__lt=fra):
        _ny_kopi(
            rad, avtale=ny, fra=max(rad.fra, fra), til=rad.til if rad.til != gammel.til else None,
            rolle=_rolle_i(ny.form, rad.rolle),
        )  # fmt: skip


def _rolle_i(form: str, rolle: str) -> str:
    if form in MED_REPRESENTANTSKAP:
        return {VERTSKOMMUNE: KONTORKOMMUNE, "samarbeidskommune": "deltaker"}.get(rolle, rolle)
    return {"deltaker": "samarbeidskommune"}.get(rolle, rolle)


def _kopier_organer(gammel: Avtale, ny: Avtale, fra: date) -> None:
    """Every organ of the day with its place in the tree, its portfolio, its seats and those who sit in it.

    The law's top organ is added where it is missing, empty.
    """
    if ny.form in MED_REPRESENTANTSKAP and not gammel.organer.filter(type=Organtype.REPRESENTANTSKAP).exists():
        Organ.objects.create(avtale=ny, type=Organtype.REPRESENTANTSKAP)
    kopier = {organ.pk: _ny_kopi(organ, avtale=ny, overordnet=None) for organ in gammel.organer.filter(gyldig(fra))}
    for organ in gammel.organer.filter(pk__in=kopier).prefetch_related("foelger"):
        nytt = kopier[organ.pk]
        nytt.overordnet = kopier.get(organ.overordnet_id)
        nytt.save()
        nytt.foelger.set(organ.foelger.all())
        for modell in (Setetall, Verv):
            for rad in modell.objects.filter(gyldig(fra), organ=organ):
                _ny_kopi(rad, organ=nytt, fra=max(rad.fra, fra))


def _kopier_dokumenter(gammel: Avtale, ny: Avtale) -> None:
    """The same files, known by their content; the wording and the round they belonged to stay with the old one."""
    for dokument in gammel.dokumenter.all():
        _ny_kopi(dokument, avtale=ny, avtaleversjon=None, runde=None)


def _kopier_virksomhet(gammel: Avtale, ny: Avtale, fra: date) -> None:
    """Places and sub-tasks that run on the day."""
    for sted in Sted.objects.filter(gyldig(fra), avtale=gammel):
        _ny_kopi(sted, avtale=ny, fra=max(sted.fra, fra))
    for oppgave in Deloppgave.objects.filter(gyldig(fra), avtale=gammel):
        ny_oppgave = _ny_kopi(oppgave, avtale=ny, fra=max(oppgave.fra, fra))
        for rad in oppgave.deltakelser.filter(gyldig(fra)):
            _ny_kopi(rad, deloppgave=ny_oppgave, fra=max(rad.fra, fra))


def _tjenesteavtale(nye: Sequence[Avtale]) -> Avtale:
    return next((ny for ny in nye if ny.form in TJENESTEFORMER), nye[0])


def _ny_kopi(rad, **felt):
    """A new row with the values of ``rad``, but for ``felt``."""
    like = {f.attname: getattr(rad, f.attname) for f in rad._meta.concrete_fields if not (f.primary_key or f.generated)}
    ny = type(rad)(**(like | ({"versjon": 1} if hasattr(rad, "versjon") else {})))
    for navn, verdi in felt.items():
        setattr(ny, navn, verdi)
    ny.save()
    return ny


def _publiser(ny: Avtale, fra: date) -> None:
    planlagt = ny.fra
    ny = laast(Avtale, ny.pk, None)
    ny.er_utkast, ny.fra = False, fra
    ny.save()
    if planlagt is None or planlagt == fra:
        return
    for rader in _som_begynner(ny):
        rader.filter(fra=planlagt, til__lte=fra).delete()
        rader.filter(fra=planlagt).update(fra=fra)
    ny.versjoner.filter(fra=planlagt).update(fra=fra)


def _som_begynner(avtale: Avtale) -> Iterable:
    """Everything of the agreement that has a first day."""
    yield avtale.deltakelser.all()
    yield Verv.objects.filter(organ__avtale=avtale)
    yield Setetall.objects.filter(organ__avtale=avtale)
    yield avtale.steder.all()
    yield from (oppgave.deltakelser.all() for oppgave in avtale.deloppgaver.all())
    yield avtale.deloppgaver.all()
