"""What one person's calendar link or letter holds: what that person may see today, and nothing of what was."""

from datetime import date, timedelta

from avtaler.domene.aarshjul.hendelse import Hendelse
from avtaler.models import Kalenderlenke
from kommuner.models import Bruker, Tilgang
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn, innsyn_for

from .omfang import Omfang, eget_omfang, partens_omfang
from .samling import hendelser
from .utsnitt import utsnitt

#: A calendar holds the last season and the next year and a half.
TILBAKE, FRAM = timedelta(days=90), timedelta(days=550)
#: What is next lies within the season.
NAER = timedelta(days=90)


def kalenderens_hendelser(lenke: Kalenderlenke, *, dato: date) -> tuple[Hendelse, ...]:
    """The events of the link, in the language that is active: none when the owner's role there has ended."""
    fra, til = dato - TILBAKE, dato + FRAM
    return personens_hendelser(
        lenke.bruker, _omfang(lenke, dato), fra=fra, til=til, dato=dato, klasse=lenke.klasse, maalform=lenke.maalform
    )


def personens_hendelser(
    bruker: Bruker, omfang: Omfang, *, fra: date, til: date, dato: date, maalform: str, klasse: str = "",
    innsyn: Innsyn | None = None,
) -> tuple[Hendelse, ...]:  # fmt: skip
    """Those of the scope that are for one of the person's roles on the date. Nothing for one who has no role.

    ``innsyn`` is the person's access on the date, where it is at hand already.
    """
    roller = frozenset(Tilgang.objects.filter(gyldig(dato), bruker=bruker).values_list("rolle", flat=True))
    if not roller or omfang == Omfang():
        return ()
    innsyn = innsyn or innsyn_for(bruker, dato=dato)
    snitt = utsnitt(innsyn, omfang, fra=fra, til=til, maalform=maalform, innlogget=True, klasse=klasse)
    alle = hendelser(snitt)
    return tuple(h for h in alle if _er_for(h, roller) and (not klasse or klasse in h.hjul))


def neste_frister(
    bruker: Bruker, innsyn: Innsyn, *, dato: date, maalform: str, antall: int = 3
) -> tuple[Hendelse, ...]:
    """The few that come first of what the person has a role in."""
    omfang = eget_omfang(bruker, dato=dato)
    alle = personens_hendelser(bruker, omfang, fra=dato, til=dato + NAER, dato=dato, maalform=maalform, innsyn=innsyn)
    return tuple(sorted(alle, key=lambda h: (h.til, h.fra, h.tittel, h.noekkel))[:antall])


def _er_for(hendelse: Hendelse, roller: frozenset[str]) -> bool:
    return not hendelse.roller or bool(hendelse.roller & roller)


def _omfang(lenke: Kalenderlenke, dato: date) -> Omfang:
    eget = eget_omfang(lenke.bruker, dato=dato)
    if lenke.region_id is not None:
        valgt = frozenset({lenke.region_id})
        return Omfang(regioner=valgt, om_regioner=valgt) if valgt <= eget.regioner else Omfang()
    if lenke.part_id is not None:
        return partens_omfang(frozenset({lenke.part_id}), dato=dato) if lenke.part_id in eget.parter else Omfang()
    return eget
