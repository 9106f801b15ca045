"""The gains of a project, of an agreement, and of a whole region, in words. Kroner only for those who see the money."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.prosjektoekonomi import gevinst as domene
from avtaler.domene.prosjektoekonomi.gevinst import Tilstand, utfall
from avtaler.models import Avtale, Gevinst, Prosjekt
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .gevinstord import gevinst_i_ord, retning

MAALTE = frozenset({Tilstand.NAADD, Tilstand.DELVIS, Tilstand.UENDRET, Tilstand.MOTSATT, Tilstand.MAALT})


@dataclass(frozen=True, kw_only=True)
class Gevinstrad:
    """One gain with its sentence; the levels are None when they are not known on the date."""

    id: int
    navn: str
    hvor: str
    hvor_url: str
    enhet: str
    grunnlinje: Decimal | None
    grunnlinje_dato: date | None
    forventet: Decimal | None
    forventet_dato: date | None
    maalt: Decimal | None
    maalt_dato: date | None
    tilstand: Tilstand
    tilstand_navn: str
    setning: str
    merknad: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Gevinstoversikt:
    """All gains of a region that the reader may see; ``skjulte`` are those in kroner that they may not."""

    rader: tuple[Gevinstrad, ...]
    skjulte: int

    @property
    def antall_maalt(self) -> int:
        return sum(rad.tilstand in MAALTE for rad in self.rader)

    @property
    def antall_naadd(self) -> int:
        return sum(rad.tilstand is Tilstand.NAADD for rad in self.rader)

    @property
    def antall_forfalt(self) -> int:
        return sum(rad.tilstand is Tilstand.FORFALT for rad in self.rader)


def gevinster_i_prosjekt(prosjekt: Prosjekt, innsyn: Innsyn, *, dato: date) -> tuple[Gevinstrad, ...]:
    """Two queries at most: whether the reader sees the project's money is one of them."""
    alle = Gevinst.objects.filter(prosjekt=prosjekt).select_related("prosjekt")
    ser = Prosjekt.objects.med_oekonomi_for(innsyn).filter(pk=prosjekt.pk)
    return _synlige(alle, ser, dato)


def gevinster_i_avtale(avtale: Avtale, innsyn: Innsyn, *, dato: date) -> tuple[Gevinstrad, ...]:
    """Two queries at most."""
    alle = Gevinst.objects.filter(avtale=avtale).select_related("avtale")
    ser = Avtale.objects.med_oekonomi_for(innsyn).filter(pk=avtale.pk)
    return _synlige(alle, ser, dato)


def gevinstoversikt(region: Region, innsyn: Innsyn, *, dato: date) -> Gevinstoversikt:
    """Every gain of the region's agreements and projects, late ones first. Two queries."""
    synlige = _i_regionen(region, innsyn)
    med_penger = set(
        synlige.filter(er_kroner=True).filter(_med_oekonomi(innsyn)).order_by().values_list("pk", flat=True)
    )
    alle = list(synlige.select_related("avtale", "prosjekt"))
    viste = [rad for rad in alle if not rad.er_kroner or rad.pk in med_penger]
    rader = sorted((_rad(rad, dato) for rad in viste), key=lambda rad: (_REKKE.index(rad.tilstand), rad.hvor, rad.id))
    return Gevinstoversikt(rader=tuple(rader), skjulte=len(alle) - len(viste))


def synlige_gevinster(innsyn: Innsyn) -> QuerySet[Gevinst]:
    """Gains of what the reader may see at all, kroner or not."""
    avtaler = Avtale.objects.for_user(innsyn).order_by().values("pk")
    prosjekter = Prosjekt.objects.for_user(innsyn).order_by().values("pk")
    return Gevinst.objects.filter(Q(avtale__in=avtaler) | Q(prosjekt__in=prosjekter))


def som_tall(rad: Gevinst) -> domene.Gevinst:
    """The row as the calculation knows it."""
    return domene.Gevinst(
        lavere_er_bedre=rad.lavere_er_bedre, grunnlinje=rad.grunnlinje, grunnlinje_dato=rad.grunnlinje_dato,
        forventet=rad.forventet, forventet_dato=rad.forventet_dato, maalt=rad.maalt, maalt_dato=rad.maalt_dato,
    )  # fmt: skip


#: What needs somebody stands first.
_REKKE = (
    Tilstand.FORFALT, Tilstand.MOTSATT, Tilstand.UENDRET, Tilstand.DELVIS, Tilstand.VENTER, Tilstand.NAADD,
    Tilstand.MAALT, Tilstand.UTEN_MAAL, Tilstand.UTEN_GRUNNLINJE,
)  # fmt: skip


def tilstand_i_ord(tilstand: Tilstand) -> str:
    """The state as a label."""
    return {
        Tilstand.UTEN_GRUNNLINJE: _("uten grunnlinje"),
        Tilstand.UTEN_MAAL: _("uten mål"),
        Tilstand.VENTER: _("ikke målt ennå"),
        Tilstand.FORFALT: _("skulle vært målt"),
        Tilstand.NAADD: _("nådd"),
        Tilstand.DELVIS: _("delvis nådd"),
        Tilstand.UENDRET: _("uendret"),
        Tilstand.MOTSATT: _("gikk feil vei"),
        Tilstand.MAALT: _("målt"),
    }[tilstand]


def _i_regionen(region: Region, innsyn: Innsyn) -> QuerySet[Gevinst]:
    return synlige_gevinster(innsyn).filter(Q(avtale__region=region) | Q(prosjekt__region=region))


def _med_oekonomi(innsyn: Innsyn) -> Q:
    avtaler = Avtale.objects.med_oekonomi_for(innsyn).order_by().values("pk")
    prosjekter = Prosjekt.objects.med_oekonomi_for(innsyn).order_by().values("pk")
    return Q(avtale__in=avtaler) | Q(prosjekt__in=prosjekter)


def _synlige(alle: QuerySet[Gevinst], ser_penger: QuerySet, dato: date) -> tuple[Gevinstrad, ...]:
    rader = list(alle)
    ser = any(rad.er_kroner for rad in rader) and ser_penger.exists()
    return tuple(_rad(rad, dato) for rad in rader if ser or not rad.er_kroner)


def _rad(rad: Gevinst, dato: date) -> Gevinstrad:
    funnet = utfall(som_tall(rad), dato=dato)
    vei = retning(er_kroner=rad.er_kroner, lavere_er_bedre=rad.lavere_er_bedre)
    er_maalt = funnet.bedring is not None
    hvor, url = _hvor(rad)
    return Gevinstrad(
        id=rad.pk, navn=rad.navn, hvor=hvor, hvor_url=url, enhet=rad.enhet, merknad=rad.merknad,
        grunnlinje=rad.grunnlinje, grunnlinje_dato=rad.grunnlinje_dato, forventet=rad.forventet,
        forventet_dato=rad.forventet_dato, maalt=rad.maalt if er_maalt else None,
        maalt_dato=rad.maalt_dato if er_maalt else None, tilstand=funnet.tilstand,
        tilstand_navn=tilstand_i_ord(funnet.tilstand), er_eksempel=rad.er_eksempel,
        setning=gevinst_i_ord(funnet, enhet=rad.enhet, vei=vei, frist=rad.forventet_dato),
    )  # fmt: skip


def _hvor(rad: Gevinst) -> tuple[str, str]:
    if rad.avtale is not None:
        return rad.avtale.navn, reverse("avtaler:saertrekk", args=[rad.avtale_id])
    return rad.prosjekt.navn, reverse("avtaler:prosjektgevinster", args=[rad.prosjekt_id])
