"""Documents: those of one agreement, one by itself, and the library across all municipalities."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet, TextField
from django.utils.text import capfirst

from avtaler.domene.filstoerrelse import vis_filstoerrelse
from avtaler.models import Avtale, Dokument, Dokumenttype
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Region
from kommuner.models.felles import norsk_noekkel
from kommuner.tilgang import Innsyn

PER_SIDE = 50


@dataclass(frozen=True, kw_only=True)
class Dokumentrad:
    """One document as a page shows it. A version or a case the reader may not see is not there."""

    id: int
    avtale_id: int
    avtale_navn: str
    tittel: str
    type_navn: str
    dato: date | None
    maalform: str
    er_offentlig: bool
    unntakshjemmel: str
    filnavn: str
    filtype: str
    stoerrelse: str
    sha256: str
    versjonsnummer: int | None
    sak_id: int | None
    sak_tittel: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Dokumentfilter:
    """What the reader looks for in the library; an empty string is no wish. ``side`` is forgiving."""

    soek: str = ""
    type: str = ""
    region: str = ""
    side: str = "1"


@dataclass(frozen=True, kw_only=True)
class Bibliotek:
    """One page of the library, with the whole count."""

    rader: tuple[Dokumentrad, ...]
    sider: Page

    @property
    def antall(self) -> int:
        return self.sider.paginator.count


def synlige_dokumenter(innsyn: Innsyn) -> QuerySet[Dokument]:
    """What the reader may see, with what a row shows of it."""
    return Dokument.objects.for_user(innsyn).select_related("avtale", "avtaleversjon", "runde")


def avtaledokumenter(avtale: Avtale, innsyn: Innsyn) -> tuple[Dokumentrad, ...]:
    """The agreement's documents, newest first. One query."""
    return tuple(dokumentrad(ett, innsyn) for ett in synlige_dokumenter(innsyn).filter(avtale=avtale))


def bibliotek(innsyn: Innsyn, filter: Dokumentfilter) -> Bibliotek:
    """One page of what the reader may see of all agreements, newest first. Two queries."""
    treff = synlige_dokumenter(innsyn).alias(soekbar=norsk_noekkel("tittel", output_field=TextField()))
    if filter.type:
        treff = treff.filter(type=filter.type)
    if filter.region:
        treff = treff.filter(avtale__region__slug=filter.region)
    for ord_ in filter.soek.split():
        treff = treff.filter(soekbar__contains=sorteringsnoekkel(ord_))
    side = Paginator(treff.order_by("-dato", "tittel", "pk"), PER_SIDE).get_page(filter.side)
    return Bibliotek(rader=tuple(dokumentrad(ett, innsyn) for ett in side.object_list), sider=side)


def typevalg() -> list[tuple[str, str]]:
    """The kinds of document as choices."""
    return [(kode, capfirst(navn)) for kode, navn in Dokumenttype.choices]


def regionvalg() -> Iterable[tuple[str, str]]:
    """The regions as choices. One query."""
    return list(Region.objects.values_list("slug", "navn"))


def dokumentrad(dokument: Dokument, innsyn: Innsyn) -> Dokumentrad:
    """No queries when the agreement, the version and the round are at hand."""
    versjon = dokument.avtaleversjon
    ser_utkast = innsyn.kan_redigere(dokument.avtale.region_id)
    skjult = versjon is not None and versjon.fra is None and versjon.nummer > 1 and versjon.runde_id is None
    return Dokumentrad(
        id=dokument.pk, avtale_id=dokument.avtale_id, avtale_navn=dokument.avtale.navn, tittel=dokument.tittel,
        type_navn=capfirst(dokument.get_type_display()), dato=dokument.dato, maalform=dokument.maalform,
        er_offentlig=dokument.er_offentlig, unntakshjemmel=dokument.unntakshjemmel, filnavn=dokument.filnavn,
        filtype=dokument.endelse.upper(), stoerrelse=vis_filstoerrelse(dokument.stoerrelse), sha256=dokument.sha256,
        versjonsnummer=versjon.nummer if versjon is not None and (ser_utkast or not skjult) else None,
        sak_id=dokument.runde_id, sak_tittel=dokument.runde.tittel if dokument.runde else "",
        er_eksempel=dokument.er_eksempel,
    )  # fmt: skip
