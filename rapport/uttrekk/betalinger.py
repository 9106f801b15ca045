"""What a municipality pays, from the frozen splits: never computed again, only read and said in a language."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch

from avtaler.models import Avtale
from kommuner.models import Part
from kommuner.uttrekk import Navnebok
from kostnad.models import Fordeling, Fordelingsdel
from kostnad.uttrekk import Fordelingsrad, frosne_rader
from rapport.domene.innhold import Betaling, Deltakersum


def fordelinger_paa(avtaler: Iterable[Avtale], dato: date) -> dict[int, Fordeling]:
    """The split that holds ``dato`` for each agreement that has one; the newest when two do. Two queries."""
    deler = Prefetch("deler", Fordelingsdel.objects.select_related("part").order_by("plass", "pk"))
    rader = Fordeling.objects.paa(dato).filter(avtale__in=list(avtaler)).order_by("pk").prefetch_related(deler)
    return {fordeling.avtale_id: fordeling for fordeling in rader}


def betaling(fordeling: Fordeling, part: Part, *, maalform: str, navn: Navnebok) -> Betaling | None:
    """The municipality's part of one split beside the others'; None when it has no part in it."""
    deler = zip(fordeling.deler.all(), frosne_rader(fordeling, maalform=maalform), strict=True)
    rader = [(del_.part, rad) for del_, rad in deler]
    vaar = next((rad for betaler, rad in rader if betaler == part), None)
    if vaar is None:
        return None
    return Betaling(
        fordeling_id=fordeling.pk,
        aar=fordeling.aar,
        beloep_oere=vaar.beloep_oere,
        til_fordeling_oere=fordeling.til_fordeling_oere,
        folketall=vaar.folketall,
        andel=vaar.andel,
        utledning=vaar.utledning,
        deltakere=tuple(_sum(betaler, rad, navn, er_oss=betaler == part) for betaler, rad in rader),
        sha256=fordeling.sha256,
        er_eksempel=fordeling.er_eksempel,
    )


def _sum(betaler: Part, rad: Fordelingsrad, navn: Navnebok, *, er_oss: bool) -> Deltakersum:
    betegnelse = navn(betaler)
    return Deltakersum(
        nummer=betegnelse.nummer,
        navn=betegnelse.navn,
        beloep_oere=rad.beloep_oere,
        folketall=rad.folketall,
        er_oss=er_oss,
    )
