"""Writes of the cost room: set a key, set a budget, adopt a split. One transaction each.

Refusals and conflicts are the register's own: ``avtaler.tjenester.Avvist`` with a sentence, ``Konflikt`` with the row.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt
from kommuner.domene.skriving import vis_dato
from kommuner.models import Bruker, Identitet, Part
from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.frysing import frys, sha256
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.oppdrag import Oppdrag, kontroller
from kostnad.domene.stegdata import nevnte
from kostnad.models import Budsjett, Fordeling, Fordelingsdel, Noekkel, Tilskudd
from kostnad.uttrekk import Forslag, forslag, vedtatt_fordeling
from kostnad.uttrekk.forslag import maalform

FOERSTE_AAR, SISTE_AAR = 1950, 2199


@transaction.atomic
def fastsett_noekkel(
    avtale: Avtale,
    *,
    fra_aar: int,
    steg: list[Any],
    avrunding: str = "krone",
    tellepunkt: str = "samme_aar",
    kilde: str = "",
    er_eksempel: bool = False,
) -> Noekkel:
    """Give the agreement a new version of its key, in force from the budget of ``fra_aar``. Older versions stay.

    ``steg`` is as docs/fordeling.md says. Raises Avvist when a step cannot be read, or names somebody who has never
    been in the agreement.
    """
    _krev_aar(fra_aar, "fra_aar")
    Avtale.objects.select_for_update().get(pk=avtale.pk)  # two at a time must not get the same version
    lest = proev_steg(avtale, steg)
    siste = avtale.noekler.aggregate(siste=Max("versjon"))["siste"] or 0
    return Noekkel.objects.create(
        avtale=avtale, versjon=siste + 1, fra_aar=fra_aar, steg=lest, avrunding=avrunding, tellepunkt=tellepunkt,
        kilde=kilde.strip(), er_eksempel=er_eksempel,
    )  # fmt: skip


def proev_steg(avtale: Avtale, steg: list[Any]) -> list[dict[str, Any]]:
    """The steps as the engine reads them, every number exact, checked against all who have ever taken part.

    Raises Avvist; stores nothing.
    """
    kjente = _kjente_ider(avtale)
    try:
        noekkel = les_noekkel(steg)
        kontroller(Oppdrag(None, (Deltaker("-", "-"),), noekkel))
        for nr, et in enumerate(steg, 1):
            for ident in nevnte(et):
                if ident not in kjente:
                    raise Noekkelfeil("ukjent_deltaker", id=ident).i_steg(nr, et["steg"])
        return [et.som_json() for et in noekkel]
    except Noekkelfeil as feil:
        raise Avvist(feil.setning(maalform()), felt="steg") from feil


def _kjente_ider(avtale: Avtale) -> set[str]:
    parter = Part.objects.filter(deltakelser__avtale=avtale)
    gamle = Identitet.objects.filter(part__in=parter).values_list("nummer", flat=True)
    return {ident for par in parter.values_list("noekkel", "nummer") for ident in par} | set(gamle)


def sett_budsjett(
    avtale: Avtale,
    *,
    aar: int,
    beloep_oere: int | None,
    tilskudd: Sequence[tuple[str, int]] = (),
    kilde: str = "",
    er_eksempel: bool = False,
    versjon: int | None = None,
) -> Budsjett:
    """Set what the agreement costs in ``aar`` and the grants taken off first (name, øre); None where fees set the sum.

    ``versjon`` is the one the caller read, None when there was no budget for the year. Raises Konflikt when somebody
    has set it since, and Avvist. Adopted splits keep the figures they were adopted with.
    """
    _krev_budsjett(aar, beloep_oere, tilskudd)
    felt = {"beloep_oere": beloep_oere, "kilde": kilde.strip(), "er_eksempel": er_eksempel}
    with transaction.atomic():
        Avtale.objects.select_for_update().get(pk=avtale.pk)
        lagret = Budsjett.objects.filter(avtale=avtale, aar=aar).first()
        if lagret is None:
            _krev_begynt(avtale, aar)
        budsjett = lagret or Budsjett(avtale=avtale, aar=aar, versjon=0)
        if budsjett.versjon != (versjon or 0):
            raise Konflikt(budsjett)
        for navn, verdi in felt.items():
            setattr(budsjett, navn, verdi)
        budsjett.versjon += 1
        budsjett.save()
        budsjett.tilskudd.all().delete()
        rader = [Tilskudd(budsjett=budsjett, navn=navn, beloep_oere=oere) for navn, oere in tilskudd]
        Tilskudd.objects.bulk_create(rader)
    return budsjett


def _krev_aar(aar: int, felt: str) -> None:
    if not FOERSTE_AAR <= aar <= SISTE_AAR:
        grenser = {"foerste": FOERSTE_AAR, "siste": SISTE_AAR}
        raise Avvist(_("Skriv et år fra %(foerste)s til %(siste)s.") % grenser, felt=felt)


def _krev_begynt(avtale: Avtale, aar: int) -> None:
    """Nobody shares a cost before there is an agreement."""
    if avtale.fra is not None and aar < avtale.fra.year:
        setning = _("Avtalen gjelder fra %(dato)s. Budsjettet kan tidligst være for %(aar)s.")
        raise Avvist(setning % {"dato": vis_dato(avtale.fra), "aar": avtale.fra.year}, felt="aar")


def _krev_budsjett(aar: int, beloep_oere: int | None, tilskudd: Sequence[tuple[str, int]]) -> None:
    _krev_aar(aar, "aar")
    if (beloep_oere or 0) < 0 or any(oere < 0 for _navn, oere in tilskudd):
        raise Avvist(_("Beløp i et budsjett kan ikke være negative."), felt="beloep")
    if beloep_oere is None and tilskudd:
        raise Avvist(_("Tilskudd kan bare trekkes fra når budsjettet har et beløp."), felt="beloep")
    if beloep_oere is not None and sum(oere for _navn, oere in tilskudd) > beloep_oere:
        raise Avvist(_("Tilskuddene er større enn beløpet. Det er ingenting igjen å fordele."), felt="beloep")


@transaction.atomic
def vedta_fordeling(
    budsjett: Budsjett, *, av: Bruker | None, erstatter: Fordeling | None = None, lest: str | None = None
) -> Fordeling:
    """Adopt the split of the budget: computed here and now, and frozen with inputs, derivation and hash.

    A year that has an adopted split needs ``erstatter``: that split, which this one corrects. ``lest`` is the hash
    (`fingeravtrykk`) of the proposal the person saw. Raises Avvist when the proposal has changed since, when the key
    cannot be used, and when a split is there and is not the one corrected.
    """
    avtale = Avtale.objects.select_for_update().get(pk=budsjett.avtale_id)
    ferskt = Budsjett.objects.select_related("avtale").get(pk=budsjett.pk)
    _krev_riktig_erstatning(avtale, ferskt.aar, erstatter)
    utregnet = forslag(ferskt)
    if lest is not None and lest != fingeravtrykk(utregnet):
        raise Avvist(_("Grunnlaget er endret siden du så forslaget. Se gjennom den nye fordelingen før du vedtar den."))
    fordeling = _frys(utregnet, av, erstatter)
    Fordelingsdel.objects.bulk_create(_deler(utregnet, fordeling))
    return fordeling


def fingeravtrykk(utregnet: Forslag) -> str:
    """The hash that the split will have when it is adopted."""
    return sha256(frys(utregnet.oppdrag, utregnet.resultat))


def _krev_riktig_erstatning(avtale: Avtale, aar: int, erstatter: Fordeling | None) -> None:
    vedtatt = vedtatt_fordeling(avtale, aar)
    if vedtatt is not None and erstatter is None:
        setning = _("Fordelingen for %(aar)s er allerede vedtatt. Den kan bare rettes med en ny som erstatter den.")
        raise Avvist(setning % {"aar": aar})
    if vedtatt != erstatter:
        raise Avvist(_("Fordelingen du vil rette, er allerede erstattet av en annen."))


def _frys(utregnet: Forslag, av: Bruker | None, erstatter: Fordeling | None) -> Fordeling:
    frosset = frys(utregnet.oppdrag, utregnet.resultat)
    periode = utregnet.oppdrag.periode
    return Fordeling.objects.create(
        avtale=utregnet.budsjett.avtale, budsjett=utregnet.budsjett, noekkel=utregnet.noekkel,
        aar=utregnet.budsjett.aar, fra=periode.fra, til=periode.til, inndata=frosset["oppdrag"],
        kilder=[kilde.som_json() for kilde in utregnet.kilder], format=frosset["format"], sha256=sha256(frosset),
        til_fordeling_oere=utregnet.resultat.til_fordeling_oere, er_eksempel=utregnet.er_eksempel,
        vedtatt_av=av, erstatter=erstatter,
    )  # fmt: skip


def _deler(utregnet: Forslag, fordeling: Fordeling) -> list[Fordelingsdel]:
    return [
        Fordelingsdel(
            fordeling=fordeling, part=part, plass=plass, beloep_oere=del_.oere, andel=str(del_.andel),
            ledd=[ledd.som_json() for ledd in del_.ledd],
        )
        for plass, (part, del_) in enumerate(zip(utregnet.parter, utregnet.resultat.deler, strict=True), 1)
    ]  # fmt: skip
