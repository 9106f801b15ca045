"""Verdicts across a region: arrangements down, municipalities across, those who disagree first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.vurdering.dommer import REKKEFOELGE, Enighet, alle_vil_avvikle, enighet
from avtaler.models import Avtale, Deltakelse, Konferanse, Vurdering
from kommuner.filer.ark import Ark, Kolonne, Slag
from kommuner.models import Part, Region
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import medlemmer, navn_paa


@dataclass(frozen=True, kw_only=True)
class Ordningsrad:
    """One arrangement; ``celler`` follow the columns."""

    id: int
    navn: str
    enighet: Enighet
    alle_vil_avvikle: bool
    celler: tuple[tuple[str, "Vurdering | None", bool], ...]
    """(municipality, its newest verdict, whether it takes part)."""
    svart: int
    antall: int
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Vurderingsoversikt:
    """The matrix of one region."""

    region: Region
    kolonner: tuple[str, ...]
    rader: tuple[Ordningsrad, ...]
    konferanser: tuple[Konferanse, ...]
    konferanse: Konferanse | None

    @property
    def antall(self) -> Mapping[str, int]:
        """How many arrangements there are of each kind of agreement."""
        return {en.value: sum(rad.enighet is en for rad in self.rader) for en in Enighet}


def vurderingsoversikt(
    region: Region, innsyn: Innsyn, *, dato: date, konferanse: int | None = None
) -> Vurderingsoversikt:
    """Arrangements in force that the reader may see; with ``konferanse`` only what was said there. Six queries."""
    avtaler = list(Avtale.objects.for_user(innsyn).gjeldende(dato).filter(region=region))
    deltakere, dommer = deltakere_i(avtaler, dato=dato), _dommer(avtaler, konferanse, dato)
    parter = _kolonner(region, deltakere, dato)
    konferanser = tuple(region.konferanser.all())
    rader = [_rad(avtale, parter, deltakere[avtale.pk], dommer[avtale.pk], dato) for avtale in avtaler]
    if konferanse is not None:
        rader = [rad for rad in rader if rad.svart]
    return Vurderingsoversikt(
        region=region, kolonner=tuple(navn_paa(part, dato) for part in parter), konferanser=konferanser,
        rader=tuple(sorted(rader, key=lambda rad: REKKEFOELGE[rad.enighet])),
        konferanse=next((en for en in konferanser if en.pk == konferanse), None),
    )  # fmt: skip


def vurderingsark(side: Vurderingsoversikt) -> Ark:
    """One row for each verdict, with the reason: what the matrix has no room for."""
    kolonner = [
        Kolonne(_("Ordning"), bredde=44), Kolonne(_("Kommune")), Kolonne(_("Vurdering")),
        Kolonne(_("Hvorfor"), bredde=60), Kolonne(_("Dato"), Slag.DATO), Kolonne(_("Enighet")),
    ]  # fmt: skip
    rader = [
        [rad.navn, navn, capfirst(dom.get_dom_display()), dom.begrunnelse, dom.dato, enighetsnavn(rad.enighet)]
        for rad in side.rader
        for navn, dom, _med in rad.celler
        if dom is not None
    ]
    return Ark(_("Vurderinger"), kolonner, rader)


def enighetsnavn(en: Enighet) -> str:
    """In words, for those who do not see the order or the colour."""
    navn = {
        Enighet.UENIGE: _("Uenige"), Enighet.DELVIS: _("Ikke alle har svart"), Enighet.ENIGE: _("Enige"),
        Enighet.INGEN: _("Ingen har svart"),
    }  # fmt: skip
    return navn[en]


def deltakere_i(avtaler: Iterable[Avtale], *, dato: date) -> Mapping[int, set[int]]:
    """The participants of each agreement on the day. One query."""
    funnet: dict[int, set[int]] = defaultdict(set)
    rader = Deltakelse.objects.filter(gyldig(dato), avtale__in=avtaler).exclude(rolle__in=UTENFOR)
    for avtale, part in rader.values_list("avtale", "part"):
        funnet[avtale].add(part)
    return funnet


def _kolonner(region: Region, deltakere: Mapping[int, set[int]], dato: date) -> list[Part]:
    """The members of the region, then those from outside who count in whether an arrangement is agreed on."""
    egne = medlemmer(region.pk, dato=dato)
    alle = Part.objects.filter(Q(pk__in=egne) | Q(pk__in=set().union(*deltakere.values())))
    utenfra = alle.annotate(utenfra=~Exists(egne.filter(pk=OuterRef("pk"))))
    return list(utenfra.order_by("utenfra", *Part._meta.ordering).prefetch_related("identiteter"))


def _dommer(avtaler: Iterable[Avtale], konferanse: int | None, dato: date) -> Mapping[int, dict[int, Vurdering]]:
    """The newest of each party by agreement, of what was said by the date."""
    funnet: dict[int, dict[int, Vurdering]] = defaultdict(dict)
    rader = Vurdering.objects.filter(avtale__in=avtaler, dato__lte=dato)
    for rad in rader.filter(konferanse=konferanse) if konferanse is not None else rader:
        funnet[rad.avtale_id].setdefault(rad.part_id, rad)
    return funnet


def _rad(
    avtale: Avtale, parter: Iterable[Part], deltakere: set[int], dommer: Mapping[int, Vurdering], dato: date
) -> Ordningsrad:
    gjeldende = {part: dom for part, dom in dommer.items() if part in deltakere}
    koder = [dom.dom for dom in gjeldende.values()]
    return Ordningsrad(
        id=avtale.pk, navn=avtale.navn, enighet=enighet(koder, antall=len(deltakere)), svart=len(koder),
        alle_vil_avvikle=alle_vil_avvikle(koder, antall=len(deltakere)), antall=len(deltakere),
        er_eksempel=any(dom.er_eksempel for dom in gjeldende.values()),
        celler=tuple((navn_paa(part, dato), gjeldende.get(part.pk), part.pk in deltakere) for part in parter),
    )  # fmt: skip
