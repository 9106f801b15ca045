"""The draft case list of a conference: computed from its results, then edited, ordered, taken out and put in again."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from avtaler.domene.vurdering.saksliste import AVTALE, IDE, TEMA, Sakslinje
from avtaler.models import Diskusjonsdokument, Konferanse, Runde, Saksforslag
from avtaler.tjenester import Avvist, laast


def noekkel(sak: Saksforslag) -> tuple[str, int] | None:
    """What the line comes of, as the rules name it; None for one that a person wrote."""
    opphav = {AVTALE: sak.avtale_id, IDE: sak.ide_id, TEMA: sak.lappegruppe_id}
    return next(((slag, opphav[slag]) for slag in (TEMA, IDE, AVTALE) if opphav[slag] is not None), None)


def legg_til_saker(konferanse: Konferanse, linjer: Iterable[Sakslinje]) -> int:
    """Put the lines that are new after those that are there; how many. Those taken out by a person stay out."""
    with transaction.atomic():
        Konferanse.objects.select_for_update().get(pk=konferanse.pk)
        finnes = {noekkel(sak) for sak in konferanse.saksforslag.all()}
        nye = [linje for linje in linjer if linje.noekkel not in finnes]
        plass = konferanse.saksforslag.aggregate(siste=Max("rekkefoelge"))["siste"] or 0
        for nr, linje in enumerate(nye, plass + 1):
            Saksforslag.objects.create(
                konferanse=konferanse, rekkefoelge=nr, tittel=linje.tittel, tekst=linje.tekst,
                er_eksempel=konferanse.er_eksempel, **{f"{linje.slag}_id": linje.id},
            )  # fmt: skip
    return len(nye)


def flytt_sak(*, sak_id: int, opp: bool) -> None:
    """One place up or down among the lines that are on the list; at the end nothing happens. Raises Avvist."""
    with transaction.atomic():
        sak = laast(Saksforslag, sak_id, None)
        paa_lista = list(Saksforslag.objects.select_for_update().filter(konferanse=sak.konferanse_id, tatt_ut=False))
        plass = next((nr for nr, en in enumerate(paa_lista) if en.pk == sak.pk), None)
        ny = None if plass is None else plass + (-1 if opp else 1)
        if plass is None or ny is None or not 0 <= ny < len(paa_lista):
            return
        paa_lista.insert(ny, paa_lista.pop(plass))
        _nummerer(paa_lista)


def ta_ut_sak(*, sak_id: int, ut: bool) -> None:
    """Take a line off the list, or put it back: a line that is out is not proposed again. Raises Avvist."""
    with transaction.atomic():
        sak = laast(Saksforslag, sak_id, None)
        sak.tatt_ut = ut
        sak.save()


def knytt_til_runde(opphav: Saksforslag | Diskusjonsdokument, runde: Runde) -> None:
    """Say which round the line or the discussion became the background of.

    Raises Avvist when somebody else has made a round of it meanwhile, or taken the line off the list.
    """
    with transaction.atomic():
        rad = laast(type(opphav), opphav.pk, None)
        if rad.runde_id is not None:
            raise Avvist(_("Det er alt laget en sak til rådene av dette."))
        if getattr(rad, "tatt_ut", False):
            raise Avvist(_("Saken er tatt ut av saklista."))
        rad.runde = runde
        rad.save()


def _nummerer(saker: Iterable[Saksforslag]) -> None:
    for nr, sak in enumerate(saker, 1):
        if sak.rekkefoelge != nr:
            Saksforslag.objects.filter(pk=sak.pk).update(rekkefoelge=nr)
