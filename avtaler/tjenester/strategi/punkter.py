"""The points of a strategy: added last, moved one place, carried under another point, deleted with what is below.

Every act locks the strategy first, so that two people who order the same points wait for each other.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from avtaler.domene.strategi.tre import TOPP, Plass, Retning, alt_under, flyttet, kan_staa_under
from avtaler.models import Strategi, Strategipunkt
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from avtaler.tjenester.rad import endre_rad, registrer_rad

#: Out of the way of every place in use while the places are written anew.
FORBI = 10_000


@transaction.atomic
def registrer_punkt(punkt: Strategipunkt, felt: Mapping[str, Any]) -> Strategipunkt:
    """Add ``punkt`` last among those of its kind. Raises Avvist when it may not stand there."""
    _laas(punkt.strategi_id)
    _krev_plass(punkt.slag, punkt.over, punkt.strategi_id)
    punkt.rekkefoelge = len(_soesken(punkt.strategi_id, punkt.over_id, punkt.slag)) + 1
    return registrer_rad(punkt, felt)


@transaction.atomic
def endre_punkt(punkt_id: int, versjon: int | None, felt: Mapping[str, Any]) -> Strategipunkt:
    """Change words and links; with a new «over» it goes last there, with all that is under it.

    Raises Konflikt, and Avvist when it may not stand there.
    """
    lagret = _med_laast_strategi(punkt_id)
    flyttes = "over" in felt and felt["over"] != lagret.over
    if flyttes:
        _krev_plass(lagret.slag, felt["over"], lagret.strategi_id)
        if felt["over"] is not None and felt["over"].pk in alt_under(_plasser(lagret.strategi_id), punkt_id):
            raise Avvist(_("Et punkt kan ikke stå under seg selv."), felt="over")
        nye = _soesken(lagret.strategi_id, felt["over"] and felt["over"].pk, lagret.slag)
        felt = {**felt, "rekkefoelge": len(nye) + 1}
    punkt = endre_rad(Strategipunkt, punkt_id, versjon, felt)
    if flyttes:
        _tett_igjen(lagret)
    return punkt


@transaction.atomic
def flytt_punkt(punkt_id: int, retning: Retning) -> None:
    """Move the point one place among those of its kind; at the end of the row nothing happens."""
    punkt = _med_laast_strategi(punkt_id)
    rekke = _soesken(punkt.strategi_id, punkt.over_id, punkt.slag)
    _nummerer(flyttet(rekke, punkt_id, retning))


@transaction.atomic
def slett_punkt(punkt_id: int, versjon: int | None = None) -> None:
    """Delete the point and all below it; measures and front cases that hung there stay, without a point."""
    punkt = _med_laast_strategi(punkt_id)
    laast(Strategipunkt, punkt_id, versjon)
    punkt.delete()
    _tett_igjen(punkt)


def _laas(strategi_id: int) -> None:
    Strategi.objects.select_for_update().filter(pk=strategi_id).values_list("pk").get()


def _med_laast_strategi(punkt_id: int) -> Strategipunkt:
    punkt = Strategipunkt.objects.filter(pk=punkt_id).first()
    if punkt is not None:
        _laas(punkt.strategi_id)
        punkt = Strategipunkt.objects.filter(pk=punkt_id).select_related("over").first()
    if punkt is None:
        raise Avvist(_("Noen andre har slettet dette mens du arbeidet med det."))
    return punkt


def _krev_plass(slag: str, over: Strategipunkt | None, strategi_id: int) -> None:
    if over is not None and over.strategi_id != strategi_id:
        raise Avvist(_("Velg et punkt i samme strategi."), felt="over")
    if not kan_staa_under(slag, over.slag if over else TOPP):
        raise Avvist(_("Et punkt av dette slaget kan ikke stå her."), felt="over")


def _soesken(strategi_id: int, over_id: int | None, slag: str) -> list[int]:
    rader = Strategipunkt.objects.filter(strategi=strategi_id, over=over_id, slag=slag)
    return list(rader.order_by("rekkefoelge", "pk").values_list("pk", flat=True))


def _tett_igjen(gammel: Strategipunkt) -> None:
    """Close the gap where the point stood."""
    _nummerer(_soesken(gammel.strategi_id, gammel.over_id, gammel.slag))


def _nummerer(rekke: Sequence[int]) -> None:
    """Number the points from 1 in this order. First out of the way, as no two may share a place meanwhile."""
    staar = dict(Strategipunkt.objects.filter(pk__in=rekke).values_list("pk", "rekkefoelge"))
    flyttes = {pk: plass for plass, pk in enumerate(rekke, 1) if staar[pk] != plass}
    Strategipunkt.objects.filter(pk__in=flyttes).update(rekkefoelge=F("rekkefoelge") + FORBI)
    for pk, plass in flyttes.items():
        Strategipunkt.objects.filter(pk=pk).update(rekkefoelge=plass)


def _plasser(strategi_id: int) -> list[Plass]:
    rader = Strategipunkt.objects.filter(strategi=strategi_id).values_list("pk", "over", "slag", "rekkefoelge")
    return [Plass(id=pk, over=over, slag=slag, nummer=nummer) for pk, over, slag, nummer in rader]
