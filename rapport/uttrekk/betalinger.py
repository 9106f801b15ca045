"""What a municipality pays, from the frozen splits: never computed again, only read and said in a language."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from django.db.models import Prefetch

from avtaler.models import Avtale
from kommuner.models import Part
from kommuner.uttrekk import Navnebok
from kostnad.domene.ledd import Ledd
from kostnad.domene.utledning import setninger
from kostnad.models import Fordeling, Fordelingsdel
from rapport.domene.innhold import Betaling, Deltakersum

from .folketall import Folketall


def fordelinger_paa(avtaler: Iterable[Avtale], dato: date) -> dict[int, Fordeling]:
    """The split that holds ``dato`` for each agreement that has one; the newest when two do. Two queries."""
    deler = Prefetch("deler", Fordelingsdel.objects.select_related("part").order_by("plass", "pk"))
    rader = Fordeling.objects.paa(dato).filter(avtale__in=list(avtaler)).order_by("pk").prefetch_related(deler)
    return {fordeling.avtale_id: fordeling for fordeling in rader}


def betaling(
    fordeling: Fordeling, part: Part, *, maalform: str, folketall: Folketall, navn: Navnebok
) -> Betaling | None:
    """The municipality's part of one split beside the others'; None when it has no part in it."""
    deler = list(fordeling.deler.all())
    vaar = next((rad for rad in deler if rad.part_id == part.pk), None)
    if vaar is None:
        return None
    return Betaling(
        fordeling_id=fordeling.pk,
        aar=fordeling.aar,
        beloep_oere=vaar.beloep_oere,
        til_fordeling_oere=fordeling.til_fordeling_oere,
        folketall=folketall.antall(part.pk, fordeling.aar),
        andel=Fraction(vaar.andel),
        utledning=tuple(setninger([Ledd.fra_json(ledd) for ledd in vaar.ledd], maalform)),
        deltakere=tuple(_sum(rad, part, fordeling.aar, folketall, navn) for rad in deler),
        sha256=fordeling.sha256,
        er_eksempel=fordeling.er_eksempel,
    )


def _sum(rad: Fordelingsdel, part: Part, aar: int, folketall: Folketall, navn: Navnebok) -> Deltakersum:
    betegnelse = navn(rad.part)
    return Deltakersum(
        nummer=betegnelse.nummer,
        navn=betegnelse.navn,
        beloep_oere=rad.beloep_oere,
        folketall=folketall.antall(rad.part_id, aar),
        er_oss=rad.part_id == part.pk,
    )
