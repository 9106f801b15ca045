"""What one municipality can influence, where and when, and who sits there for it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.aarshjul.hendelse import Hendelse
from avtaler.domene.aarshjul.paavirkning import Naerhet, i_bunker, paavirkelige
from avtaler.models import Verv
from kommuner.querysets import gyldig

from .hjulside import slagnavn
from .samling import hendelser
from .utsnitt import Utsnitt


@dataclass(frozen=True, kw_only=True)
class Paavirkning:
    """One thing to influence. ``sitter_der`` are names and posts of public office."""

    hendelse: Hendelse
    slag_navn: str
    sitter_der: tuple[str, ...]
    dager_igjen: int


@dataclass(frozen=True, kw_only=True)
class Gruppe:
    """What falls equally near."""

    navn: str
    rader: tuple[Paavirkning, ...]


@dataclass(frozen=True, kw_only=True)
class Paavirkningsside:
    """``foerst`` is the answer: what comes first."""

    foerst: Paavirkning | None
    grupper: tuple[Gruppe, ...]


def paavirkningsside(utsnitt: Utsnitt) -> Paavirkningsside:
    """From the first day of the period and on."""
    dato = utsnitt.fra
    valgte = paavirkelige(hendelser(utsnitt), parter=utsnitt.omfang.parter, dato=dato)
    sitter = _sitter(utsnitt, dato)
    rader = {h.noekkel: _rad(h, sitter, dato) for h in valgte}
    return Paavirkningsside(
        foerst=rader[valgte[0].noekkel] if valgte else None,
        grupper=tuple(
            Gruppe(navn=naerhetsnavn(bunke.naerhet), rader=tuple(rader[h.noekkel] for h in bunke.hendelser))
            for bunke in i_bunker(valgte, dato=dato)
        ),
    )


def naerhetsnavn(naerhet: Naerhet) -> str:
    """The heading of a group."""
    return {
        Naerhet.DENNE_MAANEDEN: _("Denne måneden"), Naerhet.TRE_MAANEDER: _("De neste tre månedene"),
        Naerhet.SENERE: _("Senere"),
    }[naerhet]  # fmt: skip


def _rad(hendelse: Hendelse, sitter: dict[int, list[str]], dato: date) -> Paavirkning:
    der = dict.fromkeys(navn for avtale in hendelse.avtaler for navn in sitter.get(avtale.id, ()))
    return Paavirkning(
        hendelse=hendelse, slag_navn=slagnavn(hendelse.slag), sitter_der=tuple(der),
        dager_igjen=(hendelse.til - dato).days,
    )  # fmt: skip


def _sitter(utsnitt: Utsnitt, dato: date) -> dict[int, list[str]]:
    """Who sits for the municipality, by agreement: posts are public office. One query."""
    verv = Verv.objects.filter(gyldig(dato), part__in=utsnitt.omfang.parter, organ__avtale__in=list(utsnitt.avtale))
    sitter: dict[int, list[str]] = defaultdict(list)
    for rad in verv.select_related("organ"):
        navn = f"{rad.navn} ({rad.get_rolle_display()}, {rad.organ})"
        sitter[rad.organ.avtale_id].append(navn)
    return sitter
